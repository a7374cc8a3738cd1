namespace RetentionRules.Cli.Commands;

/// <summary>What <c>retention init</c> writes.</summary>
internal static class Starter
{
    public const string ScheduleName = "schedule.yaml";

    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        (ScheduleName, """
            schedule: my-agency
            title: Retention schedule of my agency
            version: "1"
            status: draft                    # nothing is due to be destroyed under a draft; approved and in force it is
            calendar: { fiscal-year-ends: 30 June }

            record:                          # what the schedule asks of a record
              series: { type: code, required: true }
              closed: event                  # a date whose absence means: not yet
              born: date                     # a date whose absence means: unknown

            unscheduled:                     # which records have no item here, and why; `retention prove` finds all others
              - when: not (series under ("FIN-10", "CARE-20", "GOV-01"))
                because: they are still to be scheduled

            items:
              - item: "1.1"
                title: Contracts and the papers that belong to them
                when: series under "FIN-10"
                disposition: destroy 7 years after end of fiscal year of closed
                authority: to be given

              - item: "1.2"
                title: Case files of children
                when: series under "CARE-20"
                disposition: destroy latest of (7 years after closed, 25 years after born)
                authority: to be given

              - item: "1.3"
                title: Minutes of the board
                when: series under "GOV-01"
                disposition: permanent; transfer to "State Archives" 20 years after closed
                authority: to be given

            """),
        ("schedule.tests.yaml", """
            tests: my-agency
            as-of: 2026-06-30

            cases:
              - case: a contract is kept until the seventh year is over
                facts: { series: FIN-10-03, closed: 2019-07-01 }
                expect: { status: retain, item: "1.1", next: destroy, not-before: 2027-07-01 }

              - case: a contract is due on the first day after the seventh year, and a draft blocks it
                as-of: 2027-07-01
                facts: { series: FIN-10-03, closed: 2019-07-01 }
                expect: { status: blocked, action: destroy, blocks: [schedule-not-approved, in-force-not-stated] }

              - case: a child's file waits for a date of birth
                facts: { series: CARE-20, closed: 2010-01-01, born: unknown }
                expect: { status: undetermined, item: "1.2", missing: born }

              - case: minutes that are not closed wait for it
                facts: { series: GOV-01, closed: pending }
                expect: { status: awaiting, item: "1.3", value: permanent, next: transfer }

            """),
        ("records.yaml", """
            records: my-agency
            file: schedule.yaml
            id: number
            facts:
              series: file_code
              closed: { column: date_closed, empty: pending }
              born: { column: date_of_birth, empty: unknown }
            not-recorded: [transfer]         # the system does not say when minutes went to the archives

            """),
        ("records.csv", """
            number,file_code,date_closed,date_of_birth
            2015/114,FIN-10-03,2016-03-09,
            2019/027,FIN-10-07,,
            2004/331,CARE-20,2010-01-01,2001-05-17
            2004/332,CARE-20,2010-01-01,
            1998/002,GOV-01,1999-12-31,

            """),
    ];
}
