using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;

namespace RetentionRules.Tests.Analysis;

/// <summary>Schedules of which one item has a first and a last day, both counted from one event or from two.</summary>
internal static class WindowSchedules
{
    private const string Declarations = """
        calendar:
          fiscal-year-ends: 30 September
        record:
          closed: event
          opened: date
          kept: yes/no

        """;

    private static NameSyntax N(string name) => new(name);

    private static readonly Gen<AmountSyntax> Period = Gen.Frequency(
        (2, Gen.Choose(0, 2).Select(y => (AmountSyntax)new PeriodSyntax(y, 0, 0, 0, 0))),
        (3, Gen.Choose(1, 3).Select(m => (AmountSyntax)new PeriodSyntax(0, m, 0, 0, 0))),
        (3, Gen.Elements(0, 1, 28, 30, 31, 59, 365, 366).Select(d => (AmountSyntax)new PeriodSyntax(0, 0, 0, d, 0))),
        (1, from m in Gen.Choose(0, 2) from d in Gen.Choose(0, 3) select (AmountSyntax)new PeriodSyntax(0, m, 0, d, 0)));

    private static Gen<MomentSyntax> Moment(int depth, string[] facts, bool inLatest = false)
    {
        Gen<MomentSyntax> name = Gen.Elements(facts).Select(f => (MomentSyntax)new NameMomentSyntax(N(f)));
        Gen<MomentSyntax> leaf = inLatest ? Gen.Frequency((3, name), (1, Gen.Elements(facts).Select(f => (MomentSyntax)new AnyMomentSyntax(N(f))))) : name;
        if (depth == 0) return leaf;
        return Gen.Frequency(
            (1, leaf),
            (5, from amount in Period from start in Moment(depth - 1, facts, inLatest) select (MomentSyntax)new AfterMomentSyntax(amount, start)),
            (2, from edge in Gen.Elements(CycleEdgeWord.EndOf, CycleEdgeWord.StartOfNext)
                from cycle in Gen.Elements("calendar year", "fiscal year", "quarter", "month", "week")
                from within in Moment(depth - 1, facts, inLatest)
                select (MomentSyntax)new CycleMomentSyntax(edge, new CycleSyntax(cycle), within)),
            (1, Several(depth - 1, facts, inLatest: false).Select(m => (MomentSyntax)new ExtremeMomentSyntax(ExtremeWord.Earliest, m))),
            (1, Several(depth - 1, facts, inLatest: true).Select(m => (MomentSyntax)new ExtremeMomentSyntax(ExtremeWord.Latest, m))),
            (1, from tested in Gen.Elements(facts)
                from amount in Period
                from fallback in Moment(depth - 1, facts)
                select (MomentSyntax)new FallbackMomentSyntax(new AfterMomentSyntax(amount, new NameMomentSyntax(N(tested))), fallback)));
    }

    private static Gen<IReadOnlyList<MomentSyntax>> Several(int depth, string[] facts, bool inLatest) =>
        from count in Gen.Choose(2, 3) from moments in Gen.ListOf(Moment(depth, facts, inLatest), count) select (IReadOnlyList<MomentSyntax>)moments;

    /// <summary>A ceiling is often counted from the same moment as the floor: else nearly every window could close before it opens.</summary>
    private static Gen<MomentSyntax> Ceiling(MomentSyntax floor, string[] facts) => Gen.OneOf(
        Moment(2, facts),
        from amount in Period select (MomentSyntax)new AfterMomentSyntax(amount, floor is FallbackMomentSyntax ? new ExtremeMomentSyntax(ExtremeWord.Latest, [floor]) : floor),
        from other in Moment(1, facts) select (MomentSyntax)new ExtremeMomentSyntax(ExtremeWord.Latest, [floor, other]),
        from amount in Period select floor is AfterMomentSyntax after ? new AfterMomentSyntax(amount, after.Base) : floor);

    private static StepSyntax Step(ActionWord act, TimingSyntax timing) => new(act, new TextSyntax(""), timing, N(""));

    /// <summary>The window stands behind another act, which must be recorded as done before anybody looks at it, or alone.</summary>
    private static StepsSyntax Destroy(TimingSyntax timing, bool isBehind) =>
        new([.. isBehind ? [Step(ActionWord.Review, new AtMomentSyntax(new NameMomentSyntax(N("closed"))))] : (StepSyntax[])[], Step(ActionWord.Destroy, timing)]);

    private static Gen<GeneratedSchedule> Over(params string[] facts) =>
        from floor in Moment(2, facts)
        from ceiling in Ceiling(floor, facts)
        from rounding in Gen.Elements("up", "up", "down", "error")
        from isLaw in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isResidual in Gen.Elements(true, false)
        from isBehind in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        let timing = isLaw ? (TimingSyntax)new AtMomentSyntax(floor) : new WindowSyntax(floor, ceiling)
        let kept = new ComparisonSyntax(N("kept"), ComparisonWord.Equal, new WordOperandSyntax("yes"))
        let other = new GeneratedItem("1", kept, [(null, new StepsSyntax([new PermanentSyntax()]))])
        let subject = new GeneratedItem("2", new NotSyntax(kept), [(null, Destroy(timing, isBehind))]) { IsResidual = isResidual }
        select new GeneratedSchedule([other, subject], IsOrdered: false, rounding)
        {
            Declarations = Declarations,
            Limits = isLaw ? [new GeneratedLimit("destroy", "", "", SyntaxPrinter.Print(ceiling))] : [],
        };

    private static bool CanBeRead(GeneratedSchedule schedule) => ScheduleReader.Read(schedule.ToString()).TryGetValue(out _);

    private static IEnumerable<GeneratedSchedule> Shrink(GeneratedSchedule schedule) =>
        (schedule.Rounding == "up" ? [] : (GeneratedSchedule[])[schedule with { Rounding = "up" }]).Where(CanBeRead);

    public static Arbitrary<GeneratedSchedule> OfOneEvent { get; } = Arb.From(Over("closed").Where(CanBeRead), Shrink);

    public static Arbitrary<GeneratedSchedule> OfTwoEvents { get; } = Arb.From(Over("closed", "opened").Where(CanBeRead), Shrink);
}
