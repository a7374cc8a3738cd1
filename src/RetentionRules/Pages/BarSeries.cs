using System.Globalization;

namespace RetentionRules.Pages;

/// <summary>What one sort of bar stands for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Look">
/// Its colour and its hatching, from 0 to 9: each has a hatching of its own, so that bars can be told apart without colour, as
/// on a print in black.
/// </param>
internal sealed record BarSeries(string Name, int Look)
{
    private string LookClass => "look" + Look.ToString(CultureInfo.InvariantCulture);

    /// <summary>Defines the hatching; it is found by the name of the drawing, which is unique on the page.</summary>
    public void Define(PageWriter page, string drawing)
    {
        page.Begin("pattern", ("id", HatchingOf(drawing)), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"));
        page.Empty("rect", ("width", "8"), ("height", "8"), ("class", "ground"));
        page.Empty("path", ("d", MarkOf(Look)), ("class", "mark " + LookClass));
        page.End();
    }

    /// <summary>A bar, or a piece of one.</summary>
    public void Bar(PageWriter page, string drawing, double x, double y, double width, double height) => page.Empty(
        "rect", ("x", HtmlText.Length(x)), ("y", HtmlText.Length(y)), ("width", HtmlText.Length(width)), ("height", HtmlText.Length(height)),
        ("fill", $"url(#{HatchingOf(drawing)})"), ("class", LookClass));

    private string HatchingOf(string drawing) => $"{drawing}-{LookClass}";

    /// <summary>The strokes of a tile of 8 by 8, which fit those of the tiles beside it.</summary>
    private static string MarkOf(int look) => look switch
    {
        0 => "M0 1h8M0 3h8M0 5h8M0 7h8",
        1 => "M-2 2L2 -2M0 8L8 0M6 10L10 6",
        2 => "M1 2h2M5 6h2",
        3 => "M0 4h8",
        4 => "M4 0v8",
        5 => "M0 0L8 8M0 8L8 0",
        6 => "M-2 6L2 10M0 0L8 8M6 -2L10 2",
        7 => "M0 4h8M4 0v8",
        8 => "M2 4h4",
        9 => "M0 8",
        _ => throw new ArgumentOutOfRangeException(nameof(look)),
    };

    /// <summary>Says in words which bar is which.</summary>
    public static void WriteLegend(PageWriter page, string drawing, IReadOnlyList<BarSeries> series)
    {
        page.Begin("ul", ("class", "legend"));
        foreach (BarSeries one in series)
        {
            string sample = $"{drawing}-sample";
            page.Begin("li");
            page.Begin("svg", ("viewBox", "0 0 28 14"), ("aria-hidden", "true"));
            page.Begin("defs");
            one.Define(page, sample);
            page.End();
            one.Bar(page, sample, 0.5, 0.5, 27, 13);
            page.End();
            page.Text(one.Name);
            page.End();
        }

        page.End();
    }
}
