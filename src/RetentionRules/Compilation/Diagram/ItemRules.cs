using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>How the items of a schedule give way to one another, by their places (docs/language.md, 5.4).</summary>
internal sealed class ItemRules
{
    private readonly ItemSelection _selection;
    private readonly int[][] _exceptions;
    private readonly bool[] _isException;
    private readonly int _residual;

    public ItemRules(RetentionSchedule schedule)
    {
        _selection = schedule.Selection;
        Dictionary<string, int> places = schedule.Items.Select((item, place) => (item.Number, place)).ToDictionary(p => p.Number, p => p.place, StringComparer.Ordinal);
        List<int>[] exceptions = [.. schedule.Items.Select(_ => new List<int>())];
        for (int i = 0; i < schedule.Items.Count; i++)
            foreach (string general in schedule.Items[i].ExceptionTo) exceptions[places[general]].Add(i);
        _exceptions = [.. exceptions.Select(e => e.ToArray())];
        _isException = [.. schedule.Items.Select(item => item.ExceptionTo.Count > 0)];
        _residual = schedule.Items.ToList().FindIndex(item => item.IsResidual);
    }

    /// <summary>Whether an item takes what no other takes.</summary>
    public bool IsResidual(int item) => item == _residual;

    /// <summary>
    /// Leaves out what cannot matter any more: under <c>first</c> what stands behind an item that applies; else an item that
    /// gives way to one that applies, unless others give way to it.
    /// </summary>
    public List<(int Item, int Raw)> WithoutIdle(List<(int Item, int Raw)> items)
    {
        if (_selection == ItemSelection.First)
        {
            int taken = items.FindIndex(i => i.Raw == ConditionPool.True);
            return taken < 0 || taken == items.Count - 1 ? items : items.GetRange(0, taken + 1);
        }

        bool isAnyTrue = items.Any(i => i.Raw == ConditionPool.True && i.Item != _residual);
        return isAnyTrue ? [.. items.Where(i => !IsIdle(i.Item, items))] : items;
    }

    private bool IsIdle(int item, List<(int Item, int Raw)> items) =>
        item == _residual || (!_isException[item] && Array.Exists(_exceptions[item], e => RawOf(e, items) == ConditionPool.True));

    private static int RawOf(int item, List<(int Item, int Raw)> items)
    {
        foreach ((int other, int raw) in items)
            if (other == item) return raw;
        return ConditionPool.False;
    }

    /// <summary>The items that go before an item and have a condition that is not false.</summary>
    public IEnumerable<(int Item, int Raw)> GoingBefore(int item, List<(int Item, int Raw)> items) => _selection switch
    {
        ItemSelection.First => items.TakeWhile(i => i.Item != item),
        ItemSelection.Unique when item == _residual => items.Where(i => i.Item != item),
        ItemSelection.Unique => items.Where(i => Array.IndexOf(_exceptions[item], i.Item) >= 0),
        _ => throw new InvalidOperationException("unknown selection"),
    };

    /// <summary>What each of the items claims, of those of which that is not false. Thousands may be left of which little is known, and often the first two say enough.</summary>
    /// <param name="items">The items whose conditions are true or unknown, in the order of the schedule.</param>
    public IEnumerable<(int Item, int Claim)> Claims(List<(int Item, int Raw)> items) => (_selection == ItemSelection.First ? InOrder(items) : EachAmong(items)).Where(c => c.Claim != ConditionPool.False);

    private IEnumerable<(int Item, int Claim)> EachAmong(List<(int Item, int Raw)> items) =>
        items.Select(own => (own.Item, GoingBefore(own.Item, items).Aggregate(own.Raw, (claim, before) => Less(claim, before.Raw))));

    /// <summary>The same where each item goes before all behind it, without asking all of them for each.</summary>
    private static IEnumerable<(int Item, int Claim)> InOrder(List<(int Item, int Raw)> items)
    {
        int earlier = ConditionPool.False;
        foreach ((int item, int raw) in items)
        {
            yield return (item, Less(raw, earlier));
            earlier = Math.Max(earlier, raw);
        }
    }

    /// <summary>What is left of a claim where another goes before it.</summary>
    private static int Less(int claim, int before) => Math.Min(claim, ConditionPool.True - before);
}
