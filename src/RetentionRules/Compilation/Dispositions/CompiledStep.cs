using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>One step of a compiled disposition: the act, and the lines of the program that give its days. Immutable.</summary>
internal sealed class CompiledStep
{
    /// <summary>No line, or no fact.</summary>
    public const int None = -1;

    public required DispositionStep Step { get; init; }

    /// <summary>What reasons call the act.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the first day; of an act that recurs, of its next time.</summary>
    public required int Floor { get; init; }

    /// <summary>The line of the last day; <see cref="None"/> where there is none.</summary>
    public required int Ceiling { get; init; }

    /// <summary>The line of the end of an act that recurs; <see cref="None"/> of one that does not.</summary>
    public int End { get; init; } = None;

    /// <summary>The place of the fact that says when it was done; <see cref="None"/> of a cutoff.</summary>
    public required int Done { get; init; }

    /// <summary>Said where the item names no start; null where it does.</summary>
    public DecisionReason? Assumption { get; init; }

    /// <summary>What is done.</summary>
    public required DispositionAction Action { get; init; }

    /// <summary>5.16: moving a record holds nothing up.</summary>
    public bool HoldsUp => Action != DispositionAction.Move;

    /// <summary>The last day, never where there is none.</summary>
    public MomentSpan CeilingIn(ReadOnlySpan<MomentSpan> lines) => Ceiling == None ? MomentSpan.Never : lines[Ceiling];
}
