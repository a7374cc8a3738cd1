namespace RetentionRules.DryRun;

/// <summary>
/// Counts records by what was found about them, with a few of them as examples: those whose identifiers come first in the order
/// of their characters. Tallies of parts are summed, in whatever order, and the result is the same.
/// </summary>
internal sealed class ExampleTally
{
    /// <summary>How many findings are told apart: the first in their order. The rest is summed up.</summary>
    public const int MostKeys = 1000;

    /// <summary>How many records are shown for each.</summary>
    public const int MostExamples = 3;

    /// <summary>How much of an identifier is kept; nobody looks up a longer one by eye.</summary>
    private const int MostCharacters = 100;

    private readonly SortedSet<FindingKey> _keys = [];
    private readonly Dictionary<FindingKey, Counted> _counted = [];

    /// <summary>How many are under keys that are not told apart.</summary>
    public long Others { get; private set; }

    /// <summary>How many are counted in all.</summary>
    public long Total => Others + _counted.Values.Sum(c => c.Count);

    /// <summary>What was found, the most frequent first.</summary>
    public IReadOnlyList<(FindingKey Key, long Count, IReadOnlyList<string> Examples)> Found =>
        [.. _counted.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key).Select(c => (c.Key, c.Value.Count, (IReadOnlyList<string>)c.Value.Examples))];

    public void Add(FindingKey key, string id) => Add(key, 1, [Pages.HtmlText.Shortened(id, MostCharacters)]);

    public void Add(ExampleTally other)
    {
        foreach ((FindingKey key, Counted counted) in other._counted) Add(key, counted.Count, counted.Examples);
        Others += other.Others;
    }

    public void Clear()
    {
        _keys.Clear();
        _counted.Clear();
        Others = 0;
    }

    private void Add(FindingKey key, long count, IReadOnlyList<string> examples)
    {
        if (!_counted.TryGetValue(key, out Counted? counted))
        {
            if (!MakeRoomFor(key))
            {
                Others += count;
                return;
            }

            _keys.Add(key);
            _counted.Add(key, counted = new Counted());
        }

        counted.Count += count;
        foreach (string example in examples) counted.Show(example);
    }

    /// <summary>
    /// A key that is given up for a smaller one never comes back, so the counts of those that stay are whole, in whatever
    /// order the records come.
    /// </summary>
    private bool MakeRoomFor(FindingKey key)
    {
        if (_keys.Count < MostKeys) return true;
        FindingKey last = _keys.Max;
        if (key.CompareTo(last) > 0) return false;
        _keys.Remove(last);
        _counted.Remove(last, out Counted? given);
        Others += given!.Count;
        return true;
    }

    private sealed class Counted
    {
        public long Count { get; set; }

        public List<string> Examples { get; } = [];

        /// <summary>A record without an identifier cannot be looked up.</summary>
        public void Show(string id)
        {
            if (id.Length == 0 || (Examples.Count == MostExamples && string.CompareOrdinal(id, Examples[^1]) >= 0)) return;
            int place = Examples.BinarySearch(id, StringComparer.Ordinal);
            if (place >= 0) return;
            Examples.Insert(~place, id);
            if (Examples.Count > MostExamples) Examples.RemoveAt(MostExamples);
        }
    }
}
