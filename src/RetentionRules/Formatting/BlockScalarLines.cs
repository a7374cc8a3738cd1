using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>
/// Moves the lines of a literal or folded text as a whole. Its lines are found by their indentation, as YAML finds them,
/// and empty lines behind it belong to it where they are part of the value.
/// </summary>
internal static class BlockScalarLines
{
    public static void Place(YamlScalar scalar, ColumnMove parent, FileLines lines)
    {
        int header = lines.IndexOf(scalar.Span.Start);
        (int stated, bool keeps) = ReadHeader(lines.Text, scalar.Span.Start);
        bool isEmpty = scalar.Value.All(c => c == '\n');
        int old = isEmpty ? int.MaxValue : stated > 0 ? Math.Max(parent.Old, 0) + stated : FirstColumn(lines, header + 1);
        int shift = isEmpty ? 0 : stated > 0 ? parent.New - Math.Max(parent.Old, 0) : parent.New + 2 - old;
        int end = End(lines, header + 1, old, keeps);
        lines.All[header].TakesEmptyLines = keeps;
        for (int i = header + 1; i < end; i++)
        {
            Line line = lines.All[i];
            int spaces = lines.SpacesOf(line);
            bool isBare = line.Start + spaces == line.End && spaces <= old;
            line.TakesEmptyLines = keeps;
            (line.Kind, line.Column) = (LineKind.Content, isEmpty ? spaces : isBare ? 0 : spaces + shift);
        }
    }

    private static (int Stated, bool Keeps) ReadHeader(string text, int start)
    {
        string header = new([.. text[start..TreeWalk.LineEnd(text, start)].TakeWhile(c => !TreeWalk.IsBlank(c))]);
        char digit = header.FirstOrDefault(char.IsAsciiDigit, '0');
        return (digit - '0', header.Contains('+', StringComparison.Ordinal));
    }

    private static int FirstColumn(FileLines lines, int from)
    {
        Line? first = lines.All.Skip(from).FirstOrDefault(line => lines.SpacesOf(line) < line.End - line.Start);
        return first is null ? 0 : lines.SpacesOf(first);
    }

    /// <summary>The line behind the last that is part of the value.</summary>
    private static int End(FileLines lines, int from, int column, bool keeps)
    {
        int end = from;
        int i = from;
        for (; i < lines.All.Length; i++)
        {
            Line line = lines.All[i];
            int spaces = lines.SpacesOf(line);
            bool isBare = line.Start + spaces == line.End;
            if (!isBare && spaces < column) break;
            if (!isBare || spaces > column) end = i + 1;
        }

        return keeps || column == int.MaxValue ? i : end;
    }
}
