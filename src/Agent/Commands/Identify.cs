using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>identify</c>: makes the board known to somebody who stands before it.</summary>
public sealed class Identify : ICommand
{
    readonly IBoard board;

    public Identify(IBoard board) => this.board = board;

    public string Node => "identify";

    public string Name => "Identify";

    public Role Least => Role.Operator;

    public CommandStatus Run(CommandRequest request) =>
        board.Identify() ? request.Complete("the board is making itself known") : request.Fail("the board has nothing to make itself known with");

    public void Write(CommandRequest request, XmlWriter answer)
    {
        // The note says it all.
    }
}
