using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Generators;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>A property over cases that never matter would hold of anything: the generators must reach what the properties are about.</summary>
public sealed class GeneratorTests(ITestOutputHelper output)
{
    [Fact]
    public void GeneratedSituations_ReachEveryStatus()
    {
        const int Samples = 3000;
        DispositionDecision[] decisions = [.. Situation.Any.Generator.Sample(Samples, 20).Select(s => s.Decide())];
        foreach (var group in decisions.GroupBy(d => d.Status).OrderBy(g => g.Key)) output.WriteLine($"{group.Key} {group.Count()}");
        int destroys = decisions.Count(d => d.Permits(DispositionAction.Destroy));
        output.WriteLine($"due destroys {destroys}");
        DispositionStatus[] reached = [.. decisions.Select(d => d.Status).Distinct()];
        Assert.Empty(Enum.GetValues<DispositionStatus>().Except(reached));
        Assert.True(destroys > Samples / 25, $"only {destroys} of {Samples} situations have a due destroy");
    }

    [Fact]
    public void GeneratedRestrictions_ForbidAndPermit_ForEveryReason()
    {
        const int Samples = 2000;
        PermissionDecision[] answers =
        [
            .. Situation.Any.Generator.Sample(Samples, 20).Where(s => s.Schedule.Restrictions.Count > 0)
                .SelectMany(s => s.Policy.Policy.Acts.Select(a => s.Policy.Permits(a.Name, s.Record.For(s.Policy), s.AsOf))),
        ];
        foreach (var group in answers.GroupBy(a => a.Permission).OrderBy(g => g.Key)) output.WriteLine($"{group.Key} {group.Count()}");
        Assert.Equal(Enum.GetValues<PermissionStatus>().Order(), answers.Select(a => a.Permission).Distinct().Order());
        Assert.Equal(Enum.GetValues<DutyState>().Order(), answers.SelectMany(a => a.Duties).Select(d => d.State).Distinct().Order());
        string[] codes = [.. answers.SelectMany(a => a.Reasons).Select(r => r.Code).Distinct()];
        Assert.Empty(((string[])["restriction-forbids", "restriction-may-forbid", "restriction-excepted", .. Reasons.PermissionCodes]).Except(codes));
    }
}
