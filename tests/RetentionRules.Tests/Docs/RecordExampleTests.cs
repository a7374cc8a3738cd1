using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>The records that the reference shows have the facts that it says they have.</summary>
public sealed class RecordExampleTests
{
    public static TheoryData<int, string> Records()
    {
        TheoryData<int, string> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["csv" or "jsonl", _])) data.Add(block.Line, block.Words[1]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task RecordsThatAreShown_HaveTheFactsThatAreSaid(int line, string name)
    {
        ReferenceBlock records = LanguageReference.Blocks.Single(b => b.Line == line);
        ReferenceBlock said = LanguageReference.Blocks.First(b => b.Line > line && b.Info == $"facts {name}");
        RecordFormat format = records.Words[0] == "csv" ? RecordFormat.Csv : RecordFormat.JsonLines;
        RecordSource source = new(new MemoryStream(Encoding.UTF8.GetBytes(records.Text)), format, name);
        List<string> found = [];
        using TempFolder folder = new();
        await foreach (RecordFacts facts in Runner(folder, name).ReadAsync(source)) found.Add(Said(facts));
        Assert.Equal(said.Content, found);
    }

    private static DryRunner Runner(TempFolder folder, string name)
    {
        CompiledPolicy policy = RetentionPolicy.For(ScheduleReader.ReadFile(ReferenceFiles.Write(folder, name)).Value).Compile();
        string mapping = folder[$"{name}.records.yaml"];
        return File.Exists(mapping) ? new DryRunner(policy, MappingReader.ReadFile(mapping, policy).Value) : new DryRunner(policy);
    }

    private static string Said(RecordFacts facts) => $"{facts.Id}: " + string.Join(", ", facts.Layout.Facts.Select(fact =>
    {
        string fault = facts.Faults.Any(f => f.Fact == fact.Name) ? " (fault)" : "";
        return $"{fact.Name} is {facts[fact.Name]}{fault}";
    }));
}
