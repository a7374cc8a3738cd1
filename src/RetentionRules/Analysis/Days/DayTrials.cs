using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Records of one case of an item with days worth trying: month ends, leap days, far apart, and never. What no two of them show,
/// other days may.
/// </summary>
internal sealed class DayTrials(AnalysisContext context)
{
    private const int MostTried = 3_000;

    private static readonly FactValue[] days =
    [
        .. ((DateOnly[])[new(2024, 2, 29), new(2023, 12, 31), new(2020, 6, 15), new(2025, 1, 1), new(1990, 1, 31), new(2060, 9, 30), new(2023, 2, 28), new(2024, 8, 31), new(2021, 7, 1)])
            .Select(FactValue.Date),
        FactValue.Never,
        // Some months later there is no such day, and rounding it can end a month, a quarter or a fiscal year too.
        .. ((DateOnly[])[new(2024, 3, 31), new(2023, 5, 31), new(2022, 7, 31), new(2024, 10, 31)]).Select(FactValue.Date),
    ];

    /// <summary>The instructions of an item by its cases, each with a record that it alone decides; a case without such a record is passed over.</summary>
    public IEnumerable<DecidedCase> Cases(int item, AnalysisEffort effort)
    {
        int[] others = context.Beside(item);
        foreach (CasePath path in CasePath.In(context.Schedule, context.Schedule.Items[item]))
        {
            int[] all = [.. path.All.Select(context.Pool.Add)];
            int[] none = [.. others, .. path.None.Select(context.Pool.Add)];
            if (context.Search.Find(all, none, effort) is { Kind: SearchKind.Found, Record: { } record })
                yield return new DecidedCase(path.Item, path.Branch, path.Sequence, context.Values.WithRequired(record, context.Schedule), all, none);
        }
    }

    /// <summary>Records of a case with days for some facts, in every combination as far as those are few.</summary>
    public IEnumerable<IReadOnlyDictionary<int, FactValue>> WithDays(DecidedCase decided, IEnumerable<FactDefinition> facts, AnalysisEffort effort) =>
        WithDays(context.Evaluators.Layout, context.Pool.Axes, decided.Record, facts, effort);

    /// <summary>A record with days for some facts, in every combination as far as those are few.</summary>
    public static IEnumerable<IReadOnlyDictionary<int, FactValue>> WithDays(
        FactLayout layout, FactAxes axes, IReadOnlyDictionary<int, FactValue> of, IEnumerable<FactDefinition> facts, AnalysisEffort effort)
    {
        int[] places = [.. facts.Where(f => f.IsDated).Select(f => layout.PlaceOf(f.Name)).Distinct().Order()];
        FactValue[][] choices = [.. places.Select(p => ChoicesOf(layout, axes, p, places.Length))];
        long combinations = Math.Min(choices.Aggregate(1L, (n, c) => Math.Min(n * c.Length, MostTried)), MostTried);
        for (long combination = 0; combination < combinations; combination++)
        {
            effort.Spend();
            Dictionary<int, FactValue> record = of.ToDictionary();
            long rest = combination;
            for (int i = 0; i < places.Length; i++)
            {
                record[places[i]] = choices[i][rest % choices[i].Length];
                rest /= choices[i].Length;
            }

            yield return record;
        }
    }

    /// <summary>Days that the conditions name are tried first; with many facts fewer days of each.</summary>
    private static FactValue[] ChoicesOf(FactLayout layout, FactAxes axes, int place, int places)
    {
        IEnumerable<FactValue> named = axes[place].Examples.Where(v => v.IsDate && layout.Accept(place, v, out string problem).IsKnown && problem.Length == 0);
        int most = places switch { <= 2 => 24, 3 => 12, 4 => 7, _ => 4 };
        return [.. named.Take(most / 2).Concat(days).Distinct().Take(most)];
    }
}

/// <summary>A case of an item, and a record that it decides and no other item claims.</summary>
/// <param name="Item">The item.</param>
/// <param name="Branch">The case.</param>
/// <param name="Sequence">What is done; where the case follows another item, what that says.</param>
/// <param name="Record">The record.</param>
/// <param name="All">The conditions that are true of its records.</param>
/// <param name="None">The conditions that are not.</param>
internal sealed record DecidedCase(ScheduleItem Item, ItemCase Branch, StepSequence Sequence, IReadOnlyDictionary<int, FactValue> Record, int[] All, int[] None);
