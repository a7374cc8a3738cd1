using RetentionRules.Schedules;

namespace RetentionRules.Binding;

/// <summary>The words for how far approval has come.</summary>
internal static class ScheduleStatusWords
{
    public static ScheduleStatus Of(string word) => word switch
    {
        "template" => ScheduleStatus.Template,
        "pre-review" => ScheduleStatus.PreReview,
        "submitted" => ScheduleStatus.Submitted,
        "returned" => ScheduleStatus.Returned,
        "approved" => ScheduleStatus.Approved,
        "promulgated" => ScheduleStatus.Promulgated,
        "superseded" => ScheduleStatus.Superseded,
        "repealed" => ScheduleStatus.Repealed,
        // The word was checked: what is left is `draft`, or nothing, and neither is approved.
        _ => ScheduleStatus.Draft,
    };
}
