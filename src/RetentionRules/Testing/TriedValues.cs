using RetentionRules.Schedules;

namespace RetentionRules.Testing;

/// <summary>The values of a fact at which something that a policy says can turn, and its other states.</summary>
internal sealed class TriedValues(RetentionPolicy policy)
{
    /// <summary>An ordinary day, a month end, a leap day: periods land differently from each.</summary>
    private static readonly DateOnly[] Days = [new(2012, 2, 29), new(2018, 8, 31), new(2020, 6, 15)];

    private readonly Condition[] _conditions =
    [
        .. policy.Instrument.Schedules.SelectMany(s => s.Items).Select(i => i.When),
        .. policy.Instrument.Schedules.SelectMany(s => s.Items).SelectMany(i => i.Cases).Select(c => c.When),
        .. policy.Instrument.Schedules.SelectMany(s => s.Limits).Select(l => l.When),
        .. policy.Holds.Holds.Select(h => h.When).OfType<Condition>(),
        .. policy.Classification.Rules.Select(r => r.When),
        .. policy.Restrictions.SelectMany(r => r.Conditions),
    ];

    public IReadOnlyList<FactValue> Of(FactDefinition fact)
    {
        FactValue[] named = [.. _conditions.SelectMany(c => ValuesNamed(c, fact)).Distinct()];
        IEnumerable<FactValue> known = fact.Type switch
        {
            EnumerationType type => type.Values.Select(FactValue.Text),
            YesNoType => [FactValue.YesNo(true), FactValue.YesNo(false)],
            NumberType => named.SelectMany(v => new[] { v.AsNumber - 0.01m, v.AsNumber, v.AsNumber + 0.01m }).Append(0m).Select(FactValue.Number),
            CodeType type => named.SelectMany(v => new[] { v, FactValue.Text(v.AsText + type.Separators[0] + "1") }).Append(FactValue.Text("another")),
            TextType => named.Append(FactValue.Text("another")),
            DateListType => [FactValue.Dates(), FactValue.Dates(Days[0]), FactValue.Dates(Days[0], Days[1])],
            DateType or EventType => named.SelectMany(v => new[] { v.AsDate.AddDays(-1), v.AsDate, v.AsDate.AddDays(1) }).Concat(Days).Select(FactValue.Date),
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
        bool canBePending = fact.Type is DateType or EventType or DateListType;
        return [.. known.Distinct(), FactValue.Never, FactValue.Unknown, .. canBePending ? [FactValue.Pending] : Array.Empty<FactValue>()];
    }

    /// <summary>
    /// The values that a condition holds a fact against. Of a text that must contain a part, the part itself does; what a
    /// pattern matches is not looked for.
    /// </summary>
    private static IEnumerable<FactValue> ValuesNamed(Condition condition, FactDefinition fact) => condition switch
    {
        AllOf all => all.Operands.SelectMany(c => ValuesNamed(c, fact)),
        AnyOf any => any.Operands.SelectMany(c => ValuesNamed(c, fact)),
        Not not => ValuesNamed(not.Operand, fact),
        Comparison { Right: ValueOperand value } c when c.Fact == fact => [value.Value],
        Membership m when m.Fact == fact => m.Values.OfType<ValueOperand>().Select(v => v.Value),
        UnderCode u when u.Fact == fact => u.Codes.Select(FactValue.Text),
        ContainsText c when c.Fact == fact => [FactValue.Text(c.Part)],
        _ => [],
    };
}
