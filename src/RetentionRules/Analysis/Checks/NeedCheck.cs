using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Checks;

/// <summary>Of each item, the fact without which the most items may apply to its records.</summary>
internal sealed class NeedCheck(AnalysisContext context)
{
    /// <summary>Beyond so many candidates nobody can tell the record's item by hand either.</summary>
    private const int MostCounted = 100;

    /// <summary>Of a schedule with very many items, those around an item are looked at: items that are told apart by one fact mostly stand together.</summary>
    private const int LookedAround = 1_000;

    public IEnumerable<ItemNeed> Run()
    {
        for (int item = 0; item < context.Raw.Count; item++)
        {
            ItemNeed? need;
            try
            {
                need = Of(item, context.Effort());
            }
            catch (EffortSpentException)
            {
                yield break;
            }

            if (need is not null) yield return need;
        }
    }

    private ItemNeed? Of(int item, AnalysisEffort effort)
    {
        int[] others = context.Beside(item);
        if (context.Search.Find([context.Raw[item]], others, effort) is not { Kind: SearchKind.Found, Record: { } found }) return null;
        IReadOnlyDictionary<int, FactValue> record = context.Search.Least(found, [context.Raw[item]], others);
        (string fact, int most) = ("", 1);
        foreach (int place in record.Keys.Order())
        {
            int candidates = CandidatesWithout(item, place, record, effort);
            if (candidates > most) (fact, most) = (context.Evaluators.Layout.Facts[place].Name, candidates);
        }

        return new ItemNeed(context.Schedule.Items[item], fact, most);
    }

    private int CandidatesWithout(int item, int place, IReadOnlyDictionary<int, FactValue> record, AnalysisEffort effort)
    {
        Assignment rest = Assignment.None;
        foreach ((int other, FactValue value) in record.Where(f => f.Key != place)) rest = rest.With(other, context.Pool.Axes[other].ClassOf(value));
        int count = 0;
        for (int candidate = Math.Max(0, item - LookedAround); candidate < Math.Min(context.Raw.Count, item + LookedAround); candidate++)
        {
            effort.Spend();
            if (context.Index.CanBeAt(candidate, rest) && MayClaim(candidate, rest) && ++count == MostCounted) break;
        }

        return count;
    }

    private bool MayClaim(int item, Assignment known) =>
        known.Evaluate(context.Pool, context.Raw[item]) != ConditionPool.False && context.RawBefore(item).All(b => known.Evaluate(context.Pool, b) != ConditionPool.True);
}
