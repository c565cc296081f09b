using System.Collections;
using System.Collections.Generic;
using System.Text;
using QRCoder;

namespace Presentity.Tool.Qr;

/// <summary>A QR code of characters: two modules above each other in each, its light border around it.</summary>
static class QrText
{
    // As scanners want it, whatever the colours of the terminal.
    const string BlackOnWhite = "\e[30;107m";
    const string AsBefore = "\e[0m";

    /// <param name="code">The modules.</param>
    /// <param name="hasColours">Whether it is for a terminal; otherwise what is dark is drawn, as on paper.</param>
    internal static string Of(QRCodeData code, bool hasColours)
    {
        List<BitArray> rows = code.ModuleMatrix;
        StringBuilder text = new();
        for (int y = 0; y < rows.Count; y += 2)
        {
            text.Append(hasColours ? BlackOnWhite : "");
            for (int x = 0; x < rows.Count; x++)
                text.Append(Character(rows[y][x], y + 1 < rows.Count && rows[y + 1][x]));
            text.Append(hasColours ? AsBefore : "").Append('\n');
        }

        return text.ToString();
    }

    static char Character(bool above, bool below) => (above, below) switch
    {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        _ => ' ',
    };
}
