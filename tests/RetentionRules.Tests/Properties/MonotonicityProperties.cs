using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>Whoever enters a later day, or writes a longer period, never makes a record due earlier.</summary>
public sealed class MonotonicityProperties(ITestOutputHelper output)
{
    private static readonly DateOnly asOf = new(2026, 11, 22);

    private static CompiledPolicy PolicyOf(string rounding, DispositionSyntax disposition)
    {
        GeneratedItem item = new("1", new IsNeverSyntax(new NameSyntax("copy")), [(null, disposition)]) { IsResidual = true };
        return RetentionPolicy.For(new GeneratedSchedule([item], IsOrdered: false, rounding).Load()).WithHolds(HoldList.None).Compile();
    }

    private static DispositionSyntax DestroyAt(MomentSyntax moment) =>
        new StepsSyntax([new StepSyntax(ActionWord.Destroy, new TextSyntax(""), new AtMomentSyntax(moment), new NameSyntax(""))]);

    private static DateBounds DayOf(CompiledPolicy policy, GeneratedRecord record) => policy.Evaluate(record.For(policy), asOf).Timeline[^1].Bounds;

    private static bool IsNotEarlier(DateBounds later, DateBounds earlier) => later.NotBefore >= earlier.NotBefore && later.NotAfter >= earlier.NotAfter;

    /// <summary>All facts that a moment can count from are known; the record is otherwise empty.</summary>
    private static Gen<GeneratedRecord> KnownTriggers(CompiledPolicy policy) =>
        Gen.CollectToList(policy.Facts.Where(f => f.IsDated), f => RecordGenerators.Known(f).Where(v => f.Type is not DateListType || v.AsDates.Count > 2))
            .Select(values => new GeneratedRecord(policy.Facts.Where(f => f.IsDated).Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));

    private static readonly Gen<string> Rounding = Gen.Elements("up", "down", "error");

    [Fact]
    public void ALaterTrigger_NeverGivesAnEarlierDay() => PropertyCheck.Holds(
        output,
        from moment in SyntaxGenerators.Moment([])
        from rounding in Rounding
        let policy = PolicyOf(rounding, DestroyAt(moment))
        from record in KnownTriggers(policy)
        from trigger in Gen.Elements(Vocabulary.Dated)
        from days in Gen.Choose(1, 800)
        select (Moment: SyntaxPrinter.Print(moment), policy, record, trigger, days),
        c =>
        {
            // A trigger that the disposition does not speak of is not asked for, and moves nothing.
            if (c.policy.Facts.All(f => f.Name != c.trigger) || !c.record[c.trigger].IsKnown) return true;
            GeneratedRecord later = c.record.With(c.trigger, FactValue.Date(c.record[c.trigger].AsDate.AddDays(c.days)));
            return IsNotEarlier(DayOf(c.policy, later), DayOf(c.policy, c.record));
        });

    [Fact]
    public void ALongerFloor_NeverGivesAnEarlierDay() => PropertyCheck.Holds(
        output,
        from moment in SyntaxGenerators.Moment([]).Where(m => m is not FallbackMomentSyntax)
        from rounding in Rounding
        from months in Gen.Choose(0, 60)
        from longer in Gen.Choose(1, 60)
        let policy = PolicyOf(rounding, DestroyAt(After(months, moment)))
        let stricter = PolicyOf(rounding, DestroyAt(After(months + longer, moment)))
        from record in KnownTriggers(policy)
        select (Moment: SyntaxPrinter.Print(moment), policy, stricter, record),
        c => IsNotEarlier(DayOf(c.stricter, c.record), DayOf(c.policy, c.record)));

    private static AfterMomentSyntax After(int months, MomentSyntax moment) => new(new PeriodSyntax(0, months, 0, 0, 0), moment);
}
