using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What is known where one of several outcomes comes true, and it is not known which (docs/language.md, 5.6).</summary>
internal static class OpenOutcome
{
    /// <summary>
    /// Where every candidate keeps the record, it does not matter which of them applies. That perhaps none applies changes
    /// nothing, because a record that nobody claims is kept too. Everything else is undetermined.
    /// </summary>
    public static Outcome Of(IReadOnlyList<Outcome> candidates, IReadOnlyList<string> missing)
    {
        bool any = candidates.Count > 0;
        bool allKeep = any && candidates.All(o => o.Keeps);
        bool allPermanent = any && candidates.All(o => o.Status == DispositionStatus.Permanent);
        bool allDue = any && candidates.All(o => o.IsDue) && candidates.Select(o => o.Action).Distinct().Count() == 1;
        DispositionStatus status = allPermanent ? DispositionStatus.Permanent : allKeep ? DispositionStatus.Retain : DispositionStatus.Undetermined;
        return new Outcome(status, Common(candidates.Select(o => o.Value), RecordValue.Undecided))
        {
            // 5.24: which candidate applies is the first thing to find out; what each of them hangs on may then not matter.
            Missing = missing,
            ChangeDays = [.. candidates.SelectMany(o => o.ChangeDays)],
            Reasons = allKeep ? [Reasons.AnyCandidateKeeps()] : allDue ? [Reasons.EveryCandidateIsDue(candidates[0].Action!.Value)] : [],
            Bounds = any ? candidates.Select(o => o.Bounds).Aggregate(DateBounds.Hull) : DateBounds.Unknown,
            Action = Common(candidates.Select(o => o.Action), null),
            Target = Common(candidates.Select(o => o.Target), ""),
        };
    }

    /// <summary>The value that all have in common, or another where they differ.</summary>
    private static T Common<T>(IEnumerable<T> values, T otherwise) => values.Distinct().ToArray() is [var only] ? only : otherwise;
}
