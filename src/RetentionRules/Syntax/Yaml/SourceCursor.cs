using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>Walks over the characters of one scalar as it stands in the file.</summary>
internal sealed class SourceCursor(string text, int start, int end)
{
    public int Position { get; private set; } = start;

    public bool AtEnd => Position >= end;

    public char Current => AtEnd ? '\0' : text[Position];

    public bool AtBreak => Current is '\n' or '\r';

    public bool AtBlank => Current is ' ' or '\t';

    public char Peek(int ahead) => Position + ahead < end ? text[Position + ahead] : '\0';

    public string TextAt(TextSpan place) => text.Substring(place.Start, place.Length);

    /// <summary>Takes the given number of characters and gives their place.</summary>
    public TextSpan Take(int count = 1)
    {
        TextSpan place = new(Position, Math.Min(count, end - Position));
        Position += place.Length;
        return place;
    }

    /// <summary>Takes one line break: LF, CR or CR LF.</summary>
    public TextSpan TakeBreak() => Take(Current == '\r' && Peek(1) == '\n' ? 2 : 1);

    /// <summary>Takes the spaces and tabs that stand here.</summary>
    public void SkipBlanks()
    {
        while (AtBlank) Take();
    }

    /// <summary>Takes at most <paramref name="count"/> spaces; gives how many there were.</summary>
    public int TakeSpaces(int count)
    {
        int taken = 0;
        while (taken < count && Current == ' ')
        {
            Take();
            taken++;
        }

        return taken;
    }
}
