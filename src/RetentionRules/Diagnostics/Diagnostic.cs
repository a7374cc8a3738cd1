using System.Globalization;
using RetentionRules.Diagnostics;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>One finding about a file: what, where, and what to write instead. Immutable.</summary>
public sealed class Diagnostic
{
    internal Diagnostic(DiagnosticDescriptor descriptor, SourceLocation location, params object[] arguments)
    {
        Descriptor = descriptor;
        Location = location;
        Arguments = arguments;
    }

    /// <summary>The kind of finding.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>The stable code, such as <c>RR2007</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How much it weighs.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>Where it is.</summary>
    public SourceLocation Location { get; }

    /// <summary>The arguments of the message, in the order of the descriptor's places.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The message in English, formatted without regard to culture.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    /// <summary>What to type instead, for this very place; empty where only the general advice applies.</summary>
    public string Help { get; private init; } = "";

    /// <summary>The ways in which an ambiguous text can be read, each as the words that say it; else empty.</summary>
    public IReadOnlyList<Reading> Readings { get; private init; } = [];

    /// <summary>Other places that belong to the finding.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; private init; } = [];

    /// <summary>What shows it: a record, and what is decided about it; empty where nothing needs to be shown.</summary>
    public IReadOnlyList<DiagnosticNote> Notes { get; private init; } = [];

    internal Diagnostic WithHelp(string help) =>
        new(Descriptor, Location, [.. Arguments]) { Help = help, Readings = Readings, Related = Related, Notes = Notes };

    internal Diagnostic WithReadings(params IReadOnlyList<Reading> readings) =>
        new(Descriptor, Location, [.. Arguments]) { Help = Help, Readings = readings, Related = Related, Notes = Notes };

    internal Diagnostic WithRelated(SourceLocation location, string note) =>
        new(Descriptor, Location, [.. Arguments]) { Help = Help, Readings = Readings, Related = [.. Related, new(location, note)], Notes = Notes };

    internal Diagnostic WithNotes(params IReadOnlyList<DiagnosticNote> notes) =>
        new(Descriptor, Location, [.. Arguments]) { Help = Help, Readings = Readings, Related = Related, Notes = notes };

    /// <summary>One line: <c>path:line:column: error RR2007: message</c>.</summary>
    public override string ToString() => $"{Location}: {SeverityWord(Severity)} {Code}: {Message}";

    internal static string SeverityWord(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Information => "note",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}

/// <summary>One way to read an ambiguous text.</summary>
/// <param name="Name">What the reading takes the text to mean, in a few words.</param>
/// <param name="Text">How to write it so that it can be read in no other way.</param>
public readonly record struct Reading(string Name, string Text);

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Location">Where.</param>
/// <param name="Note">What it has to do with it.</param>
public readonly record struct RelatedPlace(SourceLocation Location, string Note);
