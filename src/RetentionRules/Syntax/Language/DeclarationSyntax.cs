namespace RetentionRules.Syntax.Language;

/// <summary>The type of a fact: <c>date</c>, <c>one of [official, other]</c>.</summary>
internal abstract record FactTypeSyntax : SyntaxNode;

internal sealed record SimpleTypeSyntax(SimpleTypeWord Word) : FactTypeSyntax;

internal sealed record EnumerationTypeSyntax(bool Ordered, IReadOnlyList<TextSyntax> Values) : FactTypeSyntax;

internal enum SimpleTypeWord
{
    Code,
    Text,
    Number,
    YesNo,
    Date,
    Event,
    DateList,
    RelatedRecord,
}

/// <summary><c>period from 15 years to 30 years</c>.</summary>
internal sealed record ParameterTypeSyntax(PeriodSyntax Least, PeriodSyntax Most) : SyntaxNode;

/// <summary><c>30 September</c>, <c>last day of February</c>, <c>30 June of odd years</c>.</summary>
/// <param name="Day">From 1 to 31; 0 for the last day of the month.</param>
/// <param name="Month">From 1 to 12.</param>
/// <param name="Years">In which years the cycle ends.</param>
internal sealed record YearEndSyntax(int Day, int Month, YearsWord Years) : SyntaxNode;

internal enum YearsWord
{
    Every,
    Odd,
    Even,
}
