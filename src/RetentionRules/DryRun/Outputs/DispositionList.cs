using System.Buffers;
using System.Text;

namespace RetentionRules.DryRun;

/// <summary>Which records a list for signature takes.</summary>
public enum DispositionListKind
{
    /// <summary>Records that may be destroyed.</summary>
    Destruction,

    /// <summary>Records that may leave their keeper for another: transfer, hand over and return; the column <c>action</c> says which.</summary>
    Transfer,
}

/// <summary>
/// A list for signature as CSV in UTF-8: the records whose decision permits the act (<c>eligible</c> or <c>overdue</c>), and
/// nothing else. It is a proposal made on one day: holds arrive while it travels, so it is decided again before the act.
/// </summary>
public sealed class DispositionList : BufferedOutput
{
    /// <summary>The columns of a list that says nothing else.</summary>
    public static IReadOnlyList<string> DefaultColumns { get; } =
    [
        "record", "item", "item-title", "authority", "citations", "action", "target", "due", "latest", "schedule", "version", "hash", "as-of",
        "approved-by", "approved-on", "signature",
    ];

    /// <summary>The columns without which a list cannot be decided again.</summary>
    public static IReadOnlyList<string> ColumnsForRecheck { get; } = ["record", "item", "action", "hash"];

    private readonly DispositionAction[] _acts;
    private readonly ListColumn[] _columns;
    private readonly string[] _otherNames;

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="kind">Which records.</param>
    /// <param name="columns">
    /// The columns: fields of the decision, facts of the policy, and columns of the record file, which each file must have.
    /// <c>fact:</c> and <c>column:</c> in front of a name tell them apart.
    /// </param>
    /// <exception cref="ArgumentException">There is no column, one has no name or stands twice, or <c>fact:</c> names no fact.</exception>
    public DispositionList(Stream stream, CompiledPolicy policy, DispositionListKind kind, IReadOnlyList<string> columns)
        : base(stream)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(columns);
        _acts = ActsOf(kind);
        int cells = 0;
        _columns = [.. columns.Select(c => ListColumn.Of(c, policy, ref cells))];
        if (_columns.Length == 0) throw new ArgumentException("A list has at least one column.", nameof(columns));
        if (_columns.Any(c => c.Name.Length == 0)) throw new ArgumentException("A column has no name.", nameof(columns));
        if (_columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The column `{twice.Key}` stands twice.", nameof(columns));
        _otherNames = [.. ListColumn.FieldNames, .. policy.Facts.Select(f => f.Name)];
    }

    internal static DispositionAction[] ActsOf(DispositionListKind kind) => kind switch
    {
        DispositionListKind.Destruction => [DispositionAction.Destroy],
        DispositionListKind.Transfer => [DispositionAction.Transfer, DispositionAction.HandOver, DispositionAction.Return],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether the list has what <see cref="ColumnsForRecheck"/> asks for.</summary>
    public bool CanBeRechecked => ColumnsForRecheck.All(needed => _columns.Any(c => c.Name == needed && c is not ListColumn.CellColumn));

    internal override IReadOnlyList<string> Columns => [.. _columns.OfType<ListColumn.CellColumn>().Select(c => c.Name)];

    internal override IReadOnlyList<string> OtherNames => _otherNames;

    private protected override string Head => string.Join(',', _columns.Select(c => DecisionCsv.Quote(c.Name))) + "\n";

    private protected override bool Write(DecidedRecord record, ArrayBufferWriter<byte> buffer)
    {
        if (record.Verdict.Status is not (DispositionStatus.Eligible or DispositionStatus.Overdue) || !_acts.Any(record.Decision.Permits)) return false;
        Encoding.UTF8.GetBytes(string.Join(',', _columns.Select(c => DecisionCsv.Quote(c.TextOf(record)))), buffer);
        buffer.Write("\n"u8);
        return true;
    }
}
