namespace Presentity.Xmpp;

/// <summary>Who may what, the same on every plane: the role that each thing takes, and the one place where it is compared.</summary>
/// <remarks>Who has not even the role to read gets no answer but that there is nobody: no data, no presence, no list.</remarks>
public static partial class Permission
{
    /// <summary>Being answered: presence, readings, what there is.</summary>
    public const Role ToRead = Role.Viewer;

    /// <summary>Setting actuators.</summary>
    public const Role ToSet = Role.Operator;

    /// <summary>Changing who may what.</summary>
    public const Role ToGovern = Role.Owner;

    /// <summary>Whether a role is enough.</summary>
    /// <param name="role">The sender's.</param>
    /// <param name="least">What it takes.</param>
    public static bool Allows(Role role, Role least) => role >= least;
}
