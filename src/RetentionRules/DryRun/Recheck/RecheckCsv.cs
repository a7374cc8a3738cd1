using System.Globalization;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>What a recheck finds, as CSV: a header, and one row for each listed record that may no longer be acted on.</summary>
public static class RecheckCsv
{
    /// <summary>The header, without a line break.</summary>
    public const string Header = "record,line,action,item,problems,status,itemNow,text";

    /// <summary>One row, without a line break. Problems are joined by semicolons; status and item are those of today, empty where there are none.</summary>
    public static string Write(RecheckFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string[] cells =
        [
            finding.Record,
            finding.Line.ToString(CultureInfo.InvariantCulture),
            finding.Action,
            finding.Item,
            string.Join(';', finding.Problems.Select(Word)),
            finding.Decision is { } now ? DecisionText.Word(now.Status) : "",
            finding.Decision?.Item?.Number ?? "",
            finding.Text,
        ];
        return string.Join(',', cells.Select(DecisionCsv.Quote));
    }

    /// <summary>The word of a problem: <c>not-found</c>.</summary>
    public static string Word(RecheckProblem problem) => problem switch
    {
        RecheckProblem.NoIdentifier => "no-identifier",
        RecheckProblem.ListedTwice => "listed-twice",
        RecheckProblem.NotFound => "not-found",
        RecheckProblem.FoundTwice => "found-twice",
        RecheckProblem.NotPermitted => "not-permitted",
        RecheckProblem.ItemChanged => "item-changed",
        RecheckProblem.CountChanged => "count-changed",
        RecheckProblem.ScheduleChanged => "schedule-changed",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
