namespace Presentity.Xmpp;

/// <summary>A command of several stages (XEP-0050 §3.4): a form at each, between which one goes forth and back, and nothing done before the
/// last is filled in.</summary>
/// <remarks><see cref="CommandRequest.Stage"/> is the stage that the request is about, and <see cref="Command.Run"/> leaves there the one whose
/// form is to be filled in next.</remarks>
public abstract class StagedCommand : Command
{
    /// <summary>A command of so many stages, 2 or more.</summary>
    protected StagedCommand(string node, string name, Role least, int stages)
        : base(node, name, least) => Stages = stages;

    /// <summary>How many forms there are.</summary>
    public readonly int Stages;

    /// <summary>What an action means at a stage.</summary>
    /// <param name="stage">1 for the first form; 0 before it.</param>
    /// <param name="action">As it was asked for.</param>
    /// <returns><see cref="Word.Next"/>, <see cref="Word.Prev"/>, <see cref="Word.Complete"/> or <see cref="Word.Cancel"/>; 0 when it means
    /// nothing there.</returns>
    internal int ActionAt(int stage, int action)
    {
        switch (action)
        {
            case Word.Execute:
                return stage < Stages ? Word.Next : Word.Complete;
            case Word.Next:
                return stage < Stages ? action : 0;
            case Word.Prev:
                return stage > 1 ? action : 0;
            case Word.Complete:
                return stage == Stages ? action : 0;
            default:
                return action;
        }
    }
}
