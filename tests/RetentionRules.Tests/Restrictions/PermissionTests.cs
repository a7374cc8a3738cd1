using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Restrictions;

/// <summary>What a program that asks is told.</summary>
public sealed class PermissionTests
{
    private static readonly CompiledPolicy Policy = RetentionPolicy.For(ScheduleReader.Read("""
        schedule: reading-room
        title: Reading room
        status: approved
        in-force: { from: 2020-01-01 }
        record:
          closed: event
          secret: yes/no
          register_filed: yes/no
          shown: event
        actions:
          exhibit: { done: shown }
        restrictions:
          - restriction: no-secrets
            forbid: [exhibit, destroy]
            when: secret = yes
          - restriction: register
            after: exhibit
            require: register_filed = yes
        items:
          - { item: "1", title: Files, residual: yes, disposition: destroy 1 year after closed, authority: A-1 }
        """, "reading-room.yaml").Value).Compile();

    private static readonly DateOnly asOf = new(2026, 6, 30);

    [Fact]
    public void AnUnknownAct_IsAMistakeOfTheProgram_AndTheNearestIsNamed()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Policy.Permits("exhibitt", Policy.NewRecord(), asOf));
        Assert.StartsWith("The schedule knows no act `exhibitt`. Did you mean `exhibit`?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FactsOfAnotherPolicy_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Policy.Permits("exhibit", Given.Policy.NewRecord(), asOf));

    [Fact]
    public void APermission_SaysWhatForbids_AndWhatIsOwedAfterwards()
    {
        PermissionDecision permission = Policy.Permits("exhibit", Policy.NewRecord("R-1").Set("secret", true).Set("register_filed", false), asOf);
        Assert.Equal("exhibit is forbidden (no-secrets)", permission.ToString());
        Assert.Equal(["no-secrets"], permission.Forbidding);
        Assert.Equal("register Owed", string.Join(" ", permission.Duties.Select(d => $"{d.Restriction.Id} {d.State}")));
        Assert.False(permission.IsPermitted);
    }

    /// <summary>Holds that nobody asked about are no certain prohibition, and no permission.</summary>
    [Fact]
    public void ADestructionThatOnlyHoldsKeepUp_IsNotKnown()
    {
        PermissionDecision permission = Policy.Permits("destroy", Policy.NewRecord("R-1").Set("secret", false).Set("closed", new DateOnly(2020, 1, 1)), asOf);
        Assert.Equal(PermissionStatus.NotKnown, permission.Permission);
        Assert.Contains("decision-may-not-permit", permission.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void TheExplanation_ShowsTheRestrictionsOnTheActLast()
    {
        RecordFacts facts = Policy.NewRecord("R-1").Set("secret", true).Set("closed", new DateOnly(2020, 1, 1));
        string text = Policy.Explain(facts, asOf).ToString();
        Assert.Contains("\nRestrictions\n  forbids  restriction no-secrets  [line 13]\n    true  secret = yes", text);
        Assert.True(text.IndexOf("\nRestrictions\n", StringComparison.Ordinal) > text.IndexOf("\nHolds\n", StringComparison.Ordinal));
        Assert.DoesNotContain("Restrictions", Given.Policy.Explain(Given.Policy.NewRecord(), asOf).ToString());
    }
}
