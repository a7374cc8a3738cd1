namespace RetentionRules.Schedules;

/// <summary>What a condition speaks of.</summary>
internal static class ConditionFacts
{
    /// <summary>The facts that a condition names; a fact may stand twice.</summary>
    public static IEnumerable<FactDefinition> Of(Condition condition) => condition switch
    {
        Always => [],
        AllOf all => all.Operands.SelectMany(Of),
        AnyOf any => any.Operands.SelectMany(Of),
        Not not => Of(not.Operand),
        Comparison c => [c.Fact, .. Of(c.Right)],
        Membership m => [m.Fact, .. m.Values.SelectMany(Of)],
        UnderCode u => [u.Fact],
        ContainsText c => [c.Fact],
        MatchesPattern m => [m.Fact],
        IsNever n => [n.Fact],
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The tests that a condition is made of, without what joins or denies them.</summary>
    public static IEnumerable<Condition> Tests(Condition condition) => condition switch
    {
        AllOf all => all.Operands.SelectMany(Tests),
        AnyOf any => any.Operands.SelectMany(Tests),
        Not not => Tests(not.Operand),
        _ => [condition],
    };

    private static IEnumerable<FactDefinition> Of(Operand operand) => operand is FactOperand other ? [other.Fact] : [];
}
