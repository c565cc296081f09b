using System.Net;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Host.Tests;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>The chip's transport falls back as the desktop's does.</summary>
[TestClass]
public sealed class ChipFallBackTests : FallBackTests
{
    private protected override ITransport Make(TestAuthority authority, IPEndPoint nameServer)
    {
        NameServers.Are(nameServer);
        return new NanoTransport(new NanoClock(), new TestNetwork(), Encoding.ASCII.GetBytes(authority.Pem));
    }
}
