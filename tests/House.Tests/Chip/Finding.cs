namespace Presentity.House.Tests.Chip;

/// <summary>Something that the chip cannot run, or runs wrongly.</summary>
/// <param name="Member">Full name of the type or member.</param>
/// <param name="What">What it does: <c>has a pointer</c>.</param>
internal sealed record Finding(string Member, string What)
{
    public override string ToString() => $"{Member} {What}";
}
