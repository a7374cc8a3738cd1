using System.Globalization;
using System.Text;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>Decisions as CSV: a header, and one row a record with the same values as the JSON.</summary>
public static class DecisionCsv
{
    /// <summary>The header, without a line break.</summary>
    public const string Header = "record,status,item,value,action,target,notBefore,notAfter,latest,next,changesOn,missing,candidates,holds,blocks,reasons,asOf";

    internal static string[] Columns { get; } = Header.Split(',');

    /// <summary>One row, without a line break. Lists are joined by semicolons; what JSON writes as null is empty.</summary>
    public static string Write(DispositionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return string.Join(',', CellsOf(decision).Select(Quote));
    }

    /// <summary>The values of a row, in the order of <see cref="Columns"/>.</summary>
    internal static string[] CellsOf(DispositionDecision decision) =>
        [
            decision.Record,
            DecisionText.Word(decision.Status),
            decision.Item?.Number ?? "",
            DecisionText.Word(decision.Value),
            decision.Action is { } action ? DecisionText.Word(action) : "",
            decision.Target,
            DecisionJson.NotBefore(decision.Bounds) ?? "",
            DecisionJson.Day(decision.Bounds.NotAfter) ?? "",
            DecisionJson.Day(decision.Latest) ?? "",
            decision.Next is { } next ? DecisionText.Word(next) : "",
            DecisionJson.Day(decision.ChangesOn) ?? "",
            string.Join(';', decision.Missing),
            string.Join(';', decision.Candidates),
            decision.HoldsConsulted ? string.Join(';', decision.Holds) : "not consulted",
            string.Join(';', decision.Blocks),
            string.Join(';', decision.Reasons.Select(r => r.Code)),
            decision.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];

    internal static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
