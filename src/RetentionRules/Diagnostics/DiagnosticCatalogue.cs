using RetentionRules.Diagnostics.Catalogue;

namespace RetentionRules.Diagnostics;

/// <summary>Every kind of finding, by its code.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. new[]
        {
            Descriptors(typeof(ReadingDiagnostics)), Descriptors(typeof(LanguageDiagnostics)), Descriptors(typeof(ShapeDiagnostics)),
            Descriptors(typeof(BindingDiagnostics)), Descriptors(typeof(CombinationDiagnostics)), Descriptors(typeof(CombinationLints)), Descriptors(typeof(LintDiagnostics)), Descriptors(typeof(MappingDiagnostics)),
            Descriptors(typeof(RecordDiagnostics)), Descriptors(typeof(TestDiagnostics)), Descriptors(typeof(ImportDiagnostics)),
            Descriptors(typeof(ClassificationDiagnostics)), Descriptors(typeof(RestrictionDiagnostics)),
            Descriptors(typeof(ApprovalDiagnostics)), Descriptors(typeof(ApprovalLintDiagnostics)),
            Descriptors(typeof(FindingDiagnostics)), Descriptors(typeof(AnalysisDiagnostics)), Descriptors(typeof(ComparisonDiagnostics)),
        }.SelectMany(d => d).OrderBy(d => d.Code, StringComparer.Ordinal),
    ];

    /// <summary>The kind with that code, or null.</summary>
    public static DiagnosticDescriptor? Find(string code) => All.FirstOrDefault(d => d.Code == code);

    private static IEnumerable<DiagnosticDescriptor> Descriptors(
        [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] Type type) =>
        type.GetFields().Where(f => f.IsStatic).Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>();
}
