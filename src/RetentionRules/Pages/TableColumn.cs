namespace RetentionRules.Pages;

/// <summary>How the cells of a column are set.</summary>
internal enum ColumnKind
{
    /// <summary>Words, as somebody else has written them.</summary>
    Text,

    /// <summary>Our own words, in which what stands between <c>`</c> is shown as what is written in a file.</summary>
    Prose,

    /// <summary>What is written in a file: an identifier, a hash, a value; several are parted by line feeds.</summary>
    Code,

    /// <summary>Counts, to the right.</summary>
    Number,

    /// <summary>As <see cref="Prose"/>, each line as a paragraph of its own.</summary>
    Lines,

    /// <summary>As <see cref="Lines"/>, and wider than what stands beside it, because whole sentences are to be read there.</summary>
    Sentences,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands in it.</param>
/// <param name="Kind">How it is set.</param>
/// <param name="Group">What it has in common with the columns beside it; empty where it stands alone.</param>
internal sealed record TableColumn(string Heading, ColumnKind Kind = ColumnKind.Text, string Group = "");

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Language">The language, where it is another than that of the page.</param>
/// <param name="IsZero">Whether it is a count of nothing, which the eye may pass over.</param>
internal readonly record struct TableCell(string Text, string Language = "", bool IsZero = false)
{
    public static TableCell Of(long count) => new(HtmlText.Number(count), IsZero: count == 0);

    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>Rows that belong together.</summary>
/// <param name="Heading">What they have in common; empty where the table has only these.</param>
/// <param name="Rows">The rows.</param>
internal sealed record TableRows(string Heading, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>What they have in common in the last columns, beside the heading; empty where the heading stands alone.</summary>
    public IReadOnlyList<TableCell> Common { get; init; } = [];
}
