using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules;

/// <summary>Reads retention schedules. Faults of the text are findings in the result, never exceptions.</summary>
public static class ScheduleReader
{
    /// <summary>Reads a schedule from a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LoadResult<RetentionSchedule> ReadFile(string path) => Read(FileText.FromFile(path));

    /// <summary>Reads a schedule from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">
    /// The name to show in findings; it is not opened. A classification that the schedule names is looked for relative to it.
    /// </param>
    public static LoadResult<RetentionSchedule> Read(string text, string path = "schedule.yaml") => Read(FileText.FromText(text, path));

    internal static LoadResult<RetentionSchedule> Read(FileText file)
    {
        DiagnosticBag diagnostics = new();
        RetentionSchedule? schedule = null;
        if (ShapedFile.Read(file, FileShapes.ScheduleKey, diagnostics) is { } root)
            schedule = new ScheduleBinder(new YamlReading(root.Source, diagnostics), root.Map, []).Bind();
        return new LoadResult<RetentionSchedule>(schedule, diagnostics.ToList());
    }
}
