using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>Changes of a text that are collected first and made together. No two of them overlap.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(TextSpan Span, string Replacement)> _edits = [];

    public string Text => text;

    public IEnumerable<(TextSpan Span, string Replacement)> All => _edits;

    /// <summary>Writes something in the place of a stretch of the text; what is there already is left alone.</summary>
    public void Replace(int start, int end, string replacement)
    {
        if (!text.AsSpan(start, end - start).SequenceEqual(replacement)) _edits.Add((TextSpan.FromBounds(start, end), replacement));
    }

    public void Delete(int start, int end) => Replace(start, end, "");

    public void Insert(int at, string inserted) => Replace(at, at, inserted);

    public string Apply()
    {
        StringBuilder output = new(text.Length);
        int at = 0;
        foreach ((TextSpan span, string replacement) in _edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End))
        {
            output.Append(text, at, span.Start - at).Append(replacement);
            at = span.End;
        }

        return output.Append(text, at, text.Length - at).ToString();
    }
}
