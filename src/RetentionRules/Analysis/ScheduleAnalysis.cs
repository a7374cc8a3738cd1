using RetentionRules.Analysis.Checks;

namespace RetentionRules.Analysis;

/// <summary>What an analysis of a schedule came to. Immutable; the same schedule and budget of steps give the same.</summary>
public sealed class ScheduleAnalysis
{
    internal ScheduleAnalysis(RetentionInstrument instrument, IReadOnlyList<AnalysisQuestion> questions, IReadOnlyList<AnalysisFinding> findings, IReadOnlyList<ItemNeed> needs) =>
        (Instrument, Questions, Findings, Needs) = (instrument, questions, findings, needs);

    /// <summary>What was analysed.</summary>
    public RetentionInstrument Instrument { get; }

    /// <summary>What was asked, kind by kind, and how often it was proved, refuted or not settled.</summary>
    public IReadOnlyList<AnalysisQuestion> Questions { get; }

    /// <summary>What is wrong or worth a second look, in the order of the places.</summary>
    public IReadOnlyList<AnalysisFinding> Findings { get; }

    /// <summary>Of each item, the fact without which it is hardest to tell: what a records system must capture.</summary>
    public IReadOnlyList<ItemNeed> Needs { get; }

    /// <summary>Whether every question has an answer. Where not, nothing is proved by the absence of findings.</summary>
    public bool IsSettled => Questions.All(q => q.NotSettled == 0);
}

/// <summary>A kind of question about a schedule, with its answers.</summary>
/// <param name="Name">What is asked, as what should hold: <c>every record has an item</c>.</param>
/// <param name="Proved">How many times it holds for all records.</param>
/// <param name="Refuted">How many times there is a record, or a rule, for which it does not hold.</param>
/// <param name="NotSettled">How many times the budget was spent before either was known, or facts that the analysis cannot look into decide.</param>
public sealed record AnalysisQuestion(string Name, int Proved, int Refuted, int NotSettled)
{
    /// <summary>Whether what refutes it is mostly meant, and told as a note: that a day is rounded, or that what never is fits no case.</summary>
    public bool IsNote => Name is DayCheck.RoundingQuestion or CaseCheck.GapQuestion;
}

/// <summary>The answer to a question about a schedule.</summary>
public enum ProofVerdict
{
    /// <summary>It holds for every record.</summary>
    Proved,

    /// <summary>It does not hold: there is a witness, or a rule that can never apply.</summary>
    Refuted,

    /// <summary>The budget was spent first, or the answer rests on facts that the analysis cannot look into. Never a pass.</summary>
    NotSettled,
}

/// <summary>Of an item: the single fact whose absence leaves the most items that may apply.</summary>
/// <param name="Item">The item.</param>
/// <param name="Fact">The fact; empty where the item is told without any.</param>
/// <param name="Candidates">How many items may then apply to its records; a lower bound where it is large.</param>
public sealed record ItemNeed(ScheduleItem Item, string Fact, int Candidates);
