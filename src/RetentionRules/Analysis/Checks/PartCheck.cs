using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>
/// Whether each part of a condition changes something: whether there is a record of which the whole would say something else
/// without it. What was found to change nothing is left out when the next part is asked, so that of two parts that imply each
/// other only one is told; and what changes nothing only once another part is gone is not told, because whoever left out that
/// one alone would change the condition.
/// </summary>
internal sealed class PartCheck(AnalysisContext context)
{
    private const string Question = "every part of a condition changes something";

    /// <summary>Looks at the parts of a condition, at every depth.</summary>
    /// <param name="condition">The condition; it is neither always true nor never.</param>
    /// <param name="subject">What it is the condition of.</param>
    /// <param name="place">Where the whole is written.</param>
    /// <param name="items">The items that it is about.</param>
    public void Run(Condition condition, string subject, AnalysisPlace place, IReadOnlyList<string> items)
    {
        ConditionPart whole = ConditionPart.Of(condition);
        Look(whole, new Subject(whole, context.Pool.Add(condition), subject, place, items), [], []);
    }

    /// <param name="list">A part, and what it is made of.</param>
    /// <param name="of">What is asked about.</param>
    /// <param name="all">What must be true of a record so that the whole hangs on this part: what is joined to it by <c>and</c>.</param>
    /// <param name="none">What must not: what is joined to it by <c>or</c>.</param>
    private void Look(ConditionPart list, Subject of, int[] all, int[] none)
    {
        if (list.Parts.Count > 1)
            foreach (ConditionPart part in list.Parts.AsEnumerable().Reverse().ToArray()) Ask(list, part, of, all, none);
        foreach (ConditionPart part in list.Parts.Where(p => p.Parts.Count > 0))
        {
            int[] beside = Beside(list, part);
            Look(part, of, list.IsAll ? [.. all, .. beside] : all, list.IsAll ? none : [.. none, .. beside]);
        }
    }

    private int[] Beside(ConditionPart list, ConditionPart part) => [.. list.Parts.Where(p => p != part).Select(p => p.In(context.Pool))];

    private void Ask(ConditionPart list, ConditionPart part, Subject of, int[] all, int[] none) => context.Results.Ask(Question, of.Place, of.Name, () =>
    {
        SearchKind needing = list.Parts.Count < 2 ? SearchKind.Found : RecordThatNeeds(list, part, all, none);
        if (needing == SearchKind.None && of.LeftOut.Count > 0) needing = RecordThatTells(of.Number, of.Whole.Without(part, context.Pool));
        AnalysisPlace place = of.Place with { Reference = part.Source };
        if (needing == SearchKind.Found) return ProofVerdict.Proved;
        if (needing == SearchKind.Opaque) return context.Results.RestsOnOpaque(Question, place, of.Name);
        list.Parts.Remove(part);
        of.LeftOut.Add(part);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.IdlePart, place, of.Name, part.Name) { Items = of.Items });
        return ProofVerdict.Refuted;
    });

    /// <summary>Whether there is a record that tells the part from nothing: of <c>a and b</c> one of b that is not a, of <c>a or b</c> one of a that is not b.</summary>
    private SearchKind RecordThatNeeds(ConditionPart list, ConditionPart part, int[] all, int[] none)
    {
        int own = part.In(context.Pool);
        int[] rest = Beside(list, part);
        return (list.IsAll
            ? context.Search.Find([.. all, .. rest], [.. none, own], context.Effort())
            : context.Search.Find([.. all, own], [.. none, .. rest], context.Effort())).Kind;
    }

    /// <summary>Whether there is a record of which one condition is true and the other is not.</summary>
    private SearchKind RecordThatTells(int a, int b)
    {
        SearchKind found = context.Search.Find([a], [b], context.Effort()).Kind;
        return found == SearchKind.None ? context.Search.Find([b], [a], context.Effort()).Kind : found;
    }

    /// <summary>What is asked about.</summary>
    /// <param name="Whole">The whole condition.</param>
    /// <param name="Number">The same, as it is written.</param>
    /// <param name="Name">What it is the condition of.</param>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Items">The items that it is about.</param>
    private sealed record Subject(ConditionPart Whole, int Number, string Name, AnalysisPlace Place, IReadOnlyList<string> Items)
    {
        /// <summary>The parts that were found to change nothing.</summary>
        public List<ConditionPart> LeftOut { get; } = [];
    }
}
