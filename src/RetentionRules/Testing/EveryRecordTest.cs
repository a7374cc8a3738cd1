using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Testing;

/// <summary>
/// A sentence about every record of a pattern, tried on many: what is given stays, and all other facts that can matter take
/// each state and each value at which something can turn. Immutable.
/// </summary>
public sealed class EveryRecordTest
{
    internal EveryRecordTest(string name, CompiledPolicy policy, IReadOnlyList<KeyValuePair<string, FactValue>> facts, SourceReference source)
    {
        Name = name;
        Policy = policy;
        Facts = facts;
        Source = source;
    }

    /// <summary>The sentence.</summary>
    public string Name { get; }

    /// <summary>The schedule with the holds and parameters of the sentence.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>What is so of every record that is meant.</summary>
    public IReadOnlyList<KeyValuePair<string, FactValue>> Facts { get; }

    /// <summary>Where it begins.</summary>
    public SourceReference Source { get; }

    /// <summary>The one day on which it is tried; without one, all days on which a decision changes.</summary>
    internal DateOnly? Day { get; init; }

    internal EveryClaim Claim { get; init; } = new EveryClaim.Expects([]);

    /// <summary>Tries the records until one contradicts.</summary>
    public EveryRecordResult Run()
    {
        TriedRecords records = new(Policy, Facts, Claim is EveryClaim.NeverPermits { Before: { } before } ? MomentFacts.Of(before) : []);
        RecordFacts facts = Policy.NewRecord("");
        long tried = 0;
        foreach (KeyValuePair<string, FactValue>[] record in records.All())
        {
            facts.Clear();
            facts.Set(record);
            tried++;
            foreach (DateOnly day in Day is { } only ? [only] : records.DaysOf(facts))
                if (Contradiction(facts, day) is { Count: > 0 } failures) return new EveryRecordResult(this, tried, records.AreAllTried, Counterexample(record, facts, day, failures));
        }

        return new EveryRecordResult(this, tried, records.AreAllTried, null);
    }

    private IReadOnlyList<string> Contradiction(RecordFacts facts, DateOnly day)
    {
        DispositionDecision decision = Policy.Evaluate(facts, day);
        return Claim switch
        {
            EveryClaim.Expects expects => [.. expects.Expectations.Select(e => e.Compare(decision, act => Policy.Permits(act, facts, day))).Where(f => f.Length > 0)],
            EveryClaim.NeverPermits never => decision.Permits(never.Act) && OfMoment(never, facts, day) is { } why ? [$"{DecisionText.Word(never.Act)} is allowed{why}"] : [],
            _ => throw new InvalidOperationException("unknown claim"),
        };
    }

    /// <summary>Why the act comes too early; null where the moment before which it must not come has surely come.</summary>
    private string? OfMoment(EveryClaim.NeverPermits never, RecordFacts facts, DateOnly day)
    {
        if (never.Before is null) return "";
        DateBounds bounds = new MomentEvaluator(Policy.Policy, Policy.Policy.Instrument.Schedules[0].Rounding, facts, day, []).Evaluate(never.Before, Side.Floor).Bounds;
        return bounds.NotAfter <= DateBound.At(day) ? null : $", and {never.Before} is {BoundsText.Write(bounds)}";
    }

    private ScheduleTestResult Counterexample(KeyValuePair<string, FactValue>[] record, RecordFacts facts, DateOnly day, IReadOnlyList<string> failures)
    {
        ScheduleTestCase example = new(Name, Policy, "", day, Source) { Facts = record };
        string given = string.Join(", ", record.Where(f => f.Value.State != FactState.Unknown).Select(f => $"{f.Key}: {f.Value}"));
        string told = string.Create(CultureInfo.InvariantCulture, $"not so as of {day:yyyy-MM-dd} for {{ {given} }}");
        return new ScheduleTestResult(example, Policy.Evaluate(facts, day), [told, .. failures], Policy.Explain(facts, day));
    }
}

/// <summary>What is claimed of every record.</summary>
internal abstract record EveryClaim
{
    private EveryClaim()
    {
    }

    /// <summary>Each decision is as expected.</summary>
    public sealed record Expects(IReadOnlyList<Expectation> Expectations) : EveryClaim;

    /// <summary>No decision allows the act; or none before a moment has surely come.</summary>
    public sealed record NeverPermits(DispositionAction Act, Moment? Before) : EveryClaim;
}

/// <summary>What came of trying a sentence about every record.</summary>
/// <param name="Test">The sentence.</param>
/// <param name="Tried">How many records were tried.</param>
/// <param name="AllTried">Whether these are all combinations of the values at which something can turn, and not a choice of them.</param>
/// <param name="Counterexample">A record of which it is not so, or null.</param>
public sealed record EveryRecordResult(EveryRecordTest Test, long Tried, bool AllTried, ScheduleTestResult? Counterexample)
{
    /// <summary>Whether it was so of every record that was tried.</summary>
    public bool Passed => Counterexample is null;
}
