using RetentionRules.Evaluation.Reference;
using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.DryRun;

/// <summary>What a page was made of: with the same, it can be made again to the byte.</summary>
internal static class IdentityPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        RetentionInstrument instrument = content.Policy.Instrument;
        page.Begin("dl");
        Line(page, "Schedule", instrument.Id, isCode: true);
        Line(page, "Version", instrument.Version.Length == 0 ? "not stated" : instrument.Version);
        WriteTitle(page, instrument.Title);
        Line(page, "Status", StatusOf(instrument));
        Line(page, "Hash", instrument.ContentHash, isCode: true);
        Line(page, "As of", content.Day);
        WriteHolds(page, content.Policy.Holds);
        foreach (PeriodParameter parameter in instrument.Parameters) Line(page, $"Parameter {parameter.Name}", Setting(content.Policy, parameter));
        foreach (string name in NamesOf(content.Inputs.Records)) Line(page, "Records", name, isCode: true);
        Line(page, "Mapping", content.Inputs.Mapping.Length == 0 ? "none: columns have the names of the facts" : Path.GetFileName(content.Inputs.Mapping), isCode: content.Inputs.Mapping.Length > 0);
        Line(page, "Program", $"RetentionRules {DispositionDecision.EngineVersion}, language {DispositionDecision.LanguageVersion}");
        page.End();
    }

    /// <summary>The schedules of a register or a set, which decide each for itself.</summary>
    public static IEnumerable<Section> Members(RetentionInstrument instrument) => instrument is RetentionSchedule
        ? []
        : [new Section("members", "The schedules that decide", page => WriteMembers(page, instrument))];

    private static void WriteMembers(PageWriter page, RetentionInstrument instrument) => new Table(
        "member-table", $"{HtmlText.Count(instrument.Schedules.Count, "schedule")} of {instrument.Id}.",
        [new("Schedule", ColumnKind.Code), new("Version"), new("Title"), new("Status"), new("Items", ColumnKind.Number), new("Hash", ColumnKind.Code)])
    {
        Rows = [.. instrument.Schedules.Select(s => (IReadOnlyList<TableCell>)[s.Id, s.Version, ReportContent.Cell(s.Title), Gate.StatusWord(s.Status), TableCell.Of(s.Items.Count), s.ContentHash])],
    }.Write(page);

    private static void Line(PageWriter page, string name, string text, bool isCode = false)
    {
        page.Element("dt", name);
        page.Begin("dd");
        if (isCode) page.Element("code", text);
        else page.Text(text);
        page.End();
    }

    private static void WriteTitle(PageWriter page, LocalizedText title)
    {
        page.Element("dt", "Title");
        if (ReportContent.LanguageOf(title) is { Length: > 0 } language) page.Element("dd", title.Value, ("lang", language));
        else page.Element("dd", title.Value);
    }

    private static void WriteHolds(PageWriter page, HoldList holds)
    {
        if (!holds.WereConsulted)
        {
            Line(page, "Holds", "not consulted");
            return;
        }

        Line(page, "Holds", holds.Path.Length == 0 ? "consulted: none" : $"consulted: {HtmlText.Count(holds.Holds.Count, "hold")} in {Path.GetFileName(holds.Path)}");
        if (holds.ContentHash.Length > 0) Line(page, "Hash of the holds", holds.ContentHash, isCode: true);
    }

    private static string Setting(RetentionPolicy policy, PeriodParameter parameter) => policy.SettingOf(parameter) is { IsSet: true } setting
        ? setting.Period.ToString()
        : $"not set; from {parameter.Least} to {parameter.Most}";

    /// <summary>Names without their folders, which are others on each machine; with them where two files have one name.</summary>
    private static IEnumerable<string> NamesOf(IReadOnlyList<string> files) =>
        files.Select(f => Path.GetFileName(f)).Distinct(StringComparer.Ordinal).Count() == files.Count ? files.Select(f => Path.GetFileName(f)) : files;

    private static string StatusOf(RetentionInstrument instrument) => instrument switch
    {
        RetentionSchedule schedule => Gate.StatusWord(schedule.Status),
        ScheduleRegister register => $"{Gate.StatusWord(register.Status)} (a register of editions)",
        ScheduleSet => "a set; each of its schedules has a status of its own",
        _ => throw new ArgumentOutOfRangeException(nameof(instrument)),
    };
}
