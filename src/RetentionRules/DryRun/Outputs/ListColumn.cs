using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>One column of a list for signature. A closed hierarchy.</summary>
internal abstract record ListColumn(string Name)
{
    /// <summary>What stands where the line is about several records, which have no one value.</summary>
    private const string Several = "(several)";

    private const string DecidedAsOne = "decided-as-one";

    private static readonly OrderedDictionary<string, Func<DispositionDecision, string>> Fields = new(StringComparer.Ordinal)
    {
        ["record"] = d => d.Record,
        ["records"] = RecordsOf,
        ["item"] = d => d.Item?.Number ?? "",
        ["item-title"] = d => d.Item?.Title.ToString() ?? "",
        ["authority"] = d => string.Join("; ", d.Authorities),
        ["citations"] = d => string.Join("; ", d.Citations),
        ["status"] = d => DecisionText.Word(d.Status),
        ["value"] = d => DecisionText.Word(d.Value),
        ["action"] = d => d.Action is { } action ? DecisionText.Word(action) : "",
        ["target"] = d => d.Target,
        ["due"] = d => Day(d.Bounds.NotAfter),
        ["latest"] = d => Day(d.Latest),
        ["schedule"] = d => d.Schedule.Id,
        ["version"] = d => d.Schedule.Version,
        ["hash"] = d => d.Schedule.ContentHash,
        ["as-of"] = d => d.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["reasons"] = d => string.Join("; ", d.Reasons.Select(r => r.Text)),
        ["approved-by"] = _ => "",
        ["approved-on"] = _ => "",
        ["signature"] = _ => "",
    };

    /// <summary>How many records a decision is about.</summary>
    public static string RecordsOf(DispositionDecision decision) =>
        decision.Reasons.FirstOrDefault(r => r.Code == DecidedAsOne)?.Arguments.First(a => a.Key == "records").Value ?? "1";

    /// <summary>The names that are no fact and no column of the records.</summary>
    public static IReadOnlyList<string> FieldNames => [.. Fields.Keys];

    /// <summary>
    /// The column of a name: a field of the decision, else a fact of the policy, else a column of the record file.
    /// <c>fact:</c> and <c>column:</c> in front tell them apart where one name is several.
    /// </summary>
    /// <exception cref="ArgumentException">The name begins with <c>fact:</c>, and the policy asks for no such fact.</exception>
    public static ListColumn Of(string name, CompiledPolicy policy, ref int columnsOfRecords)
    {
        if (WithPrefix(name, "column:") is { } column) return new CellColumn(column, columnsOfRecords++);
        if (WithPrefix(name, "fact:") is { } fact) return new FactColumn(fact, policy.Layout.PlaceOf(fact));
        if (Fields.TryGetValue(name, out Func<DispositionDecision, string>? field)) return new FieldColumn(name, field);
        return policy.Layout.TryPlace(name, out int place) ? new FactColumn(name, place) : new CellColumn(name, columnsOfRecords++);
    }

    private static string? WithPrefix(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;

    private static string Day(DateBound bound) => DecisionJson.Day(bound) ?? "";

    public abstract string TextOf(DecidedRecord record);

    private sealed record FieldColumn(string Name, Func<DispositionDecision, string> Field) : ListColumn(Name)
    {
        public override string TextOf(DecidedRecord record) => Field(record.Decision);
    }

    private sealed record FactColumn(string Name, int Place) : ListColumn(Name)
    {
        public override string TextOf(DecidedRecord record)
        {
            if (record.Facts is not { } facts) return Several;
            FactValue value = facts.ValueAt(Place);
            return value.IsKnown ? FactBreakdown.TextOf(value) : $"({value})";
        }
    }

    /// <summary>A cell of the record file, as it stands there.</summary>
    internal sealed record CellColumn(string Name, int Column) : ListColumn(Name)
    {
        public override string TextOf(DecidedRecord record) => record.Facts is null ? Several : record.Text(Column);
    }
}
