using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Restrictions;

/// <summary>
/// The bundled restrictions on information, of every record and in both directions: what is permitted is known to meet the
/// condition, and what does not meet it, or is not known to, is not permitted.
/// </summary>
public sealed class InformationSecurityTests(ITestOutputHelper output)
{
    private const string Level = "level";

    private static readonly CompiledPolicy Policy = RetentionPolicy
        .For(ScheduleReader.ReadFile(Repository.PathOf("schedules", "cn", "information-security.yaml")).Value).WithHolds(HoldList.None).Compile();

    private static readonly Gen<(GeneratedRecord Record, DateOnly AsOf)> Records =
        from record in Gen.OneOf(RecordGenerators.For(Policy.Facts), RecordGenerators.MostlyKnown(Policy.Facts))
        from asOf in Gen.OneOf(RecordGenerators.AsOf, RecordGenerators.Late)
        select (record, asOf);

    private void IsPermittedOnlyWhere(string act, Func<GeneratedRecord, DateOnly, bool> known) => PropertyCheck.Holds(output, Records, r =>
        !Policy.Permits(act, r.Record.For(Policy), r.AsOf).IsPermitted || known(r.Record, r.AsOf), 4000);

    /// <summary>The other direction: where all that is asked is known to be so, nothing stands in the way.</summary>
    private void IsPermittedWhere(string act, Func<GeneratedRecord, DateOnly, bool> known) => PropertyCheck.Holds(output, Records, r =>
        Policy.Permits(act, r.Record.For(Policy), r.AsOf).IsPermitted || !known(r.Record, r.AsOf), 4000);

    private void IsPermittedExactlyWhere(string act, Func<GeneratedRecord, DateOnly, bool> known)
    {
        IsPermittedOnlyWhere(act, known);
        IsPermittedWhere(act, known);
    }

    /// <summary>Nothing is greater than a level that there is not: a level known never to be is no level.</summary>
    private static bool HasNoLevel(GeneratedRecord record) =>
        record[Level] is { State: FactState.Never } || record[Level] == FactValue.Text("非涉密");

    private static bool IsKnownBelowTopSecret(GeneratedRecord record) =>
        record[Level] is { State: FactState.Never } || (record[Level].IsKnown && record[Level].AsText != "绝密");

    private static bool IsKnownNot(GeneratedRecord record, string fact) => record[fact] is { State: FactState.Never } || record[fact] == FactValue.YesNo(false);

    private static bool IsDone(GeneratedRecord record, string fact, DateOnly asOf) => record[fact] is { IsKnown: true } done && done.AsDate <= asOf;

    [Fact]
    public void WhatIsClassified_IsNotPublished() => IsPermittedExactlyWhere("publish", (r, _) => HasNoLevel(r));

    [Fact]
    public void WhatIsOnlineOrOutsourced_IsNotClassified() =>
        IsPermittedExactlyWhere("classify", (r, _) => IsKnownNot(r, "online") && IsKnownNot(r, "with_contractor"));

    [Fact]
    public void WhatIsClassified_IsNotOutsourced() => IsPermittedOnlyWhere("outsource", (r, _) => HasNoLevel(r));

    [Fact]
    public void TopSecret_IsNotDigitised() => IsPermittedExactlyWhere("digitise", (r, _) => IsKnownBelowTopSecret(r));

    [Fact]
    public void TopSecret_IsCopiedOnlyWithConsent_FromSomebodyKnown() => IsPermittedExactlyWhere(
        "copy", (r, _) => IsKnownBelowTopSecret(r) || (r["copy_consent"] == FactValue.YesNo(true) && r["copy_consent_by"].IsKnown));

    [Fact]
    public void WhatIsOutsourced_WasSelectedAppraisedAndDeclassified_InThatOrder() => IsPermittedExactlyWhere(
        "outsource", (r, asOf) => HasNoLevel(r) && IsInOrder(r, asOf));

    private static bool IsInOrder(GeneratedRecord record, DateOnly asOf)
    {
        string[] acts = ["selected", "appraised", "declassified"];
        if (acts.Any(a => !IsDone(record, a, asOf))) return false;
        bool ascending = acts.Zip(acts.Skip(1)).All(p => record[p.First].AsDate <= record[p.Second].AsDate);
        FactValue given = record["outsourced"];
        bool notBefore = given.IsKnown ? given.AsDate > asOf || given.AsDate >= record["declassified"].AsDate : given.State != FactState.Unknown;
        return ascending && notBefore;
    }

    [Fact]
    public void WhatIsOpened_WasReviewedByItsContent() => IsPermittedExactlyWhere(
        "open",
        (r, asOf) => r["opening_review_basis"] == FactValue.Text("content") && IsDone(r, "opening_reviewed", asOf) && r["opening_reviewed_jointly"] == FactValue.YesNo(true));

    [Fact]
    public void OriginalsWithCopies_AreNotLent() => IsPermittedExactlyWhere("lend the original", (r, _) => IsKnownNot(r, "has_copy"));

    /// <summary>機密 is the third level in Taiwan and 机密 the second on the mainland: another word, and never turned into it.</summary>
    [Theory]
    [InlineData("機密")]
    [InlineData("絕對機密")]
    [InlineData("Secret")]
    [InlineData("机密★")]
    public void ALevelInOtherWords_IsNotKnown_AndPermitsNothing(string level)
    {
        RecordFacts facts = Policy.NewRecord("R-1").Set(Level, level);
        Assert.Equal(Level, Assert.Single(facts.Faults).Fact);
        Assert.All(["publish", "digitise", "copy"], act =>
        {
            PermissionDecision permission = Policy.Permits(act, facts, new DateOnly(2026, 6, 30));
            Assert.Equal(PermissionStatus.NotKnown, permission.Permission);
            Assert.Contains(Level, permission.Missing);
            Assert.Contains("data-fault", permission.Reasons.Select(r => r.Code));
        });
    }
}
