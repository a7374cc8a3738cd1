using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Generators;

/// <summary>A generated item, before it is written down.</summary>
internal sealed record GeneratedItem(string Number, ConditionSyntax When, IReadOnlyList<(ConditionSyntax? When, DispositionSyntax Disposition)> Cases)
{
    public IReadOnlyList<string> ExceptionTo { get; init; } = [];

    public string AsItem { get; init; } = "";

    public bool IsResidual { get; init; }

    /// <summary>Whether a residual item has its condition all the same.</summary>
    public bool IsBounded { get; init; }
}

/// <summary>A generated rule that gives a class.</summary>
internal sealed record GeneratedRule(string Class, ConditionSyntax When);

/// <summary>A generated schedule; its text is what the library reads.</summary>
internal sealed record GeneratedSchedule(IReadOnlyList<GeneratedItem> Items, bool IsOrdered, string Rounding)
{
    public IReadOnlyList<GeneratedRule> Rules { get; init; } = [];

    public IReadOnlyList<GeneratedRestriction> Restrictions { get; init; } = [];

    /// <summary>Floors and ceilings of laws.</summary>
    public IReadOnlyList<GeneratedLimit> Limits { get; init; } = [];

    /// <summary>Keys that say which records are disposed of as one; empty where none are.</summary>
    public string Aggregate { get; init; } = "";

    /// <summary>The keys that say how far it has come: approved and in force, so that the rules alone decide.</summary>
    public string Standing { get; init; } = GeneratedStanding.Approved;

    /// <summary>The facts, cycles and classes.</summary>
    public string Declarations { get; init; } = Vocabulary.Declarations;

    /// <summary>Acts beyond those of dispositions.</summary>
    public string Acts { get; init; } = Vocabulary.Acts;

    /// <summary>Records that need no item.</summary>
    public IReadOnlyList<ConditionSyntax> Uncovered { get; init; } = [];

    public RetentionSchedule Load()
    {
        LoadResult<RetentionSchedule> result = ScheduleReader.Read(ToString());
        return result.TryGetValue(out RetentionSchedule? schedule) ? schedule : throw new InvalidScheduleException(result.Diagnostics);
    }

    public GeneratedSchedule WithoutRestriction(int place) => this with { Restrictions = [.. Restrictions.Where((_, i) => i != place)] };

    public override string ToString()
    {
        StringBuilder text = new();
        text.Append("schedule: generated\ntitle: generated\n").Append(Standing);
        text.Append("rounding: ").Append(Rounding).Append("\nselection: ").Append(IsOrdered ? "first" : "unique").Append('\n');
        text.Append(Declarations).Append(Aggregate);
        if (Uncovered.Count > 0) text.Append("unscheduled:\n");
        foreach (ConditionSyntax uncovered in Uncovered) text.Append(CultureInfo.InvariantCulture, $"  - {{ when: {Quoted(SyntaxPrinter.Print(uncovered))}, because: test }}\n");
        if (Limits.Count > 0) text.Append("limits:\n");
        for (int i = 0; i < Limits.Count; i++) text.Append(Limits[i].ToYaml($"l{i + 1}"));
        if (Rules.Count > 0) text.Append("classify:\n");
        foreach (GeneratedRule rule in Rules) text.Append(CultureInfo.InvariantCulture, $"  - as: {rule.Class}\n    when: {Quoted(SyntaxPrinter.Print(rule.When))}\n");
        text.Append("items:\n");
        foreach (GeneratedItem item in Items) Append(text, item);
        if (Restrictions.Count > 0) text.Append(Acts).Append("restrictions:\n");
        for (int i = 0; i < Restrictions.Count; i++) text.Append(Restrictions[i].ToYaml($"r{i + 1}"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, GeneratedItem item)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - item: \"{item.Number}\"\n    title: item\n    authority: test\n");
        if (item.IsResidual) text.Append("    residual: yes\n");
        if (!item.IsResidual || item.IsBounded) text.Append("    when: ").Append(Quoted(SyntaxPrinter.Print(item.When))).Append('\n');
        if (item.ExceptionTo.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    exception-to: [{string.Join(", ", item.ExceptionTo.Select(e => $"\"{e}\""))}]\n");
        if (item.AsItem.Length > 0) text.Append("    disposition: ").Append(Quoted($"as item \"{item.AsItem}\"")).Append('\n');
        else if (item.Cases is [{ When: null } only]) text.Append("    disposition: ").Append(Quoted(SyntaxPrinter.Print(only.Disposition))).Append('\n');
        else AppendCases(text, item);
    }

    private static void AppendCases(StringBuilder text, GeneratedItem item)
    {
        text.Append("    cases:\n");
        foreach ((ConditionSyntax? when, DispositionSyntax disposition) in item.Cases)
        {
            string written = Quoted(SyntaxPrinter.Print(disposition));
            if (when is null) text.Append("      - otherwise: ").Append(written).Append('\n');
            else text.Append("      - when: ").Append(Quoted(SyntaxPrinter.Print(when))).Append("\n        disposition: ").Append(written).Append('\n');
        }
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

/// <summary>Schedules with every construct of the language.</summary>
internal static class ScheduleGenerators
{
    private static readonly Gen<IReadOnlyList<(ConditionSyntax? When, DispositionSyntax Disposition)>> Cases = Gen.Frequency(
        (3, SyntaxGenerators.Disposition.Select(d => (IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>)[(null, d)])),
        (1, from when in SyntaxGenerators.Condition
            from first in SyntaxGenerators.Disposition
            from otherwise in SyntaxGenerators.Disposition
            select (IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>)[(when, first), (null, otherwise)]));

    private static readonly Gen<IReadOnlyList<GeneratedRule>> Rules =
        from count in Gen.Choose(0, 4)
        from rules in Gen.ListOf(from code in Gen.Elements(Vocabulary.ListedClasses) from when in SyntaxGenerators.RuleCondition select new GeneratedRule(code, when), count)
        select (IReadOnlyList<GeneratedRule>)rules;

    private static Gen<GeneratedItem> Item(int place, int count, bool ordered) =>
        from when in SyntaxGenerators.Condition
        from cases in Cases
        from exception in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(!ordered && place > 0)))
        from asItem in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(place > 0)))
        from residual in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(place == count - 1)))
        select new GeneratedItem($"{place + 1}", when, cases)
        {
            ExceptionTo = exception && !residual ? ["1"] : [],
            AsItem = asItem ? "1" : "",
            IsResidual = residual,
        };

    private static readonly Gen<GeneratedSchedule> Schedule =
        from count in Gen.Choose(1, 4)
        from ordered in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from rounding in Gen.Elements("up", "up", "down", "error")
        from items in Gen.CollectToList(Enumerable.Range(0, count), place => Item(place, count, ordered))
        from rules in Rules
        from restrictions in RestrictionGenerators.Few
        from limits in LimitGenerators.Few
        select new GeneratedSchedule(items, ordered, rounding) { Rules = rules, Restrictions = restrictions, Limits = limits };

    public static readonly Arbitrary<GeneratedSchedule> Any = Arb.From(Schedule, Shrink);

    /// <summary>Schedules that destroy in the end: a residual item, and perhaps another before it.</summary>
    public static readonly Gen<GeneratedSchedule> Destroying =
        from other in Item(0, 2, ordered: false)
        from alone in Gen.Elements(true, false)
        from disposition in SyntaxGenerators.Destroying
        from when in SyntaxGenerators.Condition
        from rules in Rules
        from restrictions in RestrictionGenerators.Few
        let residual = new GeneratedItem("2", when, [(null, disposition)]) { IsResidual = true }
        select new GeneratedSchedule(alone ? [residual] : [other, residual], IsOrdered: false, "up") { Rules = rules, Restrictions = restrictions };

    /// <summary>Fewer items, fewer rules, then simpler items.</summary>
    public static IEnumerable<GeneratedSchedule> Shrink(GeneratedSchedule schedule)
    {
        for (int i = 1; i < schedule.Items.Count; i++) yield return schedule with { Items = [.. schedule.Items.Where((_, place) => place != i)] };
        for (int i = 0; i < schedule.Rules.Count; i++) yield return schedule with { Rules = [.. schedule.Rules.Where((_, place) => place != i)] };
        for (int i = 0; i < schedule.Restrictions.Count; i++) yield return schedule.WithoutRestriction(i);
        for (int i = 0; i < schedule.Limits.Count; i++) yield return schedule with { Limits = [.. schedule.Limits.Where((_, place) => place != i)] };
        for (int i = 0; i < schedule.Uncovered.Count; i++) yield return schedule with { Uncovered = [.. schedule.Uncovered.Where((_, place) => place != i)] };
        if (schedule.Rounding != "up") yield return schedule with { Rounding = "up" };
        for (int i = 0; i < schedule.Items.Count; i++)
        {
            foreach (GeneratedItem smaller in Shrink(schedule.Items[i]))
                yield return schedule with { Items = [.. schedule.Items.Select((item, place) => place == i ? smaller : item)] };
        }
    }

    private static IEnumerable<GeneratedItem> Shrink(GeneratedItem item)
    {
        if (item.Cases.Count > 1)
            foreach ((_, DispositionSyntax disposition) in item.Cases) yield return item with { Cases = [(null, disposition)] };
        foreach (ConditionSyntax smaller in Shrink(item.When)) yield return item with { When = smaller };
        if (item.Cases is [{ When: null, Disposition: StepsSyntax { Segments.Count: > 1 } steps }])
            for (int i = 0; i < steps.Segments.Count - 1; i++)
                if (steps.Segments[i] is StepSyntax) yield return item with { Cases = [(null, new StepsSyntax([.. steps.Segments.Where((_, place) => place != i)]))] };
    }

    private static IEnumerable<ConditionSyntax> Shrink(ConditionSyntax condition) => condition switch
    {
        LogicSyntax logic => logic.Operands,
        NotSyntax not => [not.Operand],
        _ => [],
    };
}
