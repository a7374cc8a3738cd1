namespace RetentionRules.Cli.Output.Sarif;

/// <summary>A kind of result, as a SARIF log explains it once.</summary>
/// <param name="Id">The stable identifier: the code of a finding.</param>
/// <param name="Title">A few words for lists.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Mend">What to do about it.</param>
/// <param name="Level">How heavy it is unless said otherwise: error, warning or note.</param>
internal sealed record SarifRule(string Id, string Title, string Meaning, string Mend, string Level);

/// <summary>A place in a file; lines and columns count from 1, columns in UTF-16 code units.</summary>
/// <param name="Path">The file as it was given.</param>
/// <param name="StartLine">The first line.</param>
/// <param name="StartColumn">The first column.</param>
/// <param name="End">Just behind the last column, with its line; nothing where only the beginning is known.</param>
/// <param name="Note">What the place has to do with the result.</param>
internal sealed record SarifPlace(string Path, int StartLine, int StartColumn, (int Line, int Column)? End = null, string Note = "");

/// <summary>One result.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Level">How heavy it is here.</param>
/// <param name="Message">What is wrong, and what to type instead.</param>
/// <param name="Place">Where.</param>
/// <param name="Identity">What tells it from others of its file, however often lines move.</param>
internal sealed record SarifResult(SarifRule Rule, string Level, string Message, SarifPlace Place, string Identity)
{
    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<SarifPlace> Related { get; init; } = [];

    /// <summary>Who lets it stand, and why; empty where nobody does.</summary>
    public string Justification { get; init; } = "";
}
