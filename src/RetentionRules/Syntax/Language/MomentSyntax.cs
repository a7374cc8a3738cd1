namespace RetentionRules.Syntax.Language;

/// <summary>A moment: it says from when.</summary>
internal abstract record MomentSyntax : SyntaxNode;

internal sealed record NameMomentSyntax(NameSyntax Name) : MomentSyntax;

/// <summary><c>any x</c>: drops out of <c>latest of</c> where x is known never to be.</summary>
internal sealed record AnyMomentSyntax(NameSyntax Name) : MomentSyntax;

/// <summary><c>second of x</c>, of a fact that is a list of dates.</summary>
internal sealed record OrdinalMomentSyntax(OrdinalWord Ordinal, NameSyntax Name) : MomentSyntax;

internal sealed record AfterMomentSyntax(AmountSyntax Amount, MomentSyntax Base) : MomentSyntax;

/// <summary><c>after 3 years</c>: counted from where the schedule says that retention starts.</summary>
internal sealed record AssumedStartMomentSyntax(AmountSyntax Amount) : MomentSyntax;

internal sealed record CycleMomentSyntax(CycleEdgeWord Edge, CycleSyntax Cycle, MomentSyntax Base) : MomentSyntax;

/// <summary><c>earliest of (…)</c>, <c>latest of (…)</c>.</summary>
internal sealed record ExtremeMomentSyntax(ExtremeWord Extreme, IReadOnlyList<MomentSyntax> Moments) : MomentSyntax;

/// <summary><c>…, or if that never happens …</c>.</summary>
internal sealed record FallbackMomentSyntax(MomentSyntax Main, MomentSyntax Fallback) : MomentSyntax;

/// <summary><c>a or b, whichever is later</c>; without the last words it can be read in several ways.</summary>
internal sealed record AlternativesMomentSyntax(
    IReadOnlyList<AlternativeSyntax> Alternatives, LogicWord Joint, WhicheverWord Whichever) : MomentSyntax;

/// <summary>The floor of a window that has none.</summary>
internal sealed record AtOnceMomentSyntax : MomentSyntax;

/// <summary>One of several moments joined by a word.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="IsComplete">It has a period of its own, or <c>when</c> or <c>at</c>; a bare name may mean two things.</param>
internal sealed record AlternativeSyntax(MomentSyntax Moment, bool IsComplete) : SyntaxNode;

/// <summary>How long: a period, or a parameter that stands for one.</summary>
internal abstract record AmountSyntax : SyntaxNode;

/// <summary>Unset units are 0; each digit string fits an <see cref="int"/>.</summary>
internal sealed record PeriodSyntax(int Years, int Months, int Weeks, int Days, int Hours) : AmountSyntax;

internal sealed record ParameterSyntax(NameSyntax Name) : AmountSyntax;

/// <summary><c>fiscal year</c>, <c>month</c>, or the name of a declared cycle.</summary>
internal sealed record CycleSyntax(string Name) : SyntaxNode;

internal enum OrdinalWord
{
    First,
    Second,
    Third,
    Last,
}

internal enum CycleEdgeWord
{
    EndOf,
    StartOfNext,
}

internal enum ExtremeWord
{
    Earliest,
    Latest,
}

internal enum WhicheverWord
{
    NotSaid,
    Earlier,
    Later,
}
