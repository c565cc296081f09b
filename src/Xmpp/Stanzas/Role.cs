namespace Presentity.Xmpp;

/// <summary>What a sender may do. Each role includes those before it.</summary>
public enum Role
{
    /// <summary>Nothing, and is told nothing.</summary>
    None,

    /// <summary>See presence and readings.</summary>
    Viewer,

    /// <summary>Run commands that change something.</summary>
    Operator,

    /// <summary>Whatever there is.</summary>
    Owner,

    /// <summary>No sender has it: what takes it is not there at present.</summary>
    Nobody,
}

/// <summary>Who has which role.</summary>
public interface IAccess
{
    /// <summary>The role of an address as the server stamped it, with or without a resource.</summary>
    Role RoleOf(byte[] address, int start, int length);
}
