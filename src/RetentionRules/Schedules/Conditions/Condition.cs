using System.Text.RegularExpressions;
using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>A typed condition on the facts of a record. A closed hierarchy; immutable.</summary>
/// <remarks><c>ToString</c> gives the condition in the words of the rules language.</remarks>
public abstract class Condition
{
    private protected Condition(SourceReference source) => Source = source;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }
}

/// <summary>True of every record: the condition of an item or a case that has none.</summary>
public sealed class Always : Condition
{
    internal Always(SourceReference source)
        : base(source)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "every record";
}

/// <summary>All of the operands are true.</summary>
public sealed class AllOf : Condition
{
    internal AllOf(SourceReference source, IReadOnlyList<Condition> operands)
        : base(source) => Operands = operands;

    /// <summary>At least two.</summary>
    public IReadOnlyList<Condition> Operands { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" and ", Operands.Select(ConditionText.Operand));
}

/// <summary>At least one of the operands is true.</summary>
public sealed class AnyOf : Condition
{
    internal AnyOf(SourceReference source, IReadOnlyList<Condition> operands)
        : base(source) => Operands = operands;

    /// <summary>At least two.</summary>
    public IReadOnlyList<Condition> Operands { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", Operands.Select(ConditionText.Operand));
}

/// <summary>The operand is not true. Never rewritten: <c>not (a &lt; b)</c> is not <c>a &gt;= b</c>, because both are false on <em>never</em>.</summary>
public sealed class Not : Condition
{
    internal Not(SourceReference source, Condition operand)
        : base(source) => Operand = operand;

    /// <summary>What must not be true.</summary>
    public Condition Operand { get; }

    /// <inheritdoc/>
    public override string ToString() => "not " + (Operand is Not ? $"({Operand})" : ConditionText.Operand(Operand));
}

/// <summary>A comparison of a fact with a value, or with another fact of the same type.</summary>
public sealed class Comparison : Condition
{
    internal Comparison(SourceReference source, FactDefinition fact, ComparisonOperator op, Operand right)
        : base(source) => (Fact, Operator, Right) = (fact, op, right);

    /// <summary>The fact on the left.</summary>
    public FactDefinition Fact { get; }

    /// <summary>The comparison.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The right side.</summary>
    public Operand Right { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact.Name} {ConditionText.Sign(Operator)} {ConditionText.Right(Right, Fact.Type)}";
}

/// <summary>The fact has one of the values.</summary>
public sealed class Membership : Condition
{
    internal Membership(SourceReference source, FactDefinition fact, IReadOnlyList<Operand> values)
        : base(source) => (Fact, Values) = (fact, values);

    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<Operand> Values { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact.Name} in ({string.Join(", ", Values.Select(v => ConditionText.Right(v, Fact.Type)))})";
}

/// <summary>The fact is one of the codes, or stands below one of them.</summary>
public sealed class UnderCode : Condition
{
    internal UnderCode(SourceReference source, FactDefinition fact, IReadOnlyList<string> codes, IReadOnlyList<SourceReference> codeSources)
        : base(source) => (Fact, Codes, CodeSources) = (fact, codes, codeSources);

    /// <summary>The fact, of type <see cref="CodeType"/>.</summary>
    public FactDefinition Fact { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Where each of the codes is written, in their order.</summary>
    public IReadOnlyList<SourceReference> CodeSources { get; }

    /// <inheritdoc/>
    public override string ToString() => Codes is [var code]
        ? $"{Fact.Name} under {QuotedText.Write(code)}"
        : $"{Fact.Name} under ({string.Join(", ", Codes.Select(QuotedText.Write))})";
}

/// <summary>The fact's text contains a part.</summary>
public sealed class ContainsText : Condition
{
    internal ContainsText(SourceReference source, FactDefinition fact, string part)
        : base(source) => (Fact, Part) = (fact, part);

    /// <summary>The fact, of type <see cref="TextType"/> or <see cref="CodeType"/>.</summary>
    public FactDefinition Fact { get; }

    /// <summary>The part, in normal form C.</summary>
    public string Part { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact.Name} contains {QuotedText.Write(Part)}";
}

/// <summary>The whole of the fact's text matches a regular expression that cannot backtrack.</summary>
public sealed class MatchesPattern : Condition
{
    internal MatchesPattern(SourceReference source, FactDefinition fact, string pattern, Regex regex)
        : base(source) => (Fact, Pattern, Regex) = (fact, pattern, regex);

    /// <summary>The fact, of type <see cref="TextType"/> or <see cref="CodeType"/>.</summary>
    public FactDefinition Fact { get; }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>The pattern, anchored at both ends, in <see cref="RegexOptions.NonBacktracking"/> mode.</summary>
    internal Regex Regex { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact.Name} matches {QuotedText.Write(Pattern)}";
}

/// <summary>The fact is known not to exist or to happen.</summary>
public sealed class IsNever : Condition
{
    internal IsNever(SourceReference source, FactDefinition fact)
        : base(source) => Fact = fact;

    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact.Name} is never";
}

/// <summary>How two values are compared.</summary>
public enum ComparisonOperator
{
    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>!=</c>, which is <c>not (a = b)</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>, <c>before</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>, <c>on or before</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>, <c>after</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>, <c>on or after</c>.</summary>
    GreaterOrEqual,
}

/// <summary>The right side of a comparison. A closed hierarchy.</summary>
public abstract class Operand
{
    private protected Operand(SourceReference source) => Source = source;

    /// <summary>Where it is written: of a list, this one value.</summary>
    public SourceReference Source { get; }
}

/// <summary>A value that the schedule writes.</summary>
public sealed class ValueOperand : Operand
{
    internal ValueOperand(SourceReference source, FactValue value)
        : base(source) => Value = value;

    /// <summary>Always known.</summary>
    public FactValue Value { get; }
}

/// <summary>Another fact of the same record.</summary>
public sealed class FactOperand : Operand
{
    internal FactOperand(SourceReference source, FactDefinition fact)
        : base(source) => Fact = fact;

    /// <summary>The other fact.</summary>
    public FactDefinition Fact { get; }
}

/// <summary>Writes conditions in the words of the rules language.</summary>
internal static class ConditionText
{
    public static string Operand(Condition condition) => condition is AllOf or AnyOf ? $"({condition})" : condition.ToString()!;

    /// <summary>Values of enumerations stand bare, as people write them, where they are a single word.</summary>
    public static string Right(Operand operand, FactType type) => operand switch
    {
        ValueOperand { Value: var value } when type is EnumerationType && value.AsText.All(IsWordPart) => value.AsText,
        ValueOperand { Value: var value } when value.IsText => QuotedText.Write(value.AsText),
        ValueOperand { Value: var value } => value.ToString(),
        FactOperand { Fact: var fact } => "fact " + fact.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    private static bool IsWordPart(char c) => char.IsLetter(c) || c is '_';

    public static string Sign(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op.ToString()),
    };
}
