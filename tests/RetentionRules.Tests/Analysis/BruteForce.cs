using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>The verdicts about a small schedule, by asking the reference evaluator about every record that it can have.</summary>
internal sealed class BruteForce
{
    private readonly RetentionSchedule _schedule;
    private readonly SettledRecords _records;
    private readonly ItemSelector[] _selectors;

    /// <summary>Of each record the items that claim it, by their places.</summary>
    private readonly HashSet<ScheduleItem>[] _claimed;

    public BruteForce(RetentionSchedule schedule, SettledRecords records)
    {
        (_schedule, _records) = (schedule, records);
        _selectors = [.. records.All.Select(r => new ItemSelector(schedule, r))];
        _claimed = [.. _selectors.Select(s => s.Items().Where(i => SettledRecords.IsTrue(i.Claim)).Select(i => i.Item).ToHashSet())];
    }

    private IEnumerable<int> All => Enumerable.Range(0, _records.All.Count);

    private bool IsTrue(Condition condition, int record) => _records.TruthsOf(condition)[record];

    public IEnumerable<string> Verdicts() =>
    [
        .. All.Any(r => _claimed[r].Count == 0 && !IsExcused(r)) ? ["gap"] : Array.Empty<string>(),
        .. Pairs(),
        .. _schedule.Items.SelectMany(OfItem),
        .. _schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Append(i.When)).Concat(Analyses.RulesOf(_schedule).Select(r => r.When))
            .Where(c => c is not Always && _records.TruthsOf(c).All(t => t)).Select(c => $"always {c.Source}"),
        .. Analyses.RulesOf(_schedule).Where(r => !_records.TruthsOf(r.When).Contains(true)).Select(r => $"never {r.When.Source}"),
        .. ClassRules(),
        .. Classes(),
    ];

    private bool IsExcused(int record) => _schedule.Uncovered.Any(u => IsTrue(u.When, record));

    private IEnumerable<string> Pairs()
    {
        for (int second = 0; second < _schedule.Items.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                (ScheduleItem a, ScheduleItem b) = (_schedule.Items[first], _schedule.Items[second]);
                if (!_claimed.Any(c => c.Contains(a) && c.Contains(b))) continue;
                yield return $"{(Written(a) == Written(b) ? "redundant" : "conflict")} {a.Number} {b.Number}";
            }
        }
    }

    /// <summary>Dispositions of small schedules mean the same only where they are written the same.</summary>
    private static string Written(ScheduleItem item) => string.Join("|", item.Cases.Select(c => $"{c.When}: {c.Instruction}"));

    private IEnumerable<string> OfItem(ScheduleItem item)
    {
        int[] own = [.. All.Where(r => _claimed[r].Contains(item))];
        if (own.Length == 0) yield return _records.TruthsOf(item.When).Contains(true) ? $"shadowed {item.Number}" : $"impossible {item.Number}";
        foreach (string general in item.ExceptionTo)
            if (!own.Any(r => IsTrue(_schedule[general].When, r))) yield return $"exception {item.Number} {general}";
        if (own.Length == 0) yield break;
        HashSet<ItemCase> taken = [.. own.SelectMany(r => _selectors[r].Cases(item, Truth.True)).Select(c => c.Branch)];
        for (int place = 0; place < item.Cases.Count; place++)
            if (item.Cases.Count > 1 && !taken.Contains(item.Cases[place])) yield return $"case {item.Number} {place}";
        int[] lost = [.. own.Where(r => _claimed[r].Count == 1 && !_selectors[r].Cases(item, Truth.True).Any())];
        if (lost.Any(r => !HasNever(item, r))) yield return $"no case {item.Number}";
        else if (lost.Length > 0) yield return $"no case for never {item.Number}";
        for (int place = 0; place < item.Cases.Count; place++)
            foreach (string verdict in Destroys(item.Cases[place]) ? OfDestruction(item, place, own) : []) yield return verdict;
    }

    private RecordAct Destroy => _records.Policy.ActOf("destroy");

    private static bool Destroys(ItemCase branch) => branch.Instruction is StepSequence sequence && sequence.Steps.Any(s => s.Action == DispositionAction.Destroy);

    /// <summary>Each restriction that forbids a destruction of all records of a case that come to it; where none does, whether they do together.</summary>
    private IEnumerable<string> OfDestruction(ScheduleItem item, int place, int[] own)
    {
        int[] coming = [.. own.Where(r => _records.All[r]["created"].State != FactState.Never && _selectors[r].Cases(item, Truth.True).Any(c => c.Branch == item.Cases[place]))];
        if (coming.Length == 0) yield break;
        Restriction[] single = [.. _schedule.Restrictions.Where(restriction => coming.All(r => Forbids(restriction, r)))];
        foreach (Restriction restriction in single) yield return $"destroy {item.Number} {place} {restriction.Id}";
        if (single.Length == 0 && coming.All(r => _schedule.Restrictions.Any(restriction => Forbids(restriction, r)))) yield return $"destroy {item.Number} {place} together";
    }

    private bool Forbids(Restriction restriction, int record) =>
        new RestrictionCheck(_records.Policy, _records.All[record], Analyses.Options.AsOf).Forbids(restriction, Destroy) == Truth.True;

    private bool HasNever(ItemCase branch, int record) => ConditionFacts.Of(branch.When).Any(f => _records.All[record][f].State == FactState.Never);

    private bool HasNever(ScheduleItem item, int record) => item.Cases.Any(c => HasNever(c, record));

    private IEnumerable<string> ClassRules()
    {
        IReadOnlyList<ClassRule> rules = _schedule.Classification.Rules;
        return from second in Enumerable.Range(0, rules.Count)
               from first in Enumerable.Range(0, second)
               where rules[first].Class != rules[second].Class && All.Any(r => IsTrue(rules[first].When, r) && IsTrue(rules[second].When, r))
               select $"rules {first} {second}";
    }

    /// <summary>Classes that are asked for by no item at all say nothing about the items.</summary>
    private IEnumerable<string> Classes()
    {
        FactDefinition fact = _schedule.Classification.Fact;
        if (!_schedule.Items.SelectMany(i => ConditionFacts.Of(i.When)).Any(f => f.Name == fact.Name)) return [];
        int[] of(RecordClass filed) => [.. All.Where(r => _records.All[r][fact] is { IsKnown: true } code && code.AsText == filed.Code)];
        return _schedule.Classification.Classes
            .Where(c => !c.IsNonRecord && !_schedule.Classification.Classes.Any(other => other.Code.StartsWith(c.Code + "-", StringComparison.Ordinal)))
            .Where(c => !of(c).Any(r => _schedule.Items.Any(i => IsTrue(i.When, r))) && of(c).Any(r => !IsExcused(r)))
            .Select(c => $"class {c.Code}");
    }
}
