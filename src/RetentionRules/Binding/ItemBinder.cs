using System.Security.Cryptography;
using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds one item: its condition, its branches, and what it says for people.</summary>
internal sealed class ItemBinder(YamlReading reading, FactScope scope, IMomentNames names, DispositionTexts dispositions, AmendmentBinder amendments)
{
    /// <summary>Null where a rule of the item was reported: an item that is only half understood decides nothing.</summary>
    public ScheduleItem? Bind(YamlMapping map)
    {
        string number = YamlReading.Text(map, "item");
        bool residual = YamlReading.IsYes(map, "residual");
        Condition? when = BindWhen(map, number, residual);
        IReadOnlyList<ItemCase>? cases = BindCases(map);
        InForceInterval force = amendments.ForceOf(map);
        if (when is null || cases is null || number.Length == 0) return null;
        return new ScheduleItem(number, YamlReading.Localized(map, "title"), when, cases, reading.Reference(map))
        {
            ExceptionTo = YamlReading.Texts(map, "exception-to"),
            IsResidual = residual,
            AllowsLongerRetention = YamlReading.Is(map, "longer-retention", "authorized"),
            Implements = YamlReading.Text(map, "implements"),
            AllowsShorterRetention = YamlReading.Is(map, "shorter-retention", "authorized"),
            Aggregates = map.Find("aggregate") is null ? null : AggregateBinder.MomentsOf(YamlReading.Text(map, "aggregate")),
            Authorities = YamlReading.Texts(map, "authority"),
            Citations = YamlReading.Texts(map, "cites"),
            InForce = force,
            Notes = BindNotes(map),
        };
    }

    private Condition? BindWhen(YamlMapping map, string number, bool residual)
    {
        if (YamlReading.Scalar(map, "when") is { } scalar) return ConditionBinder.Bind(reading, scope, scalar);
        if (residual) return new Always(reading.Reference(map));
        if (map.Find("when") is null) reading.Report(map.Find("item")?.Value ?? YamlReading.PlaceOf(map), BindingDiagnostics.ItemWithoutCondition, number.Length > 0 ? $"item `{number}`" : "this item");
        return null;
    }

    private IReadOnlyList<ItemCase>? BindCases(YamlMapping map)
    {
        YamlScalar? disposition = YamlReading.Scalar(map, "disposition");
        YamlMapping[] cases = [.. YamlReading.Maps(map, "cases")];
        if (map.Find("disposition") is not null == map.Find("cases") is not null)
        {
            reading.Report(YamlReading.PlaceOf(map), ShapeDiagnostics.OneOfTwoKeys, "item", map.Find("cases") is null ? "neither `disposition` nor `cases`" : "both `disposition` and `cases`");
            return null;
        }

        if (disposition is not null)
            return BindDisposition(disposition) is { } only ? [new ItemCase(new Always(reading.Reference(disposition)), only, reading.Reference(disposition))] : null;

        ItemCase?[] bound = [.. cases.Select(BindCase)];
        if (bound.Length == 0 || bound.Any(c => c is null)) return null;
        ItemCase[] complete = [.. bound.OfType<ItemCase>()];
        CaseCoverage.Check(reading, map, complete);
        return complete;
    }

    private ItemCase? BindCase(YamlMapping map)
    {
        bool otherwise = map.Find("otherwise") is not null;
        if (otherwise == map.Find("when") is not null || otherwise == map.Find("disposition") is not null)
        {
            reading.Report(YamlReading.PlaceOf(map), ShapeDiagnostics.OneOfTwoKeys, "case", otherwise ? "`otherwise` and something else beside it" : "neither `otherwise` nor `when` with `disposition`");
            return null;
        }

        Condition? when = otherwise
            ? new Always(reading.Reference(map))
            : YamlReading.Scalar(map, "when") is { } condition ? ConditionBinder.Bind(reading, scope, condition) : null;
        DispositionInstruction? instruction =
            YamlReading.Scalar(map, otherwise ? "otherwise" : "disposition") is { } text ? BindDisposition(text) : null;
        if (when is null || instruction is null) return null;
        return new ItemCase(when, instruction, reading.Reference(map))
        {
            Authorities = YamlReading.Texts(map, "authority"),
            Citations = YamlReading.Texts(map, "cites"),
            Note = YamlReading.Localized(map, "note"),
        };
    }

    private DispositionInstruction? BindDisposition(YamlScalar scalar) => dispositions.Find(scalar) is { } syntax
        ? new DispositionBinder(scope, names, reading.Language(scalar)).Bind(syntax)
        : null;

    internal static SourceConfidence ConfidenceOf(string word) => word switch
    {
        "official" => SourceConfidence.Official,
        "secondary" => SourceConfidence.Secondary,
        // The word was checked: nothing stands there.
        _ => SourceConfidence.NotStated,
    };

    private static ItemNotes BindNotes(YamlMapping map)
    {
        string wording = YamlReading.Text(map, "wording");
        return new ItemNotes
        {
            Scope = YamlReading.Localized(map, "scope"),
            Excludes = YamlReading.Localized(map, "excludes"),
            Note = YamlReading.Localized(map, "note"),
            Wording = wording,
            WordingHash = wording.Length == 0 ? "" : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording))),
            Reading = YamlReading.Localized(map, "reading"),
            Justification = YamlReading.Localized(map, "justification"),
            Supersedes = YamlReading.Texts(map, "supersedes"),
            SupersededBy = YamlReading.Texts(map, "superseded-by"),
            IsEssential = YamlReading.IsYes(map, "essential"),
            DestructionMethod = YamlReading.Text(map, "method"),
            AllowsDeviations = !YamlReading.Is(map, "deviations", "not-allowed"),
            Tags = YamlReading.Texts(map, "tags"),
            Confidence = ConfidenceOf(YamlReading.Text(map, "confidence")),
        };
    }
}

/// <summary>The dispositions of a schedule, parsed once: which steps are waited for must be known before any is bound.</summary>
internal sealed class DispositionTexts
{
    private readonly Dictionary<YamlScalar, DispositionSyntax> _parsed = new(ReferenceEqualityComparer.Instance);

    public static DispositionTexts Parse(YamlReading reading, IEnumerable<YamlMapping> items)
    {
        DispositionTexts texts = new();
        foreach (YamlMapping item in items)
        {
            texts.Add(reading, YamlReading.Scalar(item, "disposition"));
            foreach (YamlMapping branch in YamlReading.Maps(item, "cases"))
            {
                texts.Add(reading, YamlReading.Scalar(branch, "disposition"));
                texts.Add(reading, YamlReading.Scalar(branch, "otherwise"));
            }
        }

        return texts;
    }

    public IEnumerable<string> AwaitedSteps => _parsed.Values.SelectMany(DispositionBinder.AwaitedSteps);

    public DispositionSyntax? Find(YamlScalar scalar) => _parsed.GetValueOrDefault(scalar);

    private void Add(YamlReading reading, YamlScalar? scalar)
    {
        if (scalar is not null && reading.Language(scalar).Parse(LanguageParser.Disposition) is { } syntax) _parsed[scalar] = syntax;
    }
}
