using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.Surface;

/// <summary>Writes one list as the metadata of an assembly: types with their members, in the order of the list.</summary>
internal sealed class SurfaceWriter
{
    private readonly MetadataBuilder metadata = new();
    private readonly ApiCatalog catalog;
    private readonly ApiList list;
    private readonly TypeHandles types;
    private readonly AttributeWriter attributes;
    private readonly MethodWriter methods;
    private readonly MemberWriter members;

    private SurfaceWriter(ApiCatalog catalog, ApiList list)
    {
        this.catalog = catalog;
        this.list = list;
        types = new TypeHandles(metadata, catalog, list);
        attributes = new AttributeWriter(metadata, types);
        methods = new MethodWriter(metadata, types, attributes, catalog);
        members = new MemberWriter(metadata, types, attributes, methods, catalog);
    }

    /// <summary>Makes an assembly's metadata.</summary>
    public static MetadataBuilder Write(ApiCatalog catalog, ApiList list)
    {
        SurfaceWriter writer = new(catalog, list);
        writer.Write();
        return writer.metadata;
    }

    private int NextField => metadata.GetRowCount(TableIndex.Field) + 1;

    private int NextMethod => metadata.GetRowCount(TableIndex.MethodDef) + 1;

    private void Write()
    {
        metadata.AddModule(0, metadata.GetOrAddString(list.Name + ".dll"), metadata.ReserveGuid().Handle, default, default);
        metadata.AddAssembly(metadata.GetOrAddString(list.Name), list.Version, default, default, 0, AssemblyHashAlgorithm.None);
        AddType(default, "", "<Module>", default);
        foreach (ApiType type in list.Types)
            Write(type);
        MarkByRefLikeTypes();
    }

    private void Write(ApiType type)
    {
        TypeDefinitionHandle handle = AddType(Flags(type), type.Namespace, type.Name, Base(type));
        if (type.Enclosing is not null)
            metadata.AddNestedType(handle, (TypeDefinitionHandle)types.Of(type.Enclosing.FullName));
        foreach (string name in type.Bases)
        {
            if (catalog.Find(name).Type.IsInterface)
                metadata.AddInterfaceImplementation(handle, types.Of(name));
        }

        if (!type.IsByRefLike)
            attributes.AddTagged(handle, type.Tags);
        if (type.Bases is ["System.Attribute", ..])
            attributes.AddUsage(handle);
        if (type.IsDelegate)
            WriteDelegate(type);
        if (type.IsValueType)
            WriteStorage(type);
        WriteMembers(type, handle);
    }

    private void WriteMembers(ApiType type, TypeDefinitionHandle handle)
    {
        bool hasProperties = false;
        bool hasEvents = false;
        foreach (ApiMember member in type.Members)
        {
            switch (member.Kind)
            {
                case 'F':
                    members.AddField(member);
                    break;
                case 'M':
                    methods.Add(member);
                    break;
                case 'P':
                    PropertyDefinitionHandle property = members.AddProperty(member);
                    if (!hasProperties)
                        metadata.AddPropertyMap(handle, property);
                    if (member.Parameters.Length > 0)
                        attributes.AddDefaultMember(handle, member.Name);
                    hasProperties = true;
                    break;
                case 'E':
                    EventDefinitionHandle @event = members.AddEvent(member);
                    if (!hasEvents)
                        metadata.AddEventMap(handle, @event);
                    hasEvents = true;
                    break;
            }
        }
    }

    private void WriteDelegate(ApiType type)
    {
        methods.Add(
            MethodWriter.Constructor | MethodAttributes.Public | MethodAttributes.HideBySig,
            ".ctor",
            ApiParameter.ReadAll("System.Object,System.IntPtr"),
            "System.Void",
            runtime: true);
        methods.Add(MethodWriter.Flags(type.Invoke!.Tags), "Invoke", type.Invoke.Parameters, type.Invoke.Type, runtime: true);
    }

    /// <summary>Gives a value type what it stores. The lists hold no private fields; without one, a struct would count as always
    /// assigned, and code that the real library refuses would compile.</summary>
    private void WriteStorage(ApiType type)
    {
        if (type.IsEnum)
        {
            const FieldAttributes flags = FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName;
            members.AddField(flags, "value__", type.Tags.Value("underlying")!);
        }
        else if (!type.Members.Exists(member => member.Kind == 'F' && !member.Tags.Has("static") && !member.Tags.Has("const")))
        {
            members.AddField(FieldAttributes.Private, "_value", "System.Int32");
        }
    }

    /// <summary>Marks the ref structs, with the attribute that the C# compiler puts into an assembly as an internal type where the class
    /// library has none.</summary>
    private void MarkByRefLikeTypes()
    {
        ApiType[] found = [.. list.Types.FindAll(type => type.IsByRefLike)];
        if (found.Length == 0)
            return;

        AddType(
            TypeAttributes.NotPublic | TypeAttributes.Sealed,
            "System.Runtime.CompilerServices",
            "IsByRefLikeAttribute",
            types.Of("System.Attribute"));
        MethodDefinitionHandle constructor = methods.Add(MethodWriter.Constructor | MethodAttributes.Public, ".ctor", [], "System.Void");
        foreach (ApiType type in found)
            attributes.AddByRefLike(types.Of(type.FullName), constructor);
    }

    private TypeDefinitionHandle AddType(TypeAttributes flags, string space, string name, EntityHandle baseType) =>
        metadata.AddTypeDefinition(
            flags,
            metadata.GetOrAddString(space),
            metadata.GetOrAddString(name),
            baseType,
            MetadataTokens.FieldDefinitionHandle(NextField),
            MetadataTokens.MethodDefinitionHandle(NextMethod));

    private static TypeAttributes Flags(ApiType type)
    {
        TypeAttributes flags = type.Enclosing is null ? TypeAttributes.Public : TypeAttributes.NestedPublic;
        if (type.IsInterface)
            return flags | TypeAttributes.Interface | TypeAttributes.Abstract;
        if (type.IsValueType || type.IsDelegate || type.Tags.Has("sealed"))
            return flags | TypeAttributes.Sealed;
        if (type.Tags.Has("static"))
            return flags | TypeAttributes.Abstract | TypeAttributes.Sealed;
        return type.Tags.Has("abstract") ? flags | TypeAttributes.Abstract : flags;
    }

    private EntityHandle Base(ApiType type)
    {
        if (type.IsInterface || type.FullName == "System.Object")
            return default;
        if (type.Bases.Length > 0 && !catalog.Find(type.Bases[0]).Type.IsInterface)
            return types.Of(type.Bases[0]);
        return types.Of(UsualBase(type));
    }

    private static string UsualBase(ApiType type) => type switch
    {
        { IsEnum: true } => "System.Enum",
        { IsDelegate: true } => "System.MulticastDelegate",
        { IsValueType: true } => "System.ValueType",
        _ => "System.Object",
    };
}
