using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Testing;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>Reads files of tests, and the schedule and holds that they name, relative to the file.</summary>
public static class ScheduleTestReader
{
    /// <summary>Reads tests from a file.</summary>
    /// <exception cref="IOException">The file of tests cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file of tests may not be read.</exception>
    public static LoadResult<ScheduleTests> ReadFile(string path)
    {
        DiagnosticBag diagnostics = new();
        ScheduleTests? tests = null;
        if (ShapedFile.Read(FileText.FromFile(path), FileShapes.TestsKey, diagnostics) is { } root)
        {
            YamlReading reading = new(root.Source, diagnostics);
            string folder = Path.GetDirectoryName(path) ?? "";
            if (ReadSchedule(reading, root.Map, path) is { } schedule)
                tests = new TestBinder(reading, root.Map, schedule, folder).Bind();
        }

        return new LoadResult<ScheduleTests>(tests, diagnostics.ToList());
    }

    /// <summary>The ending that a file of tests has where the schedule has <c>.yaml</c>.</summary>
    public const string Ending = ".tests.yaml";

    private static RetentionInstrument? ReadSchedule(YamlReading reading, YamlMapping root, string path)
    {
        YamlScalar? named = YamlReading.Scalar(root, "file");
        string schedulePath = named is not null ? Path.Combine(Path.GetDirectoryName(path) ?? "", named.Value.Trim()) : BesidePath(path);
        YamlNode place = named ?? root.Find("tests")!.Value;
        bool isNamed = schedulePath != path;
        // Where the file stands under the wrong key, that has been told.
        if (!isNamed && root.Find(FileShapes.ScheduleKey) is not null) return null;
        string name = named?.Value.Trim() ?? (isNamed ? Path.GetFileName(schedulePath) : YamlReading.Text(root, "tests"));
        string problem = isNamed ? NamedFile.Problem(schedulePath) : "the tests do not say in which file it is";
        if (problem.Length == 0)
        {
            LoadResult<RetentionInstrument> result = InstrumentReader.ReadFile(schedulePath);
            if (result.TryGetValue(out RetentionInstrument? schedule)) return schedule;
            Diagnostic first = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
            problem = $"line {first.Location.Start.Line}: {first.Message}";
        }

        Diagnostic finding = new(TestDiagnostics.ScheduleUnreadable, new SourceLocation(reading.Source, place.Span), name, problem);
        reading.Diagnostics.Add(finding.WithHelp(isNamed ? "" : "add `file:` with the path of the schedule, relative to this file; or call this file `name.tests.yaml` beside `name.yaml`"));
        return null;
    }

    private static string BesidePath(string path) => path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] + ".yaml" : path;
}
