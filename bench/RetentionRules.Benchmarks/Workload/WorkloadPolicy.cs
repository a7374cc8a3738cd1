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
}
