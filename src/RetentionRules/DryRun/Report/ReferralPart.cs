using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>What the schedule leaves to somebody.</summary>
internal static class ReferralPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        ExampleTally referrals = content.Counts.Referrals;
        if (referrals.Total == 0)
        {
            page.Paragraph("The schedule leaves none of these records to a person.");
            return;
        }

        new Table(
            "referral-table", "Records about which a person decides.",
            [new("Who"), new("What is asked"), new("Records", ColumnKind.Number), new("For example", ColumnKind.Code)])
        {
            Rows = [.. referrals.Found.Select(f => (IReadOnlyList<TableCell>)[Who(f.Key), f.Key.Detail, TableCell.Of(f.Count), ReportContent.Examples(f.Examples)])],
        }.Write(page);
    }

    private static string Who(FindingKey key) => key.Kind == Reasons.ReferredCode ? key.Name : "not named";
}
