using RetentionRules.Analysis.Days;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Which item of the new edition is which of the old one: by what was declared, by number, or because one that is gone and one that is new say the same.</summary>
internal sealed class ItemPairing
{
    private readonly Dictionary<string, string> _newOf = new(StringComparer.Ordinal);

    public ItemPairing(ComparisonSide old, ComparisonSide @new, IReadOnlyDictionary<string, string> declared)
    {
        foreach (ScheduleItem item in old.Schedule.Items)
        {
            string number = declared.GetValueOrDefault(item.Number, item.Number);
            if (@new.Schedule.Contains(number)) _newOf.Add(item.Number, number);
        }

        HashSet<string> taken = [.. _newOf.Values];
        ILookup<(int, string), int> left = Enumerable.Range(0, @new.Raw.Count).Where(i => !taken.Contains(@new.Schedule.Items[i].Number)).ToLookup(i => Key(@new, i));
        for (int i = 0; i < old.Raw.Count; i++)
        {
            string number = old.Schedule.Items[i].Number;
            if (_newOf.ContainsKey(number) || left[Key(old, i)].ToArray() is not [var same]) continue;
            if (taken.Add(@new.Schedule.Items[same].Number)) _newOf.Add(number, @new.Schedule.Items[same].Number);
        }
    }

    private static (int, string) Key(ComparisonSide side, int item) => (side.Raw[item], side.Form.Of(side.Schedule.Items[item], side.Schedule));

    /// <summary>The number of an old item in the new edition; null where it has none.</summary>
    public string? NewOf(string number) => _newOf.GetValueOrDefault(number);

    public bool AreSame(ScheduleItem old, ScheduleItem @new) => NewOf(old.Number) == @new.Number;

    public IEnumerable<string> Paired => _newOf.Values;
}
