namespace RetentionRules.Tests.Support;

/// <summary>Small schedules for tests that need one.</summary>
internal static class Given
{
    public const string ContractsText = """
        schedule: contracts
        title: Contracts
        version: "1"
        status: approved
        in-force: { from: 2020-01-01 }
        record:
          series: { type: code, required: true }
          copy: one of [official, other]
          final_action: event
          opened: date
          amount: number
          litigation: yes/no
          title: text
          audits: list of dates
        items:
          - item: "1.1"
            title: Official copies of contracts
            when: series under "FIN" and copy = official
            disposition: destroy 6 years after final_action
            authority: A-1
            cites: [Limitation Act]
          - item: "1.2"
            title: Other copies
            when: series under "FIN" and copy = other
            disposition: destroy latest of (opened, last of audits)
            authority: A-2
          - item: "1.3"
            title: Treaties
            when: title contains "treaty" and amount > 10 and litigation = yes
            exception-to: ["1.1", "1.2"]
            disposition: permanent
            authority: A-3
        """;

    public static RetentionSchedule Contracts { get; } = ScheduleReader.Read(ContractsText, "contracts.yaml").Value;

    public static CompiledPolicy Policy { get; } = RetentionPolicy.For(Contracts).WithHolds(HoldList.None).Compile();

    public static DateOnly AsOf { get; } = new(2026, 11, 22);
}
