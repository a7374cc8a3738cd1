using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what a schedule says of its makers, its approval and the instruments it rests on.</summary>
internal sealed class ApprovalBinder(YamlReading reading, YamlMapping root)
{
    public ScheduleApproval Bind(AmendmentBinder amendments) => new()
    {
        Issuers = YamlReading.Texts(root, "issued-by"),
        CompiledBy = YamlReading.Text(root, "compiled-by"),
        AdoptedBy = YamlReading.Texts(root, "adopted-by"),
        Acts = [.. YamlReading.Maps(root, "approvals").Select(BindAct).OfType<ApprovalAct>()],
        Review = YamlReading.Map(root, "review") is { } review ? BindReview(review) : ScheduleReview.NotStated,
        Authorities = BindAuthorities(),
        Amendments = amendments.Amendments,
    };

    /// <summary>Null where the check of the shape has reported something that an act cannot be without.</summary>
    private ApprovalAct? BindAct(YamlMapping map)
    {
        string body = YamlReading.Text(map, "body");
        if (ActionOf(YamlReading.Text(map, "action")) is not { } action || body.Length == 0) return null;
        if (!ActDay.TryRead(reading, map, "date", out DateOnly date)) return null;
        return new ApprovalAct(action, body, date, reading.Reference(map))
        {
            Document = YamlReading.Text(map, "document"),
            By = YamlReading.Text(map, "by"),
            Note = YamlReading.Localized(map, "note"),
        };
    }

    private static ApprovalAction? ActionOf(string word) => word switch
    {
        "pre-review" => ApprovalAction.PreReview,
        "submit" => ApprovalAction.Submit,
        "return" => ApprovalAction.Return,
        "consent" => ApprovalAction.Consent,
        "approve" => ApprovalAction.Approve,
        "promulgate" => ApprovalAction.Promulgate,
        "repeal" => ApprovalAction.Repeal,
        _ => null,
    };

    private ScheduleReview BindReview(YamlMapping map)
    {
        bool isDated = ActDay.TryRead(reading, map, "by", out DateOnly by);
        return new ScheduleReview(isDated ? DateBound.At(by) : DateBound.PositiveInfinity, YamlReading.Texts(map, "triggers"));
    }

    private CitedAuthority[] BindAuthorities()
    {
        Dictionary<string, YamlScalar> seen = new(StringComparer.Ordinal);
        List<CitedAuthority> authorities = [];
        foreach (YamlMapping map in YamlReading.Maps(root, "authorities"))
        {
            if (YamlReading.Scalar(map, "authority") is not { } name || name.Value.Trim().Length == 0) continue;
            authorities.Add(BindAuthority(map, name));
            if (seen.TryAdd(name.Value.Trim(), name)) continue;
            Diagnostic finding = new(ApprovalDiagnostics.AuthorityTwice, new(reading.Source, name.Span), name.Value.Trim());
            reading.Diagnostics.Add(finding.WithRelated(new(reading.Source, seen[name.Value.Trim()].Span), "the first one"));
        }

        return [.. authorities];
    }

    private CitedAuthority BindAuthority(YamlMapping map, YamlScalar name) => new(name.Value.Trim(), reading.Reference(name))
    {
        Title = YamlReading.Localized(map, "title"),
        InForce = reading.InForce(map),
        ReplacedBy = YamlReading.Text(map, "replaced-by"),
    };
}
