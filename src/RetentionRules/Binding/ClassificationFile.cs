using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>A classification in a file of its own, which several schedules may share.</summary>
internal static class ClassificationFile
{
    /// <summary>Reads the file over the facts of one schedule, to which its own are added; null where it is no classification.</summary>
    public static ClassificationScheme? Read(FileText file, FactScope scope, DiagnosticBag diagnostics)
    {
        if (ShapedFile.Read(file, FileShapes.ClassificationKey, diagnostics) is not { } root) return null;
        YamlReading reading = new(root.Source, diagnostics);
        int before = scope.Facts.Count;
        if (YamlReading.Map(root.Map, "record") is { } record) AddFacts(reading, record, scope);
        string id = YamlReading.Text(root.Map, FileShapes.ClassificationKey);
        ClassificationScheme? scheme = new ClassificationBinder(reading, root.Map, scope).Bind(id, isPartOfSchedule: false);
        // Another schedule may ask for what this one does not.
        foreach (FactDefinition fact in scope.Facts.Skip(before)) scope.Use(fact.Name);
        return scheme;
    }

    /// <summary>What is wrong with a classification, over the facts that a schedule declares under <c>record:</c>; what else stands there does not matter.</summary>
    public static IReadOnlyList<Diagnostic> Check(string path, YamlReading schedule, YamlMapping root)
    {
        FactScope scope = new();
        if (YamlReading.Map(root, "record") is { } record) new FactBinder(schedule, scope).Bind(record);
        else scope.HasNoFacts = true;
        DiagnosticBag diagnostics = new();
        Read(FileText.FromFile(path), scope, diagnostics);
        return diagnostics.ToList();
    }

    /// <summary>A fact that the schedule declares too is one fact: schedules that share a classification need not agree on who declares what.</summary>
    private static void AddFacts(YamlReading reading, YamlMapping record, FactScope scope)
    {
        FactScope own = new();
        new FactBinder(reading, own).Bind(record);
        foreach (string name in record.Entries.Select(e => e.Key.Value.Normalize(NormalizationForm.FormC)).Where(own.IsFaulty)) scope.AddFaulty(name);
        foreach (FactDefinition fact in own.Facts)
        {
            if (scope.Find(fact.Name) is not { } known) Add(fact, scope);
            else if (Declared(known) != Declared(fact))
                reading.Diagnostics.Report(reading.Source, fact.Source.Span, ClassificationDiagnostics.DeclaredOtherwise, fact.Name, Declared(known), Declared(fact));
        }
    }

    private static void Add(FactDefinition fact, FactScope scope)
    {
        scope.Add(fact);
        if (fact.Role == FactRole.RelatedRecordFate) scope.AddRelatedRecord(fact.Name.Split('.')[0]);
    }

    /// <summary>All that decides what can be asked of a fact, in words.</summary>
    private static string Declared(FactDefinition fact)
    {
        string ignoring = fact.Type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true } or EnumerationType { IgnoreCase: true } ? ", ignoring case" : "";
        string separated = fact.Type is CodeType { Separators: not CodeType.DefaultSeparators } code ? $", separated by {QuotedText.Write(code.Separators)}" : "";
        return TypeNames.Of(fact.Type) + ignoring + separated + (fact.IsRequired ? ", required" : "");
    }
}
