namespace RetentionRules.Syntax.Language;

/// <summary>A condition: it selects records.</summary>
internal abstract record ConditionSyntax : SyntaxNode;

/// <summary>Several conditions joined; the words stand between them, so there is one word fewer.</summary>
internal sealed record LogicSyntax(IReadOnlyList<ConditionSyntax> Operands, IReadOnlyList<LogicWord> Words) : ConditionSyntax
{
    /// <summary><c>and</c> beside <c>or</c> without parentheses, which can be read in two ways.</summary>
    public bool IsMixed => Words.Distinct().Skip(1).Any();
}

internal sealed record NotSyntax(ConditionSyntax Operand) : ConditionSyntax;

internal sealed record ComparisonSyntax(NameSyntax Fact, ComparisonWord Word, OperandSyntax Right) : ConditionSyntax;

/// <summary><c>x in (a, b)</c>.</summary>
internal sealed record MembershipSyntax(NameSyntax Fact, IReadOnlyList<OperandSyntax> Values) : ConditionSyntax;

/// <summary><c>x under "A"</c>, <c>x under ("A", "B")</c>.</summary>
internal sealed record UnderSyntax(NameSyntax Fact, IReadOnlyList<TextSyntax> Codes) : ConditionSyntax;

internal sealed record ContainsSyntax(NameSyntax Fact, TextSyntax Part) : ConditionSyntax;

internal sealed record MatchesSyntax(NameSyntax Fact, TextSyntax Pattern) : ConditionSyntax;

internal sealed record IsNeverSyntax(NameSyntax Fact) : ConditionSyntax;

internal enum LogicWord
{
    And,
    Or,
}

internal enum ComparisonWord
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Before,
    OnOrBefore,
    On,
    OnOrAfter,
    After,
}

/// <summary>What a fact is compared with.</summary>
internal abstract record OperandSyntax : SyntaxNode;

internal sealed record TextOperandSyntax(string Value) : OperandSyntax;

/// <summary>A number as it was written, so that no digit is lost before its range is checked.</summary>
internal sealed record NumberOperandSyntax(string Digits) : OperandSyntax;

/// <summary>A date as it was written.</summary>
internal sealed record DateOperandSyntax(string Digits) : OperandSyntax;

/// <summary>A bare word: a value of the left fact's type, or for numbers and dates the name of another fact.</summary>
internal sealed record WordOperandSyntax(string Word) : OperandSyntax;

/// <summary><c>fact x</c>: the other fact, said so that it cannot be taken for a value.</summary>
internal sealed record FactOperandSyntax(NameSyntax Fact) : OperandSyntax;
