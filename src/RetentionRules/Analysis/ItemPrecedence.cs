using RetentionRules.Schedules;

namespace RetentionRules.Analysis;

/// <summary>Which items go before which where both conditions are true, by their places (docs/language.md, 5.4).</summary>
internal sealed class ItemPrecedence
{
    private readonly RetentionSchedule _schedule;
    private readonly int[][] _exceptions;
    private readonly Dictionary<string, int> _places;

    public ItemPrecedence(RetentionSchedule schedule)
    {
        _schedule = schedule;
        _places = schedule.Items.Select((item, place) => (item.Number, place)).ToDictionary(p => p.Number, p => p.place, StringComparer.Ordinal);
        List<int>[] exceptions = [.. schedule.Items.Select(_ => new List<int>())];
        for (int i = 0; i < schedule.Items.Count; i++)
            foreach (string general in schedule.Items[i].ExceptionTo) exceptions[_places[general]].Add(i);
        _exceptions = [.. exceptions.Select(e => e.ToArray())];
    }

    public int PlaceOf(string number) => _places[number];

    /// <summary>Whether an item wins over another.</summary>
    public bool GoesBefore(int item, int other) => _schedule.Selection switch
    {
        ItemSelection.First => item < other,
        ItemSelection.Unique => _schedule.Items[other].IsResidual || Array.IndexOf(_exceptions[other], item) >= 0,
        _ => throw new InvalidOperationException("unknown selection"),
    };

    /// <summary>The items that win over an item.</summary>
    public IEnumerable<int> Before(int item) => Enumerable.Range(0, _schedule.Items.Count).Where(other => other != item && GoesBefore(other, item));
}
