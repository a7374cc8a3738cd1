using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Tests.Generators;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>A property over cases that never matter would hold of anything: the generators must reach what the properties are about.</summary>
public sealed class GeneratorTests(ITestOutputHelper output)
{
    [Fact]
    public void GeneratedSituations_ReachEveryStatusButBlocked()
    {
        const int Samples = 3000;
        DispositionDecision[] decisions = [.. Situation.Any.Generator.Sample(Samples, 20).Select(s => s.Decide())];
        foreach (var group in decisions.GroupBy(d => d.Status).OrderBy(g => g.Key)) output.WriteLine($"{group.Key} {group.Count()}");
        int destroys = decisions.Count(d => d.Permits(DispositionAction.Destroy));
        output.WriteLine($"due destroys {destroys}");
        DispositionStatus[] reached = [.. decisions.Select(d => d.Status).Distinct()];
        Assert.Empty(Enum.GetValues<DispositionStatus>().Except(reached).Except([DispositionStatus.Blocked]));
        Assert.True(destroys > Samples / 25, $"only {destroys} of {Samples} situations have a due destroy");
    }
}
