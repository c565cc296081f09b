using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.Surface;

/// <summary>Writes the fields, properties and events of a type.</summary>
internal sealed class MemberWriter(
    MetadataBuilder metadata, TypeHandles types, AttributeWriter attributes, MethodWriter methods, ApiCatalog catalog)
{
    /// <summary>Writes a listed field or constant.</summary>
    public void AddField(ApiMember member)
    {
        FieldAttributes flags = member.Tags.Has("protected") ? FieldAttributes.Family : FieldAttributes.Public;
        if (member.Tags.Has("const"))
            flags |= FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.HasDefault;
        if (member.Tags.Has("static"))
            flags |= FieldAttributes.Static;
        if (member.Tags.Has("readonly"))
            flags |= FieldAttributes.InitOnly;

        FieldDefinitionHandle handle = AddField(flags, member.Name, member.Type);
        if (member.Value is not null)
            metadata.AddConstant(handle, Constants.Read(catalog.Stored(member.Type), member.Value));
        attributes.AddTagged(handle, member.Tags);
    }

    /// <summary>Writes a field.</summary>
    public FieldDefinitionHandle AddField(FieldAttributes flags, string name, string type)
    {
        BlobBuilder blob = new();
        types.Encode(new BlobEncoder(blob).Field().Type(), type);
        return metadata.AddFieldDefinition(flags, metadata.GetOrAddString(name), metadata.GetOrAddBlob(blob));
    }

    /// <summary>Writes a property and its accessors.</summary>
    public PropertyDefinitionHandle AddProperty(ApiMember member)
    {
        BlobBuilder blob = new();
        new BlobEncoder(blob).PropertySignature(isInstanceProperty: !member.Tags.Has("static"))
            .Parameters(member.Parameters.Length, out ReturnTypeEncoder type, out ParametersEncoder parameters);
        types.Encode(type.Type(), member.Type);
        foreach (ApiParameter parameter in member.Parameters)
            types.Encode(parameters.AddParameter().Type(), parameter.Type);

        PropertyDefinitionHandle handle = metadata.AddProperty(
            PropertyAttributes.None, metadata.GetOrAddString(member.Name), metadata.GetOrAddBlob(blob));
        if (member.HasGetter)
            AddAccessor(handle, MethodSemanticsAttributes.Getter, member, "get_", member.Parameters, member.Type);
        if (member.HasSetter)
            AddAccessor(handle, MethodSemanticsAttributes.Setter, member, "set_", [.. member.Parameters, Value(member)], "System.Void");
        attributes.AddTagged(handle, member.Tags);
        return handle;
    }

    /// <summary>Writes an event and its accessors.</summary>
    public EventDefinitionHandle AddEvent(ApiMember member)
    {
        EventDefinitionHandle handle = metadata.AddEvent(EventAttributes.None, metadata.GetOrAddString(member.Name), types.Of(member.Type));
        AddAccessor(handle, MethodSemanticsAttributes.Adder, member, "add_", [Value(member)], "System.Void");
        AddAccessor(handle, MethodSemanticsAttributes.Remover, member, "remove_", [Value(member)], "System.Void");
        attributes.AddTagged(handle, member.Tags);
        return handle;
    }

    private void AddAccessor(
        EntityHandle owner, MethodSemanticsAttributes role, ApiMember member, string prefix, ApiParameter[] parameters, string returnType)
    {
        MethodAttributes flags = MethodWriter.Flags(member.Tags) | MethodAttributes.SpecialName;
        metadata.AddMethodSemantics(owner, role, methods.Add(flags, prefix + member.Name, parameters, returnType));
    }

    private static ApiParameter Value(ApiMember member) => ApiParameter.ReadAll(member.Type)[0];
}
