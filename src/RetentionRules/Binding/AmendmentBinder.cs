using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds amendments, and gives the items that they establish or repeal their force.</summary>
internal sealed class AmendmentBinder
{
    private readonly YamlReading _reading;
    private readonly Dictionary<(AmendmentKind Kind, string Item), Change> _changes = [];

    public AmendmentBinder(YamlReading reading, YamlMapping root)
    {
        _reading = reading;
        YamlMapping[] places = [.. YamlReading.Maps(root, "amendments")];
        CheckIds(places);
        HashSet<string> numbers = new(YamlReading.Maps(root, "items").Select(i => YamlReading.Text(i, "item")).Where(n => n.Length > 0), StringComparer.Ordinal);
        Amendments = [.. places.Select(place => Bind(place, numbers)).OfType<ScheduleAmendment>()];
    }

    /// <summary>What an amendment does with an item, and where it says so.</summary>
    private readonly record struct Change(ScheduleAmendment Amendment, YamlScalar Place)
    {
        public DateBound Day => DateBound.At(Amendment.Date);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ScheduleAmendment> Amendments { get; }

    /// <summary>
    /// When an item is in force: as it says itself, or else as amendments have it. Where both speak they must say the same,
    /// because nobody could tell which of them is the slip.
    /// </summary>
    public InForceInterval ForceOf(YamlMapping item)
    {
        string number = YamlReading.Text(item, "item");
        InForceInterval own = _reading.InForce(item);
        bool established = _changes.TryGetValue((AmendmentKind.Establish, number), out Change start);
        bool repealed = _changes.TryGetValue((AmendmentKind.Repeal, number), out Change end);
        if (item.Find("in-force") is { } stated)
        {
            bool saysNoMore = (established || !own.From.IsFinite) && (repealed || !own.To.IsFinite);
            if (established && own.IsStated && own.From != start.Day) ReportContradiction(start, "from", own.From, stated, saysNoMore);
            if (repealed && own.IsStated && own.To != end.Day) ReportContradiction(end, "to", own.To, stated, saysNoMore);
            return own;
        }

        if (!established && !repealed) return InForceInterval.NotStated;
        if (!established) return InForceInterval.Between(DateBound.NegativeInfinity, end.Day);
        if (!repealed) return InForceInterval.Between(start.Day, DateBound.PositiveInfinity);
        if (start.Day < end.Day) return InForceInterval.Between(start.Day, end.Day);
        Diagnostic finding = new(ApprovalDiagnostics.RepealedBeforeEstablished, At(end.Place), number, end.Day, start.Day);
        _reading.Diagnostics.Add(finding.WithRelated(At(start.Place), "what establishes it"));
        return InForceInterval.NotStated;
    }

    /// <param name="change">What the amendment does.</param>
    /// <param name="key">The end of the interval that it sets.</param>
    /// <param name="own">The end that the item states.</param>
    /// <param name="stated">Where the item states it.</param>
    /// <param name="saysNoMore">Whether the item's interval says nothing that amendments do not say too.</param>
    private void ReportContradiction(Change change, string key, DateBound own, YamlEntry stated, bool saysNoMore)
    {
        string says = own.IsFinite ? $"`{key}: {own}`" : $"no `{key}`";
        string does = change.Amendment.Kind == AmendmentKind.Repeal ? "repeals" : "establishes";
        string orDelete = saysNoMore ? ", or delete its `in-force`: the amendment says it already" : "";
        Diagnostic finding = new(ApprovalDiagnostics.AmendmentContradictsItem, At(change.Place), change.Amendment.Id, does, change.Place.Value.Trim(), change.Day, says);
        _reading.Diagnostics.Add(finding
            .WithHelp($"write `{key}: {change.Day}` under `in-force:` of the item{orDelete}")
            .WithRelated(At(stated.Key), "what the item says itself"));
    }

    private void CheckIds(IEnumerable<YamlMapping> places)
    {
        Dictionary<string, YamlScalar> seen = new(StringComparer.Ordinal);
        foreach (YamlMapping place in places)
        {
            if (YamlReading.Scalar(place, "amendment") is not { } id || seen.TryAdd(id.Value.Trim(), id)) continue;
            Diagnostic finding = new(ApprovalDiagnostics.AmendmentTwice, At(id), id.Value.Trim());
            _reading.Diagnostics.Add(finding.WithRelated(At(seen[id.Value.Trim()]), "the first one"));
        }
    }

    /// <summary>Null where the check of the shape has reported something that an amendment cannot be without.</summary>
    private ScheduleAmendment? Bind(YamlMapping map, HashSet<string> numbers)
    {
        YamlScalar[] items = [.. YamlReading.Scalars(map, "items").Where(i => i.Value.Trim().Length > 0)];
        foreach (YamlScalar item in items) CheckNumber(item, numbers);
        bool isDated = ActDay.TryRead(_reading, map, "date", out DateOnly date);
        if (KindOf(YamlReading.Text(map, "kind")) is not { } kind || !isDated) return null;
        ScheduleAmendment amendment = new(YamlReading.Text(map, "amendment"), kind, [.. items.Select(i => i.Value.Trim())], date, _reading.Reference(map))
        {
            Basis = YamlReading.Text(map, "basis"),
            Note = YamlReading.Localized(map, "note"),
        };
        if (kind != AmendmentKind.Revise)
            foreach (YamlScalar item in items) Add(new Change(amendment, item));
        return amendment;
    }

    private void CheckNumber(YamlScalar item, HashSet<string> numbers)
    {
        // Where the items cannot be read, none of them is known.
        if (numbers.Count == 0 || numbers.Contains(item.Value.Trim())) return;
        string[] parts = item.Value.Split([',', ';', '、', '，'], StringSplitOptions.TrimEntries);
        if (parts.Length > 1 && parts.All(numbers.Contains))
            _reading.Language(item).ReportWithHelp(new(0, item.Value.Length), $"write a list: [{string.Join(", ", parts.Select(QuotedText.Write))}]", BindingDiagnostics.UnknownItem, item.Value.Trim());
        else
            _reading.Language(item).ReportUnknown(new(0, item.Value.Length), BindingDiagnostics.UnknownItem, item.Value.Trim(), numbers);
    }

    private void Add(Change change)
    {
        string number = change.Place.Value.Trim();
        if (_changes.TryAdd((change.Amendment.Kind, number), change)) return;
        string done = change.Amendment.Kind == AmendmentKind.Repeal ? "repealed" : "established";
        Diagnostic finding = new(ApprovalDiagnostics.ItemAmendedTwice, At(change.Place), number, done);
        _reading.Diagnostics.Add(finding.WithRelated(At(_changes[(change.Amendment.Kind, number)].Place), "the first time"));
    }

    private static AmendmentKind? KindOf(string word) => word switch
    {
        "repeal" => AmendmentKind.Repeal,
        "revise" => AmendmentKind.Revise,
        "establish" => AmendmentKind.Establish,
        _ => null,
    };

    private SourceLocation At(YamlNode node) => new(_reading.Source, node.Span);
}
