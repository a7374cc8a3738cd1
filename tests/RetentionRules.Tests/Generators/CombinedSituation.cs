using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Generators;

/// <summary>Several generated schedules that decide together: a set, or a register of two editions.</summary>
internal sealed record CombinedSituation(IReadOnlyList<GeneratedSchedule> Schedules, CombinedKind Kind, GeneratedTransition Transition, GeneratedRecord Record, DateOnly AsOf)
{
    private static readonly DateOnly Change = new(2021, 6, 15);

    private readonly Lazy<CompiledPolicy> _policy = new(() => RetentionPolicy.For(Build(Schedules, Kind, Transition)).WithHolds(HoldList.None).Compile());

    public CompiledPolicy Policy => _policy.Value;

    public DispositionDecision Decide() => Decide(Record, AsOf);

    public DispositionDecision Decide(GeneratedRecord record, DateOnly asOf) => Policy.Evaluate(record.For(Policy), asOf);

    /// <summary>The set without the schedules behind the first.</summary>
    public CombinedSituation FirstAlone() => new([Schedules[0]], Kind, Transition, Record, AsOf);

    private static RetentionInstrument Build(IReadOnlyList<GeneratedSchedule> schedules, CombinedKind kind, GeneratedTransition transition) => kind switch
    {
        CombinedKind.Register => Register(schedules, transition),
        CombinedKind.Unique => new ScheduleSet("set", SetCombination.Unique, [.. schedules.Select(s => s.Load())]),
        CombinedKind.Precedence => new ScheduleSet("set", SetCombination.Precedence, [.. schedules.Select(s => s.Load())]),
        CombinedKind.Longest => new ScheduleSet("set", SetCombination.Longest, [.. schedules.Select(s => s.Load())]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ScheduleRegister Register(IReadOnlyList<GeneratedSchedule> schedules, GeneratedTransition transition)
    {
        RetentionSchedule earlier = (schedules[0] with { Standing = $"version: '1'\nstatus: superseded\nin-force: {{ from: 2000-01-01, to: {Change:yyyy-MM-dd} }}\n" }).Load();
        RetentionSchedule later = (schedules[^1] with { Standing = $"version: '2'\nstatus: approved\nin-force: {{ from: {Change:yyyy-MM-dd} }}\n" }).Load();
        RetentionSchedule[] editions = [earlier, later];
        FactDefinition Fact(string name) => editions.SelectMany(e => e.Facts).First(f => f.Name == name);
        FactDefinition? governs = transition.Governs.Length == 0 ? null : Fact(transition.Governs);
        EditionTransition rule = new(later, transition.Running, transition.Expired, default)
        {
            Stands = transition.Stands.Length == 0 ? null : new StandingDecision(Fact(transition.Stands), new Always(default)),
            Since = transition.Since.Length == 0 ? null : Fact(transition.Since),
        };
        return new ScheduleRegister("register", editions, governs, governs is null && transition.IsThere ? [rule] : []) { Status = ScheduleStatus.Approved };
    }

    public override string ToString() => $"{Kind}, {Transition}, as of {AsOf:yyyy-MM-dd}\n{Record}\n{string.Join("\n---\n", Schedules)}";

    private static readonly Gen<GeneratedTransition> Transitions =
        from governs in Gen.Elements("", "", "", "created", "closed")
        from isThere in Gen.Elements(true, true, false)
        from running in Gen.Elements(Enum.GetValues<TransitionRule>())
        from expired in Gen.Elements(Enum.GetValues<TransitionRule>())
        from stands in Gen.Elements("", "", "paid", "superseded")
        from since in Gen.Elements("created", "issued")
        select new GeneratedTransition(governs, isThere, running, expired, stands, since);

    /// <summary>The schedules of a set file by one classification, so by the same rules.</summary>
    private static Gen<CombinedSituation> Of(Gen<GeneratedSchedule> schedules, Func<IReadOnlyList<FactDefinition>, Gen<GeneratedRecord>> records, Gen<DateOnly> days, IReadOnlyList<CombinedKind> kinds) =>
        from kind in Gen.Elements(kinds.ToArray())
        from count in Gen.Choose(2, 3)
        from all in Gen.CollectToList(Enumerable.Range(0, count), _ => schedules)
        from transition in Transitions
        from asOf in days
        let alike = all.Select(s => s with { Rules = all[0].Rules }).ToArray()
        from record in records(RetentionPolicy.For(Build(alike, kind, transition)).Facts)
        select new CombinedSituation(alike, kind, transition, record, asOf);

    private static Arbitrary<CombinedSituation> Any(params IReadOnlyList<CombinedKind> kinds) => Arb.From(
        Gen.OneOf(
            Of(ScheduleGenerators.Any.Generator, RecordGenerators.For, RecordGenerators.AsOf, kinds),
            Of(ScheduleGenerators.Destroying, RecordGenerators.MostlyKnown, RecordGenerators.Late, kinds)),
        Shrink);

    public static Arbitrary<CombinedSituation> OfEveryKind { get; } = Any(CombinedKind.Unique, CombinedKind.Precedence, CombinedKind.Longest, CombinedKind.Longest, CombinedKind.Register, CombinedKind.Register);

    public static Arbitrary<CombinedSituation> Longest { get; } = Any(CombinedKind.Longest);

    private static IEnumerable<CombinedSituation> Shrink(CombinedSituation situation)
    {
        for (int i = 0; i < situation.Schedules.Count; i++)
        {
            foreach (GeneratedSchedule smaller in ScheduleGenerators.Shrink(situation.Schedules[i]).Where(s => s.Rules.Count == situation.Schedules[0].Rules.Count))
            {
                if (!ScheduleReader.Read(smaller.ToString()).TryGetValue(out _)) continue;
                CombinedSituation next = new([.. situation.Schedules.Take(i), smaller, .. situation.Schedules.Skip(i + 1)], situation.Kind, situation.Transition, situation.Record, situation.AsOf);
                if (CanBeBuilt(next)) yield return next;
            }
        }

        foreach (GeneratedRecord smaller in RecordGenerators.Shrink(situation.Record))
            yield return new CombinedSituation(situation.Schedules, situation.Kind, situation.Transition, smaller, situation.AsOf);
    }

    /// <summary>A smaller schedule may no longer have the fact by which a register picks its edition.</summary>
    private static bool CanBeBuilt(CombinedSituation situation)
    {
        try
        {
            _ = Build(situation.Schedules, situation.Kind, situation.Transition);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

internal enum CombinedKind
{
    Unique,
    Precedence,
    Longest,
    Register,
}

/// <summary>How records pass from one edition to the next.</summary>
internal sealed record GeneratedTransition(string Governs, bool IsThere, TransitionRule Running, TransitionRule Expired, string Stands, string Since);
