using System;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.Surface;

/// <summary>Writes methods, which have no bodies: nobody runs a surface.</summary>
internal sealed class MethodWriter(MetadataBuilder metadata, TypeHandles types, AttributeWriter attributes, ApiCatalog catalog)
{
    public const MethodAttributes Constructor = MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;

    /// <summary>What the tags of a method, property or event say about the methods behind it.</summary>
    public static MethodAttributes Flags(ApiTags tags)
    {
        MethodAttributes flags = MethodAttributes.HideBySig;
        flags |= tags.Has("protected") ? MethodAttributes.Family : MethodAttributes.Public;
        if (tags.Has("static"))
            flags |= MethodAttributes.Static;
        if (tags.Has("abstract"))
            flags |= MethodAttributes.Abstract;
        if (tags.Has("sealed"))
            flags |= MethodAttributes.Final;
        if (tags.Has("override"))
            flags |= MethodAttributes.Virtual;
        else if (tags.Has("virtual") || tags.Has("abstract"))
            flags |= MethodAttributes.Virtual | MethodAttributes.NewSlot;
        return flags;
    }

    /// <summary>Writes a listed method, constructor or operator.</summary>
    public void Add(ApiMember member)
    {
        MethodAttributes flags = Flags(member.Tags);
        if (member.Name == ".ctor")
            flags |= Constructor;
        else if (member.Name.StartsWith("op_", StringComparison.Ordinal))
            flags |= MethodAttributes.SpecialName;
        attributes.AddTagged(Add(flags, member.Name, member.Parameters, member.Type), member.Tags);
    }

    /// <summary>Writes a method.</summary>
    /// <param name="flags">All of its flags.</param>
    /// <param name="name">Its name in metadata.</param>
    /// <param name="parameters">Without <c>this</c>.</param>
    /// <param name="returnType">Full name.</param>
    /// <param name="runtime">Whether the runtime makes the body, as for delegates.</param>
    public MethodDefinitionHandle Add(
        MethodAttributes flags, string name, ApiParameter[] parameters, string returnType, bool runtime = false)
    {
        ParameterHandle first = MetadataTokens.ParameterHandle(metadata.GetRowCount(TableIndex.Param) + 1);
        for (int i = 0; i < parameters.Length; i++)
            Add(parameters[i], i + 1);

        return metadata.AddMethodDefinition(
            flags,
            runtime ? MethodImplAttributes.Runtime : MethodImplAttributes.IL,
            metadata.GetOrAddString(name),
            Signature((flags & MethodAttributes.Static) == 0, parameters, returnType),
            -1,
            first);
    }

    private void Add(ApiParameter parameter, int position)
    {
        ParameterAttributes flags = parameter.Modifier == "out" ? ParameterAttributes.Out : ParameterAttributes.None;
        if (parameter.DefaultValue is not null)
            flags |= ParameterAttributes.Optional | ParameterAttributes.HasDefault;

        ParameterHandle handle = metadata.AddParameter(flags, default, position);
        if (parameter.DefaultValue is not null)
            metadata.AddConstant(handle, Constants.Read(catalog.Stored(parameter.Type), parameter.DefaultValue));
        if (parameter.Modifier == "params")
            attributes.AddParamArray(handle);
    }

    private BlobHandle Signature(bool instance, ApiParameter[] parameters, string returnType)
    {
        BlobBuilder blob = new();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: instance)
            .Parameters(parameters.Length, out ReturnTypeEncoder returns, out ParametersEncoder encoder);
        if (returnType == "System.Void")
            returns.Void();
        else
            types.Encode(returns.Type(), returnType);
        foreach (ApiParameter parameter in parameters)
            types.Encode(encoder.AddParameter().Type(parameter.IsByReference), parameter.Type);
        return metadata.GetOrAddBlob(blob);
    }
}
