using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Checks that schedules that decide together mean the same by the name of a fact.</summary>
internal static class FactAgreement
{
    /// <summary>Reports each name that has two types, at the place where the later schedule is named.</summary>
    public static void Check(YamlReading reading, IEnumerable<(YamlNode Place, RetentionInstrument Instrument)> members)
    {
        CheckClassifications(reading, members);
        CheckAggregates(reading, members);
        Dictionary<string, (FactDefinition Fact, RetentionSchedule Schedule)> seen = new(StringComparer.Ordinal);
        foreach ((YamlNode place, RetentionInstrument instrument) in members)
        {
            foreach (RetentionSchedule schedule in instrument.SchedulesWithParents)
            {
                foreach (FactDefinition fact in schedule.Facts)
                {
                    if (seen.TryAdd(fact.Name, (fact, schedule)) || FactUnion.AreAlike(seen[fact.Name].Fact.Type, fact.Type)) continue;
                    (FactDefinition first, RetentionSchedule owner) = seen[fact.Name];
                    reading.Report(place, CombinationDiagnostics.FactsDiffer, fact.Name, TypeNames.Of(first.Type), owner.Id, TypeNames.Of(fact.Type), schedule.Id);
                }
            }
        }
    }

    private static void CheckClassifications(YamlReading reading, IEnumerable<(YamlNode Place, RetentionInstrument Instrument)> members)
    {
        (YamlNode Place, RetentionInstrument Instrument)[] filing = [.. members.Where(m => !m.Instrument.Classification.IsNone)];
        foreach ((YamlNode place, RetentionInstrument other) in filing.Skip(1))
        {
            (ClassificationScheme first, ClassificationScheme second) = (filing[0].Instrument.Classification, other.Classification);
            if (first.Id != second.Id || first.ContentHash != second.ContentHash)
                reading.Report(place, CombinationDiagnostics.ClassificationsDiffer, filing[0].Instrument, first.Id, other, second.Id);
        }
    }

    /// <summary>A record is disposed of with the same others, whichever schedule decides.</summary>
    private static void CheckAggregates(YamlReading reading, IEnumerable<(YamlNode Place, RetentionInstrument Instrument)> members)
    {
        (YamlNode Place, RetentionSchedule Schedule)[] aggregating = [.. members.SelectMany(m => m.Instrument.Schedules.Where(s => s.Aggregation is not null).Select(s => (m.Place, s)))];
        foreach ((YamlNode place, RetentionSchedule other) in aggregating.Skip(1))
        {
            (RecordAggregation first, RecordAggregation second) = (aggregating[0].Schedule.Aggregation!, other.Aggregation!);
            if (first.By.Name != second.By.Name || first.Complete.Name != second.Complete.Name)
                reading.Report(place, CombinationDiagnostics.BadAggregate, $"`{aggregating[0].Schedule}` puts records together by `{first.By.Name}` and `{first.Complete.Name}`, and `{other}` by `{second.By.Name}` and `{second.Complete.Name}`");
        }
    }
}
