using System.Collections.Generic;
using System.IO;

namespace Presentity.Surface;

/// <summary>All API lists together: which assembly a type is in.</summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, (ApiList List, ApiType Type)> types = [];

    /// <summary>Enters every type of every list.</summary>
    /// <exception cref="InvalidDataException">Two lists have the same type.</exception>
    public ApiCatalog(IEnumerable<ApiList> lists)
    {
        foreach (ApiList list in lists)
        {
            foreach (ApiType type in list.Types)
            {
                if (!types.TryAdd(type.FullName, (list, type)))
                    throw new InvalidDataException($"error: {type.FullName} is in {types[type.FullName].List.Name} and in {list.Name}.");
            }
        }
    }

    /// <summary>Finds a type by its full name.</summary>
    /// <exception cref="InvalidDataException">No list has it.</exception>
    public (ApiList List, ApiType Type) Find(string fullName) =>
        types.TryGetValue(fullName, out (ApiList, ApiType) found)
            ? found
            : throw new InvalidDataException($"error: No list has the type {fullName}.");

    /// <summary>The type that an enum's values are stored as; the type itself when it is no enum.</summary>
    public string Stored(string fullName) =>
        types.TryGetValue(fullName, out (ApiList List, ApiType Type) found) && found.Type.IsEnum
            ? found.Type.Tags.Value("underlying")!
            : fullName;
}
