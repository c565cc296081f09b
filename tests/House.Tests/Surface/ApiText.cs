using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using Presentity.House.Tests.Chip;

namespace Presentity.House.Tests.Surface;

/// <summary>Writes what an assembly shows to others as the API lists write it, one line for each type and member.</summary>
internal sealed class ApiText
{
    private readonly MetadataReader metadata;
    private readonly TypeNames names;
    private readonly ApiMarks marks;

    public ApiText(MetadataReader metadata)
    {
        this.metadata = metadata;
        names = new TypeNames(metadata);
        marks = new ApiMarks(metadata, names);
    }

    /// <summary>The assembly's name and version.</summary>
    public string Head => $"# {metadata.GetString(metadata.GetAssemblyDefinition().Name)} {metadata.GetAssemblyDefinition().Version}";

    /// <summary>All lines, in no particular order.</summary>
    public IEnumerable<string> Lines() => metadata.TypeDefinitions
        .Where(handle => (metadata.GetTypeDefinition(handle).Attributes & TypeAttributes.VisibilityMask)
            is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily)
        .SelectMany(Lines);

    private IEnumerable<string> Lines(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = names.Of(handle);
        if (names.BaseOf(handle) == "System.MulticastDelegate")
            return [Delegate(type, name)];

        return
        [
            Type(handle, type, name),
            .. type.GetFields().Select(metadata.GetFieldDefinition).Where(IsShown).Select(field => Field(name, field)),
            .. type.GetMethods().Select(metadata.GetMethodDefinition).Where(IsShown).Select(method => Method(name, method)),
            .. type.GetProperties().Select(metadata.GetPropertyDefinition).Select(property => Property(name, property)),
            .. type.GetEvents().Select(metadata.GetEventDefinition).Select(@event => Event(name, @event)),
        ];
    }

    private string Type(TypeDefinitionHandle handle, TypeDefinition type, string name)
    {
        string usual = names.BaseOf(handle);
        IEnumerable<string> bases = type.GetInterfaceImplementations()
            .Select(implementation => names.Of(metadata.GetInterfaceImplementation(implementation).Interface));
        if (usual is not ("" or "System.Object" or "System.ValueType" or "System.Enum") || name == "System.Enum")
            bases = bases.Prepend(usual);
        string list = string.Join(", ", bases);
        return $"T:{name}{(list.Length == 0 ? "" : " : ")}{list}{marks.Of(handle)}";
    }

    private string Delegate(TypeDefinition type, string name)
    {
        MethodDefinition invoke = type.GetMethods().Select(metadata.GetMethodDefinition).Single(method => Name(method) == "Invoke");
        return $"T:{name} [delegate] {Signature(invoke)}";
    }

    private string Field(string owner, FieldDefinition field)
    {
        string value = field.GetDefaultValue().IsNil ? "" : $" = {marks.Value(field.GetDefaultValue())}";
        return $"F:{owner}.{metadata.GetString(field.Name)} -> {field.DecodeSignature(names, null)}{value}{marks.Of(field)}";
    }

    private string Method(string owner, MethodDefinition method) => $"M:{owner}.{Name(method)}{Signature(method)}{marks.Of(method)}";

    private string Property(string owner, PropertyDefinition property)
    {
        PropertyAccessors accessors = property.GetAccessors();
        MethodDefinition accessor = metadata.GetMethodDefinition(accessors.Getter.IsNil ? accessors.Setter : accessors.Getter);
        MethodSignature<string> signature = property.DecodeSignature(names, null);
        string index = signature.ParameterTypes.IsEmpty ? "" : $"[{string.Join(',', signature.ParameterTypes)}]";
        string access = $"{{{(accessors.Getter.IsNil ? "" : "get;")}{(accessors.Setter.IsNil ? "" : "set;")}}}";
        return $"P:{owner}.{metadata.GetString(property.Name)}{index} -> {signature.ReturnType} {access}{marks.Of(accessor)}";
    }

    private string Event(string owner, EventDefinition @event)
    {
        MethodDefinition accessor = metadata.GetMethodDefinition(@event.GetAccessors().Adder);
        return $"E:{owner}.{metadata.GetString(@event.Name)} -> {names.Of(@event.Type)}{marks.Of(accessor)}";
    }

    private string Signature(MethodDefinition method)
    {
        MethodSignature<string> signature = method.DecodeSignature(names, null);
        ImmutableArray<string> types = signature.ParameterTypes;
        string[] parameters = [.. types];
        foreach (Parameter parameter in method.GetParameters().Select(metadata.GetParameter))
            parameters[parameter.SequenceNumber - 1] = marks.Of(parameter, types[parameter.SequenceNumber - 1]);
        return $"({string.Join(',', parameters)}) -> {signature.ReturnType}";
    }

    private string Name(MethodDefinition method) => metadata.GetString(method.Name);

    /// <summary>Whether others see the method as one: accessors show as their property or event.</summary>
    private bool IsShown(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family
        && ((method.Attributes & MethodAttributes.SpecialName) == 0 || IsOperatorOrConstructor(Name(method)));

    private static bool IsOperatorOrConstructor(string name) => name == ".ctor" || name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsShown(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family
        && (field.Attributes & FieldAttributes.SpecialName) == 0;
}
