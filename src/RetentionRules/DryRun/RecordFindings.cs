using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>What a reading found about the records: the first findings in full, and the number of all.</summary>
public sealed class RecordFindings
{
    /// <summary>How many values that do not fit are kept in full.</summary>
    public const int Kept = 20;

    private readonly List<Diagnostic> _found = [];
    private readonly SortedDictionary<string, long> _unfitByFact = new(StringComparer.Ordinal);

    /// <summary>The findings that are kept in full.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _found;

    /// <summary>How many values did not fit their facts, in all.</summary>
    public long UnfitValues { get; private set; }

    /// <summary>How many values did not fit, by fact.</summary>
    public IReadOnlyDictionary<string, long> UnfitByFact => _unfitByFact;

    internal void Add(Diagnostic finding) => _found.Add(finding);

    internal void Add(RecordFileReader reader, CellFault fault)
    {
        UnfitValues++;
        _unfitByFact[fault.Fault.Fact] = _unfitByFact.GetValueOrDefault(fault.Fault.Fact) + 1;
        if (UnfitValues > Kept) return;
        SourceLocation place = new(reader.Excerpt(), reader.SpanOf(fault.Column));
        _found.Add(new Diagnostic(RecordDiagnostics.CellDoesNotFit, place, fault.Fault.Fact, fault.Fault.Value, fault.Fault.Problem));
    }
}
