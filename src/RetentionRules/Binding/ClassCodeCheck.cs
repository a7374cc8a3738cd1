using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Checks the codes that a condition holds the class against: one that no record can have is a slip (docs/language.md, 13.4).</summary>
internal sealed class ClassCodeCheck(ClassificationScheme scheme, LanguageText text)
{
    /// <summary>Whether records can stand under the code: it is listed, or stands above or below what is.</summary>
    public bool CanBeUnder(FactDefinition fact, TextSyntax code)
    {
        string written = FactValue.Text(code.Value).AsText;
        return !IsClass(fact) || scheme.ListsBelow(written) || CanBe(fact, written, code.Span);
    }

    /// <summary>Whether a record can have the code: it is listed, or stands below what is.</summary>
    public bool CanBe(FactDefinition fact, string code, TextSpan place)
    {
        if (!IsClass(fact) || scheme.Lists(code)) return true;
        string help = NearestWord.To(code, scheme.Classes.Select(c => c.Code)) is { } meant ? $"did you mean `{meant}`?" : "";
        if (!scheme.TryFind(code, out RecordClass? above))
        {
            text.ReportWithHelp(place, help, ClassificationDiagnostics.ConditionOnUnknownClass, code, scheme.Id);
            return false;
        }

        if (scheme.ListsBelow(above.Code)) text.ReportWithHelp(place, help, ClassificationDiagnostics.CodeBetweenClasses, code, scheme.Id, above.Code);
        return true;
    }

    private bool IsClass(FactDefinition fact) => !scheme.IsNone && fact.Name == ClassificationScheme.FactName;
}
