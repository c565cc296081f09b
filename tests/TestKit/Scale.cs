namespace Presentity.TestKit;

/// <summary>How much of a test is done here: all of it, on the desktop.</summary>
public static class Scale
{
    /// <summary>A number for the desktop and one for the chip.</summary>
    public static int Of(int desktop, int chip) => desktop;
}
