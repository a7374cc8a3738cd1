using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Days;

/// <summary>Makes conditions on the days of a record that no schedule can write, because they speak of a day of evaluation.</summary>
internal sealed class DayConditions(SourceReference source)
{
    public Condition Always => new Always(source);

    /// <summary>True of no record.</summary>
    public Condition Nothing => Not(Always);

    public Condition All(IReadOnlyList<Condition> operands) => new AllOf(source, operands);

    public Condition Any(IReadOnlyList<Condition> operands) => new AnyOf(source, operands);

    public Condition Not(Condition operand) => new Not(source, operand);

    public Condition Never(FactDefinition fact) => new IsNever(source, fact);

    /// <summary>Where everything is known, what is not never is.</summary>
    public Condition Is(FactDefinition fact) => Not(Never(fact));

    public Condition IsBy(FactDefinition fact, DateOnly day) => Compare(fact, ComparisonOperator.LessOrEqual, day);

    public Condition IsBefore(FactDefinition fact, DateOnly day) => Compare(fact, ComparisonOperator.Less, day);

    public Condition IsAfter(FactDefinition fact, DateOnly day) => Compare(fact, ComparisonOperator.Greater, day);

    private Comparison Compare(FactDefinition fact, ComparisonOperator op, DateOnly day) => new(source, fact, op, new ValueOperand(source, FactValue.Date(day)));
}
