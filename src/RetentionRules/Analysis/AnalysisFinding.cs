using System.Globalization;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Analysis;

/// <summary>One finding of an analysis: what, where, and a record that shows it where one can. Immutable.</summary>
public sealed class AnalysisFinding
{
    internal AnalysisFinding(DiagnosticDescriptor descriptor, AnalysisPlace place, params object[] arguments) =>
        (Descriptor, Place, Arguments) = (descriptor, place, arguments);

    /// <summary>The kind of finding.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether a kind of finding says that a question was not settled.</summary>
    public static bool IsNotSettled(DiagnosticDescriptor descriptor) =>
        descriptor == AnalysisDiagnostics.NotSettled || descriptor == AnalysisDiagnostics.NotSettledOpaque || descriptor == AnalysisDiagnostics.NotSettledDays || descriptor == AnalysisDiagnostics.MayOverlap;

    /// <summary>Where it is.</summary>
    public AnalysisPlace Place { get; }

    /// <summary>Other places that belong to it, each with what it has to do with it.</summary>
    public IReadOnlyList<(AnalysisPlace Place, string Note)> Related { get; internal init; } = [];

    /// <summary>The arguments of the message, in the order of the descriptor's places.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The message in English, formatted without regard to culture.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    /// <summary>A record that shows it, with the fewest facts; null where the finding is that no record can.</summary>
    public WitnessRecord? Witness { get; internal init; }

    /// <summary>What to write to mend it, for this very place; empty where only the general advice applies.</summary>
    public string Help { get; internal init; } = "";

    /// <summary>The numbers of the items that it is about; empty where it is about no item.</summary>
    public IReadOnlyList<string> Items { get; internal init; } = [];

    /// <summary>The finding as those of a file are: with the line, the record that shows it, and the mend.</summary>
    /// <param name="sourceOf">The text of a file by its path, as the schedule was read from it.</param>
    public Diagnostic ToDiagnostic(Func<string, SourceText> sourceOf)
    {
        ArgumentNullException.ThrowIfNull(sourceOf);
        Diagnostic diagnostic = new(Descriptor, Place.In(sourceOf), [.. Arguments]);
        if (Help.Length > 0) diagnostic = diagnostic.WithHelp(Help);
        foreach ((AnalysisPlace place, string note) in Related) diagnostic = diagnostic.WithRelated(place.In(sourceOf), note);
        return Witness is null ? diagnostic : diagnostic.WithNotes(new DiagnosticNote("record", Witness.ToString()), new DiagnosticNote("decision", Witness.Decision));
    }
}

/// <summary>A place in a file that was analysed; the file itself need not be at hand.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Reference">Where in it.</param>
public readonly record struct AnalysisPlace(string Path, SourceReference Reference)
{
    internal SourceLocation In(Func<string, SourceText> sourceOf) => new(sourceOf(Path), Reference.Span);

    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Reference}";
}
