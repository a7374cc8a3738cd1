using RetentionRules.Analysis;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Parts of <c>and</c> and <c>or</c>, and values and codes of lists, that change nothing. Of two parts that imply each other
/// either may be told, so a set of them is judged, and not compared: what was told can be left out, and where nothing was told
/// nothing can, neither from the list that it stands in nor from the whole.
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
            Condition[] lists = [.. PartsOf(condition).Prepend(condition)];
            // Of what stands in a part that changes nothing, no more is to be said.
            HashSet<SourceReference> excused = [.. lists.Where(l => told.Contains(l.Source)).SelectMany(PartsOf).Select(p => p.Source), .. told];
            foreach (Condition list in lists.Where(list => !excused.Contains(list.Source) && !PartsOf(list).Any(p => told.Contains(p.Source))))
                if (Operands(list).FirstOrDefault(o => IsIdle(list, o)) is { } idle) yield return $"`{idle}` is idle in `{list}`, and was not told";
            bool isAnyTold = lists.Any(l => told.Contains(l.Source));
            foreach (Condition part in lists.Where(l => Operands(l).Count > 1).SelectMany(Operands))
            {
                bool changesNothing = records.TruthsOf(Without(condition, [part.Source])!).SequenceEqual(truths);
                if (changesNothing && !isAnyTold) yield return $"`{part}` is idle in `{condition}`, and was not told";
                if (!changesNothing && told.Contains(part.Source)) yield return $"`{part}` is not idle in `{condition}` by itself, and was told";
            }
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
        Membership { Values.Count: > 1 } m => [.. m.Values.Select(v => new Membership(v.Source, m.Fact, [v]))],
        UnderCode { Codes.Count: > 1 } u => [.. u.Codes.Select((code, i) => new UnderCode(u.CodeSources[i], u.Fact, [code], [u.CodeSources[i]]))],
        _ => [],
    };

    /// <summary>All parts, at every depth.</summary>
    private static IEnumerable<Condition> PartsOf(Condition condition) =>
        (condition is Not not ? [not.Operand] : Operands(condition)).SelectMany(o => PartsOf(o).Prepend(o));

    /// <summary>The condition without some parts; null where nothing of it is left.</summary>
    private static Condition? Without(Condition condition, HashSet<SourceReference> parts)
    {
        if (condition is Not not) return Without(not.Operand, parts) is { } inner ? new Not(condition.Source, inner) : null;
        if (Operands(condition).Count == 0) return condition;
        Condition[] left = [.. Operands(condition).Where(o => !parts.Contains(o.Source)).Select(o => Without(o, parts)).OfType<Condition>()];
        return left switch
        {
            [] => null,
            [var only] => only,
            _ => condition is AllOf ? new AllOf(condition.Source, left) : new AnyOf(condition.Source, left),
        };
    }
}
