using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Stanza errors (RFC 6120 §8.3) as values: the word of the condition, and above it that of a more specific one.</summary>
public static class StanzaError
{
    /// <summary>No error.</summary>
    public const int None = 0;

    public const int BadRequest = Word.BadRequest;
    public const int FeatureNotImplemented = Word.FeatureNotImplemented;
    public const int Forbidden = Word.Forbidden;
    public const int InternalServerError = Word.InternalServerError;
    public const int ItemNotFound = Word.ItemNotFound;
    public const int NotAcceptable = Word.NotAcceptable;
    public const int NotAllowed = Word.NotAllowed;
    public const int PolicyViolation = Word.PolicyViolation;
    public const int ResourceConstraint = Word.ResourceConstraint;
    public const int ServiceUnavailable = Word.ServiceUnavailable;
    public const int UnexpectedRequest = Word.UnexpectedRequest;

    /// <summary>A condition with an application's own condition beside it (RFC 6120 §8.3.4), in the payload's namespace.</summary>
    public static int With(int condition, int specific) => (specific << 16) | condition;

    /// <summary>The error type that goes with a condition (RFC 6120 §8.3.3).</summary>
    public static int TypeOf(int error)
    {
        switch (error & 0xFFFF)
        {
            case Word.Forbidden:
            case Word.NotAuthorized:
            case Word.RegistrationRequired:
            case Word.SubscriptionRequired:
                return Word.Auth;
            case Word.BadRequest:
            case Word.JidMalformed:
            case Word.NotAcceptable:
            case Word.PolicyViolation:
            case Word.Redirect:
                return Word.Modify;
            case Word.RecipientUnavailable:
            case Word.RemoteServerTimeout:
            case Word.ResourceConstraint:
            case Word.UnexpectedRequest:
                return Word.Wait;
            default:
                return Word.Cancel;
        }
    }

    /// <summary>Writes the error element.</summary>
    /// <param name="writer">Inside the stanza.</param>
    /// <param name="error">The condition, with or without a specific one.</param>
    /// <param name="space">The namespace of the specific condition.</param>
    /// <param name="text">For people; empty for none.</param>
    public static void Write(XmlWriter writer, int error, int space, string text)
    {
        Start(writer, error, text);
        if (error >> 16 != 0)
        {
            writer.Start(error >> 16, space);
            writer.End();
        }

        writer.End();
    }

    /// <summary>The same up to where an application's own condition may follow, then <see cref="XmlWriter.End"/>.</summary>
    public static void Start(XmlWriter writer, int error, string text)
    {
        writer.Start(Word.Error);
        writer.Attribute(Word.Type, TypeOf(error));
        writer.Start(error & 0xFFFF, Ns.Stanzas);
        writer.End();
        if (text.Length > 0)
        {
            writer.Start(Word.Text, Ns.Stanzas);
            writer.Text(text);
            writer.End();
        }
    }
}
