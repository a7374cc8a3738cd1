using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>What somebody reads who reads nothing else.</summary>
internal static class LeadPart
{
    public static void Write(PageWriter page, ReportContent content, string title)
    {
        RetentionInstrument instrument = content.Policy.Instrument;
        page.Begin("p");
        page.Text(HtmlText.Count(content.Records, "record") + " decided under ");
        if (ReportContent.LanguageOf(instrument.Title) is { Length: > 0 } language) page.Element("span", title, ("lang", language));
        else page.Text(title);
        page.Text($" ({instrument}).");
        page.End();
        foreach (string caution in Cautions(content)) page.Paragraph(caution, ("class", "caution"));
        page.Begin("ul");
        foreach (string line in Lines(content))
        {
            page.Begin("li");
            page.Prose(line);
            page.End();
        }

        page.End();
    }

    private static IEnumerable<string> Cautions(ReportContent content)
    {
        if (content.Records == 0) yield return "There were no records. Check that the right file was given.";
        if (!content.Policy.Holds.WereConsulted) yield return "Holds were not consulted. No destruction may follow from this page.";
        long unapproved = content.Counts.Obstacles.Blocks.Where(b => b.Kind == Reasons.ScheduleNotApproved).Sum(b => content.Counts.Obstacles[b, Obstruction.Stops]);
        if (unapproved > 0) yield return "The schedule is not approved. The page shows what would be due if it were.";
        if (content.Findings.UnfitValues > 0)
            yield return $"{HtmlText.Count(content.Findings.UnfitValues, "value")} did not fit and {(content.Findings.UnfitValues == 1 ? "was" : "were")} taken as unknown; what hangs on them is kept until they are mended.";
    }

    private static IEnumerable<string> Lines(ReportContent content)
    {
        long permitted = content.Permitted.Sum(p => p.Count);
        string acts = string.Join("; ", content.Permitted.Select(p => $"{DecisionText.Word(p.Act)} {HtmlText.Number(p.Count)}"));
        yield return Line(permitted, "may be acted on now", acts);
        yield return Line(content.Of(DispositionStatus.Held) + content.Of(DispositionStatus.Blocked), "are due and stopped", Listed(content, DispositionStatus.Held, DispositionStatus.Blocked));
        yield return Line(content.Of(DispositionStatus.Retain) + content.Of(DispositionStatus.Awaiting), "are not due", Listed(content, DispositionStatus.Retain, DispositionStatus.Awaiting));
        yield return Line(content.Of(DispositionStatus.Permanent) + content.Of(DispositionStatus.Completed), "have no act left", Listed(content, DispositionStatus.Permanent, DispositionStatus.Completed));
        yield return Line(
            content.Of(DispositionStatus.Undetermined) + content.Of(DispositionStatus.Conflict) + content.Of(DispositionStatus.Unscheduled),
            "cannot be decided, and are kept", Listed(content, DispositionStatus.Undetermined, DispositionStatus.Conflict, DispositionStatus.Unscheduled));
    }

    private static string Line(long count, string what, string parts) => $"{HtmlText.Number(count)} {what}{(parts.Length == 0 ? "" : ": " + parts)}.";

    private static string Listed(ReportContent content, params DispositionStatus[] statuses) =>
        string.Join("; ", statuses.Where(s => content.Of(s) > 0).Select(s => $"{ReportContent.Word(s)} {HtmlText.Number(content.Of(s))}"));
}
