using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Presentity.House.Tests.Chip;

/// <summary>One IL instruction.</summary>
/// <param name="Offset">Where it begins in the body.</param>
/// <param name="Code">What it does.</param>
/// <param name="Token">The type, member or signature that it names; nil for most.</param>
/// <param name="Text">The text that it loads; nil for most.</param>
/// <param name="Targets">Offsets that it may jump to.</param>
internal sealed record Instruction(int Offset, OpCode Code, EntityHandle Token, UserStringHandle Text, int[] Targets)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Reads a method's body.</summary>
    public static List<Instruction> ReadAll(MethodBodyBlock body)
    {
        List<Instruction> all = [];
        BlobReader il = body.GetILReader();
        while (il.RemainingBytes > 0)
            all.Add(Read(ref il));
        return all;
    }

    private static Instruction Read(ref BlobReader il)
    {
        int offset = il.Offset;
        byte first = il.ReadByte();
        OpCode code = Codes[first == 0xFE ? (short)(0xFE00 | il.ReadByte()) : first];
        EntityHandle token = default;
        UserStringHandle text = default;
        int[] targets = [];
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                break;
            case OperandType.ShortInlineBrTarget:
                int near = il.ReadSByte();
                targets = [il.Offset + near];
                break;
            case OperandType.InlineBrTarget:
                int far = il.ReadInt32();
                targets = [il.Offset + far];
                break;
            case OperandType.InlineSwitch:
                targets = ReadSwitch(ref il);
                break;
            case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                il.Offset += 1;
                break;
            case OperandType.InlineVar:
                il.Offset += 2;
                break;
            case OperandType.InlineString:
                text = MetadataTokens.UserStringHandle(il.ReadInt32() & 0xFFFFFF);
                break;
            case OperandType.InlineI or OperandType.ShortInlineR:
                il.Offset += 4;
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                il.Offset += 8;
                break;
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig:
            case OperandType.InlineTok or OperandType.InlineType:
                token = (EntityHandle)MetadataTokens.Handle(il.ReadInt32());
                break;
            default:
                throw new NotSupportedException($"{code.Name} has an unknown operand.");
        }

        return new Instruction(offset, code, token, text, targets);
    }

    private static int[] ReadSwitch(ref BlobReader il)
    {
        int[] targets = new int[il.ReadInt32()];
        int end = il.Offset + (targets.Length * sizeof(int));
        for (int i = 0; i < targets.Length; i++)
            targets[i] = end + il.ReadInt32();
        return targets;
    }
}
