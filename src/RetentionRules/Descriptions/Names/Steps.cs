using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>What every language asks of steps and their moments.</summary>
internal static class Steps
{
    /// <summary>The name of a step that is given none; prose speaks of such a step by its act.</summary>
    public static string DefaultName(DispositionAction action) => action switch
    {
        DispositionAction.CutOff => "cutoff",
        DispositionAction.Destroy => "destroy",
        DispositionAction.Transfer => "transfer",
        DispositionAction.HandOver => "hand_over",
        DispositionAction.Return => "return",
        DispositionAction.Move => "move",
        DispositionAction.Review => "review",
        DispositionAction.Appraise => "appraise",
        DispositionAction.Declassify => "declassify",
        DispositionAction.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>Whether an alternative that can drop out speaks of one fact alone, so that “that” can only mean this one.</summary>
    public static bool NamesOnlyOneFact(LatestAlternative alternative) =>
        alternative.DropsOutWithout is [{ IsDated: true }] && MomentFacts.Of(alternative.Moment).Distinct().Count() == 1;

    /// <summary>From when a recurring act counts: its first time is one period later, and prose speaks of the start.</summary>
    public static Moment StartOf(Recurring recurring) => recurring.First is PeriodAfter first
        ? first.Start
        : throw new ArgumentOutOfRangeException(nameof(recurring), "The first time is no period after a start.");
}
