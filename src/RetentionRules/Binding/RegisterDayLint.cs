using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>What is doubtful about a register on a certain day.</summary>
internal static class RegisterDayLint
{
    /// <summary>The findings about a file that has been read without errors: bodies that must have a schedule and have none.</summary>
    public static IReadOnlyList<Diagnostic> Check(FileText file, ScheduleRegister register, DateOnly asOf)
    {
        DiagnosticBag found = new();
        if (ShapedFile.Parse(file, new DiagnosticBag()) is not { } parsed) return [];
        YamlReading reading = new(parsed.Source, found);
        HashSet<string> adopting = new(register.Schedules.Where(e => IsValid(e, asOf)).SelectMany(e => e.Approval.AdoptedBy), StringComparer.Ordinal);
        foreach (YamlScalar body in YamlReading.Scalars(parsed.Map, "bodies"))
            if (!adopting.Contains(body.Value.Trim())) reading.Report(body, CombinationLints.BodyWithoutSchedule, body.Value.Trim(), Calendars.DateBound.At(asOf));
        return found.ToList();
    }

    private static bool IsValid(RetentionSchedule edition, DateOnly asOf) =>
        edition.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated && edition.InForce.Covers(asOf);
}
