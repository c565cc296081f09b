using System.Threading.Tasks;
using System.Xml.Linq;
using Presentity.Loopback;
using Presentity.Xmpp;
using XmlException = System.Xml.XmlException;

namespace Presentity.Tool.Operate;

/// <summary>The answer to a request, as a task.</summary>
sealed class Reply : IIqReply
{
    readonly TaskCompletionSource<XElement> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<XElement> Task => source.Task;

    public void Receive(Stanza answer)
    {
        try
        {
            if (answer.IsWhole)
                source.TrySetResult(TapeElement.From(answer.AtTop()));
            else
                source.TrySetException(new OperatorException("the answer is larger than what is accepted here"));
        }
        catch (XmlException)
        {
            source.TrySetException(new OperatorException("the answer has names that are not understood here"));
        }
    }

    public void Abandoned() => source.TrySetException(new OperatorException("no answer; is the device online? see list"));
}
