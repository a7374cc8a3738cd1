using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Checks the codes that a condition holds the class against: one that no record can have is a slip (docs/language.md, 13.4).</summary>
internal sealed class ClassCodeCheck(ClassificationScheme scheme, LanguageText text)
{
    /// <summary>Whether records can stand under the code: a record can have it, or classes are listed below it.</summary>
    public bool CanBeUnder(FactDefinition fact, TextSyntax code)
    {
        string written = FactValue.Text(code.Value).AsText;
        return !IsClass(fact) || scheme.ListsBelow(written) || CanBe(fact, written, code.Span);
    }

    /// <summary>Whether a record can have the code: it is that of a class, or of a file of one.</summary>
    public bool CanBe(FactDefinition fact, string code, TextSpan place)
    {
        if (!IsClass(fact) || scheme.TryFind(code, out _)) return true;
        string help = NearestWord.To(code, scheme.Classes.Select(c => c.Code)) is { } meant ? $"did you mean `{meant}`?" : "";
        text.ReportWithHelp(place, help, ClassificationDiagnostics.ConditionOnUnknownClass, code, scheme.Id);
        return false;
    }

    private bool IsClass(FactDefinition fact) => !scheme.IsNone && fact.Name == ClassificationScheme.FactName;
}
