namespace Presentity.Agent;

/// <summary>How much that is not understood is answered: two devices that do not understand each other must come to an end.</summary>
sealed class Nonsense
{
    const int Most = 5;
    const int AgainMs = 60000;

    int count;
    long last;

    /// <summary>Something was understood.</summary>
    internal void Forget() => count = 0;

    /// <summary>Something was not understood.</summary>
    /// <returns>Whether it is one too many, and gets no answer.</returns>
    internal bool IsTooMuch(long now)
    {
        count = now - last < AgainMs ? count + 1 : 1;
        last = now;
        return count > Most;
    }
}
