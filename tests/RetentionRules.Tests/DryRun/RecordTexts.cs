using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>Records of the schedule of contracts as texts, and runs over them.</summary>
internal static class RecordTexts
{
    public const string Header = "id,series,copy,final_action,opened,amount,litigation,title,audits";

    public static RecordSource Csv(string text, string name = "records.csv") => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), RecordFormat.Csv, name);

    /// <summary>Official copies of contracts that ended in the years 2000 to 2029, one after another: some due, some not.</summary>
    public static string Many(int count) =>
        Header + "\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"R-{i},FIN-{i % 7},official,{2000 + (i % 30)}-03-01,2000-01-01,{i},no,Contract {i},\n"));

    public static async Task<DryRunner> RunAsync(RecordSource[] sources, params DryRunOutput[] outputs)
    {
        DryRunner runner = new(Given.Policy);
        await runner.RunAsync(sources, Given.AsOf, outputs, DryRunOptions.Default);
        return runner;
    }
}
