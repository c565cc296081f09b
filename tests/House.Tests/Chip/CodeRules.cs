using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Presentity.House.Tests.Chip;

/// <summary>What instructions may not do on the chip.</summary>
internal sealed class CodeRules(MetadataReader metadata, ChipLibrary library)
{
    /// <summary>A switch's cases are counted in a byte.</summary>
    public const int MostCases = 255;

    /// <summary>Those that the runtime stops at.</summary>
    private static readonly HashSet<OpCode> Unsupported =
    [
        OpCodes.Arglist, OpCodes.Calli, OpCodes.Ckfinite, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Jmp, OpCodes.Localloc,
        OpCodes.Mkrefany, OpCodes.Readonly, OpCodes.Refanytype, OpCodes.Refanyval,
    ];

    private readonly TypeNames names = new(metadata);

    /// <summary>What a body does that the chip cannot do or does otherwise, in words.</summary>
    public IEnumerable<string> Check(List<Instruction> body)
    {
        for (int i = 0; i < body.Count; i++)
        {
            OpCode code = body[i].Code;
            if (Unsupported.Contains(code))
                yield return $"uses {code.Name}, which the chip cannot run";
            if (code.Name!.Contains(".ovf", StringComparison.Ordinal))
                yield return $"uses {code.Name}: the chip does not check for overflow";
            if (code == OpCodes.Volatile)
                yield return "uses volatile., which the chip ignores";
            if (code == OpCodes.Switch && body[i].Targets.Length > MostCases)
                yield return $"has a switch of {body[i].Targets.Length} cases, and {MostCases} are the most";
            if (!body[i].Text.IsNil && metadata.GetUserString(body[i].Text).Contains('\0'))
                yield return "has a NUL in a text, where a string of the chip ends";
            if (code == OpCodes.Box && IsEnum(body[i].Token))
                yield return $"boxes the enum {names.Of(body[i].Token)}, whose text is a number on the chip";
            if (code == OpCodes.Constrained && IsEnum(body[i].Token) && Called(body[i + 1]) == "ToString")
                yield return $"makes text of the enum {names.Of(body[i].Token)}, which is a number on the chip";
            if (Called(body[i]) == "get_Chars" && IsInLoop(body, body[i]))
                yield return "indexes a string in a loop: each access walks it from its start";
        }
    }

    /// <summary>Whether a later instruction jumps back over this one.</summary>
    private static bool IsInLoop(List<Instruction> body, Instruction instruction) =>
        body.Any(other => other.Offset > instruction.Offset && other.Targets.Any(target => target <= instruction.Offset));

    /// <summary>The name of the method of another assembly that is called; empty when none is.</summary>
    private string Called(Instruction instruction) =>
        instruction.Code.OperandType == OperandType.InlineMethod && instruction.Token.Kind == HandleKind.MemberReference
            ? metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)instruction.Token).Name)
            : "";

    private bool IsEnum(EntityHandle type) => type.Kind == HandleKind.TypeDefinition
        ? names.BaseOf((TypeDefinitionHandle)type) == "System.Enum"
        : library.IsEnum(names.Of(type));
}
