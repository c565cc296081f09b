using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Presentity.House.Tests.Chip;

/// <summary>Full names of the types and members that an assembly's metadata name, with dots between nested types.</summary>
internal class TypeNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    protected MetadataReader Metadata { get; } = metadata;

    /// <summary>The name of a type that is defined, referenced or specified; empty for the nil handle.</summary>
    public string Of(EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => "",
        HandleKind.TypeDefinition => GetTypeFromDefinition(Metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(Metadata, (TypeReferenceHandle)handle, 0),
        _ => GetTypeFromSpecification(Metadata, null, (TypeSpecificationHandle)handle, 0),
    };

    /// <summary>The name of a type's base.</summary>
    public string BaseOf(TypeDefinitionHandle handle) => Of(Metadata.GetTypeDefinition(handle).BaseType);

    /// <summary>The name of a method, with its type's.</summary>
    public string Of(MethodDefinitionHandle handle)
    {
        MethodDefinition method = Metadata.GetMethodDefinition(handle);
        return $"{Of(method.GetDeclaringType())}.{Metadata.GetString(method.Name)}";
    }

    public virtual string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        TypeDefinitionHandle encloser = type.GetDeclaringType();
        string before = encloser.IsNil ? reader.GetString(type.Namespace) : Of(encloser);
        return Join(before, reader.GetString(type.Name));
    }

    public virtual string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string before = type.ResolutionScope.Kind == HandleKind.TypeReference ? Of(type.ResolutionScope) : reader.GetString(type.Namespace);
        return Join(before, reader.GetString(type.Name));
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public virtual string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => "ref " + elementType;

    public virtual string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public virtual string GetPointerType(string elementType) => elementType + "*";

    public virtual string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public virtual string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(',', typeArguments)}>";

    public virtual string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public virtual string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public virtual string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public virtual string GetPinnedType(string elementType) => elementType;

    private static string Join(string before, string name) => before.Length == 0 ? name : $"{before}.{name}";
}
