using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Presentity.House.Tests.Chip;

/// <summary>The types that an assembly may use on the chip: those of the surface assemblies, and of the lower floors if they are an
/// assembly of their own.</summary>
internal sealed class ChipLibrary
{
    private readonly HashSet<string> types = [];
    private readonly HashSet<string> enums = [];

    /// <summary>Reads the types of every assembly in a folder.</summary>
    /// <param name="folder">The surface.</param>
    /// <param name="lower">The lower floors; null when they are not apart.</param>
    public ChipLibrary(string folder, string? lower = null)
    {
        foreach (string path in lower == null ? Directory.GetFiles(folder, "*.dll") : [.. Directory.GetFiles(folder, "*.dll"), lower])
        {
            using PEReader file = new(File.OpenRead(path));
            MetadataReader metadata = file.GetMetadataReader();
            TypeNames names = new(metadata);
            foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
            {
                types.Add(names.Of(handle));
                if (names.BaseOf(handle) == "System.Enum")
                    enums.Add(names.Of(handle));
            }
        }
    }

    /// <summary>Whether the chip has a type.</summary>
    /// <param name="name">Full name, with dots between nested types.</param>
    public bool Has(string name) => types.Contains(name);

    /// <summary>Whether a type of the chip is an enum.</summary>
    public bool IsEnum(string name) => enums.Contains(name);
}
