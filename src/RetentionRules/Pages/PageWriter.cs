using System.Collections.Frozen;

namespace RetentionRules.Pages;

/// <summary>
/// Writes a page element by element, so that every one that is begun is ended, and every text is encoded. What it writes is
/// HTML that can be read as XML too.
/// </summary>
internal sealed class PageWriter(TextWriter output)
{
    /// <summary>Elements that stand in a line of text, or whose line their row ends.</summary>
    private static readonly FrozenSet<string> InLine = FrozenSet.Create(
        StringComparer.Ordinal, "a", "abbr", "caption", "code", "dd", "dt", "li", "p", "span", "strong", "td", "text", "th", "title", "h1", "h2", "h3", "style");

    private static readonly FrozenSet<string> EndsNoLine = FrozenSet.Create(StringComparer.Ordinal, "a", "abbr", "code", "dt", "span", "strong", "td", "th");

    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    public void Begin(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write('>');
        if (!InLine.Contains(element) && element != "tr") output.Write('\n');
        _open.Push(element);
    }

    /// <summary>Ends the element that was begun last.</summary>
    public void End()
    {
        string element = _open.Pop();
        output.Write("</");
        output.Write(element);
        output.Write('>');
        if (!EndsNoLine.Contains(element)) output.Write('\n');
    }

    /// <summary>An element with a text.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        Text(text);
        End();
    }

    /// <summary>An element that has no content.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write(" />\n");
    }

    /// <summary>A text, encoded.</summary>
    public void Text(string text) => output.Write(HtmlText.Encode(text));

    /// <summary>What is written in files, one after another: <c>R-1, R-2</c>.</summary>
    public void Codes(IReadOnlyList<string> texts)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            if (i > 0) Text(", ");
            Element("code", texts[i]);
        }
    }

    /// <summary>A paragraph; what stands between <c>`</c> is shown as what is written in a file.</summary>
    public void Paragraph(string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin("p", attributes);
        Prose(text);
        End();
    }

    /// <summary>A text in which what stands between <c>`</c> is shown as what is written in a file.</summary>
    public void Prose(string text)
    {
        string[] parts = text.Split('`');
        if (parts.Length % 2 == 0)
        {
            Text(text);
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0) Text(parts[i]);
            else Element("code", parts[i]);
        }
    }

    /// <summary>The style of the page, which is ours and holds nothing of the records or the schedule.</summary>
    public void Style(string css)
    {
        Begin("style");
        output.Write('\n');
        output.Write(css.ReplaceLineEndings("\n"));
        output.Write('\n');
        End();
    }

    /// <summary>What stands before the first element.</summary>
    public void DocumentType() => output.Write("<!DOCTYPE html>\n");

    private void WriteTag(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach ((string name, string value) in attributes)
        {
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            output.Write(HtmlText.Encode(value));
            output.Write('"');
        }
    }
}
