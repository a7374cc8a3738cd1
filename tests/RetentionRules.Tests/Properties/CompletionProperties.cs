using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>
/// What a decision says must be true however the facts turn out that are not known. A completion knows them all: an
/// unknown fact has any value or is never, a pending one comes on a later day or never. Round a random completion, every
/// value that matters of every open fact is tried, and every pair of them up to a bound.
/// </summary>
public sealed class CompletionProperties(ITestOutputHelper output)
{
    /// <summary>When a record was destroyed is not among what a destruction rests on: a record known destroyed is completed.</summary>
    private const string Destroyed = "destroy";

    /// <summary>How many completions of one situation are tried at most.</summary>
    private const int MostTried = 60;

    private sealed record OpenSituation(Situation Situation, GeneratedRecord Completion)
    {
        public IEnumerable<GeneratedRecord> Completions => Around(Situation, Completion).Take(MostTried).Prepend(Completion);

        public override string ToString() => $"{Situation}\ncompleted:\n{Completion}";
    }

    [Fact]
    public void ADueDestroy_StandsInEveryCompletion() => PropertyCheck.Holds(output, Open, o =>
        !o.Situation.Decide().Permits(DispositionAction.Destroy)
        || o.Completions.All(c => o.Situation.Decide(c, o.Situation.AsOf).Permits(DispositionAction.Destroy)), 6000);

    [Fact]
    public void APermission_StandsInEveryCompletion() => PropertyCheck.Holds(output, Open, o =>
        o.Situation.Policy.Policy.Acts.Select(a => a.Name).Where(act => Permits(o, act, o.Situation.Record)).All(act => o.Completions.All(c => Permits(o, act, c))), 1000);

    private static bool Permits(OpenSituation open, string act, GeneratedRecord record) =>
        open.Situation.Policy.Permits(act, record.For(open.Situation.Policy), open.Situation.AsOf).IsPermitted;

    [Fact]
    public void Bounds_EncloseTheDayOfEveryCompletion() => PropertyCheck.Holds(output, Open, o =>
    {
        IReadOnlyList<TimelineEntry> open = o.Situation.Decide().Timeline;
        return open.Count == 0 || o.Completions.All(c => Encloses(open, o.Situation.Decide(c, o.Situation.AsOf).Timeline));
    }, 4000);

    /// <summary>Only days of the same steps can be compared: a completion may settle the item differently.</summary>
    private static bool Encloses(IReadOnlyList<TimelineEntry> open, IReadOnlyList<TimelineEntry> complete) =>
        open.Count != complete.Count || open.Zip(complete).Any(p => !ReferenceEquals(p.First.Step, p.Second.Step)) || open.Zip(complete).All(p => Encloses(p.First, p.Second));

    /// <summary>The days of a recurring act that is over are of no account.</summary>
    private static bool Encloses(TimelineEntry open, TimelineEntry complete) =>
        open.State is StepState.Over || complete.State is StepState.Over ||
        (open.Bounds.Contains(complete.Bounds) && open.Latest.Contains(complete.Latest));

    private static readonly Arbitrary<OpenSituation> Open = Arb.From(
        from situation in Situation.Any.Generator
        from values in Gen.CollectToList(situation.Policy.Facts, fact => OneOf(fact, situation))
        select new OpenSituation(situation, new GeneratedRecord(situation.Policy.Facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second))));

    private static Gen<FactValue> OneOf(FactDefinition fact, Situation situation) =>
        IsOpen(fact, situation.Record[fact.Name]) ? Gen.Elements(ValuesOf(fact, situation.Record[fact.Name], situation.AsOf).AsEnumerable()) : Gen.Constant(situation.Record[fact.Name]);

    private static bool IsOpen(FactDefinition fact, FactValue value) =>
        value.State is FactState.Unknown or FactState.Pending
        && !(fact.Name.EndsWith(Destroyed, StringComparison.Ordinal) && fact.Role is FactRole.FinalCompletion or FactRole.Completion);

    private static IEnumerable<GeneratedRecord> Around(Situation situation, GeneratedRecord completion)
    {
        (FactDefinition Fact, IReadOnlyList<FactValue> Values)[] open =
            [.. situation.Policy.Facts.Where(f => IsOpen(f, situation.Record[f.Name])).Select(f => (f, ValuesOf(f, situation.Record[f.Name], situation.AsOf)))];
        foreach ((FactDefinition fact, IReadOnlyList<FactValue> values) in open)
            foreach (FactValue value in values) yield return completion.With(fact.Name, value);
        foreach (var (first, second) in open.SelectMany((a, i) => open.Skip(i + 1).Select(b => (a, b))))
            foreach (FactValue one in first.Values)
                foreach (FactValue other in second.Values) yield return completion.With(first.Fact.Name, one).With(second.Fact.Name, other);
    }

    /// <summary>Never, and the values at which something can turn: those the schedules speak of, and days round the day of evaluation.</summary>
    private static IReadOnlyList<FactValue> ValuesOf(FactDefinition fact, FactValue value, DateOnly asOf)
    {
        DateOnly[] later = [asOf.AddDays(1), asOf.AddDays(29), asOf.AddDays(366), asOf.AddDays(3000)];
        DateOnly[] days = value.State == FactState.Pending ? later : [Vocabulary.Days[0], Vocabulary.Days[4], asOf.AddDays(-1), asOf, .. later];
        IEnumerable<FactValue> known = fact.Type switch
        {
            CodeType => Vocabulary.CodesOf(fact).Select(FactValue.Text),
            TextType => Vocabulary.Titles.Select(FactValue.Text),
            EnumerationType type => type.Values.Select(FactValue.Text),
            NumberType => new[] { -3m, 0m, 10m, 99.5m, 100m }.Select(FactValue.Number),
            YesNoType => [FactValue.YesNo(true), FactValue.YesNo(false)],
            DateListType => days.Select(d => FactValue.Dates(d, d.AddDays(40))).Append(FactValue.Dates(days[0])),
            _ => days.Select(FactValue.Date),
        };
        return [.. known, FactValue.Never];
    }
}
