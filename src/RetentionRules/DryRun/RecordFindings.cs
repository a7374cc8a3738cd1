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

    /// <summary>Takes over what was found about the records that come next, and empties it.</summary>
    internal void Take(RecordFindings next)
    {
        int room = (int)Math.Max(0, Kept - UnfitValues);
        _found.AddRange(next._found.Take(room));
        UnfitValues += next.UnfitValues;
        foreach ((string fact, long count) in next._unfitByFact) _unfitByFact[fact] = _unfitByFact.GetValueOrDefault(fact) + count;
        next._found.Clear();
        next._unfitByFact.Clear();
        next.UnfitValues = 0;
    }

    internal void Add(RecordFileReader reader, CellFault fault)
    {
        UnfitValues++;
        _unfitByFact[fault.Fault.Fact] = _unfitByFact.GetValueOrDefault(fault.Fault.Fact) + 1;
        if (UnfitValues > Kept) return;
        SourceLocation place = new(reader.Excerpt(), reader.SpanOf(fault.Column));
        _found.Add(new Diagnostic(RecordDiagnostics.CellDoesNotFit, place, fault.Fault.Fact, fault.Fault.Value, fault.Fault.Problem));
    }
}
