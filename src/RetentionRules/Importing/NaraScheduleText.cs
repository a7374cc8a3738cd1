using System.Globalization;
using System.Text;

namespace RetentionRules.Importing;

/// <summary>Writes the items of one General Records Schedule as a schedule: a draft, until somebody has read it.</summary>
internal static class NaraScheduleText
{
    private const int Width = 110;

    public static string Write(string number, IReadOnlyList<(NaraRow Row, OfficialWording Wording)> items)
    {
        StringBuilder text = new();
        Line(text, $"schedule: us-nara-grs-{number.Replace('.', '-')}");
        Line(text, $"title: General Records Schedule {number}");
        Line(text, "status: draft                    # read the findings and each item; then it can be approved");
        Line(text, "issued-by: NARA, General Records Schedules");
        if (items.Select(i => NaraTable.MonthOf(i.Row.LastUpdated)).Max() is { } latest)
            Line(text, string.Create(CultureInfo.InvariantCulture, $"in-force: {{ from: {latest:yyyy-MM-dd} }}"));
        Line(text, "calendar: { fiscal-year-ends: 30 September }");
        Line(text, "\nrecord:");
        Line(text, "  series:\n    type: code\n    required: true\n    title: GRS item number");
        WordedFact[] facts = [.. items.Select(i => i.Wording).OfType<OfficialWording.Said>().SelectMany(s => s.Moments).Select(m => m.Start).DistinctBy(f => f.Name)];
        foreach (WordedFact fact in facts.OrderByDescending(f => f.IsCreated))
            Line(text, fact.IsCreated ? "  created: date" : $"  {fact.Name}:\n    type: event\n    title: {Quoted(fact.Words)}");
        Line(text, "\nitems:");
        Line(text, string.Join('\n', items.Select(i => ItemText(i.Row, i.Wording))).TrimEnd('\n'));
        return text.ToString();
    }

    private static string ItemText(NaraRow row, OfficialWording wording)
    {
        StringBuilder text = new();
        Line(text, $"  - item: \"{row.Number}\"");
        Line(text, $"    title: {Quoted(row.Title.Length > 0 ? row.Title : "Item " + row.Number)}");
        Line(text, $"    when: series under \"{row.Number}\"");
        Line(text, $"    disposition: {DispositionOf(wording)}");
        if (WordingReader.AuthorizesLonger(row.Wording)) Line(text, "    longer-retention: authorized");
        if (row.Deviations is "Yes" or "No") Line(text, $"    deviations: {(row.Deviations == "Yes" ? "allowed" : "not-allowed")}");
        if (IsSaid(row.Authority)) Line(text, $"    authority: {Quoted(row.Authority)}");
        if (IsSaid(row.LegalCitation)) Line(text, $"    cites: {Quoted(row.LegalCitation)}");
        if (IsSaid(row.SupersededBy)) Line(text, $"    superseded-by: {Quoted(row.SupersededBy)}");
        if (row.Wording.Length > 0) Line(text, "    wording: >-\n" + Folded(row.Wording, "      "));
        if (wording is OfficialWording.Ambiguous ambiguous) Line(text, "    reading: >-\n" + Folded(Open(ambiguous), "      "));
        return text.ToString();
    }

    private static string Open(OfficialWording.Ambiguous wording) => wording.Readings.Count > 0
        ? $"Open. Either {string.Join(", or ", wording.Readings)}."
        : "Open. Either the last of what is named counts, or the first.";

    private static string DispositionOf(OfficialWording wording) => wording switch
    {
        OfficialWording.Said said => said.Disposition,
        OfficialWording.Ambiguous => "refer to \"the records officer\" for \"which reading of the wording applies\"",
        OfficialWording.NotUnderstood => "refer to \"the records officer\" for \"what the wording says\"",
        _ => throw new ArgumentOutOfRangeException(nameof(wording)),
    };

    private static bool IsSaid(string text) => text is not ("" or "N/A" or "NA");

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>Lines of a folded block: read back, they are one text again.</summary>
    private static string Folded(string text, string indentation)
    {
        StringBuilder lines = new(indentation);
        int length = indentation.Length;
        foreach (string word in text.Split(' '))
        {
            bool isFirst = length == indentation.Length;
            if (!isFirst && length + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(indentation);
                length = indentation.Length;
                isFirst = true;
            }

            lines.Append(isFirst ? "" : " ").Append(word);
            length += word.Length + (isFirst ? 0 : 1);
        }

        return lines.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
