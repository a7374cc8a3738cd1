using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Finds the classification of a schedule: in the schedule itself, or in the file that it names.</summary>
internal sealed class ScheduleClassification(YamlReading reading, YamlMapping root, FactScope scope)
{
    public ClassificationScheme Bind()
    {
        YamlScalar? named = YamlReading.Scalar(root, FileShapes.ClassificationKey);
        YamlEntry? own = root.Find("classes") ?? root.Find("classify");
        if (named is not null && own is not null)
        {
            reading.Report(own.Key, ShapeDiagnostics.OneOfTwoKeys, "schedule", $"both `classification` and `{own.Key.Value}`");
            return Refused();
        }

        if (named is not null) return OfFile(named);
        if (own is null) return ClassificationScheme.None;
        if (root.Find("classes") is not null) return new ClassificationBinder(reading, root, scope).Bind(YamlReading.Text(root, "schedule"), isPartOfSchedule: true) ?? Refused();
        reading.Diagnostics.Add(new Diagnostic(ShapeDiagnostics.MissingKey, new SourceLocation(reading.Source, own.Key.Span), "this schedule", "classes").WithHelp("add `classes:`, the classes that the rules give"));
        return Refused();
    }

    /// <summary>What is wrong with the class has been told; that conditions cannot ask for it need not be told as well.</summary>
    private ClassificationScheme Refused()
    {
        scope.AddFaulty(ClassificationScheme.FactName);
        return ClassificationScheme.None;
    }

    private ClassificationScheme OfFile(YamlScalar named)
    {
        string path = Path.Combine(Path.GetDirectoryName(reading.Source.Path) ?? "", named.Value.Trim());
        string problem = NamedFile.Problem(path);
        if (problem.Length == 0)
        {
            DiagnosticBag diagnostics = new();
            ClassificationScheme? scheme = ClassificationFile.Read(FileText.FromFile(path), scope, diagnostics);
            if (scheme is not null && !diagnostics.HasErrors) return scheme;
            Diagnostic first = diagnostics.ToList().First(d => d.Severity == DiagnosticSeverity.Error);
            problem = $"line {first.Location.Start.Line}: {first.Message}";
        }

        reading.Report(named, ClassificationDiagnostics.Unreadable, named.Value.Trim(), problem);
        return Refused();
    }
}
