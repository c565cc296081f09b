using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Normalization by the examples of UAX #15, and the lines of its conformance test that have a rule of their own.</summary>
[TestClass]
public sealed class NormalizationTests
{
    [TestMethod]
    [DataRow("A\u030A", "\u00C5", "\u00C5", DisplayName = "a letter and its mark compose")]
    [DataRow("\u212B", "\u00C5", "\u00C5", DisplayName = "a sign that is a letter becomes the letter")]
    [DataRow("\u2126", "\u03A9", "\u03A9", DisplayName = "so does another")]
    [DataRow("s\u0323\u0307", "\u1E69", "\u1E69", DisplayName = "two marks compose")]
    [DataRow("s\u0307\u0323", "\u1E69", "\u1E69", DisplayName = "in whatever order they come")]
    [DataRow("\u1E9B\u0323", "\u1E9B\u0323", "\u1E69", DisplayName = "a long s is one by compatibility alone")]
    [DataRow("\uFB01", "\uFB01", "fi", DisplayName = "so is a ligature")]
    [DataRow("2\u2075", "2\u2075", "25", DisplayName = "and a superscript")]
    [DataRow("\u0958", "\u0915\u093C", "\u0915\u093C", DisplayName = "what is excluded does not compose")]
    [DataRow("\u0344", "\u0308\u0301", "\u0308\u0301", DisplayName = "nor what begins with a mark")]
    [DataRow("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b", "\u00E0\u05AE\u0300\u0315b", DisplayName = "marks are ordered by class")]
    [DataRow("a\u0591\u0315\u0300b", "\u00E0\u0591\u0315b", "\u00E0\u0591\u0315b", DisplayName = "one of another class does not block")]
    [DataRow("\u0061\u035C\u0315\u0300b", "\u00E0\u0315\u035Cb", "\u00E0\u0315\u035Cb", DisplayName = "nor does one behind")]
    [DataRow("\u1100\u1161\u11A8", "\uAC01", "\uAC01", DisplayName = "Hangul is computed")]
    [DataRow("\uAC00\u11A8", "\uAC01", "\uAC01", DisplayName = "also from a syllable")]
    [DataRow("\uAC01\u11A8", "\uAC01\u11A8", "\uAC01\u11A8", DisplayName = "but not twice")]
    [DataRow("\u1100\u0300\u1161", "\u1100\u0300\u1161", "\u1100\u0300\u1161", DisplayName = "a mark blocks what is a letter")]
    [DataRow("\u0BC7\u0BBE", "\u0BCB", "\u0BCB", DisplayName = "two letters compose")]
    [DataRow("\uFDFA", "\uFDFA", "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645",
        DisplayName = "one becomes eighteen")]
    [DataRow("\U0001D15E", "\U0001D157\U0001D165", "\U0001D157\U0001D165", DisplayName = "beyond the basic plane")]
    [DataRow("\U00011099\U000110BA", "\U0001109A", "\U0001109A", DisplayName = "also composed")]
    public void A_text_has_one_form(string text, string composed, string compatible)
    {
        Assert.AreEqual(Hex(composed), Hex(Normalization.Compose(text, compatibility: false)));
        Assert.AreEqual(Hex(compatible), Hex(Normalization.Compose(text, compatibility: true)));
        Assert.AreEqual(Hex(composed), Hex(Normalization.Compose(composed, compatibility: false)));
    }

    static string Hex(string text) => System.Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}
