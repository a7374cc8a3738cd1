using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>Why due acts are blocked, and what would mend it.</summary>
internal static class BlockPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        IReadOnlyList<FindingKey> blocks = content.Counts.Obstacles.Blocks;
        if (blocks.Count == 0)
        {
            page.Paragraph(content.Summary.ByAction.Count == 0 ? "No act is due." : "Nothing but holds stands in the way of any due act.");
            return;
        }

        new Table(
            "block-table", "Due acts that something other than a hold forbids, or may. An act with several blocks stands in the line of each; one that is held too is counted here as well.",
            [
                new("Reason", ColumnKind.Code), new("What", ColumnKind.Code), new("Due acts", ColumnKind.Number), new("of these destroy", ColumnKind.Number),
                new("stopped by nothing else", ColumnKind.Number), new("What it means, and the mend", ColumnKind.Prose),
            ])
        {
            Rows = [.. blocks.OrderByDescending(b => content.Counts.Obstacles[b, Obstruction.Stops]).ThenBy(b => b).Select(b => Row(content.Counts.Obstacles, b))],
        }.Write(page);
        if (content.Policy.Aggregation is not null) page.Paragraph("Of records that are disposed of as one, at most twenty reasons are known, and counted here.", ("class", "aside"));
    }

    private static IReadOnlyList<TableCell> Row(Obstacles obstacles, FindingKey block) =>
    [
        block.Kind, block.Name, TableCell.Of(obstacles[block, Obstruction.Stops]), TableCell.Of(obstacles[block, Obstruction.Destroy]),
        TableCell.Of(obstacles[block, Obstruction.Alone]), Mend(block.Kind),
    ];

    /// <summary>What a block means and what to do, by its code.</summary>
    internal static string Mend(string code) => code switch
    {
        Reasons.HoldsNotConsulted => "Nobody has said whether a hold applies. Run it again with `--holds FILE`, or with `--holds none` where it is known that there are none.",
        Reasons.ScheduleNotApproved => "The schedule is not approved. Have it approved, and enter the approval with its `status`.",
        Reasons.ScheduleNotInForce => "The schedule is not in force on this day. Use the edition that is.",
        Reasons.ForceNotStated => "The schedule does not say from when it is in force. Enter `in-force` as it was approved.",
        Reasons.ItemNotInForce => "The item is not in force on this day. Look for the item that is, or enter the day as it was approved.",
        Reasons.RestrictionForbidsCode => "A restriction of the schedule forbids the act. Do first what it asks for, or have an exception approved.",
        Reasons.RestrictionMayForbidCode => "A restriction of the schedule may forbid the act. Supply the facts that it asks for.",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
