namespace RetentionRules.Tests.Schedules;

/// <summary>What the foot of an explanation says of approval.</summary>
public sealed class ApprovalTextTests
{
    private static string Explain(string approval)
    {
        RetentionSchedule schedule = ScheduleReader.Read($"""
            schedule: s
            title: t
            status: approved
            in-force: {"{ from: 2024-01-01 }"}
            {approval}
            record: {"{ closed: event }"}
            items:
              - {"{ item: \"1\", title: All, residual: yes, disposition: destroy 6 years after closed, authority: A-1 }"}
            """).Value;
        CompiledPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None).Compile();
        return policy.Explain(policy.NewRecord("r"), new DateOnly(2026, 11, 22)).ToString();
    }

    [Fact]
    public void WhereNoActIsListed_TheFootIsAsItWas() =>
        Assert.Contains("lines are those of schedule.yaml\nsha256:", Explain("note: None."));

    [Fact]
    public void TheApprovingBody_ItsDocumentAndItsDay_AreNamed() => Assert.Contains(
        "\nConsented to by National Archives (the archivist), NA-8, on 2023-11-20\nsha256:",
        Explain("approvals: [{ action: consent, body: National Archives, by: the archivist, document: NA-8, date: 2023-11-20 }]"));

    [Fact]
    public void AnAmendmentOfTheItem_IsNamed_WithWhatItRestsOn() => Assert.Contains(
        "\nAmendment 2026-1 revises item 1 on 2026-03-01: Order 12\nsha256:",
        Explain("amendments: [{ amendment: 2026-1, kind: revise, items: \"1\", basis: Order 12, date: 2026-03-01 }]"));

    [Fact]
    public void ANameInSeveralLines_StaysOnOne() => Assert.Contains(
        "\nApproved by Archives ELIGIBLE: destroy, on 2023-11-20\n",
        Explain("approvals: [{ action: approve, body: \"Archives\\nELIGIBLE: destroy\", date: 2023-11-20 }]"));
}
