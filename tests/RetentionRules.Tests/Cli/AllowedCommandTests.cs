using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What <c>retention allowed</c> prints, and how it ends.</summary>
public sealed class AllowedCommandTests
{
    private static readonly string Schedule = Repository.PathOf("schedules", "cn", "information-security.yaml");

    private const string Records = """
        {"id":"online-and-open","level":"非涉密","published":"2024-01-01"}
        {"id":"online-and-secret","level":"机密","published":"2024-01-01"}
        {"id":"online-and-unknown","published":"2024-01-01"}
        {"id":"perhaps-online","level":"秘密","published":null}
        {"id":"not-online","level":"绝密"}

        """;

    private static CliRun Run(params string[] more) =>
        CliRun.WithInput(Records, ["allowed", Schedule, "-", "--action", "publish", "--as-of", "2026-06-30", "--holds", "none", .. more]);

    [Fact]
    public void EachRecord_IsALineOfJson_AndTheAnswersAreCounted()
    {
        CliRun run = Run();
        Assert.Equal(0, run.Code);
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith(
            """{"record":"online-and-secret","action":"publish","permission":"forbidden","forbidding":["no-secrets-online"],"mayForbid":[],"missing":[],"duties":[],"changesOn":null,"reasons":[{"code":"restriction-forbids",""",
            lines[1], StringComparison.Ordinal);
        Assert.EndsWith("publish as of 2026-06-30: 1 permitted, 3 forbidden, 1 not known\n", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What nobody knows to be online is passed over only where it is known not to be.</summary>
    [Fact]
    public void Recheck_LooksAtWhatWasDone_AndFindsWhatIsNotPermitted()
    {
        CliRun run = Run("--recheck", "--format", "text");
        Assert.Equal(1, run.Code);
        Assert.StartsWith(
            """
            online-and-open: publish is permitted
              nothing forbids to publish
            online-and-secret: publish is forbidden (no-secrets-online)
            """.ReplaceLineEndings("\n"), run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-online:", run.Output);
        Assert.EndsWith("publish as of 2026-06-30: 1 permitted, 1 forbidden, 1 not known; not done with 2 records\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publsh", "retention: --action: The schedule knows no act `publsh`. Did you mean `publish`?\n")]
    [InlineData("classify", "retention: --recheck needs a fact that records when it was done: declare `actions: { classify: { done: … } }` in the schedule.\n", "--recheck")]
    [InlineData("destroy", "retention: --recheck looks at records that are still there; what was destroyed is not.\n", "--recheck")]
    public void WhatCannotBeAsked_IsRefused(string action, string error, params string[] more)
    {
        CliRun run = CliRun.WithInput(Records, ["allowed", Schedule, "-", "--action", action, .. more]);
        Assert.Equal(2, run.Code);
        Assert.Equal(error, run.Error);
    }
}
