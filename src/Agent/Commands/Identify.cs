using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>identify</c>: makes the board known to somebody who stands before it.</summary>
public sealed class Identify : Command
{
    readonly IBoard board;

    public Identify(IBoard board)
        : base("identify", "Identify", Permission.ToSet) => this.board = board;

    public override CommandStatus Run(CommandRequest request) =>
        board.Identify() ? request.Complete("the board is making itself known") : request.Fail("the board has nothing to do it with");
}
