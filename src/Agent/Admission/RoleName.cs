using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Roles as people write them.</summary>
static class RoleName
{
    internal static string Of(Role role) =>
        role == Role.Owner ? "owner" : role == Role.Operator ? "operator" : role == Role.Viewer ? "viewer" : "none";

    /// <summary>Reads one.</summary>
    /// <returns><see cref="Role.Nobody"/> when it is none.</returns>
    internal static Role Read(string name)
    {
        for (Role role = Role.None; role <= Role.Owner; role++)
            if (Of(role) == name)
                return role;
        return Role.Nobody;
    }
}
