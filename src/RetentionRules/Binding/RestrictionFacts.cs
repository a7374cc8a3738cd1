using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Finds the facts that acts and restrictions name outside of conditions, and checks that they are of the kind that is asked for.</summary>
internal sealed class RestrictionFacts(YamlReading reading, FactScope scope)
{
    /// <summary>A date or an event; null where anything was reported.</summary>
    public FactDefinition? Dated(YamlScalar written, DiagnosticDescriptor otherwise) => Find(written, fact => fact.IsDated, otherwise);

    /// <summary>A fact that can name somebody; null where anything was reported.</summary>
    public FactDefinition? Approver(YamlScalar written) =>
        Find(written, fact => fact.Type is TextType or CodeType or EnumerationType, RestrictionDiagnostics.ApproverNotNamed);

    private FactDefinition? Find(YamlScalar written, Predicate<FactDefinition> fits, DiagnosticDescriptor otherwise)
    {
        string name = written.Value.Trim().Normalize(NormalizationForm.FormC);
        if (scope.IsFaulty(name) || name.Length == 0) return null;
        if (scope.Use(name) is not { } fact)
        {
            reading.Language(written).ReportUnknown(new(0, written.Value.Length), BindingDiagnostics.UnknownFact, name, scope.FactNames);
            return null;
        }

        if (fits(fact)) return fact;
        reading.Report(written, otherwise, name, TypeNames.Of(fact.Type));
        return null;
    }
}
