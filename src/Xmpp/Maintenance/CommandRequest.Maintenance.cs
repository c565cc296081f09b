namespace Presentity.Xmpp;

/// <summary>Where in a command of several stages a request is.</summary>
public sealed partial class CommandRequest
{
    /// <summary>The session of the request; 0 when it begins one.</summary>
    public int Session;

    /// <summary>Of a <see cref="StagedCommand"/>: <see cref="Word.Next"/>, <see cref="Word.Prev"/> or <see cref="Word.Complete"/>.</summary>
    public int Action;

    /// <summary>Of a <see cref="StagedCommand"/>: the stage that was filled in, from 1, 0 for none; then the one to be filled in.</summary>
    public int Stage;

    /// <summary>What a command keeps from stage to stage.</summary>
    public int Chosen;

    /// <summary>Whether it has changed nothing, and is not worth a line in the <see cref="CommandLog"/>.</summary>
    public bool HasOnlyLooked;
}
