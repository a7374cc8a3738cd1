using System.Security.Cryptography;
using System.Text.Json;
using RetentionRules.DryRun;
using RetentionRules.Tests.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What a manifest says of a run, and what has become of its files since.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Manifest => _folder["run.json"];

    private RunManifest Run(string schedule, string records, params string[] arguments)
    {
        CliRun run = CliRun.Of(["dry-run", schedule, records, "--manifest", Manifest, .. arguments]);
        Assert.True(run.Code == 0, run.Error);
        return RunManifest.Parse(File.ReadAllText(Manifest));
    }

    private static IEnumerable<string> Named(RunManifest manifest) => manifest.Files.Select(f => $"{f.Role} {f.Path}");

    [Fact]
    public void EveryFileOfTheRun_IsNamed_AndTheSameInputsGiveTheSameBytes()
    {
        string schedule = _folder.File("contracts.yaml", Given.ContractsText);
        string records = _folder.File("records.csv", RecordTexts.Many(10));
        string[] arguments = ["-o", _folder["out.csv"], "--destruction-list", _folder["list.csv"], "--holds", _folder.File("holds.yaml", "holds:\n  - { id: A, authority: Court, when: amount = 9 }\n"), "--by", "copy", "--sample", "2", "--sample-to", _folder["sample.txt"]];
        RunManifest manifest = Run(schedule, records, arguments);
        Assert.Equal(
            ["schedule contracts.yaml", "holds holds.yaml", "records records.csv", "decisions out.csv", "destruction-list list.csv", "sample sample.txt"], Named(manifest));
        Assert.Equal((Given.Contracts.ContentHash, "listed", 10), ("sha256:" + manifest.Files[0].Sha256, manifest.Holds, manifest.Records));
        Assert.Equal([new("by", "copy"), new("sample", "2")], manifest.Options);
        string first = File.ReadAllText(Manifest);
        Run(schedule, records, arguments);
        Assert.Equal(first, File.ReadAllText(Manifest));
        Assert.Equal(first, manifest.ToString());
    }

    [Fact]
    public void AFolder_CanBeMoved()
    {
        Directory.CreateDirectory(_folder["in"]);
        File.WriteAllText(Path.Combine(_folder["in"], "contracts.yaml"), Given.ContractsText);
        File.WriteAllText(Path.Combine(_folder["in"], "records.csv"), RecordTexts.Many(10));
        RunManifest manifest = Run(Path.Combine(_folder["in"], "contracts.yaml"), Path.Combine(_folder["in"], "records.csv"));
        Assert.Equal(["schedule in/contracts.yaml", "records in/records.csv"], Named(manifest));
        Directory.Move(_folder["in"], _folder["gone"]);
        CliRun run = CliRun.Of("verify", Manifest);
        Assert.Equal(1, run.Code);
        Assert.Equal("missing      schedule          in/contracts.yaml\nmissing      records           in/records.csv\n", run.Output);
    }

    [Fact]
    public void WhatChanged_IsSaid()
    {
        string records = _folder.File("records.csv", RecordTexts.Many(10));
        Run(_folder.File("contracts.yaml", Given.ContractsText), records);
        Assert.Equal(0, CliRun.Of("verify", Manifest).Code);
        File.AppendAllText(records, "\n");
        CliRun run = CliRun.Of("verify", Manifest);
        Assert.Equal(1, run.Code);
        Assert.Equal("same         schedule          contracts.yaml\nchanged      records           records.csv\n", run.Output);
        Assert.Equal("2 files of the run of 10 records as of 2026-11-22: 1 same, 1 changed\n", run.Error);
    }

    [Fact]
    public void WhatASetNames_IsNamed()
    {
        string set = Directory.EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories).First(f => File.ReadLines(f).Any(l => l.StartsWith("set:", StringComparison.Ordinal)));
        CompiledPolicy policy = RetentionPolicy.For(InstrumentReader.ReadFile(set).Value).Compile();
        IReadOnlyList<(string Role, string Path)> files = RunManifest.FilesOf(policy);
        Assert.Equal(("set", set), files[0]);
        Assert.True(files.Count > 2);
        Assert.All(files, f => Assert.True(File.Exists(f.Path)));
    }

    [Fact]
    public void ASharedClassification_AParent_AndTheTablesOfAMapping_AreNamed()
    {
        _folder.File("plan.yaml", "classification: plan\ntitle: Plan\nclasses:\n  - { class: A, title: All }\n");
        _folder.File("parent.yaml", "schedule: parent\ntitle: Parent\nstatus: approved\nin-force: { from: 2000-01-01 }\nrecord: { series: code, closed: event }\nitems:\n  - { item: \"1\", title: A, when: series = \"A\", disposition: destroy 1 year after closed, authority: X }\n");
        string child = _folder.File("child.yaml", "schedule: child\ntitle: Child\nstatus: approved\nin-force: { from: 2000-01-01 }\nclassification: plan.yaml\nimplements: { file: parent.yaml }\nrecord: { series: code, closed: event }\nitems:\n  - { item: \"1\", title: A, when: series = \"A\", disposition: destroy 2 years after closed, authority: X }\n");
        string map = _folder.File("map.yaml", "records: m\nid: id\nfacts: { closed: closed }\nclassify: { table: codes.csv, key: code, gives: series }\nnot-recorded: [class]\n");
        _folder.File("codes.csv", "code,series\n1,A\n");
        RunManifest manifest = Run(child, _folder.File("records.csv", "id,closed,code\nR,2000-01-01,1\n"), "--map", map);
        Assert.Equal(
            ["schedule child.yaml", "schedule parent.yaml", "classification plan.yaml", "mapping map.yaml", "codes codes.csv", "records records.csv"], Named(manifest));
    }

    [Fact]
    public void RecordsFromStandardInput_AreHashed_AndNotCheckedAgain()
    {
        string schedule = _folder.File("contracts.yaml", Given.ContractsText);
        Assert.Equal(0, CliRun.WithInput("""{"id":"a"}""" + "\n", "dry-run", schedule, "-", "--manifest", Manifest).Code);
        RunManifest manifest = RunManifest.Parse(File.ReadAllText(Manifest));
        string hash = Convert.ToHexStringLower(SHA256.HashData("{\"id\":\"a\"}\n"u8));
        Assert.Equal(new ManifestFile("records", "-", hash, 11), manifest.Files[1]);
        CliRun run = CliRun.Of("verify", Manifest);
        Assert.Equal(0, run.Code);
        Assert.Contains("not checked  records           (standard input)\n", run.Output);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"manifest\": 2}")]
    public void AFileThatIsNoManifest_IsUnusable(string text)
    {
        CliRun run = CliRun.Of("verify", _folder.File("run.json", text));
        Assert.Equal(2, run.Code);
        Assert.Contains("run.json` cannot be read: it ", run.Error);
    }

    [Fact]
    public void Parameters_StandThere()
    {
        string schedule = _folder.File("p.yaml", "schedule: p\ntitle: P\nstatus: draft\nrecord: { closed: event }\nparameters: { age: period from 1 year to 9 years }\nitems:\n  - { item: \"1\", title: A, residual: yes, disposition: destroy age after closed }\n");
        RunManifest manifest = Run(schedule, _folder.File("records.csv", "id,closed\nR,2000-01-01\n"), "--set", "age=2 years", "--separator", ",");
        Assert.Equal([new("age", "2 years")], manifest.Parameters);
        Assert.Equal([new("separator", ",")], manifest.Options);
        Assert.Equal("not consulted", manifest.Holds);
        Assert.Equal(1, JsonDocument.Parse(manifest.ToString()).RootElement.GetProperty("manifest").GetInt32());
    }
}
