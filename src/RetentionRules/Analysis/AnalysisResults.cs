using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics;

namespace RetentionRules.Analysis;

/// <summary>Collects what an analysis finds: the findings, and the verdict on each question.</summary>
internal sealed class AnalysisResults(AnalysisOptions options)
{
    private readonly List<AnalysisFinding> _findings = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int[]> _verdicts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _listed = new(StringComparer.Ordinal);

    public AnalysisEffort Effort { get; } = new(options.Steps, options.OutOfTime);

    public IReadOnlyList<AnalysisFinding> Findings => _findings;

    public IReadOnlyList<AnalysisQuestion> Questions =>
        [.. _order.Select(name => new AnalysisQuestion(name, _verdicts[name][(int)ProofVerdict.Proved], _verdicts[name][(int)ProofVerdict.Refuted], _verdicts[name][(int)ProofVerdict.NotSettled]))];

    /// <summary>Whether as many findings of a kind are listed as anyone will read.</summary>
    public bool IsFull(DiagnosticDescriptor descriptor) => _listed.GetValueOrDefault(descriptor.Code) >= options.FindingsOfAKind;

    public void Add(AnalysisFinding finding)
    {
        int listed = _listed[finding.Descriptor.Code] = _listed.GetValueOrDefault(finding.Descriptor.Code) + 1;
        if (listed <= options.FindingsOfAKind) _findings.Add(finding);
    }

    public void Answer(string question, ProofVerdict verdict, int times = 1)
    {
        if (!_verdicts.TryGetValue(question, out int[]? counts))
        {
            _verdicts.Add(question, counts = new int[3]);
            _order.Add(question);
        }

        counts[(int)verdict] += times;
    }

    /// <summary>Says that a question rests on what the analysis does not look into; it is not settled.</summary>
    public ProofVerdict RestsOnOpaque(string question, AnalysisPlace place, string subject, params IReadOnlyList<string> items)
    {
        Add(new AnalysisFinding(Diagnostics.Catalogue.AnalysisDiagnostics.NotSettledOpaque, place, question, subject) { Items = items });
        return ProofVerdict.NotSettled;
    }

    /// <summary>Asks a question that may cost too much; where it does, it is not settled, and said so.</summary>
    /// <param name="question">What should hold.</param>
    /// <param name="place">What it is asked of.</param>
    /// <param name="subject">The same in words.</param>
    /// <param name="ask">The search for what refutes it; adds its findings.</param>
    public void Ask(string question, AnalysisPlace place, string subject, Func<ProofVerdict> ask)
    {
        ProofVerdict verdict;
        try
        {
            verdict = ask();
        }
        catch (EffortSpentException)
        {
            verdict = ProofVerdict.NotSettled;
            Add(new AnalysisFinding(Diagnostics.Catalogue.AnalysisDiagnostics.NotSettled, place, question, subject));
        }

        Answer(question, verdict);
    }
}
