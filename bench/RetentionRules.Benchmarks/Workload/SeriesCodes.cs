using System.Globalization;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>Series codes as records carry them: some very often, most seldom, and one in twenty that the schedule does not list.</summary>
internal sealed class SeriesCodes
{
    private const double ZipfExponent = 0.8;
    private readonly SplitMix _random;
    private readonly string[] _byRank;
    private readonly double[] _cumulative;
    private readonly HashSet<string> _listed;

    public SeriesCodes(IReadOnlyList<string> universe, SplitMix random)
    {
        _random = random;
        _listed = universe.ToHashSet(StringComparer.Ordinal);
        _byRank = [.. universe];
        random.Shuffle(_byRank);
        _cumulative = new double[_byRank.Length];
        double sum = 0;
        for (int i = 0; i < _byRank.Length; i++) _cumulative[i] = sum += Math.Pow(i + 1, -ZipfExponent);
    }

    public string Next()
    {
        string listed = Ranked();
        return _random.Chance(5) ? Unlisted(listed) : listed;
    }

    private string Ranked()
    {
        int found = Array.BinarySearch(_cumulative, _random.Unit() * _cumulative[^1]);
        return _byRank[found < 0 ? ~found : found];
    }

    /// <summary>Half keep <c>AAA-ddd-</c>, a quarter <c>AAA-</c>, a quarter nothing.</summary>
    private string Unlisted(string listed)
    {
        int kept = _random.Below(4) switch { 0 => 0, 1 => 4, _ => 8 };
        string code;
        do code = string.Concat(listed.AsSpan(0, kept), Random().AsSpan(kept));
        while (_listed.Contains(code));
        return code;
    }

    private string Random() => string.Create(CultureInfo.InvariantCulture, $"{Letter()}{Letter()}{Letter()}-{100 + _random.Below(900)}-{_random.Below(100):00}");

    private char Letter() => (char)('A' + _random.Below(26));
}
