using Presentity.Xml;

namespace Presentity.Agent;

/// <summary>Alarms and what is faulty come first; then the line as its owner wants it.</summary>
static partial class StatusLine
{
    static partial void WriteTemplate(XmlWriter writer, int start, Publisher publisher, ref bool isWritten)
    {
        if (publisher.Template == null)
            return;
        isWritten = true;
        if (writer.Length > start)
            writer.WriteRaw(Separator, 0, Separator.Length);
        publisher.Template.Write(writer);
    }
}
