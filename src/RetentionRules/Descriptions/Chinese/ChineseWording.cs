using System.Text.RegularExpressions;

namespace RetentionRules.Descriptions;

/// <summary>Names and texts in Chinese sentences.</summary>
internal sealed partial class ChineseWording(ChineseScript script) : Wording
{
    protected override IReadOnlyList<string> Tags => script.Tags;

    protected override bool IsOwn(string text) => HasHan(text);

    public override string Quote(string text)
    {
        (char open, char close) = script.QuotationMarks;
        return open + text.Replace(close.ToString(), new string(close, 2), StringComparison.Ordinal) + close;
    }

    /// <summary>Chinese has no blanks between words, so that one of the sentence's own characters is enough to ask for marks.</summary>
    protected override bool IsPlain(string text) => Words().IsMatch(text) && !Structural().IsMatch(text);

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{N}_ '’-]*$")]
    private static partial Regex Words();

    [GeneratedRegex("[后後满滿或且与與和的为為起至所在之各不非时時自每其同依]|保管|保存|期满|期滿|完成|发生|發生|销毁|銷毀|移交|移轉")]
    private static partial Regex Structural();
}
