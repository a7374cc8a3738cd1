using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Packet;

/// <summary>Whether a packet says no more than is known, and what it refuses.</summary>
public sealed class PacketVerdictTests : IDisposable
{
    private const string Sound = """
        schedule: sound
        title: Sound
        version: "1"
        status: approved
        approvals: [{ action: approve, body: Council, document: 1/24, date: 2024-01-01 }]
        in-force: { from: 2024-01-01 }
        review: { by: 2030-01-01 }
        record: { series: { type: code, required: true }, closed: event }
        items:
          - { item: "1", title: All, residual: yes, disposition: destroy 7 years after end of calendar year of closed, authority: 1/24 }

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Packet(string schedule, params string[] options) =>
        PacketFiles.Of([_folder.File("s.yaml", schedule), "--as-of", "2026-11-22", "--format", "markdown", .. options]);

    [Fact]
    public void WhatWasNotSettled_IsNeverAPass()
    {
        string packet = PacketFiles.Of(PacketFiles.Named("clinic-2.yaml"), "--baseline", PacketFiles.Named("clinic-1.yaml"), "--steps", "1", "--as-of", "2026-11-22", "--format", "markdown");
        Assert.Contains("NOT SETTLED", packet);
        Assert.Contains("not settled, which is no pass", packet);
        Assert.DoesNotContain("what was asked of the schedule, in", packet);
        Assert.DoesNotContain("Nothing was found that stands against approval", packet);
        Assert.DoesNotContain("and in nothing else", packet);
    }

    [Fact]
    public void WhatIsSound_IsSaidToBe_AndWhatWasNotGiven_IsSaidToBeMissing()
    {
        string packet = Packet(Sound);
        Assert.Contains("is proved for every record", packet);
        Assert.Contains("it was compared with no edition before; none was given", packet);
        Assert.Contains("it was tried on no real records; none were given", packet);
        Assert.Contains("**Tests: there are none.**", packet);
        Assert.Contains("Approvals: approved by Council on 2024-01-01.", packet);
        Assert.Contains("Nothing that the schedule should say of its approval is missing.", packet);
    }

    [Fact]
    public void TwoEditionsThatSayTheSame_AreProvedTo()
    {
        string packet = Packet(Sound.Replace("title: All", "title: Everything", StringComparison.Ordinal), "--baseline", _folder.File("old.yaml", Sound));
        Assert.Contains("Proved: both editions say the same of every record.", packet);
        Assert.Contains("| title | All | Everything |", packet);
    }

    [Theory]
    [InlineData("approvals: [{ action: approve, body: Council, document: 1/24, date: 2024-01-01 }]", "", "**Approvals: No act of approval is listed, though the status is approved: it is believed as it stands.**")]
    [InlineData("2030-01-01", "2026-01-01", "It was to be looked through again by 2026-01-01, which is past.")]
    [InlineData("document: 1/24, ", "", "No document is named for the act of Council of 2024-01-01.")]
    [InlineData("from: 2024-01-01", "from: 2024-01-01, to: 2025-01-01", "It is not in force on 2026-11-22, but from 2024-01-01 until the day before 2025-01-01.")]
    public void WhatTheApprovalLacks_IsTold(string was, string @is, string told) => Assert.Contains(told, Packet(Sound.Replace(was, @is, StringComparison.Ordinal)));

    [Fact]
    public void TwoFilesOfOneName_AreTold_ByTheirFolders()
    {
        Directory.CreateDirectory(_folder["old"]);
        string old = _folder.File(Path.Combine("old", "s.yaml"), Sound);
        Assert.Contains("Edition before: sound 1, old/s.yaml", Packet(Sound, "--baseline", old));
    }

    [Theory]
    [InlineData("--baseline names that edition", "--rename", "1=2")]
    [InlineData("--records names the records", "--map", "map.yaml")]
    [InlineData("cannot come from standard input", "--records", "-")]
    [InlineData("there is no file", "--records", "none.csv")]
    [InlineData("there is no file", "--tests", "none.tests.yaml")]
    public void WhatCannotBeUsed_IsRefused(string because, params string[] options)
    {
        CliRun run = CliRun.Of(["report", _folder.File("s.yaml", Sound), .. options]);
        Assert.Equal(2, run.Code);
        Assert.Contains(because, run.Error);
    }

    [Fact]
    public void TestsOfAnotherSchedule_AreRefused()
    {
        CliRun run = CliRun.Of("report", _folder.File("s.yaml", Sound), "--tests", PacketFiles.Named("clinic-2.tests.yaml"));
        Assert.Equal(2, run.Code);
        Assert.Contains("tests clinic 2, and not", run.Error);
    }

    [Fact]
    public void ARegister_HasNoEditionBefore()
    {
        string register = Directory.EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .First(f => FileCheck.KindOf(f) == RetentionFileKind.Register);
        CliRun run = CliRun.Of("report", register, "--baseline", PacketFiles.Named("clinic-1.yaml"));
        Assert.Equal(2, run.Code);
        Assert.Contains("is a register or a set", run.Error);
        Assert.Contains("schedules of ", PacketFiles.Of(register, "--as-of", "2026-11-22", "--format", "markdown"));
    }
}
