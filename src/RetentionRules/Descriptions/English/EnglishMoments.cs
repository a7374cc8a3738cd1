using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Moments in English.</summary>
internal sealed class EnglishMoments(ScheduleNames names, Wording wording)
{
    /// <summary>Behind an act: <c>when closed</c>, <c>at the end of the month of closed</c>, <c>6 years after closed</c>.</summary>
    public string Worded(Moment moment) => moment switch
    {
        FactMoment m => Upon(m.Fact),
        AnyFactMoment m => Upon(m.Fact),
        NthOfMoment or CycleBoundary or DefinedMoment or AssumedStart => "at " + Noun(moment),
        StepMoment => "upon " + Noun(moment),
        PeriodAfter m => $"{EnglishPeriods.Write(m.Amount, wording)} after {Noun(m.Start)}",
        EarliestOf m => Choice([.. m.Moments.Select(Part)], "earlier", "earliest"),
        LatestOf m => Choice([.. m.Alternatives.Select(Part)], "later", "latest"),
        WithFallback m => $"{Part(m.Main)} or, if {Never(m.Tested)}, {Part(m.Fallback)}",
        AtOnce => "at once",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>Behind <c>after</c> and <c>of</c>; what has a choice or a period of its own stands in parentheses.</summary>
    public string Noun(Moment moment) => moment switch
    {
        FactMoment m => Noun(m.Fact),
        AnyFactMoment m => Noun(m.Fact),
        NthOfMoment m => $"the {OrdinalOf(m.Place)} of the dates of {names.Of(m.Fact)}",
        StepMoment m => StepNoun(m.Name),
        CycleBoundary { IsEnd: true } m => $"the end of the {EnglishPeriods.Write(m.Cycle, wording)} of {Noun(m.Within)}",
        CycleBoundary m => $"the start of the next {EnglishPeriods.Write(m.Cycle, wording)} after {Noun(m.Within)}",
        DefinedMoment m => $"{wording.Quote(ScheduleNames.Spaced(m.Name))} (that is, {Worded(m.Definition)})",
        AssumedStart m => $"the start of retention ({Worded(m.Start)})",
        PeriodAfter or EarliestOf or LatestOf or WithFallback => $"({Worded(moment)})",
        AtOnce => "at once",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>Behind <c>no later than</c>, where a period needs no parentheses.</summary>
    public string Limit(Moment moment) => moment is PeriodAfter ? Worded(moment) : Noun(moment);

    /// <summary>What is known never to happen, or never to have been.</summary>
    public string Never(FactDefinition fact) => IsFate(fact)
        ? $"{names.Of(fact)} is never {FateOf(fact)}"
        : fact.IsDated || fact.Type is DateListType ? names.Of(fact) + " never happens" : $"there is no {names.Of(fact)}";

    /// <summary>Behind an act: a fact is called by what happens (“when superseded”) or by a thing (“upon final payment”).</summary>
    public string Upon(FactDefinition fact) =>
        IsFate(fact) || EnglishWording.IsClause(names.Of(fact)) ? "when " + Clause(fact) : "upon " + Noun(fact);

    /// <summary>As a clause, where it is one.</summary>
    private string Clause(FactDefinition fact) => IsFate(fact)
        ? $"{names.Of(fact)} has been {FateOf(fact)}"
        : names.Of(fact);

    public string Noun(FactDefinition fact) => IsFate(fact)
        ? $"the {(FateOf(fact) == "destroyed" ? "destruction" : "transfer")} of {names.Of(fact)}"
        : names.Of(fact);

    private static bool IsFate(FactDefinition fact) => fact.Role is FactRole.RelatedRecordFate or FactRole.UnaskedFate;

    private static string FateOf(FactDefinition fact) => fact.Name[(fact.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private string Part(Moment moment) => moment is EarliestOf or LatestOf or WithFallback ? $"({Worded(moment)})" : Worded(moment);

    private string Part(LatestAlternative alternative)
    {
        string without = Steps.NamesOnlyOneFact(alternative)
            ? "that never happens"
            : EnglishWording.List([.. alternative.DropsOutWithout.Select(Never)], "or");
        return Part(alternative.Moment) + (without.Length > 0 ? $" (not counted where {without})" : "");
    }

    /// <summary>Two are joined by a word, because each is complete in itself; more are numbered.</summary>
    private static string Choice(IReadOnlyList<string> parts, string ofTwo, string ofMany) => parts is [var first, var second]
        ? $"{first} or {second}, whichever is {ofTwo}"
        : $"at the {ofMany} of {EnglishWording.List([.. parts.Select(Numbered)], "and")}";

    private static string Numbered(string part, int place) => string.Create(CultureInfo.InvariantCulture, $"({place + 1}) {part}");

    private static string OrdinalOf(int place) => place switch
    {
        NthOfMoment.Last => "last",
        1 => "first",
        2 => "second",
        3 => "third",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    /// <summary>A step is spoken of by its act unless the schedule gives it a name.</summary>
    private string StepNoun(string name) => name switch
    {
        "cutoff" => "the cutoff",
        "transfer" => "the transfer",
        "hand_over" => "the handing over",
        "return" => "the return",
        "move" => "the move",
        "review" => "the review",
        "appraise" => "the appraisal",
        "declassify" => "the declassification",
        "open" => "the opening",
        _ => wording.Quote(ScheduleNames.Spaced(name)),
    };
}
