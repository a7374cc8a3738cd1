using RetentionRules.Pages;

namespace RetentionRules.Tests.Pages;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("<b> & _c_ *d*", "\\<b\\> \\& \\_c\\_ \\*d\\*")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    [InlineData("see http://e.example or www.e.example", "see http:\\//e.example or www\\.e.example")]
    [InlineData("a\u202Eb", "a(U+202E)b")]
    public void ATextInALine_IsTakenForNoMarkup(string text, string written) => Assert.Equal(written, MarkdownText.Text(text));

    [Fact]
    public void HalfASign_IsShownAsBroken() => Assert.Equal("half\uFFFD", MarkdownText.Text("half\uD800"));

    [Theory]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("2024) no list", "2024\\) no list")]
    [InlineData("2024 is a year", "2024 is a year")]
    [InlineData("2024", "2024")]
    [InlineData("=== no heading", "\\=== no heading")]
    public void AtTheBeginningOfALine_ItBeginsNoList(string text, string written) => Assert.Equal(written, MarkdownText.Line(text));

    [Theory]
    [InlineData("item `2.1` is new", "item `2.1` is new")]
    [InlineData("an odd ` sign", "an odd \\` sign")]
    [InlineData("a `b|c` d", "a b\\|c d")]
    public void CodeIsMarked_UnlessItCouldBreakOutOfACell(string text, string written) => Assert.Equal(written, MarkdownText.Prose(text));
}
