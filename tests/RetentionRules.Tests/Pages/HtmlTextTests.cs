using System.Xml;
using System.Xml.Linq;
using RetentionRules.Pages;

namespace RetentionRules.Tests.Pages;

/// <summary>How texts and numbers are set on a page.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("a\u0000b\u001Bc\u0085d", "a&lt;U+0000&gt;b&lt;U+001B&gt;c&lt;U+0085&gt;d")]
    [InlineData("A\u202E4711\u2066", "A&lt;U+202E&gt;4711&lt;U+2066&gt;")]
    [InlineData("two\r\nlines\tand", "two  lines and")]
    [InlineData("鎮公所 Straße 𝔸", "鎮公所 Straße 𝔸")]
    [InlineData("\uFFFE\uFDD0", "&lt;U+FFFE&gt;&lt;U+FDD0&gt;")]
    public void NothingIsTakenForMarkup_OrHidden(string text, string expected) => Assert.Equal(expected, HtmlText.Encode(text));

    /// <summary>In code, because a test's data cannot hold half of a pair.</summary>
    [Fact]
    public void HalfOfAPair_IsShownByItsCode() => Assert.Equal("a&lt;U+D835&gt;", HtmlText.Encode("a\uD835"));

    [Fact]
    public void EveryCharacter_CanBeReadAsXml_InATextAndInAnAttribute()
    {
        string all = string.Concat(Enumerable.Range(0, 0x10000).Select(c => (char)c));
        string encoded = HtmlText.Encode(all);
        XElement read = XElement.Load(XmlReader.Create(new StringReader($"<p title=\"{encoded}\">{encoded}</p>")));
        Assert.Equal(read.Value, read.Attribute("title")!.Value);
    }

    [Theory]
    [InlineData(0, 5000, "0 %")]
    [InlineData(1, 5000, "<0.1 %")]
    [InlineData(5, 5000, "0.1 %")]
    [InlineData(1083, 5000, "21.7 %")]
    [InlineData(4999, 5000, ">99.9 %")]
    [InlineData(5000, 5000, "100 %")]
    [InlineData(0, 0, "0 %")]
    public void APart_IsNeverShownAsNothing_OrAsTheWhole(long part, long whole, string expected) => Assert.Equal(expected, HtmlText.Share(part, whole));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 1, 5)]
    [InlineData(6, 1, 6)]
    [InlineData(11, 2, 12)]
    [InlineData(104, 20, 120)]
    [InlineData(49, 10, 50)]
    [InlineData(737, 200, 800)]
    [InlineData(1_000_001, 200_000, 1_200_000)]
    public void TheScaleOfAChart_GoesInRoundSteps_ToOrAboveTheLongestBar(long greatest, long step, long top) =>
        Assert.Equal(new AxisScale(step, top), AxisScale.For(greatest));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a𝔸bc", 3, "a…")]
    public void ALongText_IsCut_BetweenCharacters(string text, int most, string expected) => Assert.Equal(expected, HtmlText.Shortened(text, most));
}
