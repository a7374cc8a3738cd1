using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>The parts of a report, in the order in which they are read: what there is, what comes, where, and what stands in the way.</summary>
internal static class ReportPage
{
    public static Page Of(ReportContent content)
    {
        RetentionInstrument instrument = content.Policy.Instrument;
        string title = instrument.Title.IsEmpty ? instrument.Id : instrument.Title.Value;
        return new Page(
            $"Dry-run as of {content.Day}: {title}",
            $"What may be disposed of, as of {content.Day}",
            page => LeadPart.Write(page, content, title),
            [
                Part("identity", "What this page was made of", content, IdentityPart.Write),
                Part("status", "Records by status", content, StatusPart.Write),
                Part("forecast", "What falls due, and when", content, ForecastPart.Write),
                Part("items", "Records by item", content, ItemPart.Write),
                Part("blocks", "What blocks due acts", content, BlockPart.Write),
                Part("holds", "What holds stop", content, HoldPart.Write),
                Part("missing", "What would settle the undetermined", content, MissingPart.Write),
                Part("referrals", "What a person decides", content, ReferralPart.Write),
                Part("conflicts", "Where rules collide", content, ConflictPart.Write),
                Part("uncovered", "What no item covers", content, UncoveredPart.Write),
                .. FactPart.Sections(content),
                Part("findings", "What is wrong with the records as data", content, FaultPart.Write),
                .. IdentityPart.Members(instrument),
            ],
            "This page says what a schedule permits. It approves nothing, and nothing has been disposed of.");
    }

    private static Section Part(string id, string heading, ReportContent content, Action<PageWriter, ReportContent> write) =>
        new(id, heading, page => write(page, content));
}
