using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.PortableExecutable;

namespace Presentity.House.Tests.Chip;

/// <summary>A small assembly for what no C# compiles to, or what nobody would write by hand.</summary>
internal static class EmittedAssembly
{
    /// <summary>A type with one method that holds one instruction.</summary>
    public static PEReader WithInstruction(OpCode code) => Make(type =>
    {
        ILGenerator il = Method(type, "Run").GetILGenerator();
        if (code.OperandType == OperandType.InlineMethod)
            il.Emit(code, typeof(object).GetMethod(nameof(ToString))!);
        else if (code.OperandType == OperandType.InlineType)
            il.Emit(code, typeof(int));
        else if (code.OperandType == OperandType.InlineSig)
            il.EmitCalli(code, CallingConventions.Standard, typeof(void), null, null);
        else
            il.Emit(code);
        il.Emit(OpCodes.Ret);
    });

    /// <summary>A type with so many static methods and no constructor.</summary>
    public static PEReader WithMethods(int count) => Make(type =>
    {
        for (int i = 0; i < count; i++)
            Method(type, $"M{i}").GetILGenerator().Emit(OpCodes.Ret);
    });

    /// <summary>A type with so many static fields, and one constant, which does not count.</summary>
    public static PEReader WithFields(int count) => Make(type =>
    {
        type.DefineField("Constant", typeof(int), FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.Literal).SetConstant(1);
        for (int i = 0; i < count; i++)
            type.DefineField($"F{i}", typeof(int), FieldAttributes.Public | FieldAttributes.Static);
    });

    /// <summary>A type with one method that jumps by a table of so many targets.</summary>
    public static PEReader WithSwitch(int count) => Make(type =>
    {
        ILGenerator il = Method(type, "Run").GetILGenerator();
        Label[] targets = new Label[count];
        for (int i = 0; i < count; i++)
            targets[i] = il.DefineLabel();
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Switch, targets);
        foreach (Label target in targets)
        {
            il.MarkLabel(target);
            il.Emit(OpCodes.Nop);
        }

        il.Emit(OpCodes.Ret);
    });

    private static MethodBuilder Method(TypeBuilder type, string name) =>
        type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static);

    private static PEReader Make(Action<TypeBuilder> fill)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Sample"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Sample").DefineType("Sample", TypeAttributes.Abstract | TypeAttributes.Sealed);
        fill(type);
        type.CreateType();

        MemoryStream image = new();
        assembly.Save(image);
        image.Position = 0;
        return new PEReader(image);
    }
}
