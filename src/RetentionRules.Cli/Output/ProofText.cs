using System.Globalization;
using System.Text;
using RetentionRules.Analysis;

namespace RetentionRules.Cli.Output;

/// <summary>The verdicts of an analysis in lines: what was asked, and how often it is proved, refuted or not settled.</summary>
internal static class ProofText
{
    private const int MostFacts = 10;

    public static string Write(ScheduleAnalysis analysis, bool isVerbose)
    {
        StringBuilder text = new();
        foreach (AnalysisQuestion question in analysis.Questions)
        {
            string verdict = question switch
            {
                { Refuted: 0, NotSettled: 0 } => "proved",
                { IsNote: true, NotSettled: 0 } => $"not always ({Counted.Number(question.Refuted)} of {Counted.Number(Total(question))}); worth knowing, and mostly meant",
                { NotSettled: 0 } => $"refuted ({Counted.Number(question.Refuted)} of {Counted.Number(Total(question))})",
                { Refuted: 0 } => $"NOT SETTLED ({Counted.Number(question.NotSettled)} of {Counted.Number(Total(question))})",
                _ => $"refuted ({Counted.Number(question.Refuted)} of {Counted.Number(Total(question))}), NOT SETTLED ({Counted.Number(question.NotSettled)})",
            };
            text.Append(CultureInfo.InvariantCulture, $"{question.Name}: {verdict}\n");
        }

        AppendNeeds(text, analysis.Needs);
        if (isVerbose) foreach (ItemNeed need in analysis.Needs.Where(n => n.Fact.Length > 0)) text.Append(CultureInfo.InvariantCulture, $"  item {need.Item.Number}: without {need.Fact}, {Counted.Write(need.Candidates, "item")} may apply\n");
        return text.ToString();
    }

    private static int Total(AnalysisQuestion question) => question.Proved + question.Refuted + question.NotSettled;

    /// <summary>What a records system must capture, the fact first that most items hang on.</summary>
    private static void AppendNeeds(StringBuilder text, IReadOnlyList<ItemNeed> needs)
    {
        IGrouping<string, ItemNeed>[] facts = [.. needs.Where(n => n.Fact.Length > 0).GroupBy(n => n.Fact, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostFacts)];
        if (facts.Length == 0) return;
        text.Append("\nWhat a record must say, so that its item is known\n");
        foreach (IGrouping<string, ItemNeed> fact in facts)
            text.Append(CultureInfo.InvariantCulture, $"  {fact.Key}: {Counted.Write(fact.Count(), "item")} cannot be told without it\n");
    }
}
