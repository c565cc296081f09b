using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Presentity.House.Tests.Chip;

/// <summary>Reads the signatures of a member and remembers what in them the chip does not have.</summary>
internal sealed class SignatureCheck(MetadataReader metadata, ChipLibrary library) : TypeNames(metadata)
{
    private readonly SortedSet<string> complaints = [];

    /// <summary>What the signatures read since the last call have that the chip has not, in words.</summary>
    public string[] Take()
    {
        string[] taken = [.. complaints];
        complaints.Clear();
        return taken;
    }

    /// <summary>Reads whatever a handle names: type, method or field, here or elsewhere, or a call's signature.</summary>
    public void Read(EntityHandle handle)
    {
        if (handle.IsNil)
            return;

        switch (handle.Kind)
        {
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                Of(handle);
                break;
            case HandleKind.MemberReference:
                Read(Metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = Metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                complaints.Add("calls a generic method");
                Read(method.Method);
                break;
            case HandleKind.StandaloneSignature:
                StandaloneSignature standalone = Metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                if (standalone.GetKind() == StandaloneSignatureKind.LocalVariables)
                    standalone.DecodeLocalSignature(this, null);
                else
                    standalone.DecodeMethodSignature(this, null);
                break;
        }
    }

    public override string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        string name = base.GetTypeFromReference(reader, handle, rawTypeKind);
        if (!library.Has(name))
            complaints.Add($"uses {name}, which the chip does not have");
        return name;
    }

    public override string GetArrayType(string elementType, ArrayShape shape) =>
        Complain("has a multi-dimensional array", base.GetArrayType(elementType, shape));

    public override string GetPointerType(string elementType) => Complain("has a pointer", base.GetPointerType(elementType));

    public override string GetFunctionPointerType(MethodSignature<string> signature) =>
        Complain("has a function pointer", base.GetFunctionPointerType(signature));

    public override string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        Complain("uses a generic type", base.GetGenericInstantiation(genericType, typeArguments));

    public override string GetPinnedType(string elementType) => Complain("pins with fixed", elementType);

    public override string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        isRequired && modifier.EndsWith(".IsVolatile", StringComparison.Ordinal)
            ? Complain("uses a volatile field", unmodifiedType)
            : unmodifiedType;

    private void Read(MemberReference member)
    {
        Read(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
            member.DecodeFieldSignature(this, null);
        else
            member.DecodeMethodSignature(this, null);
    }

    private string Complain(string what, string type)
    {
        complaints.Add(what);
        return type;
    }
}
