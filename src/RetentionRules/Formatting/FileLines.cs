using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>The lines of a text whose lines end in LF.</summary>
internal sealed class FileLines(string text)
{
    private readonly SourceText _source = new("", text, "");

    public Line[] All { get; } = Line.Of(text);

    public string Text => text;

    public int IndexOf(int offset) => Math.Min(_source.GetPosition(offset).Line, All.Length) - 1;

    public Line At(int offset) => All[IndexOf(offset)];

    public int ColumnOf(int offset) => offset - At(offset).Start;

    /// <summary>The blanks at the beginning of a line, without tabs.</summary>
    public int SpacesOf(Line line)
    {
        int at = line.Start;
        while (at < line.End && text[at] == ' ') at++;
        return at - line.Start;
    }

    /// <summary>The next dash that begins an element; comments may stand before it.</summary>
    public int FindDash(int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '-') return i;
            if (text[i] == '#') i = TreeWalk.LineEnd(text, i);
        }

        return Math.Max(0, text.Length - 1);
    }
}
