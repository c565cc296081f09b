using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The values of XML-RPC, as Jabber-RPC carries them (XEP-0009 §2): <c>&lt;value>&lt;i4>4&lt;/i4>&lt;/value></c>.</summary>
public static class RpcWriter
{
    /// <summary>Starts a response; its one value follows, then <see cref="End"/>.</summary>
    public static void Start(XmlWriter answer)
    {
        answer.Start(Word.Query, Ns.Rpc);
        answer.Start(Word.MethodResponse);
        answer.Start(Word.Params);
        answer.Start(Word.Param);
    }

    /// <summary>Ends a response.</summary>
    public static void End(XmlWriter answer)
    {
        for (int i = 0; i < 4; i++)
            answer.End();
    }

    /// <summary>A response that says that the call failed.</summary>
    /// <param name="answer">Inside the result.</param>
    /// <param name="code">For programs.</param>
    /// <param name="text">For people.</param>
    public static void Fault(XmlWriter answer, int code, string text)
    {
        answer.Start(Word.Query, Ns.Rpc);
        answer.Start(Word.MethodResponse);
        answer.Start(Word.Fault);
        StartValue(answer, Word.Struct);
        StartMember(answer, Word.FaultCode);
        Number(answer, code, 0);
        answer.End();
        StartMember(answer, Word.FaultString);
        Text(answer, Encoding.UTF8.GetBytes(text));
        for (int i = 0; i < 6; i++)
            answer.End();
    }

    /// <summary>Starts a value of a type; two <see cref="XmlWriter.End"/> end it.</summary>
    public static void StartValue(XmlWriter answer, int type)
    {
        answer.Start(Word.Value);
        answer.Start(type);
        answer.CloseTag();
    }

    /// <summary>Starts an array; its values follow, then three <see cref="XmlWriter.End"/>.</summary>
    public static void StartArray(XmlWriter answer)
    {
        StartValue(answer, Word.Array);
        answer.Start(Word.Data);
    }

    /// <summary>Starts a member of a struct; its value follows, then <see cref="XmlWriter.End"/>.</summary>
    public static void StartMember(XmlWriter answer, int name)
    {
        answer.Start(Word.Member);
        answer.Element(Word.Name, name);
    }

    /// <summary>A member that is a string in UTF-8.</summary>
    public static void Member(XmlWriter answer, int name, byte[] text)
    {
        StartMember(answer, name);
        Text(answer, text);
        answer.End();
    }

    /// <summary>A string in UTF-8.</summary>
    public static void Text(XmlWriter answer, byte[] bytes)
    {
        StartValue(answer, Word.String);
        answer.WriteEscaped(bytes, 0, bytes.Length);
        answer.End();
        answer.End();
    }

    /// <summary>A number: <c>i4</c>, or <c>double</c> when there are decimals.</summary>
    public static void Number(XmlWriter answer, int value, int decimals) =>
        Digits(answer, decimals == 0 ? Word.I4 : Word.Double, value, decimals);

    /// <summary>A boolean.</summary>
    public static void Boolean(XmlWriter answer, bool value) => Digits(answer, Word.Boolean, value ? 1 : 0, 0);

    static void Digits(XmlWriter answer, int type, int value, int decimals)
    {
        StartValue(answer, type);
        answer.WriteDecimal(value, decimals);
        answer.End();
        answer.End();
    }
}
