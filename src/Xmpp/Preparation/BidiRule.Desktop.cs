using System;

namespace Presentity.Xmpp;

/// <summary>The Bidi Rule (RFC 5893 §2): a text with letters of both directions reads the same in any surroundings.</summary>
static class BidiRule
{
    static readonly string[] Classes = ["R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM", "L"];
    static readonly string[] Properties = Array.ConvertAll(Classes, static name => "bidi-" + name);
    static readonly string[] RightToLeft = ["R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"];
    static readonly string[] LeftToRight = ["L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"];

    /// <summary>Whether the rule is of concern: there is a code point that is written from right to left.</summary>
    public static bool Concerns(int[] text)
    {
        foreach (int codePoint in text)
            if (codePoint > 0x7F && ClassOf(codePoint) is "R" or "AL" or "AN")
                return true;
        return false;
    }

    /// <summary>Whether a text that is not empty satisfies the rule.</summary>
    public static bool Allows(int[] text)
    {
        string[] classes = Array.ConvertAll(text, ClassOf);
        bool isRightToLeft = classes[0] is "R" or "AL";
        if (!isRightToLeft && classes[0] != "L")
            return false;
        foreach (string name in classes)
            if (Array.IndexOf(isRightToLeft ? RightToLeft : LeftToRight, name) < 0)
                return false;
        if (isRightToLeft && Array.IndexOf(classes, "EN") >= 0 && Array.IndexOf(classes, "AN") >= 0)
            return false;
        string last = Array.FindLast(classes, static name => name != "NSM") ?? "";
        return isRightToLeft ? last is "R" or "AL" or "EN" or "AN" : last is "L" or "EN";
    }

    static string ClassOf(int codePoint)
    {
        for (int i = 0; i < Classes.Length; i++)
            if (UnicodeTable.Current.Has(Properties[i], codePoint))
                return Classes[i];
        return "";
    }
}
