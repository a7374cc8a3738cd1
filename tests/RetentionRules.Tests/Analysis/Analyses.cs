using RetentionRules.Analysis;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>What an analysis found, in words that an oracle can come to by itself.</summary>
internal static class Analyses
{
    public static readonly AnalysisOptions Options = new(new DateOnly(2026, 11, 22));

    /// <summary>All that a schedule asks of records.</summary>
    public static IEnumerable<Condition> ConditionsOf(RetentionSchedule schedule) =>
    [
        .. schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Append(i.When)),
        .. schedule.Uncovered.Select(u => u.When),
        .. RulesOf(schedule).Select(r => r.When),
        .. schedule.Restrictions.Select(r => LiftedOf(r)).OfType<Condition>(),
    ];

    /// <summary>The conditions of what stands beside items.</summary>
    public static IEnumerable<(string Name, Condition When)> RulesOf(RetentionSchedule schedule) =>
    [
        .. schedule.Restrictions.Select(r => (r.Id, r.When)),
        .. schedule.Limits.Select(l => (l.Id, l.When)),
        .. schedule.Classification.Rules.Select((r, place) => ($"rule {place}", r.When)),
    ];

    /// <summary>What lifts a restriction, or what it asks for.</summary>
    private static Condition? LiftedOf(Restriction restriction) => restriction.Rule switch
    {
        Prohibition { Exemption: { } exemption } => exemption.Unless,
        Prerequisite prerequisite => prerequisite.Requirement.Require,
        _ => null,
    };

    /// <summary>The verdicts about items, cases and rules; idle parts and days are looked at elsewhere.</summary>
    public static IEnumerable<string> Verdicts(ScheduleAnalysis analysis, RetentionSchedule schedule) =>
        analysis.Findings.Select(f => Verdict(f, schedule)).OfType<string>().Distinct();

    private static string? Verdict(AnalysisFinding finding, RetentionSchedule schedule)
    {
        int ruleAt(Text.SourceReference place) => schedule.Classification.Rules.ToList().FindIndex(r => r.When.Source == place);
        ScheduleItem? item = finding.Items.Count == 0 ? null : schedule[finding.Items[0]];
        return finding.Descriptor.Code switch
        {
            "RR9501" => "gap",
            "RR9502" => $"conflict {finding.Items[0]} {finding.Items[1]}",
            "RR9503" => $"redundant {finding.Items[0]} {finding.Items[1]}",
            "RR9505" => $"impossible {item!.Number}",
            "RR9506" => $"shadowed {item!.Number}",
            "RR9507" => $"case {item!.Number} {item.Cases.ToList().FindIndex(c => c.Source == finding.Place.Reference)}",
            "RR9508" => $"exception {finding.Items[0]} {finding.Items[1]}",
            "RR9509" => $"no case for never {item!.Number}",
            "RR9510" => $"always {finding.Place.Reference}",
            "RR9512" => $"rules {ruleAt(finding.Related[0].Place.Reference)} {ruleAt(finding.Place.Reference)}",
            "RR9513" => $"class {finding.Arguments[0]}",
            "RR9514" => $"never {finding.Place.Reference}",
            "RR9515" => $"destroy {item!.Number} {item.Cases.ToList().FindIndex(c => c.Source == finding.Place.Reference)} {(Forbidding(finding) is [var only] ? only : "together")}",
            "RR9511" or "RR9521" or "RR9522" => null,
            string code => $"not expected: {code}",
        };
    }

    /// <summary>The restrictions that a finding says forbid a destruction.</summary>
    public static string[] Forbidding(AnalysisFinding finding) =>
        [.. finding.Related.Where(r => r.Note.StartsWith("restriction ", StringComparison.Ordinal)).Select(r => r.Note.Split('`')[1])];

    public static IEnumerable<AnalysisFinding> IdleParts(ScheduleAnalysis analysis) => analysis.Findings.Where(f => f.Descriptor == AnalysisDiagnostics.IdlePart);
}
