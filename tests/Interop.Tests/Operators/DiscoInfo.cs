using System.Collections.Generic;

namespace Presentity.Interop.Tests.Operators;

/// <summary>An answer to disco#info (XEP-0030 §3.1).</summary>
/// <param name="Identities">`category/type/name`, in order.</param>
public sealed record DiscoInfo(string Node, IReadOnlyList<string> Identities, IReadOnlyList<string> Features);
