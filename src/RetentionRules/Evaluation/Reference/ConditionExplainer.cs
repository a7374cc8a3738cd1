using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Explains a condition by the value of each of its parts.</summary>
internal sealed class ConditionExplainer(RecordFacts facts)
{
    /// <summary>The value of a condition that is false.</summary>
    public const string False = "false";

    private readonly ConditionEvaluator _conditions = new(facts);

    public ExplanationNode Condition(Condition condition) => new(
        condition is Always ? "otherwise" : condition.ToString()!,
        Word(_conditions.Evaluate(condition)),
        condition.Source.Line,
        condition switch
        {
            AllOf all => [.. all.Operands.Select(Condition)],
            AnyOf any => [.. any.Operands.Select(Condition)],
            Not not => [Condition(not.Operand)],
            Comparison { Right: FactOperand other } c => [Fact(c.Fact), Fact(other.Fact)],
            Comparison c => [Fact(c.Fact)],
            Membership m => [Fact(m.Fact), .. m.Values.OfType<FactOperand>().Select(v => Fact(v.Fact))],
            UnderCode u => [Fact(u.Fact)],
            ContainsText c => [Fact(c.Fact)],
            MatchesPattern m => [Fact(m.Fact)],
            IsNever n => [Fact(n.Fact)],
            Always => [],
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        });

    public ExplanationNode Fact(FactDefinition fact) => new(fact.Name, facts[fact].ToString(), 0, []);

    private static string Word(Truth truth) => truth.ToString().ToLowerInvariant();
}
