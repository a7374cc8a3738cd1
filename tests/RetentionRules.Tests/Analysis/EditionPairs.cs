using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;

namespace RetentionRules.Tests.Analysis;

/// <summary>Two editions of a small schedule, the second made of the first.</summary>
/// <param name="Old">The edition before.</param>
/// <param name="New">The edition after.</param>
/// <param name="Made">What was done to it.</param>
/// <param name="IsRewritten">Whether it was only written differently, so that it must be proved the same.</param>
internal sealed record EditionPair(GeneratedSchedule Old, GeneratedSchedule New, string Made, bool IsRewritten)
{
    public override string ToString() => $"{Made}\n{Old}\n--- after:\n{New}";
}

/// <summary>Makes an edition of another: what it says is changed, or only how it is written.</summary>
internal static class EditionPairs
{
    /// <summary>The most records, apart from days, that one pair may have.</summary>
    private const int MostRecords = 30;

    public static readonly string Declarations = SmallVocabulary.Declarations.Replace("  created: date\n", "  created: date\n  closed: event\n", StringComparison.Ordinal);

    private static NameMomentSyntax Name(string fact) => new(new NameSyntax(fact));

    private static readonly Gen<MomentSyntax> Start = Gen.Elements<MomentSyntax>(
        Name("created"), Name("created"), Name("closed"), new CycleMomentSyntax(CycleEdgeWord.EndOf, new CycleSyntax("calendar year"), Name("created")),
        new ExtremeMomentSyntax(ExtremeWord.Latest, [Name("created"), Name("closed")]));

    private static readonly Gen<PeriodSyntax> Period = Gen.Elements<PeriodSyntax>(
        new(0, 0, 0, 0, 0), new(0, 0, 0, 30, 0), new(0, 1, 0, 0, 0), new(1, 0, 0, 0, 0), new(7, 0, 0, 0, 0), new(10, 0, 0, 0, 0));

    private static readonly Gen<DispositionSyntax> Destroy =
        from period in Period from start in Start select (DispositionSyntax)Step(ActionWord.Destroy, "", new AfterMomentSyntax(period, start));

    private static readonly Gen<DispositionSyntax> Disposition = Gen.Frequency(
        (6, Destroy),
        (2, Gen.Constant((DispositionSyntax)new StepsSyntax([new PermanentSyntax()]))),
        (1, from period in Period from start in Start select (DispositionSyntax)new StepsSyntax([new PermanentSyntax(), .. Step(ActionWord.Transfer, "archive", new AfterMomentSyntax(period, start)).Segments])),
        (1, Gen.Constant((DispositionSyntax)Step(ActionWord.Review, "", Name("created")))),
        (1, Gen.Constant((DispositionSyntax)new ReferSyntax(new TextSyntax("counsel"), new TextSyntax("which")))));

    private static StepsSyntax Step(ActionWord action, string target, MomentSyntax moment) =>
        new([new StepSyntax(action, new TextSyntax(target), new AtMomentSyntax(moment), new NameSyntax(""))]);

    /// <summary>The facts that the conditions of an edition ask for.</summary>
    public static string[] FactsOf(GeneratedSchedule schedule)
    {
        string asked = string.Join(' ', schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Append(i.When)).Concat(schedule.Uncovered).Concat(schedule.Rules.Select(r => r.When))
            .OfType<ConditionSyntax>().Select(SyntaxPrinter.Print).Concat(schedule.Limits.Select(l => l.ToYaml("l"))));
        return [.. SmallVocabulary.Asked.Where(f => Regex.IsMatch(asked, $@"\b{f}\b"))];
    }

    private static bool IsSmall(GeneratedSchedule schedule) =>
        FactsOf(schedule).Where(f => f != "created").Aggregate(1, (n, f) => n * (SmallVocabulary.ValuesOf(f).Count + 1)) <= MostRecords;

    private static readonly Gen<GeneratedSchedule> Old =
        from drawn in SmallSchedules.Any.Generator.Where(IsSmall)
        from items in Gen.CollectToList(drawn.Items, item =>
            from cases in Gen.CollectToList(item.Cases, c => Disposition.Select(d => (c.When, d)))
            select item with { Cases = [.. cases] })
        select drawn with { Items = [.. items], Declarations = Declarations, Restrictions = [] };

    private static Gen<GeneratedSchedule> OnItem(GeneratedSchedule schedule, Func<GeneratedItem, Gen<GeneratedItem>> change) =>
        from place in Gen.Choose(0, schedule.Items.Count - 1)
        from changed in change(schedule.Items[place])
        select schedule with { Items = [.. schedule.Items.Select((item, i) => i == place ? changed : item)] };

    private static Gen<(string Made, GeneratedSchedule Schedule)> Changed(GeneratedSchedule schedule)
    {
        string[] facts = FactsOf(schedule) is { Length: > 0 } some ? some : ["litigation"];
        Gen<ConditionSyntax> condition = SmallSchedules.Condition(facts);
        static ConditionSyntax Joined(LogicWord word, ConditionSyntax a, ConditionSyntax b) => new LogicSyntax([a, b], [word]);
        Gen<GeneratedSchedule> when(Func<ConditionSyntax, ConditionSyntax, ConditionSyntax> join) =>
            OnItem(schedule, item => condition.Select(c => item with { When = join(item.When, c) }));
        Gen<GeneratedItem> instructed(GeneratedItem item, Gen<DispositionSyntax> dispositions) =>
            from place in Gen.Choose(0, item.Cases.Count - 1)
            from disposition in dispositions
            select item with { Cases = [.. item.Cases.Select((c, i) => i == place ? (c.When, disposition) : c)] };
        (string Made, Gen<GeneratedSchedule> Edition)[] ways =
        [
            ("condition", when((_, c) => c)),
            ("narrowed", when((old, c) => Joined(LogicWord.And, old, c))),
            ("widened", when((old, c) => Joined(LogicWord.Or, old, c))),
            ("removed", Gen.Choose(0, schedule.Items.Count - 1).Select(place => Without(schedule, place))),
            ("added", from c in condition from d in Disposition select schedule with { Items = [new GeneratedItem("77", c, [(null, d)]), .. schedule.Items] }),
            ("renumbered", Gen.Choose(0, schedule.Items.Count - 1).Select(place => Renumbered(schedule, place))),
            ("exceptions", OnItem(schedule, item => Gen.SubListOf(schedule.Items.Select(i => i.Number).Where(n => n != item.Number)).Select(e => item with { ExceptionTo = [.. e] }))),
            ("residual", OnItem(schedule, item => Gen.Constant(item with { IsResidual = !item.IsResidual, IsBounded = true, ExceptionTo = [] }))),
            ("cases", OnItem(schedule, item => Gen.Shuffle(item.Cases.Where(c => c.When is not null).ToArray()).Select(c => item with { Cases = [.. c, .. item.Cases.Where(o => o.When is null)] }))),
            ("split", OnItem(schedule, item => from c in condition from d in Disposition select item with { Cases = [(c, d), (null, item.Cases[^1].Disposition)] })),
            ("period", OnItem(schedule, item => instructed(item, Destroy))),
            ("disposition", OnItem(schedule, item => instructed(item, Disposition))),
            ("permanent", OnItem(schedule, item => instructed(item, Gen.Constant((DispositionSyntax)new StepsSyntax([new PermanentSyntax()]))))),
            ("limit", condition.Select(c => schedule with { Limits = schedule.Limits.Count > 0 ? [] : [new GeneratedLimit("destroy", SyntaxPrinter.Print(c), "2 years after created", "")] })),
            ("order", Gen.Shuffle(schedule.Items.ToArray()).Select(items => schedule with { Items = items })),
        ];
        return Gen.Elements(ways).SelectMany(way => way.Edition.Select(edition => (way.Made, edition)));
    }

    private static GeneratedSchedule Without(GeneratedSchedule schedule, int place) => schedule.Items.Count == 1 ? schedule : schedule with
    {
        Items = [.. schedule.Items.Where((_, i) => i != place).Select(item => item with { ExceptionTo = [.. item.ExceptionTo.Where(e => e != schedule.Items[place].Number)] })],
    };

    private static GeneratedSchedule Renumbered(GeneratedSchedule schedule, int place)
    {
        string was = schedule.Items[place].Number;
        string number = was + "9";
        return schedule with { Items = [.. schedule.Items.Select(i => i with { Number = i.Number == was ? number : i.Number, ExceptionTo = [.. i.ExceptionTo.Select(e => e == was ? number : e)] })] };
    }

    private static Gen<(string Made, GeneratedSchedule Schedule)> Several(GeneratedSchedule schedule, int count, Func<GeneratedSchedule, Gen<(string, GeneratedSchedule)>> step) => count == 0
        ? Gen.Constant(("", schedule))
        : from first in step(schedule) from rest in Several(first.Item2, count - 1, step) select ($"{first.Item1} {rest.Made}", rest.Schedule);

    private static readonly Gen<EditionPair> Pair =
        from old in Old
        from isRewritten in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from count in Gen.Choose(0, 3)
        from made in Several(old, count, isRewritten ? EqualRewritings.Of : Changed)
        select new EditionPair(old, made.Schedule, made.Made, isRewritten);

    private static bool CanBeTried(EditionPair pair) => IsSmall(pair.Old) && IsSmall(pair.New) && SmallSchedules.CanBeRead(pair.Old) && SmallSchedules.CanBeRead(pair.New);

    /// <summary>The same of both is taken away, and where that is not enough something of one.</summary>
    private static IEnumerable<EditionPair> Shrink(EditionPair pair)
    {
        foreach (GeneratedItem item in pair.Old.Items.Where(i => pair.Old.Items.Count > 1 && pair.New.Items.Count > 1 && pair.New.Items.Any(n => n.Number == i.Number)))
            yield return pair with { Old = Dropped(pair.Old, item.Number), New = Dropped(pair.New, item.Number) };
        if (pair.Old.Limits.Count + pair.New.Limits.Count > 0) yield return pair with { Old = pair.Old with { Limits = [] }, New = pair.New with { Limits = [] } };
        if (pair.Old.Rules.Count + pair.New.Rules.Count > 0) yield return pair with { Old = pair.Old with { Rules = [] }, New = pair.New with { Rules = [] } };
        if (pair.Old.Uncovered.Count > 0) yield return pair with { Old = pair.Old with { Uncovered = [] }, New = pair.New with { Uncovered = [] } };
        if (pair.IsRewritten) yield break;
        foreach (GeneratedSchedule old in ScheduleGenerators.Shrink(pair.Old)) yield return pair with { Old = old };
        foreach (GeneratedSchedule @new in ScheduleGenerators.Shrink(pair.New)) yield return pair with { New = @new };
    }

    private static GeneratedSchedule Dropped(GeneratedSchedule schedule, string number) => Without(schedule, schedule.Items.ToList().FindIndex(i => i.Number == number));

    public static Arbitrary<EditionPair> Any { get; } = Arb.From(Pair.Where(CanBeTried), pair => Shrink(pair).Where(CanBeTried));
}
