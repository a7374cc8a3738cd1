namespace RetentionRules.Analysis;

/// <summary>
/// A record that shows a finding. All facts that it does not name are unknown; and it needs each that it names: without it the
/// finding is no longer shown. Both evaluators were asked. Immutable.
/// </summary>
public sealed record WitnessRecord
{
    internal WitnessRecord(IReadOnlyList<WitnessFact> facts, DateOnly asOf, string decision) => (Facts, AsOf, Decision) = (facts, asOf, decision);

    /// <summary>The facts, in the order of the schedule.</summary>
    public IReadOnlyList<WitnessFact> Facts { get; }

    /// <summary>The day on which it is decided.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The decision about it, in one line.</summary>
    public string Decision { get; internal init; }

    /// <summary><c>series = "FIN-02", expires is never</c>; <c>of which nothing is known</c> where no fact is needed.</summary>
    public override string ToString() => Facts.Count == 0 ? "any, of which nothing is known" : string.Join(", ", Facts);
}

/// <summary>A fact of a witness.</summary>
/// <param name="Fact">The name.</param>
/// <param name="Value">What is known of it.</param>
public readonly record struct WitnessFact(string Fact, FactValue Value)
{
    /// <summary><c>series = "FIN-02"</c>.</summary>
    public override string ToString() => Value.State == FactState.Never ? $"{Fact} is never" : $"{Fact} = {Value}";
}
