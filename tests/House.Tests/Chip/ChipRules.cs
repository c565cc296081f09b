using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Presentity.House.Tests.Chip;

/// <summary>What the chip cannot run, or runs wrongly, although it compiles.</summary>
internal sealed class ChipRules
{
    /// <summary>A type's members are counted in a byte.</summary>
    public const int MostMembers = 255;

    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly SignatureCheck signatures;
    private readonly CodeRules code;

    /// <summary>Prepares to check an assembly.</summary>
    public ChipRules(PEReader file, ChipLibrary library)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        signatures = new SignatureCheck(metadata, library);
        code = new CodeRules(metadata, library);
    }

    /// <summary>Checks every type.</summary>
    public IEnumerable<Finding> Check() => metadata.TypeDefinitions.SelectMany(Check);

    /// <summary>Checks one type, without those nested in it.</summary>
    public IEnumerable<Finding> Check(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = signatures.Of(handle);
        foreach (string what in CheckShape(type))
            yield return new Finding(name, what);

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            metadata.GetFieldDefinition(field).DecodeSignature(signatures, null);
            foreach (string what in signatures.Take())
                yield return new Finding($"{name}.{metadata.GetString(metadata.GetFieldDefinition(field).Name)}", what);
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            foreach (string what in CheckMethod(metadata.GetMethodDefinition(method)).Distinct())
                yield return new Finding(signatures.Of(method), what);
        }
    }

    private IEnumerable<string> CheckShape(TypeDefinition type)
    {
        if (type.GetGenericParameters().Count > 0)
            yield return "is a generic type";
        if (type.GetMethods().Count > MostMembers)
            yield return $"has {type.GetMethods().Count} methods, and {MostMembers} are the most";
        int fields = type.GetFields().Count(field => (metadata.GetFieldDefinition(field).Attributes & FieldAttributes.Literal) == 0);
        if (fields > MostMembers)
            yield return $"has {fields} fields, and {MostMembers} are the most";

        signatures.Read(type.BaseType);
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
            signatures.Read(metadata.GetInterfaceImplementation(handle).Interface);
        foreach (string what in signatures.Take())
            yield return what;
    }

    private IEnumerable<string> CheckMethod(MethodDefinition method)
    {
        TypeDefinition owner = metadata.GetTypeDefinition(method.GetDeclaringType());
        if ((owner.Attributes & TypeAttributes.Interface) != 0 && (method.Attributes & MethodAttributes.Abstract) == 0)
            yield return "has a body in an interface";
        if (method.GetGenericParameters().Count > 0)
            yield return "is a generic method";

        method.DecodeSignature(signatures, null);
        if (method.RelativeVirtualAddress != 0)
        {
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            List<Instruction> instructions = Instruction.ReadAll(body);
            foreach (string what in code.Check(instructions))
                yield return what;

            signatures.Read(body.LocalSignature);
            foreach (ExceptionRegion region in body.ExceptionRegions)
                signatures.Read(region.CatchType);
            foreach (Instruction instruction in instructions)
                signatures.Read(instruction.Token);
        }

        foreach (string what in signatures.Take())
            yield return what;
    }
}
