using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>transitions:</c> in a register.</summary>
/// <param name="reading">The file.</param>
/// <param name="editions">The editions, the oldest first.</param>
/// <param name="governs">The fact that picks the edition, or null.</param>
internal sealed class TransitionBinder(YamlReading reading, RetentionSchedule[] editions, FactDefinition? governs)
{
    private readonly HashSet<RetentionSchedule> _seen = [];

    public IEnumerable<EditionTransition> Bind(YamlMapping root)
    {
        foreach (YamlMapping map in YamlReading.Maps(root, "transitions"))
        {
            if (EditionOf(map) is not { } to) continue;
            if (Misplaced(to) is not { } misplaced) yield return Bind(map, to);
            else reading.ReportWithHelp(YamlReading.PlaceOf(map), misplaced.Help, CombinationDiagnostics.MisplacedTransition, misplaced.Problem);
        }
    }

    private (string Problem, string Help)? Misplaced(RetentionSchedule to) =>
        governs is not null ? ($"the edition is picked by `{governs.Name}`, so no record passes from one to another", $"take `transitions:` out, or write `governs: {EditionFacts.AsOf}`")
        : to == editions[0] ? ($"`{to}` is the first edition; there is none before it", "name the later edition, which records pass to")
        : !_seen.Add(to) ? ($"there is another transition to `{to}`", "say in one of them all that becomes of the records, and take the other out")
        : null;

    private RetentionSchedule? EditionOf(YamlMapping map)
    {
        if (map.Find("to") is not { } place) return null;
        EditionReference reference = EditionNames.Read(map, "to");
        if (EditionNames.Find(reference, editions) is { } edition) return edition;
        string[] meant = [.. editions.Where(e => reference.Means(e, e.Id)).Select(e => e.ToString())];
        if (meant.Length > 0)
            reading.ReportWithHelp(place.Value, $"write one of them: {Listed(meant)}", CombinationDiagnostics.UnknownEdition, $"the register has several editions `{reference}`");
        else
            reading.ReportWithHelp(place.Value, Nearest(reference), CombinationDiagnostics.UnknownEdition, $"the register has no edition `{reference}`");
        return null;
    }

    private string Nearest(EditionReference reference) =>
        NearestWord.To(reference.ToString(), editions.SelectMany(e => (string[])[e.Id, e.Version, e.ToString()])) is { } nearest
            ? $"did you mean `{nearest}`?"
            : $"its editions are {Listed(editions.Select(e => e.ToString()))}";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));

    private EditionTransition Bind(YamlMapping map, RetentionSchedule to)
    {
        TransitionRule running = RuleOf(YamlReading.Text(map, "running"));
        YamlScalar? since = YamlReading.Scalar(map, "since");
        if (running == TransitionRule.Keep && since is null)
            reading.ReportWithHelp(
                map.Find("running")!.Value, "add `since:` with the date or event of the record that tells it",
                CombinationDiagnostics.MisplacedTransition, "which running records the edition before covered is not said");
        return new EditionTransition(to, running, RuleOf(YamlReading.Text(map, "expired")), reading.Reference(map))
        {
            Stands = YamlReading.Map(map, "stands") is { } stands ? BindStands(stands) : null,
            Since = since is null ? null : EditionFacts.Bind(reading, since, editions),
            Basis = YamlReading.Text(map, "basis"),
        };
    }

    private StandingDecision? BindStands(YamlMapping map)
    {
        FactDefinition? decided = YamlReading.Scalar(map, "decided") is { } place ? EditionFacts.Bind(reading, place, editions) : null;
        Condition? when = YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, Scope, scalar) : new Always(reading.Reference(map));
        return decided is null || when is null ? null : new StandingDecision(decided, when);
    }

    private FactScope Scope =>
        FactScope.Of(FactUnion.Of(editions.SelectMany(e => e.Facts)), [.. editions.SelectMany(e => e.Parameters).DistinctBy(p => p.Name)], new ScheduleCalendar(),
            editions.Select(e => e.Classification).FirstOrDefault(c => !c.IsNone, ClassificationScheme.None));

    private static TransitionRule RuleOf(string word) => word switch
    {
        "keep" => TransitionRule.Keep,
        "re-appraise" => TransitionRule.Reappraise,
        // The word was checked: what is left is `recompute`, or nothing, which means it.
        _ => TransitionRule.Recompute,
    };
}
