namespace nanoFramework.Runtime.Native;

/// <summary>The chip's collector.</summary>
public static class GC
{
    public static uint Run(bool compact) => 60_000;
}

/// <summary>The chip's reset line.</summary>
public static class Power
{
    public static void RebootDevice() => throw new System.InvalidOperationException("a restart");
}

/// <summary>What runs on the chip.</summary>
public static class SystemInfo
{
    public static string TargetName => "ESP32_TEST";

    public static System.Version Version { get; } = new(1, 17, 0, 334);
}
