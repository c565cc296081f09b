using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Presentity.House.Tests.Chip;

/// <summary>How many bytes of code an assembly has.</summary>
internal static class ByteCode
{
    /// <summary>In IL, as the compiler writes it.</summary>
    public static int Of(PEReader file)
    {
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Sum(method => Of(file, method));
    }

    /// <summary>In IL; 0 for a method without a body.</summary>
    public static int Of(PEReader file, MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? 0 : file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!.Length;

    /// <summary>About what the converter makes of it: tokens shrink from four bytes to two. It was 76.3 to 76.6 % when the floors were
    /// converted last.</summary>
    public static int Converted(int il) => il * 77 / 100;
}
