using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Reads schedules, registers and sets, and the files that they name.</summary>
internal static class InstrumentFile
{
    /// <summary>The name of the file that makes a folder of editions a register.</summary>
    public const string RegisterName = "register.yaml";

    /// <summary>The instrument, or null where there is none; with errors it is only to be looked at, and not to decide by.</summary>
    /// <param name="file">The file.</param>
    /// <param name="diagnostics">Where to report.</param>
    /// <param name="chain">The files that have led here, so that a circle is noticed.</param>
    public static RetentionInstrument? Read(FileText file, DiagnosticBag diagnostics, params IReadOnlyList<string> chain)
    {
        DiagnosticBag probing = new();
        string? kind = ShapedFile.Parse(file, probing) is { } parsed ? ShapedFile.KindOf(parsed.Map) : null;
        string expected = kind is FileShapes.RegisterKey or FileShapes.SetKey ? kind : FileShapes.ScheduleKey;
        if (ShapedFile.Read(file, expected, diagnostics) is not { } root) return null;
        YamlReading reading = new(root.Source, diagnostics);
        return expected switch
        {
            FileShapes.RegisterKey => new RegisterBinder(reading, root.Map, chain).Bind(),
            FileShapes.SetKey => new SetBinder(reading, root.Map, chain).Bind(),
            _ => new ScheduleBinder(reading, root.Map, chain).Bind(),
        };
    }

    /// <summary>The instrument in a file that another file names, relative to that; what is wrong with it is said there.</summary>
    public static RetentionInstrument? ReadNamed(YamlReading reading, YamlScalar place, IReadOnlyList<string> chain)
    {
        string name = place.Value.Trim();
        string path = Path.Combine(Path.GetDirectoryName(reading.Source.Path) ?? "", name);
        string full = Path.GetFullPath(path);
        if (chain.Contains(full))
        {
            string[] circle = [.. chain.SkipWhile(c => c != full).Append(full).Select(f => Path.GetFileName(f))];
            reading.Report(place, CombinationDiagnostics.Circle, Path.GetFileName(full), "leads back to", string.Join(" → ", circle));
            return null;
        }

        if (NamedFile.Problem(path) is { Length: > 0 } problem)
        {
            reading.ReportWithHelp(place, Meant(path, name), CombinationDiagnostics.FileRefused, name, problem);
            return null;
        }

        DiagnosticBag found = new();
        RetentionInstrument? instrument = Read(FileText.FromFile(path), found, [.. chain, full]);
        if (found.ToList().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is not { } first) return instrument;
        if (first.Descriptor == CombinationDiagnostics.Circle) reading.Report(place, first.Descriptor, [.. first.Arguments]);
        else ReportRefused(reading, place, name, first);
        return null;
    }

    /// <summary>What is wrong with a file that is named is told in one line; that file's own check tells the rest.</summary>
    public static void ReportRefused(YamlReading reading, YamlNode place, string name, Diagnostic first) => reading.ReportWithHelp(
        place,
        first.Descriptor == ShapeDiagnostics.OtherKind ? "name a schedule, a register or a set" : $"mend that file first; `retention check {name}` tells all that is wrong with it",
        CombinationDiagnostics.FileRefused,
        name,
        $"line {first.Location.Start.Line}: {first.Message}");

    /// <summary>A file beside the one that is not there, with a name that is nearly the same.</summary>
    private static string Meant(string path, string name)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder)) return "";
        string? file = NearestWord.To(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileName(f)));
        return file is null ? "" : $"did you mean `{name[..^Path.GetFileName(path).Length]}{file}`?";
    }

    /// <summary>A schedule in a file that another file names.</summary>
    public static RetentionSchedule? ReadSchedule(YamlReading reading, YamlScalar place, IReadOnlyList<string> chain)
    {
        RetentionInstrument? instrument = ReadNamed(reading, place, chain);
        if (instrument is not null and not RetentionSchedule)
            reading.ReportWithHelp(place, "name the file of one schedule", CombinationDiagnostics.FileRefused, place.Value.Trim(), "it is not a schedule");
        return instrument as RetentionSchedule;
    }
}
