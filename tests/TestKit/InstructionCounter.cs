using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Presentity.TestKit;

/// <summary>Makes a copy of an assembly that counts the IL instructions it executes: what the chip's interpreter would go through.</summary>
/// <remarks>Each run of instructions that is entered at its first adds its length to a static field. What the class library
/// does is not counted: on the chip that is native code.</remarks>
public sealed class InstructionCounter
{
    readonly FieldInfo counter;

    /// <summary>Loads a copy of the assembly.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="type">The full name of the type that has a public static field <c>Instructions</c>; it is not counted itself.</param>
    public InstructionCounter(string path, string type)
    {
        using var module = ModuleDefinition.ReadModule(path);
        FieldReference field = module.GetType(type).Fields.Single(candidate => candidate.Name == "Instructions");
        foreach (MethodDefinition method in module.GetAllTypes().Where(candidate => candidate.FullName != type).SelectMany(candidate => candidate.Methods))
            if (method.HasBody)
                Count(method, field);
        var copy = new MemoryStream();
        module.Write(copy);
        copy.Position = 0;
        Driver = new AssemblyLoadContext("counted").LoadFromStream(copy).GetType(type)!;
        counter = Driver.GetField("Instructions")!;
    }

    /// <summary>The type that was named, of the copy.</summary>
    public Type Driver { get; }

    /// <summary>Instructions so far.</summary>
    public long Instructions => (long)counter.GetValue(null)!;

    static void Count(MethodDefinition method, FieldReference field)
    {
        method.Body.SimplifyMacros();
        ILProcessor processor = method.Body.GetILProcessor();
        Instruction[] all = [.. method.Body.Instructions];
        var first = all.Where(IsBranch).SelectMany(Targets).Concat(all.Where(Ends).Select(branch => branch.Next)).Append(all[0]).ToHashSet();
        int end = all.Length;
        for (int at = all.Length - 1; at >= 0; at--)
        {
            if (!first.Contains(all[at]))
                continue;
            Insert(processor, all, at, end - at, field);
            end = at;
        }

        method.Body.OptimizeMacros();
    }

    // The original instruction object becomes the first of the inserted, so that branches to it stay good.
    static void Insert(ILProcessor processor, Instruction[] all, int at, int length, FieldReference field)
    {
        Instruction original = all[at];
        var moved = Instruction.Create(OpCodes.Nop);
        moved.OpCode = original.OpCode;
        moved.Operand = original.Operand;
        original.OpCode = OpCodes.Ldsfld;
        original.Operand = field;
        processor.InsertAfter(original, moved);
        processor.InsertAfter(original, Instruction.Create(OpCodes.Stsfld, field));
        processor.InsertAfter(original, Instruction.Create(OpCodes.Add));
        processor.InsertAfter(original, Instruction.Create(OpCodes.Ldc_I8, (long)length));
    }

    static bool IsBranch(Instruction instruction) => instruction.Operand is Instruction or Instruction[];

    static Instruction[] Targets(Instruction branch) => branch.Operand as Instruction[] ?? [(Instruction)branch.Operand];

    static bool Ends(Instruction instruction) => IsBranch(instruction) && instruction.Next != null;
}
