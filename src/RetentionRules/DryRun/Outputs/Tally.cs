namespace RetentionRules.DryRun;

/// <summary>Counts by key. Tallies of parts are summed, in whatever order.</summary>
internal sealed class Tally<T>
    where T : notnull
{
    private readonly Dictionary<T, long> _counts = [];

    public IReadOnlyDictionary<T, long> Counts => _counts;

    public long this[T key] => _counts.GetValueOrDefault(key);

    public void Add(T key, long count = 1) => _counts[key] = _counts.GetValueOrDefault(key) + count;

    public void Add(Tally<T> other)
    {
        foreach ((T key, long count) in other._counts) Add(key, count);
    }

    public void Clear() => _counts.Clear();

    public SortedDictionary<T, long> Sorted(IComparer<T> order) => new(_counts, order);
}
