using System.Globalization;
using System.Xml.Linq;

namespace Presentity.Interop.Tests.Operators;

/// <summary>A momentary value in sensor data (XEP-0323 §3.2): numeric, boolean, enum or string.</summary>
public sealed class Field(XElement element)
{
    public string Kind => element.Name.LocalName;

    public string Name => (string)element.Attribute("name")!;

    public string Value => (string)element.Attribute("value")!;

    public string Unit => (string?)element.Attribute("unit") ?? "";

    public double Number => double.Parse(Value, CultureInfo.InvariantCulture);
}
