using System.Runtime.ExceptionServices;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Collects what a comparison finds. Its records are confirmed once all are found: each by itself, so on all processors.</summary>
internal sealed class ComparisonResults(string path)
{
    /// <summary>Why something is not settled where a search had to assume an answer, and found no record that gives it.</summary>
    public const string RestsOnOpaque = "it rests on `matches`, `contains` or on how two facts compare";

    /// <summary>Why something is not settled where the evaluators do not say of a record what it was sought for.</summary>
    public const string DoesNotShow = "the record that was found does not show it";

    private readonly List<FoundChange> _found = [];
    private readonly List<MeaningChange> _changes = [];
    private readonly List<AnalysisFinding> _open = [];

    public IReadOnlyList<AnalysisFinding> Open => _open;

    /// <summary>What could destroy sooner first, then as they were found.</summary>
    public IReadOnlyList<MeaningChange> InOrder => [.. _changes.OrderBy(c => c.Kind)];

    /// <summary>A change whose record is still to be confirmed.</summary>
    private sealed record FoundChange(SourceReference Place, string What, Func<MeaningChange> Confirm);

    /// <summary>Adds a change.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="what">What it is about.</param>
    /// <param name="confirm">Confirms its record; called at the end, beside others.</param>
    public void Add(SourceReference place, string what, Func<MeaningChange> confirm) => _found.Add(new FoundChange(place, what, confirm));

    public void Add(MeaningChange change) => Add(default, "", () => change);

    /// <summary>Confirms all that was found; what the time does not suffice for is not settled.</summary>
    /// <exception cref="AnalysisFaultException">A record does not show what it was found for.</exception>
    public void ConfirmAll(CancellationToken outOfTime)
    {
        MeaningChange?[] confirmed = new MeaningChange?[_found.Count];
        try
        {
            Parallel.For(0, _found.Count, i => confirmed[i] = outOfTime.IsCancellationRequested ? null : _found[i].Confirm());
        }
        catch (AggregateException e) when (e.InnerException is AnalysisFaultException fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        foreach ((MeaningChange? change, FoundChange found) in confirmed.Zip(_found))
        {
            if (change is not null) _changes.Add(change);
            else NotSettled(found.Place, found.What, "the budget is spent");
        }
    }

    public void NotSettled(SourceReference place, string what, string why, params IReadOnlyList<string> items) =>
        _open.Add(new AnalysisFinding(ComparisonDiagnostics.NotSettled, new AnalysisPlace(path, place), what, why) { Items = items });
}
