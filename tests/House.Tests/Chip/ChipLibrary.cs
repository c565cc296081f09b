using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Presentity.House.Tests.Chip;

/// <summary>The types that the chip has: those of the surface assemblies.</summary>
internal sealed class ChipLibrary
{
    private readonly HashSet<string> types = [];
    private readonly HashSet<string> enums = [];

    /// <summary>Reads the types of every assembly in a folder.</summary>
    public ChipLibrary(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.dll"))
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
