using System.Diagnostics.CodeAnalysis;

namespace RetentionRules.Schedules;

/// <summary>Finds the instrument that a citation names without asking each of them: a schedule may list thousands.</summary>
internal sealed class AuthorityIndex
{
    private readonly Dictionary<string, CitedAuthority> _byName = new(StringComparer.Ordinal);
    private readonly int[] _lengths;

    public AuthorityIndex(IEnumerable<CitedAuthority> authorities)
    {
        foreach (CitedAuthority authority in authorities) _byName.TryAdd(authority.ComparableName, authority);
        _lengths = [.. _byName.Keys.Select(name => name.Length).Distinct().OrderDescending()];
    }

    /// <summary>The instrument with the longest name that the citation begins with.</summary>
    public bool TryFind(string citation, [NotNullWhen(true)] out CitedAuthority? authority)
    {
        string cited = CitedAuthority.Comparable(citation);
        foreach (int length in _lengths)
        {
            if (length <= cited.Length && CitedAuthority.CanEndAt(cited, length) && _byName.TryGetValue(cited[..length], out authority)) return true;
        }

        authority = null;
        return false;
    }
}
