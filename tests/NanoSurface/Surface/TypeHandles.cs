using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.Surface;

/// <summary>How one assembly's metadata names types: its own by their row, others by a reference that is made when first needed.</summary>
internal sealed class TypeHandles
{
    private readonly MetadataBuilder metadata;
    private readonly ApiCatalog catalog;
    private readonly ApiList list;
    private readonly Dictionary<string, EntityHandle> handles = [];
    private readonly Dictionary<string, AssemblyReferenceHandle> assemblies = [];

    /// <summary>Gives every type of <paramref name="list"/> its row, in the order of the list.</summary>
    public TypeHandles(MetadataBuilder metadata, ApiCatalog catalog, ApiList list)
    {
        this.metadata = metadata;
        this.catalog = catalog;
        this.list = list;
        for (int i = 0; i < list.Types.Count; i++)
            handles.Add(list.Types[i].FullName, MetadataTokens.TypeDefinitionHandle(i + 2)); // row 1 is <Module>
    }

    /// <summary>A type by its full name; no array.</summary>
    public EntityHandle Of(string fullName)
    {
        if (handles.TryGetValue(fullName, out EntityHandle known))
            return known;

        (ApiList home, ApiType type) = catalog.Find(fullName);
        EntityHandle scope = type.Enclosing is null ? Assembly(home) : Of(type.Enclosing.FullName);
        EntityHandle made = metadata.AddTypeReference(scope, metadata.GetOrAddString(type.Namespace), metadata.GetOrAddString(type.Name));
        handles.Add(fullName, made);
        return made;
    }

    /// <summary>Writes a type into a signature.</summary>
    /// <param name="encoder">Where to.</param>
    /// <param name="type">Full name, with <c>[]</c> for each level of an array.</param>
    public void Encode(SignatureTypeEncoder encoder, string type)
    {
        while (type.EndsWith("[]", StringComparison.Ordinal))
        {
            encoder = encoder.SZArray();
            type = type[..^2];
        }

        switch (type)
        {
            case "System.Boolean": encoder.Boolean(); break;
            case "System.Char": encoder.Char(); break;
            case "System.SByte": encoder.SByte(); break;
            case "System.Byte": encoder.Byte(); break;
            case "System.Int16": encoder.Int16(); break;
            case "System.UInt16": encoder.UInt16(); break;
            case "System.Int32": encoder.Int32(); break;
            case "System.UInt32": encoder.UInt32(); break;
            case "System.Int64": encoder.Int64(); break;
            case "System.UInt64": encoder.UInt64(); break;
            case "System.Single": encoder.Single(); break;
            case "System.Double": encoder.Double(); break;
            case "System.String": encoder.String(); break;
            case "System.Object": encoder.Object(); break;
            case "System.IntPtr": encoder.IntPtr(); break;
            case "System.UIntPtr": encoder.UIntPtr(); break;
            default: encoder.Type(Of(type), catalog.Find(type).Type.IsValueType); break;
        }
    }

    private AssemblyReferenceHandle Assembly(ApiList home)
    {
        if (assemblies.TryGetValue(home.Name, out AssemblyReferenceHandle known))
            return known;
        if (Array.IndexOf(list.References, home.Name) < 0)
            throw new InvalidDataException($"error: {list.Name} uses {home.Name}, which it does not reference.");

        AssemblyReferenceHandle made = metadata.AddAssemblyReference(
            metadata.GetOrAddString(home.Name), home.Version, default, default, default, default);
        assemblies.Add(home.Name, made);
        return made;
    }
}
