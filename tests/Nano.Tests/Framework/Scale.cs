namespace Presentity.TestKit;

/// <summary>How much of a test is done here: on the chip, where an instruction takes a thousand times as long.</summary>
static class Scale
{
    /// <summary>A number for the desktop and one for the chip.</summary>
    public static int Of(int desktop, int chip) => chip;
}
