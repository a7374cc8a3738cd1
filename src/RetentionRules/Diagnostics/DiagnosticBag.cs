using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Diagnostics;

/// <summary>Collects the findings of one reading. Not shared between threads.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>A hostile file must not turn into a report a million times its size.</summary>
    public const int Limit = 500;

    private readonly List<Diagnostic> _found = [];
    private bool _full;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_full) return;
        if (_found.Count < Limit)
        {
            _found.Add(diagnostic);
            return;
        }

        _full = true;
        _found.Add(new Diagnostic(ReadingDiagnostics.TooManyFindings, diagnostic.Location, Limit));
        HasErrors = true;
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>The findings in the order of their places; at one place in the order of their codes.</summary>
    public IReadOnlyList<Diagnostic> ToList() =>
    [
        .. _found.Distinct(SamePlaceAndMessage.Instance)
            .OrderBy(d => d.Location.Source.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Span.Start)
            .ThenBy(d => d.Code, StringComparer.Ordinal),
    ];

    private sealed class SamePlaceAndMessage : IEqualityComparer<Diagnostic>
    {
        public static readonly SamePlaceAndMessage Instance = new();

        public bool Equals(Diagnostic? x, Diagnostic? y) =>
            ReferenceEquals(x, y) ||
            (x is not null && y is not null && x.Code == y.Code && x.Location == y.Location && x.Message == y.Message);

        public int GetHashCode(Diagnostic obj) => HashCode.Combine(obj.Code, obj.Location.Span);
    }
}

/// <summary>Findings about one file.</summary>
internal static class DiagnosticBagExtensions
{
    public static void Report(
        this DiagnosticBag bag, SourceText source, TextSpan span, DiagnosticDescriptor descriptor, params object[] arguments) =>
        bag.Add(new Diagnostic(descriptor, new SourceLocation(source, span), arguments));
}
