using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Collects what a comparison finds.</summary>
internal sealed class ComparisonResults(string path)
{
    private readonly List<MeaningChange> _changes = [];
    private readonly List<AnalysisFinding> _open = [];

    public IReadOnlyList<AnalysisFinding> Open => _open;

    /// <summary>What could destroy sooner first, then as they were found.</summary>
    public IReadOnlyList<MeaningChange> InOrder => [.. _changes.OrderBy(c => c.Kind)];

    public void Add(MeaningChange change) => _changes.Add(change);

    public void NotSettled(SourceReference place, string what, string why, params IReadOnlyList<string> items) =>
        _open.Add(new AnalysisFinding(ComparisonDiagnostics.NotSettled, new AnalysisPlace(path, place), what, why) { Items = items });
}
