namespace Presentity.TestKit;

/// <summary>Choices of any kind: what the chip, which has no generics, does without.</summary>
public static class DiceChoices
{
    /// <summary>One of these.</summary>
    public static T Pick<T>(this Dice dice, T[] choices) => choices[dice.Next(choices.Length)];
}
