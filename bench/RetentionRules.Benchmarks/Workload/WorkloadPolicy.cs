using RetentionRules.Mappings;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>The workload as the library holds it: read from the files that <see cref="WorkloadSchedule"/> writes.</summary>
internal static class WorkloadPolicy
{
    public static RetentionPolicy Load(WorkloadRules rules)
    {
        RetentionSchedule schedule = ScheduleReader.Read(WorkloadSchedule.Write(rules)).Value;
        return RetentionPolicy.For(schedule).WithHolds(HoldReader.Read(WorkloadSchedule.Holds, schedule).Value);
    }

    public static RecordMapping Mapping(CompiledPolicy policy) => MappingReader.Read(WorkloadSchedule.Mapping, policy).Value;

    /// <summary>Fills a buffer with a record, as the mapping would from its row.</summary>
    public static RecordFacts Fill(RecordFacts facts, WorkloadRecord record)
    {
        facts.Id = record.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return facts
            .Set("series", record.Series).Set("agency", record.Agency).Set("record_type", record.RecordType)
            .Set("created", record.Created).Set("closed", DayOrNever(record.Closed)).Set("final_payment", DayOrNever(record.FinalPayment))
            .Set("superseded", DayOrNever(record.Superseded)).Set("security", record.Security).Set("fiscal_year_end", record.FiscalYearEnd)
            .Set("amount", record.Amount).Set("on_hold", record.OnHold).Set("media", record.Media);
    }

    private static FactValue DayOrNever(DateOnly? day) => day is { } known ? FactValue.Date(known) : FactValue.Never;
}
