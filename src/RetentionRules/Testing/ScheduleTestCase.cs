using RetentionRules.Text;

namespace RetentionRules.Testing;

/// <summary>One case: a record, a day, and what the decision must be. Immutable.</summary>
public sealed class ScheduleTestCase
{
    internal ScheduleTestCase(string name, CompiledPolicy policy, string record, DateOnly asOf, SourceReference source)
    {
        Name = name;
        Policy = policy;
        Record = record;
        AsOf = asOf;
        Source = source;
    }

    /// <summary>What the case shows.</summary>
    public string Name { get; }

    /// <summary>The schedule with the holds and parameters of the case.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>The record's identifier; empty where it has none.</summary>
    public string Record { get; }

    /// <summary>The day of evaluation.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Where the case begins.</summary>
    public SourceReference Source { get; }

    /// <summary>The facts of the record; what is not given is unknown.</summary>
    public IReadOnlyList<KeyValuePair<string, FactValue>> Facts { get; internal init; } = [];

    /// <summary>
    /// The records that are disposed of as one, each with all of its facts; empty where the case is about a single record.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<KeyValuePair<string, FactValue>>> Members { get; internal init; } = [];

    /// <summary>The records that the case is about, in a buffer each.</summary>
    internal IEnumerable<RecordFacts> Records => Members.Count == 0 ? [Policy.NewRecord(Record).Set(Facts)] : Members.Select(m => Policy.NewRecord(Record).Set(m));

    /// <summary>What the decision must be: at least one.</summary>
    internal IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>Decides the record and compares.</summary>
    public ScheduleTestResult Run()
    {
        if (Members.Count > 0) return RunTogether();
        RecordFacts facts = Records.First();
        DispositionDecision decision = Policy.Evaluate(facts, AsOf);
        string[] failures = [.. Expectations.Select(e => e.Compare(decision, act => Policy.Permits(act, facts, AsOf))).Where(f => f.Length > 0)];
        return new ScheduleTestResult(this, decision, failures, failures.Length == 0 ? null : Policy.Explain(facts, AsOf));
    }

    /// <summary>Whether an act may be done is asked of each record; it may where it may with all.</summary>
    private ScheduleTestResult RunTogether()
    {
        RecordAggregate aggregate = Policy.NewAggregate(Record, AsOf);
        foreach (RecordFacts member in Records) aggregate.Add(member);
        DispositionDecision decision = aggregate.Decide();
        string[] failures = [.. Expectations.Select(e => e.Compare(decision, act => LeastPermitted(act))).Where(f => f.Length > 0)];
        return new ScheduleTestResult(this, decision, failures, failures.Length == 0 ? null : new Explanation(decision, []));
    }

    private PermissionDecision LeastPermitted(string act) => Records.Select(r => Policy.Permits(act, r, AsOf)).OrderBy(p => p.Permission == PermissionStatus.Permitted).First();
}

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Failures">What is not as expected, one line each; empty where the case passed.</param>
/// <param name="Explanation">Why the decision is what it is, where the case failed.</param>
public sealed record ScheduleTestResult(
    ScheduleTestCase Case, DispositionDecision Decision, IReadOnlyList<string> Failures, Explanation? Explanation)
{
    /// <summary>Whether the decision is as expected.</summary>
    public bool Passed => Failures.Count == 0;
}

/// <summary>The tests of a schedule, ready to run. Immutable.</summary>
/// <param name="Schedule">The schedule, register or set.</param>
/// <param name="Cases">The cases in the order of the file, those of tables behind the others.</param>
/// <param name="Every">The sentences about every record of a pattern.</param>
public sealed record ScheduleTests(RetentionInstrument Schedule, IReadOnlyList<ScheduleTestCase> Cases, IReadOnlyList<EveryRecordTest> Every);
