using RetentionRules.Binding;
using RetentionRules.Csv;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Mappings;

/// <summary>
/// A crosswalk: what the codes of a records system are in the schedule. Real stores hold the codes of a file plan, and file
/// plans outlive editions of a schedule, so the number of an item that a later one supersedes leads to that one.
/// </summary>
/// <param name="Name">The table's file, as the mapping names it.</param>
/// <param name="Meanings">The meaning of each code, or why it has none.</param>
internal sealed record CodeTable(string Name, IReadOnlyDictionary<string, CodeMeaning> Meanings)
{
    /// <summary>The meaning of a code; else what is wrong with it.</summary>
    public bool TryGet(string code, out string meaning, out string problem)
    {
        CodeMeaning found = Meanings.GetValueOrDefault(code, new CodeMeaning("", $"not a code of {Name}"));
        (meaning, problem) = (found.Text, found.Problem);
        return problem.Length == 0;
    }
}

/// <summary>What a code means; or, where the problem is not empty, why nobody can tell.</summary>
internal readonly record struct CodeMeaning(string Text, string Problem);

/// <summary>Reads the table that a mapping names under <c>classify:</c>.</summary>
internal sealed class CodeTableBinder(YamlReading reading, YamlMapping classify, IReadOnlyList<RetentionSchedule> schedules)
{
    private readonly YamlScalar _named = YamlReading.Scalar(classify, "table")!;

    private string Name => _named.Value.Trim();

    private string Key => YamlReading.Text(classify, "key");

    private string Gives => YamlReading.Text(classify, "gives");

    public CodeTable? Bind()
    {
        string path = Path.Combine(Path.GetDirectoryName(reading.Source.Path) ?? "", Name);
        if (NamedFile.Problem(path) is { Length: > 0 } problem) return Refused(problem);
        DiagnosticBag found = new();
        string text = FileText.FromFile(path).OpenPlain(found);
        CsvSheet? table = found.HasErrors ? null : CsvSheet.Read(path, text, found);
        if (table is null) return Refused(Told(found));
        string[] missing = [.. ((string[])[Key, Gives]).Where(c => !table.Columns.Contains(c))];
        return missing.Length > 0 ? Refused($"it has no column {string.Join(" and no column ", missing.Select(m => $"`{m}`"))}") : Meanings(table);
    }

    private static string Told(DiagnosticBag found)
    {
        Diagnostic first = found.ToList().First(d => d.Severity == DiagnosticSeverity.Error);
        return $"line {first.Location.Start.Line}: {first.Message}";
    }

    private CodeTable? Refused(string problem)
    {
        reading.Report(_named, MappingDiagnostics.TableRefused, Name, problem);
        return null;
    }

    private CodeTable Meanings(CsvSheet table)
    {
        List<string> columns = [.. table.Columns];
        (int key, int gives) = (columns.IndexOf(Key), columns.IndexOf(Gives));
        Dictionary<string, (string Meaning, int Line)> lines = new(StringComparer.Ordinal);
        foreach (CsvRow row in table.Rows)
        {
            (string code, string meaning) = (row.Cells[key].Trim(), row.Cells[gives].Trim());
            if (code.Length > 0 && !lines.TryAdd(code, (meaning, row.Line)) && lines[code].Meaning != meaning)
                reading.Report(_named, MappingDiagnostics.CodeTwice, Name, lines[code].Meaning, code, lines[code].Line, meaning, row.Line);
        }

        return new CodeTable(Name, lines.ToDictionary(l => l.Key, l => Current(l.Value.Meaning), StringComparer.Ordinal));
    }

    /// <summary>An item's number stays what it is; an old one becomes that of the item that supersedes it.</summary>
    private CodeMeaning Current(string meaning)
    {
        if (meaning.Length == 0) return new CodeMeaning("", $"without a meaning in {Name}");
        if (schedules.Any(s => s.Contains(meaning))) return new CodeMeaning(meaning, "");
        string[] later = [.. schedules.SelectMany(s => s.Items).Where(i => i.Notes.Supersedes.Contains(meaning, StringComparer.Ordinal)).Select(i => i.Number).Distinct()];
        return later switch
        {
            [] => new CodeMeaning(meaning, ""),
            [var one] => new CodeMeaning(one, ""),
            _ => new CodeMeaning("", $"item {meaning}, which the items {string.Join(", ", later)} supersede together"),
        };
    }
}
