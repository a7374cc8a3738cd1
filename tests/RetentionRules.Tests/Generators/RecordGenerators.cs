using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Generators;

/// <summary>What is known of a generated record.</summary>
internal sealed record GeneratedRecord(IReadOnlyDictionary<string, FactValue> Values)
{
    public FactValue this[string name] => Values.GetValueOrDefault(name);

    public GeneratedRecord With(string name, FactValue value) => new(new Dictionary<string, FactValue>(Values) { [name] = value });

    public RecordFacts For(CompiledPolicy policy)
    {
        RecordFacts facts = policy.NewRecord("r");
        foreach (FactDefinition fact in policy.Facts) facts.Set(fact.Name, this[fact.Name]);
        return facts;
    }

    /// <summary>Whether something may still happen after the day of evaluation, so that bounds move with the day.</summary>
    public bool HasPending => Values.Values.Any(v => v.State == FactState.Pending || v.IsDateList);

    public override string ToString() => string.Join("\n", Values.Where(v => v.Value.State != FactState.Unknown).Select(v => $"  {v.Key}: {v.Value}"));
}

/// <summary>Records over the facts that a policy asks for, with all states.</summary>
internal static class RecordGenerators
{
    public static readonly Gen<DateOnly> Day = Gen.Elements(Vocabulary.Days);

    /// <summary>A day behind most of the days on which something happens.</summary>
    public static readonly Gen<DateOnly> Late = Gen.Choose(0, 2500).Select(d => new DateOnly(2025, 1, 1).AddDays(d));

    public static readonly Gen<DateOnly> AsOf = Gen.OneOf(Day, Gen.Choose(0, 4000).Select(d => new DateOnly(2020, 1, 1).AddDays(d)));

    /// <summary>The values that a fact of the type is given: few, so that comparisons hit.</summary>
    public static Gen<FactValue> Known(FactDefinition fact) => fact.Type switch
    {
        CodeType => Gen.Elements(Vocabulary.CodesOf(fact)).Select(FactValue.Text),
        TextType => Gen.Elements(Vocabulary.Titles).Select(FactValue.Text),
        EnumerationType type => Gen.Elements(type.Values.AsEnumerable()).Select(FactValue.Text),
        NumberType => Gen.Elements(0m, 10m, 99.5m, 100m, -3m).Select(FactValue.Number),
        YesNoType => Gen.Elements(true, false).Select(FactValue.YesNo),
        DateType or EventType => Day.Select(FactValue.Date),
        DateListType => Gen.ListOf(Day).Select(days => FactValue.Dates(days.Take(4))),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    public static bool CanBePending(FactDefinition fact) => fact.Type is DateType or EventType or DateListType;

    /// <summary>Of a class, mostly that nobody has filed the record: then the rules are asked.</summary>
    public static Gen<FactValue> AnyState(FactDefinition fact) => Gen.Frequency(
        (6, Known(fact)),
        (fact.Name == ClassificationScheme.FactName ? 12 : 2, Gen.Constant(FactValue.Never)),
        (CanBePending(fact) ? 2 : 0, Gen.Constant(FactValue.Pending)),
        (3, Gen.Constant(FactValue.Unknown)));

    /// <summary>Records of which most is known, and nothing was done yet.</summary>
    public static Gen<GeneratedRecord> MostlyKnown(IReadOnlyList<FactDefinition> facts) => Records(facts, fact => fact.Role switch
    {
        _ when fact.Name == ClassificationScheme.FactName => AnyState(fact),
        FactRole.Completion or FactRole.FinalCompletion => Gen.Frequency((3, Gen.Constant(FactValue.Pending)), (2, Known(fact)), (1, Gen.Constant(FactValue.Unknown))),
        _ => Gen.Frequency((8, Known(fact)), (1, AnyState(fact))),
    });

    public static Gen<GeneratedRecord> For(IReadOnlyList<FactDefinition> facts) => Records(facts, AnyState);

    private static Gen<GeneratedRecord> Records(IReadOnlyList<FactDefinition> facts, Func<FactDefinition, Gen<FactValue>> state) =>
        Gen.CollectToList(facts, state).Select(values => new GeneratedRecord(facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));

    public static IEnumerable<GeneratedRecord> Shrink(GeneratedRecord record) =>
        record.Values.Where(v => v.Value.State != FactState.Unknown).Select(v => record.With(v.Key, FactValue.Unknown));
}
