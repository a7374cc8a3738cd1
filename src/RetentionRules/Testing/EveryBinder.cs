using RetentionRules.Binding;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Testing;

/// <summary>Binds the sentences under <c>every:</c>.</summary>
internal sealed class EveryBinder(YamlReading reading, RetentionInstrument schedule, TestBinder cases)
{
    public EveryRecordTest? Bind(YamlMapping map)
    {
        if (cases.BindPolicy(map) is not { } policy) return null;
        Dictionary<string, FactValue> facts = new(StringComparer.Ordinal);
        cases.BindFacts(map, policy, facts);
        return BindClaim(map, policy) is not { } claim ? null : new EveryRecordTest(YamlReading.Text(map, "every"), policy, [.. facts], reading.Reference(map))
        {
            Day = YamlReading.Scalar(map, "as-of") is { } day && YamlReading.TryDate(day, out DateOnly date) ? date : null,
            Claim = claim,
        };
    }

    private EveryClaim? BindClaim(YamlMapping map, CompiledPolicy policy)
    {
        YamlScalar? never = YamlReading.Scalar(map, "never");
        if (never is null == map.Find("expect") is null || (never is null && map.Find("before") is not null))
        {
            reading.Report(YamlReading.PlaceOf(map), TestDiagnostics.NoClaim);
            return null;
        }

        if (never is null) return new EveryClaim.Expects(cases.BindExpectations(map, YamlReading.Text(map, "every"), policy));
        // A word that is no act has been reported with the shape of the file.
        return ActWords.Find(never.Value.Trim()) is { } act ? new EveryClaim.NeverPermits(act, BindMoment(map)) : null;
    }

    private Moment? BindMoment(YamlMapping map) => YamlReading.Scalar(map, "before") is { } before
        ? MomentBinder.Bind(reading, FactScope.Of(schedule), NoNames.Instance, before)
        : null;
}
