using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.Surface;

/// <summary>The attributes that the C# compiler looks for in a reference: <c>params</c>, indexer names, obsolete and conditional members,
/// ref structs.</summary>
internal sealed class AttributeWriter(MetadataBuilder metadata, TypeHandles types)
{
    /// <summary>What the C# compiler writes on each ref struct, so that a compiler that does not know them refuses it.</summary>
    private const string ByRefLikeMessage = "Types with embedded references are not supported in this version of your compiler.";

    public void AddParamArray(ParameterHandle parameter) => Add(parameter, "System.ParamArrayAttribute");

    public void AddDefaultMember(EntityHandle type, string name) => Add(type, "System.Reflection.DefaultMemberAttribute", name);

    /// <summary>Adds what the tags of a type or member ask for.</summary>
    public void AddTagged(EntityHandle target, ApiTags tags)
    {
        if (tags.Value("conditional") is string symbol)
            Add(target, "System.Diagnostics.ConditionalAttribute", symbol);
        if (tags.Value("obsolete") is string message)
            Add(target, "System.ObsoleteAttribute", message.Length == 0 ? [] : [message]);
    }

    /// <summary>Marks a struct as a ref struct.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="constructor">Of the attribute, which each assembly has for itself.</param>
    public void AddByRefLike(EntityHandle type, MethodDefinitionHandle constructor)
    {
        metadata.AddCustomAttribute(type, constructor, Arguments());
        Add(type, "System.ObsoleteAttribute", ByRefLikeMessage, true);
    }

    /// <summary>Lets an attribute stand anywhere and as often as one likes: the lists do not say where and how often it may.</summary>
    public void AddUsage(EntityHandle attribute)
    {
        const int Everywhere = 0x7FFF;

        BlobBuilder signature = new();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true)
            .Parameters(1, out ReturnTypeEncoder returnType, out ParametersEncoder parameters);
        returnType.Void();
        types.Encode(parameters.AddParameter().Type(), "System.AttributeTargets");
        MemberReferenceHandle constructor = metadata.AddMemberReference(
            types.Of("System.AttributeUsageAttribute"), metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(signature));

        BlobBuilder blob = new();
        new BlobEncoder(blob).CustomAttributeSignature(out FixedArgumentsEncoder values, out CustomAttributeNamedArgumentsEncoder named);
        values.AddArgument().Scalar().Constant(Everywhere);
        named.Count(1).AddArgument(isField: false, out NamedArgumentTypeEncoder type, out NameEncoder name, out LiteralEncoder literal);
        type.ScalarType().Boolean();
        name.Name("AllowMultiple");
        literal.Scalar().Constant(true);
        metadata.AddCustomAttribute(attribute, constructor, metadata.GetOrAddBlob(blob));
    }

    private void Add(EntityHandle target, string attribute, params object[] arguments)
    {
        MemberReferenceHandle constructor = metadata.AddMemberReference(
            types.Of(attribute), metadata.GetOrAddString(".ctor"), ConstructorSignature(arguments));
        metadata.AddCustomAttribute(target, constructor, Arguments(arguments));
    }

    private BlobHandle ConstructorSignature(object[] arguments)
    {
        BlobBuilder blob = new();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: true)
            .Parameters(arguments.Length, out ReturnTypeEncoder returnType, out ParametersEncoder parameters);
        returnType.Void();
        foreach (object argument in arguments)
            types.Encode(parameters.AddParameter().Type(), argument.GetType().FullName!);
        return metadata.GetOrAddBlob(blob);
    }

    private BlobHandle Arguments(params object[] arguments)
    {
        BlobBuilder blob = new();
        new BlobEncoder(blob).CustomAttributeSignature(out FixedArgumentsEncoder values, out CustomAttributeNamedArgumentsEncoder named);
        foreach (object argument in arguments)
            values.AddArgument().Scalar().Constant(argument);
        named.Count(0);
        return metadata.GetOrAddBlob(blob);
    }
}
