using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds a set: several schedules and registers, and how what they say is combined.</summary>
internal sealed class SetBinder(YamlReading reading, YamlMapping root, IReadOnlyList<string> chain)
{
    /// <summary>The set; null where no schedule could be read.</summary>
    public ScheduleSet? Bind()
    {
        List<(YamlNode Place, RetentionInstrument Instrument)> members = ReadMembers();
        if (members.Count == 0) return null;
        FactAgreement.Check(reading, members);
        SetCombination combination = CombinationOf(YamlReading.Text(root, "combine"));
        RetentionInstrument[] ordered = InPrecedence(combination, [.. members.Select(m => m.Instrument)]);
        return new ScheduleSet(YamlReading.Text(root, FileShapes.SetKey), combination, ordered)
        {
            Title = YamlReading.Localized(root, "title"),
            Note = YamlReading.Localized(root, "note"),
            Limits = BindLimits(ordered),
            ContentHash = CombinedHash.Of(reading.Source.ContentHash, ordered.Select(m => m.ContentHash)),
            Accepted = new AcceptanceBinder(reading, root).Bind(),
            Path = reading.Source.Path,
        };
    }

    private List<(YamlNode Place, RetentionInstrument Instrument)> ReadMembers()
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<(YamlNode, RetentionInstrument)> members = [];
        foreach (YamlScalar place in YamlReading.Scalars(root, "schedules"))
        {
            if (InstrumentFile.ReadNamed(reading, place, chain) is not { } member) continue;
            if (member is ScheduleSet) reading.ReportWithHelp(place, "name the schedules of that set instead", CombinationDiagnostics.FileRefused, place.Value.Trim(), "it is a set itself");
            else if (!ids.Add(member.Id)) reading.ReportWithHelp(place, "take one of them out; of two editions, name their register instead", CombinationDiagnostics.NamedTwice, member.Id);
            else members.Add((place, member));
        }

        return members;
    }

    private static SetCombination CombinationOf(string word) => word switch
    {
        "unique" => SetCombination.Unique,
        "precedence" => SetCombination.Precedence,
        // The word was checked: what is left is `longest`, and it keeps the longest too where the word is missing.
        _ => SetCombination.Longest,
    };

    /// <summary>The schedules as the order of precedence names them; without one, as they stand.</summary>
    private RetentionInstrument[] InPrecedence(SetCombination combination, RetentionInstrument[] members)
    {
        if (root.Find("precedence") is not { } entry) return members;
        if (combination != SetCombination.Precedence)
            reading.ReportWithHelp(entry.Key, "take it out, or write `combine: precedence`", CombinationDiagnostics.UnknownMember, "an order of precedence belongs to `combine: precedence`");
        List<RetentionInstrument> ordered = [];
        bool areAllKnown = true;
        foreach (YamlScalar place in YamlReading.Scalars(root, "precedence"))
        {
            string id = place.Value.Trim();
            if (members.FirstOrDefault(m => m.Id == id) is { } member)
            {
                if (ordered.Contains(member)) reading.Report(place, CombinationDiagnostics.NamedTwice, id);
                else ordered.Add(member);
                continue;
            }

            areAllKnown = false;
            string help = NearestWord.To(id, members.Select(m => m.Id)) is { } meant ? $"did you mean `{meant}`?" : "";
            reading.ReportWithHelp(place, help, CombinationDiagnostics.UnknownMember, $"the set has no schedule `{id}`");
        }

        // A name that is mistyped is the one that is missing.
        foreach (RetentionInstrument left in areAllKnown ? members.Except(ordered) : [])
            reading.Report(entry.Key, CombinationDiagnostics.UnknownMember, $"`{left.Id}` has no place in the order of precedence");
        return [.. ordered.Union(members)];
    }

    private IReadOnlyList<RetentionLimit> BindLimits(RetentionInstrument[] members)
    {
        FactScope scope = FactScope.Of(
            FactUnion.Of(members.SelectMany(m => m.FactsWithParents)),
            members.SelectMany(m => m.Parameters).DistinctBy(p => p.Name, StringComparer.Ordinal),
            new ScheduleCalendar(),
            members.Select(m => m.Classification).FirstOrDefault(c => !c.IsNone, ClassificationScheme.None));
        if (YamlReading.Map(root, "calendar") is { } calendar) scope.Calendar = new CalendarBinder(reading, scope).Bind(calendar);
        return new LimitBinder(reading, scope, NoNames.Instance).Bind(root);
    }
}
