using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Schema;

/// <summary>Compares a tree with its shape and reports every difference at once.</summary>
internal sealed class ShapeCheck(SourceText source, DiagnosticBag diagnostics)
{
    public void Check(YamlNode node, ValueShape shape, string key)
    {
        if (node is YamlScalar { IsRefused: true }) return;
        if (node is YamlScalar { IsMissing: true })
        {
            ReportEmpty(node, key);
            return;
        }

        switch (shape, node)
        {
            case (TextShape { Form: TextForm.Date }, YamlScalar scalar): CheckDate(scalar, key); break;
            case (TextShape, YamlScalar scalar): CheckText(scalar, key); break;
            case (WordShape words, YamlScalar scalar): CheckWord(words, scalar); break;
            case (LocalizedShape, YamlScalar scalar): CheckText(scalar, key); break;
            case (LocalizedShape or ObjectShape, YamlMapping { Entries.Count: 0 }) when !IsToldOtherwise(shape):
                ReportEmpty(node, key);
                break;
            case (LocalizedShape, YamlMapping map): CheckLanguages(map); break;
            case (ListShape list, YamlSequence sequence): CheckList(list, sequence, key); break;
            case (MapShape map, YamlMapping mapping): CheckMap(map, mapping); break;
            case (ObjectShape shaped, YamlMapping mapping): CheckObject(shaped, mapping); break;
            case (EitherShape either, _): CheckEither(either, node, key); break;
            default: WrongKind(node, shape); break;
        }
    }

    /// <summary>Of a map with keys that must be there, the missing ones are told one by one; of an empty expectation, that it cannot fail.</summary>
    private static bool IsToldOtherwise(ValueShape shape) => shape is ObjectShape { Keys: var keys } && (keys.Any(k => k.Required) || shape == FileShapes.Expectation);

    private void ReportEmpty(YamlNode node, string key)
    {
        SourceLocation place = new(source, node.Span);
        bool cutByComment = source.GetLine(place.Start.Line).AsSpan(place.Start.Column - 1).TrimStart().StartsWith('#');
        diagnostics.Add(new Diagnostic(ShapeDiagnostics.EmptyValue, place, key).WithHelp(cutByComment ? "`#` begins a comment in YAML: put the text in quotes" : ""));
    }

    /// <summary>Languages are the same in upper and lower case (BCP 47).</summary>
    private void CheckLanguages(YamlMapping map)
    {
        CheckMap(new MapShape(new TextShape(), "a language"), map);
        foreach (IGrouping<string, YamlEntry> same in map.Entries.GroupBy(e => e.Key.Value, StringComparer.OrdinalIgnoreCase))
            foreach (YamlEntry twice in same.Skip(1)) diagnostics.Report(source, twice.Key.Span, ReadingDiagnostics.DuplicateKey, twice.Key.Value);
    }

    private void CheckText(YamlScalar scalar, string key)
    {
        if (string.IsNullOrWhiteSpace(scalar.Value)) ReportEmpty(scalar, key);
    }

    private void CheckDate(YamlScalar scalar, string key)
    {
        if (string.IsNullOrWhiteSpace(scalar.Value)) diagnostics.Report(source, scalar.Span, ShapeDiagnostics.EmptyValue, key);
        else if (!WrittenDate.TryParse(scalar.Value, out _)) diagnostics.Report(source, scalar.Span, ShapeDiagnostics.NotADate, scalar.Value);
    }

    private void CheckWord(WordShape shape, YamlScalar scalar)
    {
        if (shape.Words.Contains(scalar.Value, StringComparer.Ordinal)) return;
        Diagnostic finding = new(
            ShapeDiagnostics.UnknownWord, new SourceLocation(source, scalar.Span), scalar.Value, string.Join(", ", shape.Words));
        diagnostics.Add(WithSuggestion(finding, scalar.Value, shape.Words));
    }

    private static Diagnostic WithSuggestion(Diagnostic finding, string word, IEnumerable<string> known) =>
        NearestWord.To(word, known) is { } meant ? finding.WithHelp($"did you mean `{meant}`?") : finding;

    private void CheckList(ListShape shape, YamlSequence sequence, string key)
    {
        if (sequence.Items.Count == 0 && !shape.MayBeEmpty) diagnostics.Report(source, sequence.Span, ShapeDiagnostics.EmptyList);
        foreach (YamlNode item in sequence.Items) Check(item, shape.Element, key);
    }

    private void CheckMap(MapShape shape, YamlMapping mapping)
    {
        foreach (YamlEntry entry in mapping.Entries) Check(entry.Value, shape.Value, entry.Key.Value);
    }

    private void CheckObject(ObjectShape shape, YamlMapping mapping)
    {
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (shape.Find(entry.Key.Value) is { } key) Check(entry.Value, key.Value, key.Name);
            else ReportUnknownKey(shape, entry);
        }

        foreach (KeyShape key in shape.Keys)
        {
            if (!key.Required || mapping.Find(key.Name) is not null) continue;
            Diagnostic finding = new(ShapeDiagnostics.MissingKey, new SourceLocation(source, FirstKeyOf(mapping)), This(shape), key.Name);
            diagnostics.Add(finding.WithHelp(HowToAdd(key)));
        }
    }

    private static string This(ObjectShape shape) => shape.Name switch
    {
        "tests" or "holds" => $"this file of {shape.Name}",
        "records" => "this record mapping",
        var noun => "this " + noun,
    };

    private static string HowToAdd(KeyShape key) => key.Value is WordShape words
        ? $"add `{key.Name}:` and one of: {string.Join(", ", words.Words)}"
        : $"add `{key.Name}:`, {char.ToLowerInvariant(key.Meaning[0])}{key.Meaning[1..].TrimEnd('.')}";

    private void ReportUnknownKey(ObjectShape shape, YamlEntry entry)
    {
        string key = entry.Key.Value;
        Diagnostic finding = new(ShapeDiagnostics.UnknownKey, new SourceLocation(source, entry.Key.Span), key, WithArticle(shape.Name));
        bool namesSchedule = key == FileShapes.ScheduleKey && shape.Find("file") is not null;
        bool isLoose = entry.Value is YamlScalar { IsMissing: true };
        string help = namesSchedule ? "write `file:` for the file of the schedule"
            : isLoose && shape.Find(key.Split(':')[0]) is { } glued ? $"write a blank behind `{glued.Name}:`"
            : isLoose && key.All(char.IsAsciiDigit) ? "a comma parts the entries of `{ }`: write the number without separators, or the text in quotes"
            : "";
        diagnostics.Add(help.Length > 0 ? finding.WithHelp(help) : WithSuggestion(finding, key, shape.Keys.Select(k => k.Name)));
    }

    private static string WithArticle(string noun) => noun switch
    {
        "tests" or "holds" => $"a file of {noun}",
        "records" => "a record mapping",
        "in-force" => "`in-force:`",
        _ when noun[0] is 'a' or 'e' or 'i' or 'o' => "an " + noun,
        _ => "a " + noun,
    };

    /// <summary>What is missing has no place; the map's first key shows which map it is missing from.</summary>
    private static TextSpan FirstKeyOf(YamlMapping mapping) =>
        mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span;

    private void CheckEither(EitherShape shape, YamlNode node, string key)
    {
        ValueShape? fitting = shape.Options.FirstOrDefault(option => Fits(option, node));
        if (fitting is not null) Check(node, fitting, key);
        else WrongKind(node, shape);
    }

    private static bool Fits(ValueShape shape, YamlNode node) => shape switch
    {
        TextShape or WordShape => node is YamlScalar,
        LocalizedShape => node is YamlScalar or YamlMapping,
        ListShape => node is YamlSequence,
        MapShape or ObjectShape => node is YamlMapping,
        EitherShape either => either.Options.Any(option => Fits(option, node)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private void WrongKind(YamlNode node, ValueShape shape) => diagnostics.Add(
        new Diagnostic(ShapeDiagnostics.WrongKind, new SourceLocation(source, node.Span), Describe(shape), node.Kind).WithHelp(HowToWrite(shape, node)));

    private string HowToWrite(ValueShape shape, YamlNode node)
    {
        string written = source.Text.Substring(node.Span.Start, Math.Min(node.Span.Length, 40)).Split('\n')[0].Trim();
        return (shape, node) switch
        {
            (ListShape { Element: ObjectShape element }, YamlScalar) => $"write a list of maps: [{Pattern(element)}]",
            (ListShape, YamlScalar) => $"write a list: [{written}]",
            (ListShape, YamlMapping) => "begin each element of the list with `- `",
            (ObjectShape or MapShape, YamlSequence) => "leave out the `-` or the brackets: a map has lines `name: value`",
            (TextShape, YamlMapping or YamlSequence) => "write one text; a text that begins with `{` or `[` stands in quotes",
            (ObjectShape { Name: "in-force" }, YamlScalar) => $"write {{ from: {written} }}",
            (ObjectShape shaped, YamlScalar) => $"write a map: {Pattern(shaped)}",
            (EitherShape { Options: [TextShape { Form: TextForm.FactType }, ..] }, YamlSequence) => $"write the type before the values: one of {written}",
            _ => "",
        };
    }

    /// <summary>A map with the keys that must be there; where none must, with the first.</summary>
    private static string Pattern(ObjectShape shape)
    {
        KeyShape[] required = [.. shape.Keys.Where(k => k.Required)];
        return $"{{ {string.Join(", ", (required.Length > 0 ? required : [shape.Keys[0]]).Select(k => k.Name + ": …"))} }}";
    }

    private static string Describe(ValueShape shape) => shape switch
    {
        TextShape or WordShape => "a text",
        LocalizedShape => "a text, or a map of texts by language",
        ListShape => "a list",
        MapShape or ObjectShape => "a map",
        EitherShape either => string.Join(" or ", either.Options.Select(Describe)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
