namespace RetentionRules.Syntax.Language;

/// <summary>What becomes of the records of an item.</summary>
internal abstract record DispositionSyntax : SyntaxNode;

/// <summary><c>permanent; transfer to "…" 15 years after cutoff</c>.</summary>
internal sealed record StepsSyntax(IReadOnlyList<SegmentSyntax> Segments) : DispositionSyntax;

/// <summary><c>as item "1.1.010"</c>.</summary>
internal sealed record AsItemSyntax(TextSyntax Item) : DispositionSyntax;

/// <summary><c>refer to "counsel" for "which appeals remain open"</c>; the question may be empty.</summary>
internal sealed record ReferSyntax(TextSyntax To, TextSyntax Question) : DispositionSyntax;

/// <summary>What stands between two semicolons.</summary>
internal abstract record SegmentSyntax : SyntaxNode;

internal sealed record PermanentSyntax : SegmentSyntax;

/// <summary><c>then as decided</c>.</summary>
internal sealed record AsDecidedSyntax : SegmentSyntax;

/// <summary>An act and its time.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Target">To whom or where, or for destroy by which method; empty where nothing is said.</param>
/// <param name="Timing">From when.</param>
/// <param name="Label">The name by which later steps count from this one; empty for the action's own name.</param>
internal sealed record StepSyntax(ActionWord Action, TextSyntax Target, TimingSyntax Timing, NameSyntax Label) : SegmentSyntax;

internal abstract record TimingSyntax : SyntaxNode;

internal sealed record AtMomentSyntax(MomentSyntax Moment) : TimingSyntax;

/// <summary><c>no sooner than … , no later than …</c>.</summary>
internal sealed record WindowSyntax(MomentSyntax Floor, MomentSyntax Ceiling) : TimingSyntax;

/// <summary><c>every 1 year after x until y</c>; without a start it counts from where retention starts.</summary>
internal sealed record RecurringSyntax(AmountSyntax Every, RecurrenceBound From, RecurrenceBound Until) : TimingSyntax;

/// <summary>The start or the end of a recurring step, where one is said.</summary>
internal sealed record RecurrenceBound(IReadOnlyList<MomentSyntax> Moments) : SyntaxNode
{
    public static readonly RecurrenceBound NotSaid = new([]);
}

internal enum ActionWord
{
    CutOff,
    Destroy,
    Transfer,
    HandOver,
    Return,
    Move,
    Review,
    Appraise,
    Declassify,
    Open,
}
