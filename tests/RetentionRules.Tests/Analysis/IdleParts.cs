using RetentionRules.Analysis;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Parts of <c>and</c> and <c>or</c> that change nothing. Of two parts that imply each other either may be told, so a set of
/// them is judged, and not compared: what was told can be left out, and where nothing was told nothing can.
/// </summary>
internal sealed class IdleParts(RetentionSchedule schedule, SettledRecords records)
{
    /// <summary>What is wrong with the parts that an analysis told; none where all is right.</summary>
    public IEnumerable<string> Wrong(ScheduleAnalysis analysis)
    {
        HashSet<SourceReference> told = [.. Analyses.IdleParts(analysis).Select(f => f.Place.Reference)];
        HashSet<SourceReference> known = [];
        foreach (Condition condition in Asked)
        {
            known.UnionWith(PartsOf(condition).Select(p => p.Source));
            bool[] truths = records.TruthsOf(condition);
            if (!truths.Contains(false) || !truths.Contains(true)) continue;
            if (Without(condition, told) is { } left && !records.TruthsOf(left).SequenceEqual(truths)) yield return $"without the idle parts `{condition}` is `{left}`, and says something else";
            foreach (Condition list in PartsOf(condition).Prepend(condition))
                if (!Operands(list).Any(o => told.Contains(o.Source)) && Operands(list).FirstOrDefault(o => IsIdle(list, o)) is { } idle) yield return $"`{idle}` is idle in `{list}`, and was not told";
        }

        foreach (SourceReference other in told.Except(known)) yield return $"what was told at {other} is no part of a condition";
    }

    private IEnumerable<Condition> Asked => schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Append(i.When)).Concat(Analyses.RulesOf(schedule).Select(r => r.When));

    private bool IsIdle(Condition list, Condition operand) =>
        records.TruthsOf(Without(list, [operand.Source])!).SequenceEqual(records.TruthsOf(list));

    private static IReadOnlyList<Condition> Operands(Condition condition) => condition switch
    {
        AllOf all => all.Operands,
        AnyOf any => any.Operands,
        _ => [],
    };

    /// <summary>All parts, at every depth.</summary>
    private static IEnumerable<Condition> PartsOf(Condition condition) =>
        (condition is Not not ? [not.Operand] : Operands(condition)).SelectMany(o => PartsOf(o).Prepend(o));

    /// <summary>The condition without some parts; null where nothing of it is left.</summary>
    private static Condition? Without(Condition condition, HashSet<SourceReference> parts)
    {
        Condition[] left = [.. Operands(condition).Where(o => !parts.Contains(o.Source)).Select(o => Without(o, parts)).OfType<Condition>()];
        return condition switch
        {
            AllOf or AnyOf when left.Length == 0 => null,
            AllOf or AnyOf when left.Length == 1 => left[0],
            AllOf => new AllOf(condition.Source, left),
            AnyOf => new AnyOf(condition.Source, left),
            Not { Operand: var operand } => Without(operand, parts) is { } inner ? new Not(condition.Source, inner) : null,
            _ => condition,
        };
    }
}
