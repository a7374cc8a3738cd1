namespace RetentionRules.Compilation;

/// <summary>Why a disposition comes to its status; with the steps it speaks of, it gives the reasons.</summary>
internal enum OutcomeCause : byte
{
    /// <summary>The compiled disposition does not say; the evaluator of all layers is asked.</summary>
    NotCompiled,
    CeilingBeforeFloor,
    AwaitsEvents,
    NeverDue,
    NotDueBefore,
    Open,
    CeilingMayPrecedeFloor,
    Due,
    Overdue,
    KeptPermanently,
    AllActsDone,
    NoItemApplies,
}

/// <summary>What a compiled disposition comes to for a record on a day, before holds and gates.</summary>
internal readonly struct SequenceOutcome
{
    public required DispositionStatus Status { get; init; }

    public required OutcomeCause Cause { get; init; }

    /// <summary>The place of the step that it speaks of, or <see cref="CompiledStep.None"/>.</summary>
    public required int Act { get; init; }

    /// <summary>What the step does; means nothing where there is none.</summary>
    public DispositionAction Action { get; init; }

    /// <summary>The place of the step that would be due if the act were done, or <see cref="CompiledStep.None"/>.</summary>
    public int Waiting { get; init; }

    public required int NotBefore { get; init; }

    public required int NotAfter { get; init; }

    /// <summary>The last day for the act.</summary>
    public required int Latest { get; init; }

    /// <summary>What the days of the act rest on.</summary>
    public SpanGrounds Grounds { get; init; }

    /// <summary>The first later day on which any of it can change.</summary>
    public required int NextChange { get; init; }

    public bool IsDue => Status is DispositionStatus.Eligible or DispositionStatus.Overdue;

    /// <summary>Whether the decision names facts that are missing: what an act that is due rests on no longer matters.</summary>
    public bool NamesMissing => Cause is OutcomeCause.Open or OutcomeCause.CeilingMayPrecedeFloor || (IsNotDue && (Grounds & SpanGrounds.Missing) != 0);

    /// <summary>Whether the reasons tell of a cycle that ends too early, or of a day that does not exist.</summary>
    public bool HasDoubts => (IsNotDue || Cause == OutcomeCause.Open) && (Grounds & (SpanGrounds.OpenCycle | SpanGrounds.NeedsRounding)) != 0;

    private bool IsNotDue => Cause is OutcomeCause.NeverDue or OutcomeCause.NotDueBefore;
}
