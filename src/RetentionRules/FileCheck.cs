using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Findings;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules;

/// <summary>What a file is about, told by the one key that only that kind has.</summary>
public enum RetentionFileKind
{
    /// <summary>None of the known kinds, or not even YAML.</summary>
    Unknown,

    /// <summary>A schedule: <c>schedule:</c>.</summary>
    Schedule,

    /// <summary>Tests of a schedule: <c>tests:</c>.</summary>
    Tests,

    /// <summary>Holds: <c>holds:</c>.</summary>
    Holds,

    /// <summary>A record mapping: <c>records:</c>.</summary>
    Records,

    /// <summary>A register of editions: <c>register:</c>.</summary>
    Register,

    /// <summary>A set of schedules: <c>set:</c>.</summary>
    Set,

    /// <summary>A classification: <c>classification:</c>.</summary>
    Classification,

    /// <summary>A profile, which says how findings are weighed: <c>profile:</c>.</summary>
    Profile,
}

/// <summary>Checks files of any kind: reads, types and lints them.</summary>
public static class FileCheck
{
    /// <summary>Tells the kind of a file; nothing else about it is looked at.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RetentionFileKind KindOf(string path)
    {
        ShapedFile? file = ShapedFile.Parse(FileText.FromFile(path), new DiagnosticBag());
        return (file is null ? null : ShapedFile.KindOf(file.Map)) switch
        {
            FileShapes.ScheduleKey => RetentionFileKind.Schedule,
            FileShapes.TestsKey => RetentionFileKind.Tests,
            FileShapes.HoldsKey => RetentionFileKind.Holds,
            FileShapes.RecordsKey => RetentionFileKind.Records,
            FileShapes.RegisterKey => RetentionFileKind.Register,
            FileShapes.SetKey => RetentionFileKind.Set,
            FileShapes.ClassificationKey => RetentionFileKind.Classification,
            FileShapes.ProfileKey => RetentionFileKind.Profile,
            _ => RetentionFileKind.Unknown,
        };
    }

    /// <summary>All findings about a file, with those of the published JSON Schema.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schedulePath">
    /// The schedule that holds and mappings are checked against, where they name none themselves; empty where there is none.
    /// </param>
    /// <exception cref="IOException">The file, or the schedule, cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or the schedule, may not be read.</exception>
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("The JSON Schema library uses reflection.")]
    [System.Diagnostics.CodeAnalysis.RequiresDynamicCode("The JSON Schema library uses reflection.")]
    public static IReadOnlyList<Diagnostic> Check(string path, string schedulePath = "")
    {
        IReadOnlyList<Diagnostic> found = KindOf(path) switch
        {
            RetentionFileKind.Schedule or RetentionFileKind.Register or RetentionFileKind.Set => InstrumentReader.ReadFile(path).Diagnostics,
            RetentionFileKind.Tests => ScheduleTestReader.ReadFile(path).Diagnostics,
            RetentionFileKind.Holds => CheckAgainst(path, schedulePath, schedule => HoldReader.ReadFile(path, schedule).Diagnostics),
            RetentionFileKind.Records => CheckAgainst(path, schedulePath, schedule => MappingReader.ReadFile(path, RetentionPolicy.For(schedule).Compile()).Diagnostics),
            RetentionFileKind.Classification => CheckClassification(path, schedulePath),
            RetentionFileKind.Profile => FindingProfileReader.ReadFile(path).Diagnostics,
            RetentionFileKind.Unknown => ScheduleReader.ReadFile(path).Diagnostics,
            _ => throw new InvalidOperationException("unknown kind of file"),
        };
        return WithSchema(path, found);
    }

    /// <summary>
    /// All findings about a file, with those that rest on a day: a schedule past its review, an item whose authority has been
    /// repealed, an approval that is not in force, a body without an adopted schedule.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="schedulePath">As without a day.</param>
    /// <param name="asOf">The day; nothing else is asked of it.</param>
    /// <exception cref="IOException">The file, or the schedule, cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or the schedule, may not be read.</exception>
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("The JSON Schema library uses reflection.")]
    [System.Diagnostics.CodeAnalysis.RequiresDynamicCode("The JSON Schema library uses reflection.")]
    public static IReadOnlyList<Diagnostic> Check(string path, string schedulePath, DateOnly asOf)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(Check(path, schedulePath));
        RetentionFileKind kind = KindOf(path);
        if (kind == RetentionFileKind.Schedule && ScheduleReader.ReadFile(path).TryGetValue(out RetentionSchedule? schedule))
            diagnostics.AddRange(DayLint.Check(FileText.FromFile(path), schedule, asOf));
        if (kind == RetentionFileKind.Register && InstrumentReader.ReadFile(path).TryGetValue(out RetentionInstrument? register))
            diagnostics.AddRange(RegisterDayLint.Check(FileText.FromFile(path), (Schedules.ScheduleRegister)register, asOf));
        return diagnostics.ToList();
    }

    /// <summary>The schedule that a file of holds, a mapping or a classification names under <c>file:</c>, as a path; empty where it names none.</summary>
    public static string NamedSchedule(string path)
    {
        ShapedFile? file = ShapedFile.Parse(FileText.FromFile(path), new DiagnosticBag());
        string named = file is null ? "" : YamlReading.Text(file.Map, "file");
        return named.Length == 0 ? "" : Path.Combine(Path.GetDirectoryName(path) ?? "", named);
    }

    private static IReadOnlyList<Diagnostic> CheckAgainst(string path, string schedulePath, Func<RetentionInstrument, IReadOnlyList<Diagnostic>> check) =>
        CheckBeside(path, schedulePath, named => InstrumentReader.ReadFile(named).TryGetValue(out RetentionInstrument? instrument) ? check(instrument) : null);

    /// <summary>A schedule with a faulty classification has errors itself, so only the facts that it declares are looked at.</summary>
    private static IReadOnlyList<Diagnostic> CheckClassification(string path, string schedulePath) => CheckBeside(path, schedulePath, named =>
    {
        DiagnosticBag diagnostics = new();
        ShapedFile? schedule = ShapedFile.Read(FileText.FromFile(named), FileShapes.ScheduleKey, diagnostics);
        return schedule is null ? null : ClassificationFile.Check(path, new YamlReading(schedule.Source, diagnostics), schedule.Map);
    });

    /// <param name="path">The file.</param>
    /// <param name="schedulePath">The schedule, where the file names none.</param>
    /// <param name="check">Checks the file against the schedule of that path; gives null where the schedule cannot be used.</param>
    private static IReadOnlyList<Diagnostic> CheckBeside(string path, string schedulePath, Func<string, IReadOnlyList<Diagnostic>?> check)
    {
        string named = NamedSchedule(path) is { Length: > 0 } own ? own : schedulePath;
        if (named.Length == 0) return CheckShapeOnly(path, "no schedule was given", "");
        if (NamedFile.Problem(named) is { Length: > 0 } problem) return CheckShapeOnly(path, $"`{named}` cannot be read: {problem}", "");
        return check(named) ?? CheckShapeOnly(path, $"`{named}` has errors", "mend the schedule first");
    }

    /// <summary>Without a schedule its facts are not known, so only what needs none is checked, and that is said.</summary>
    private static IReadOnlyList<Diagnostic> CheckShapeOnly(string path, string why, string help)
    {
        DiagnosticBag diagnostics = new();
        if (ShapedFile.Parse(FileText.FromFile(path), diagnostics) is { } file && ShapedFile.KindOf(file.Map) is { } kind)
        {
            new ShapeCheck(file.Source, diagnostics).Check(file.Map, FileShapes.All.First(s => s.Key == kind).Shape, kind);
            YamlNode place = file.Map.Find("file")?.Value ?? YamlReading.PlaceOf(file.Map);
            diagnostics.Add(new Diagnostic(LintDiagnostics.NotCheckedAgainstSchedule, new(file.Source, place.Span), why).WithHelp(help));
        }

        return diagnostics.ToList();
    }

    /// <summary>The schema sees only what the reading has not said already at the same line.</summary>
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("The JSON Schema library uses reflection.")]
    [System.Diagnostics.CodeAnalysis.RequiresDynamicCode("The JSON Schema library uses reflection.")]
    private static IReadOnlyList<Diagnostic> WithSchema(string path, IReadOnlyList<Diagnostic> found)
    {
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(found);
        foreach (Diagnostic finding in SchemaCheck.CheckFile(path))
            if (!found.Any(f => f.Severity == DiagnosticSeverity.Error && f.Location.Start.Line == finding.Location.Start.Line)) diagnostics.Add(finding);
        return diagnostics.ToList();
    }
}
