using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>What is doubtful about the approval of a schedule and what its items rest on, on whatever day.</summary>
internal static class ApprovalLint
{
    public static void Check(YamlReading reading, YamlMapping root, RetentionSchedule schedule)
    {
        // Whoever has errors to mend is not to be kept from them.
        if (reading.Diagnostics.HasErrors) return;
        bool approved = schedule.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;
        if (approved && root.Find("approvals") is null && root.Find("status") is { } status)
            reading.Report(status.Value, ApprovalLintDiagnostics.NoActs, YamlReading.Text(root, "status"));
        // Whoever writes a draft may look for the law later; of an approved schedule the missing authority is reported already.
        if (schedule.Status is ScheduleStatus.PreReview or ScheduleStatus.Submitted or ScheduleStatus.Returned) CheckBases(reading, root);
        CheckAuthorities(reading, root, schedule);
        foreach (ScheduleItem item in schedule.Items) CheckSharedRules(reading, schedule, item);
    }

    private static void CheckSharedRules(YamlReading reading, RetentionSchedule schedule, ScheduleItem item)
    {
        foreach (SameAsItem shared in item.Cases.Select(c => c.Instruction).OfType<SameAsItem>())
        {
            InForceInterval other = schedule[shared.ItemNumber].InForce;
            bool isCovered = !other.IsStated || (item.InForce.IsStated && other.From <= item.InForce.From && item.InForce.To <= other.To);
            if (!isCovered)
                reading.Diagnostics.Add(new(ApprovalLintDiagnostics.RestsOnEndedItem, new(reading.Source, shared.Source.Span), item.Number, shared.ItemNumber, other));
        }
    }

    private static void CheckBases(YamlReading reading, YamlMapping root)
    {
        foreach (YamlMapping item in YamlReading.Maps(root, "items"))
        {
            YamlMapping[] cases = [.. YamlReading.Maps(item, "cases")];
            if (HasBasis(item) || item.Find("superseded-by") is not null || (cases.Length > 0 && cases.All(HasBasis)) || YamlReading.Scalar(item, "item") is not { } number) continue;
            reading.Report(number, ApprovalLintDiagnostics.NoBasis, number.Value.Trim());
        }
    }

    private static bool HasBasis(YamlMapping map) => map.Find("authority") is not null || map.Find("cites") is not null;

    private static void CheckAuthorities(YamlReading reading, YamlMapping root, RetentionSchedule schedule)
    {
        ScheduleApproval approval = schedule.Approval;
        string[] cited = [.. Citations.Of(root).Select(c => c.Text.Value.Trim()), .. approval.Amendments.Select(a => a.Basis), .. approval.Acts.Select(a => a.Document)];
        HashSet<CitedAuthority> named = [];
        foreach (string citation in cited)
            if (approval.TryFindAuthority(citation, out CitedAuthority? authority)) named.Add(authority);
        foreach (CitedAuthority authority in approval.Authorities.Where(a => !named.Contains(a)))
            reading.Diagnostics.Add(new(ApprovalLintDiagnostics.UncitedAuthority, new(reading.Source, authority.Source.Span), authority.Name));
    }
}

/// <summary>What the items of a schedule rest on, each in its place.</summary>
internal static class Citations
{
    /// <summary>The number of an item, and a text under its <c>authority</c> or <c>cites</c>, or under those of a case of it.</summary>
    public static IEnumerable<(string Item, YamlScalar Text)> Of(YamlMapping root) =>
        from item in YamlReading.Maps(root, "items")
        from map in YamlReading.Maps(item, "cases").Prepend(item)
        from key in (string[])["authority", "cites"]
        from text in YamlReading.Scalars(map, key)
        select (YamlReading.Text(item, "item"), text);
}
