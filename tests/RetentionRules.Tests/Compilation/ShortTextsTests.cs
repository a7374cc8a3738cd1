using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Compilation;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Compilation;

public sealed class ShortTextsTests(ITestOutputHelper output)
{
    /// <summary>Few letters, so that texts often differ in one of them, and some that take more than a byte.</summary>
    private static readonly Gen<string> AnyText =
        from length in Gen.Choose(0, 20)
        from letters in Gen.Elements('A', 'B', '-', '7', 'é', 'ÿ', 'Ā', '檔').ArrayOf(length)
        select new string(letters);

    [Fact]
    public void AText_IsFoundWhereItIsAmongThem() => PropertyCheck.Holds(
        output,
        from texts in AnyText.ArrayOf(60)
        from others in AnyText.ArrayOf(60)
        select (texts, others),
        c =>
        {
            Dictionary<string, int> named = c.texts.Distinct(StringComparer.Ordinal).Index().ToDictionary(t => t.Item, t => t.Index, StringComparer.Ordinal);
            ShortTexts<int> found = new(named);
            return c.texts.Concat(c.others).All(text => !TextKey.TryMake(text, out TextKey key)
                || (found.TryGetValue(key, out int place) ? named.TryGetValue(text, out int meant) && meant == place : !named.ContainsKey(text)));
        }, 2_000);

    [Fact]
    public void TextsWithOneKey_AreOne() => PropertyCheck.Holds(
        output,
        from a in AnyText
        from b in AnyText
        select (a, b),
        c => !TextKey.TryMake(c.a, out TextKey first) || !TextKey.TryMake(c.b, out TextKey second) || first == second == string.Equals(c.a, c.b, StringComparison.Ordinal), 10_000);

    [Theory]
    [InlineData("", false)]
    [InlineData("A", true)]
    [InlineData("檔號", true)]
    [InlineData("ABC-123-45", true)]
    [InlineData("ABCDEFGH-檔", false)]
    [InlineData("ABCDEFGH12345678", true)]
    [InlineData("ABCDEFGH123456789", false)]
    public void WhatIsShort(string text, bool isShort) => Assert.Equal(isShort, TextKey.TryMake(text, out _));
}
