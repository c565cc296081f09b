using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Presentity.Surface;

/// <summary>Makes the surface: for each API list an assembly of that name and version which the compiler can reference and nobody can
/// run.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: Presentity.Surface <folder of API lists> <folder for assemblies>");
            return 2;
        }

        try
        {
            Make(arguments[0], arguments[1]);
            return 0;
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static void Make(string source, string target)
    {
        ApiList[] lists = Array.ConvertAll(Directory.GetFiles(source, "*.txt"), ApiList.Read);
        ApiCatalog catalog = new(lists);
        Directory.CreateDirectory(target);
        foreach (ApiList list in lists)
            File.WriteAllBytes(Path.Combine(target, list.Name + ".dll"), Serialize(SurfaceWriter.Write(catalog, list)));
    }

    private static byte[] Serialize(MetadataBuilder metadata)
    {
        ManagedPEBuilder builder = new(
            PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(metadata),
            ilStream: new BlobBuilder(),
            deterministicIdProvider: IdOf);
        BlobBuilder image = new();
        builder.Serialize(image);
        return image.ToArray();
    }

    /// <summary>The same lists give the same bytes.</summary>
    private static BlobContentId IdOf(IEnumerable<Blob> content)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Blob blob in content)
            hash.AppendData(blob.GetBytes());
        return BlobContentId.FromHash(hash.GetHashAndReset());
    }
}
