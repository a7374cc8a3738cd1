using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Importing;

namespace RetentionRules;

/// <summary>A schedule as it was taken over: the name of its file, and its text.</summary>
/// <param name="Name">Such as <c>grs-1-1.yaml</c>.</param>
/// <param name="Text">The schedule, ready to be checked and curated.</param>
/// <param name="Items">How many items it has.</param>
public sealed record ImportedSchedule(string Name, string Text, int Items);

/// <summary>
/// Takes NARA's table of the General Records Schedules over into schedules of this format. The official wording is the
/// rule; the coded columns are held against it. A wording with more than one reading is not guessed: its item carries the
/// wording and refers each record to a person.
/// </summary>
public sealed class NaraImport
{
    private NaraImport(IReadOnlyList<ImportedSchedule> schedules, IReadOnlyList<Diagnostic> findings) => (Schedules, Findings) = (schedules, findings);

    /// <summary>A schedule for each GRS, in the order of the table; none where the table has errors.</summary>
    public IReadOnlyList<ImportedSchedule> Schedules { get; }

    /// <summary>What was found, in the order of the table.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Whether the table cannot be taken over.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == DiagnosticSeverity.Error);

    /// <summary>How many rows of the table became items: all of them.</summary>
    public int Rows { get; private init; }

    /// <summary>How many items say their wording as a rule.</summary>
    public int Said { get; private init; }

    /// <summary>How many items have a wording with more than one reading, and refer to a person.</summary>
    public int Ambiguous { get; private init; }

    /// <summary>How many items have another wording, or none, and refer to a person.</summary>
    public int NotUnderstood { get; private init; }

    /// <summary>Reads a table.</summary>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    /// <param name="bytes">The file as it was published: Windows-1252 or UTF-8.</param>
    public static NaraImport Read(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        DiagnosticBag findings = new();
        (NaraRow Row, OfficialWording Wording)[] items = [.. NaraTable.Read(path, bytes, findings).Select(r => (r, WordingOf(r)))];
        foreach ((NaraRow row, OfficialWording wording) in items) Report(row, wording, findings);
        ImportedSchedule[] schedules =
        [
            .. items.GroupBy(i => i.Row.Schedule, StringComparer.Ordinal)
                .Select(g => new ImportedSchedule($"grs-{g.Key.Replace('.', '-')}.yaml", NaraScheduleText.Write(g.Key, [.. g]), g.Count())),
        ];
        return new NaraImport(schedules, findings.ToList())
        {
            Rows = items.Length,
            Said = items.Count(i => i.Wording is OfficialWording.Said),
            Ambiguous = items.Count(i => i.Wording is OfficialWording.Ambiguous),
            NotUnderstood = items.Count(i => i.Wording is OfficialWording.NotUnderstood),
        };
    }

    /// <summary>The wordings that are taken over destroy; what is permanent is left to a person.</summary>
    private static OfficialWording WordingOf(NaraRow row) => row.Disposition == "Permanent" ? new OfficialWording.NotUnderstood() : WordingReader.Read(row.Wording);

    private static void Report(NaraRow row, OfficialWording wording, DiagnosticBag findings)
    {
        switch (wording)
        {
            case OfficialWording.Said said:
                foreach ((string ofWording, string ofCodes) in CodedColumns.Compare(row, said))
                    findings.Add(new Diagnostic(ImportDiagnostics.CodesDisagree, row.Place, row.Number, ofWording, ofCodes));
                break;
            case OfficialWording.Ambiguous ambiguous:
                Diagnostic open = new(ImportDiagnostics.Ambiguous, row.Place, row.Number, row.Wording);
                Reading[] readings = [.. ambiguous.Readings.Select((r, i) => new Reading(i == 0 ? "the last of them counts" : "the first of them counts", r))];
                findings.Add(readings.Length > 0
                    ? open.WithReadings(readings)
                    : open.WithHelp("either the last of what is named counts, or the first: write the one that the issuer means, or the one that keeps the record longer"));
                break;
            case OfficialWording.NotUnderstood:
                findings.Add(new Diagnostic(ImportDiagnostics.NotUnderstood, row.Place, row.Number, row.Wording));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(wording));
        }
    }
}
