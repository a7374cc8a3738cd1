using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds classes and the rules that give them, to the facts that a schedule and its classification declare.</summary>
internal sealed class ClassificationBinder(YamlReading reading, YamlMapping root, FactScope scope)
{
    /// <summary>The scheme; null where the fact <c>class</c> cannot hold a code. The scope then has the fact.</summary>
    public ClassificationScheme? Bind(string id, bool isPartOfSchedule)
    {
        if (ClassFact(isPartOfSchedule) is not { } fact) return null;
        RecordClass[] classes = BindClasses((CodeType)fact.Type);
        ClassificationScheme listed = new(id, fact, classes, []);
        ClassRule[] rules = BindRules(listed);
        CheckParents(listed);
        return new ClassificationScheme(id, fact, classes, rules)
        {
            Title = isPartOfSchedule ? LocalizedText.Empty : YamlReading.Localized(root, "title"),
            ContentHash = reading.Source.ContentHash,
            Path = reading.Source.Path,
            IsPartOfSchedule = isPartOfSchedule,
        };
    }

    private FactDefinition? ClassFact(bool isPartOfSchedule)
    {
        if (scope.Find(ClassificationScheme.FactName) is not { } declared)
        {
            YamlScalar place = root.Find("classes")?.Key ?? root.Entries[0].Key;
            scope.Add(new FactDefinition(ClassificationScheme.FactName, new CodeType(CodeType.DefaultSeparators, ignoreCase: false), FactRole.Declared, reading.Reference(place)));
            return scope.Find(ClassificationScheme.FactName);
        }

        if (declared.Type is CodeType) return declared;
        // Of a file of its own, the declaration may stand in the schedule, which is another file.
        TextSpan there = isPartOfSchedule ? declared.Source.Span : YamlReading.PlaceOf(root).Span;
        reading.Diagnostics.Report(reading.Source, there, ClassificationDiagnostics.ClassIsNoCode, TypeNames.Of(declared.Type));
        return null;
    }

    private RecordClass[] BindClasses(CodeType type)
    {
        Dictionary<string, YamlScalar> seen = new(type.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        Dictionary<YamlMapping, string> codes = [];
        foreach (YamlMapping map in YamlReading.Maps(root, "classes"))
        {
            if (YamlReading.Scalar(map, "class") is not { } scalar || CodeOf(scalar, type) is not { } code) continue;
            if (seen.TryAdd(code, scalar)) codes[map] = code;
            else
            {
                Diagnostic twice = new(ClassificationDiagnostics.ClassTwice, new(reading.Source, scalar.Span), code);
                reading.Diagnostics.Add(twice.WithRelated(new(reading.Source, seen[code].Span), "the first one"));
            }
        }

        return [.. codes.Select(c => BindClass(c.Key, c.Value, IsNonRecord(c.Value, codes, type)))];
    }

    private RecordClass BindClass(YamlMapping map, string code, bool isNonRecord) => new(code, YamlReading.Localized(map, "title"), isNonRecord, reading.Reference(map))
    {
        Scope = YamlReading.Localized(map, "scope"),
        Note = YamlReading.Localized(map, "note"),
    };

    /// <summary>What the class says, or the nearest class above it that says something.</summary>
    private static bool IsNonRecord(string code, Dictionary<YamlMapping, string> codes, CodeType type) => codes
        .Where(c => type.IsUnder(code, c.Value) && YamlReading.Scalar(c.Key, "non-record") is not null)
        .OrderByDescending(c => c.Value.Length)
        .Select(c => YamlReading.IsYes(c.Key, "non-record"))
        .FirstOrDefault();

    /// <summary>The code as records are compared with it; null where no record could have it.</summary>
    private string? CodeOf(YamlScalar scalar, CodeType type)
    {
        FactValue value = FactValue.Text(scalar.Value);
        if (value.IsKnown && value.AsText.Split(type.Separators.ToCharArray()).All(s => s.Trim().Length > 0)) return value.AsText;
        if (!string.IsNullOrWhiteSpace(scalar.Value)) reading.Report(scalar, BindingDiagnostics.BadText, $"the code \"{scalar.Value.Trim()}\" has an empty segment, or a character that cannot be seen");
        return null;
    }

    private ClassRule[] BindRules(ClassificationScheme listed)
    {
        scope.BindsClassRules = true;
        ClassRule[] rules = [.. YamlReading.Maps(root, "classify").Select(map => BindRule(map, listed)).OfType<ClassRule>()];
        scope.BindsClassRules = false;
        return rules;
    }

    private ClassRule? BindRule(YamlMapping map, ClassificationScheme listed)
    {
        Condition? when = YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, scope, scalar) : null;
        if (YamlReading.Scalar(map, "as") is not { } named) return null;
        string code = FactValue.Text(named.Value) is { IsKnown: true } known ? known.AsText : "";
        if (listed.Listed(code) is { } found)
            return when is null ? null : new ClassRule(found, when, reading.Reference(map)) { Note = YamlReading.Localized(map, "note") };
        if (code.Length > 0) reading.Language(named).ReportUnknown(new(0, named.Value.Length), ClassificationDiagnostics.RuleForUnknownClass, code, listed.Classes.Select(c => c.Code));
        return null;
    }

    /// <summary>Only in a scheme that lists classes above others; a flat list may have codes of any form.</summary>
    private void CheckParents(ClassificationScheme listed)
    {
        if (!listed.Classes.Any(c => listed.ListsBelow(c.Code))) return;
        foreach (RecordClass @class in listed.Classes)
        {
            if (listed.CodesAbove(@class.Code).FirstOrDefault() is not { } above || listed.Lists(above)) continue;
            YamlMapping map = YamlReading.Maps(root, "classes").First(m => m.Span == @class.Source.Span);
            reading.Report(map.Find("class")!.Value, ClassificationDiagnostics.ParentNotListed, @class.Code, above);
        }
    }
}
