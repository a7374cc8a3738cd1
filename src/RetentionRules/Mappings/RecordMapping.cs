using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>How the columns of a record file become the facts of a policy. Immutable.</summary>
public sealed class RecordMapping
{
    internal RecordMapping(string name, FactLayout layout, IReadOnlyList<string> idColumns, IReadOnlyList<Mappings.FactMapping> facts, string contentHash)
    {
        Name = name;
        Layout = layout;
        IdColumns = idColumns;
        Facts = facts;
        ContentHash = contentHash;
    }

    /// <summary>The mapping's name.</summary>
    public string Name { get; }

    /// <summary>The columns that identify a record; the first that is not empty does.</summary>
    public IReadOnlyList<string> IdColumns { get; }

    /// <summary>SHA-256 of the bytes of the file, as <c>sha256:…</c>; empty where the mapping was made from column names.</summary>
    public string ContentHash { get; }

    /// <summary>Whether columns are matched to facts by their names, without a mapping file.</summary>
    public bool IsByName { get; internal init; }

    internal FactLayout Layout { get; }

    internal IReadOnlyList<Mappings.FactMapping> Facts { get; }

    /// <summary>The tables that turn codes into facts: files by the name that the mapping gives, relative to its own.</summary>
    public IReadOnlyList<string> Tables => [.. Facts.Select(f => f.Codes?.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The columns that the mapping reads, each once.</summary>
    public IReadOnlyList<string> Columns =>
        [.. IdColumns.Concat(Facts.Select(f => f.Source).OfType<Mappings.ColumnSource>().Select(c => c.Column)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Matches columns to facts by their names. The words <c>unknown</c>, <c>pending</c> and <c>never</c> in the cell of a fact that
    /// is not a text stand for the state.
    /// </summary>
    /// <param name="policy">The policy whose facts are filled.</param>
    /// <param name="columns">The columns that there are; where they are not known beforehand (JSON lines), null takes every fact.</param>
    public static RecordMapping ByName(CompiledPolicy policy, IReadOnlyCollection<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        string[] ids = ["id", "record"];
        return new RecordMapping(
            "by name", policy.Layout, columns is null ? ids : [.. ids.Where(columns.Contains)],
            [
                .. policy.Facts.Where(f => columns is null || columns.Contains(f.Name, StringComparer.Ordinal))
                    .Select(f => Mappings.FactMapping.ByName(f, policy.Layout.PlaceOf(f.Name))),
            ],
            "")
        {
            IsByName = true,
        };
    }
}
