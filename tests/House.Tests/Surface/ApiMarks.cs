using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using Presentity.House.Tests.Chip;

namespace Presentity.House.Tests.Surface;

/// <summary>The bracketed words of an API list and the values in it, from metadata.</summary>
internal sealed class ApiMarks(MetadataReader metadata, TypeNames names)
{
    /// <summary>The attributes that a list tells of.</summary>
    private static readonly string[] Told =
    [
        "System.ParamArrayAttribute", "System.Diagnostics.ConditionalAttribute", "System.ObsoleteAttribute",
        "System.Runtime.CompilerServices.IsByRefLikeAttribute",
    ];

    public string Of(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        List<string> words = [];
        if ((type.Attributes & TypeAttributes.Interface) != 0)
            words.Add("interface");
        else if (names.BaseOf(handle) == "System.Enum")
            words.AddRange("enum", $"underlying {Underlying(type)}");
        else if (names.BaseOf(handle) == "System.ValueType" && names.Of(handle) != "System.Enum")
            words.Add("struct");
        else
            words.AddRange(["class", .. Inheritance(type.Attributes)]);
        return Join([.. words, .. Attributes(type.GetCustomAttributes())]);
    }

    public string Of(FieldDefinition field)
    {
        List<string> words = [];
        if ((field.Attributes & FieldAttributes.Literal) != 0)
            words.Add("const");
        else if ((field.Attributes & FieldAttributes.Static) != 0)
            words.Add("static");
        if ((field.Attributes & FieldAttributes.InitOnly) != 0)
            words.Add("readonly");
        if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Family)
            words.Add("protected");
        return Join([.. words, .. Attributes(field.GetCustomAttributes())]);
    }

    public string Of(MethodDefinition method)
    {
        List<string> words = [];
        if ((method.Attributes & MethodAttributes.Static) != 0)
            words.Add("static");
        if ((method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Family)
            words.Add("protected");
        if ((method.Attributes & MethodAttributes.Final) != 0)
            words.Add("sealed");
        if ((method.Attributes & MethodAttributes.Abstract) != 0)
            words.Add("abstract");
        if ((method.Attributes & MethodAttributes.Virtual) != 0)
            words.Add((method.Attributes & MethodAttributes.NewSlot) == 0 ? "override" : "virtual");
        if (words.Contains("abstract"))
            words.Remove("virtual");
        return Join([.. words, .. Attributes(method.GetCustomAttributes())]);
    }

    /// <summary>A parameter with what stands before and behind its type.</summary>
    public string Of(Parameter parameter, string type)
    {
        if ((parameter.Attributes & ParameterAttributes.Out) != 0)
            type = "out" + type["ref".Length..];
        if (Attributes(parameter.GetCustomAttributes()).Contains("params"))
            type = "params " + type;
        return parameter.GetDefaultValue().IsNil ? type : $"{type} = {Value(parameter.GetDefaultValue())}";
    }

    /// <summary>A constant.</summary>
    public string Value(ConstantHandle handle)
    {
        Constant constant = metadata.GetConstant(handle);
        return metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode) switch
        {
            null => "null",
            string text => $"\"{text}\"",
            char character => $"'\\u{(int)character:x4}'",
            object value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };
    }

    private static string[] Inheritance(TypeAttributes type) => (type & (TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
    {
        TypeAttributes.Abstract | TypeAttributes.Sealed => ["static"],
        TypeAttributes.Abstract => ["abstract"],
        TypeAttributes.Sealed => ["sealed"],
        _ => [],
    };

    private string Underlying(TypeDefinition type) => type.GetFields()
        .Select(metadata.GetFieldDefinition)
        .Single(field => metadata.GetString(field.Name) == "value__")
        .DecodeSignature(names, null);

    private IEnumerable<string> Attributes(CustomAttributeHandleCollection handles)
    {
        Dictionary<string, string> found = handles.Select(metadata.GetCustomAttribute)
            .Where(attribute => Array.IndexOf(Told, Name(attribute)) >= 0)
            .ToDictionary(Name, Argument);
        if (found.ContainsKey("System.ParamArrayAttribute"))
            yield return "params";
        if (found.TryGetValue("System.Diagnostics.ConditionalAttribute", out string? symbol))
            yield return $"conditional {symbol}";
        if (found.ContainsKey("System.Runtime.CompilerServices.IsByRefLikeAttribute"))
            yield return "obsolete";
        else if (found.TryGetValue("System.ObsoleteAttribute", out string? message))
            yield return message.Length == 0 ? "obsolete" : $"obsolete: {message}";
    }

    private string Name(CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MethodDefinition
        ? names.Of(metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType())
        : names.Of(metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent);

    /// <summary>The text that the attribute was given; empty when none. Behind a two-byte head, and without text the count of named
    /// arguments, which is zero, follows at once.</summary>
    private string Argument(CustomAttribute attribute)
    {
        BlobReader value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.RemainingBytes > sizeof(ushort) ? value.ReadSerializedString() ?? "" : "";
    }

    private static string Join(IEnumerable<string> words) => string.Concat(words.Select(word => $" [{word}]"));
}
