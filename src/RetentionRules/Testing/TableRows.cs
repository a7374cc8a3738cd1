using System.Globalization;
using System.Text;
using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Testing;

/// <summary>Turns each row of a table into the case that it stands for, so that a row and a case cannot mean different things.</summary>
/// <param name="reading">The file.</param>
/// <param name="facts">The names of the facts that may be given.</param>
internal sealed class TableRows(YamlReading reading, IReadOnlyCollection<string> facts)
{
    /// <summary>What can be given beside facts: keys of a case.</summary>
    private static readonly string[] CaseKeys = ["as-of", "record", "holds"];

    private static readonly string[] Expected = [.. FileShapes.Expectation.Keys.Select(k => k.Name)];

    /// <summary>The cases of a table; none where its head is faulty, so that one slip is not told once a row.</summary>
    public IEnumerable<YamlMapping> Of(YamlMapping table)
    {
        YamlScalar[] given = [.. YamlReading.Scalars(table, "given")];
        YamlScalar[] then = [.. YamlReading.Scalars(table, "then")];
        bool isSound = given.Select(g => Knows(g, [.. CaseKeys, .. facts], "a fact of the schedule, as-of, record or holds")).ToArray().All(k => k);
        isSound &= then.Select(t => Knows(t, Expected, "something that a decision can be expected to be")).ToArray().All(k => k);
        if (!isSound || given.Length == 0 || then.Length == 0) return [];
        IEnumerable<YamlSequence> rows = table["rows"] is YamlSequence list ? list.Items.OfType<YamlSequence>() : [];
        return [.. rows.Where(r => HasLength(r, given.Length + then.Length) && HasDays(r, given)).Select(r => CaseOf(table, given, then, r))];
    }

    /// <summary>The shape of a file knows of no columns, so a cell that must be a day is checked here.</summary>
    private bool HasDays(YamlSequence row, YamlScalar[] given)
    {
        YamlNode[] wrong = [.. given.Zip(row.Items).Where(c => c.First.Value.Trim() == "as-of" && !(c.Second is YamlScalar day && YamlReading.TryDate(day, out _))).Select(c => c.Second)];
        foreach (YamlNode cell in wrong) reading.Report(cell, ShapeDiagnostics.NotADate, Written(cell));
        return wrong.Length == 0;
    }

    private bool Knows(YamlScalar name, IReadOnlyCollection<string> known, string kind)
    {
        string text = name.Value.Trim().Normalize(NormalizationForm.FormC);
        if (known.Contains(text)) return true;
        Diagnostic finding = new(TestDiagnostics.UnknownColumn, new SourceLocation(reading.Source, name.Span), text, kind);
        reading.Diagnostics.Add(finding.WithHelp(NearestWord.To(text, known) is { } meant ? $"did you mean `{meant}`?" : ""));
        return false;
    }

    private bool HasLength(YamlSequence row, int wanted)
    {
        if (row.Items.Count == wanted) return true;
        reading.Report(row, TestDiagnostics.RowLength, row.Items.Count == 1 ? "1 cell" : $"{row.Items.Count} cells", wanted);
        return false;
    }

    private static YamlMapping CaseOf(YamlMapping table, YamlScalar[] given, YamlScalar[] then, YamlSequence row)
    {
        YamlEntry[] cells = [.. given.Concat(then).Zip(row.Items, (name, cell) => new YamlEntry(name, cell))];
        YamlEntry[] own = [.. cells.Take(given.Length).Where(c => CaseKeys.Contains(c.Key.Value.Trim()))];
        List<YamlEntry> entries = [Named("case", NameOf(table, cells.Take(given.Length)), row.Span), .. own];
        entries.AddRange(CaseKeys.Where(k => own.All(o => o.Key.Value.Trim() != k)).Select(table.Find).OfType<YamlEntry>());
        if (table.Find("parameters") is { } parameters) entries.Add(parameters);
        entries.Add(Merged(table, "facts", cells.Take(given.Length).Except(own), row));
        entries.Add(Merged(table, "expect", cells.Skip(given.Length), row));
        return new YamlMapping(row.Span, entries);
    }

    /// <summary>What the table says for all its rows, overruled by what the row says.</summary>
    private static YamlEntry Merged(YamlMapping table, string key, IEnumerable<YamlEntry> ofRow, YamlSequence row)
    {
        YamlEntry[] cells = [.. ofRow];
        IEnumerable<YamlEntry> common = YamlReading.Map(table, key)?.Entries ?? [];
        YamlEntry[] merged = [.. common.Where(c => cells.All(o => o.Key.Value.Trim() != c.Key.Value)), .. cells];
        return new YamlEntry(Named(key, key, row.Span).Key, new YamlMapping(row.Span, merged));
    }

    private static string NameOf(YamlMapping table, IEnumerable<YamlEntry> given)
    {
        IEnumerable<string> said = given.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key.Value.Trim()} {Written(g.Value)}"));
        return $"{YamlReading.Text(table, "table")} ({string.Join(", ", said)})";
    }

    private static string Written(YamlNode cell) => cell switch
    {
        YamlScalar scalar => scalar.Value.Trim(),
        YamlSequence list => string.Join(" ", list.Items.OfType<YamlScalar>().Select(i => i.Value.Trim())),
        _ => "",
    };

    private static YamlEntry Named(string key, string value, TextSpan place) => new(ScalarAt(key, place), ScalarAt(value, place));

    private static YamlScalar ScalarAt(string value, TextSpan place) => new(place, value, YamlScalarStyle.Plain, ScalarMap.Whole(place, value.Length));
}
