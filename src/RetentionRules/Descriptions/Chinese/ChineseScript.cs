using System.Globalization;
using System.Text;

namespace RetentionRules.Descriptions;

/// <summary>
/// The script and the terms in which the sentences are written. They are kept once, in simplified characters; only these
/// words of our own are turned into traditional ones, never a text of the schedule.
/// </summary>
internal sealed class ChineseScript
{
    /// <summary>Terms that differ by more than their characters, the longer ones first: those of Taiwan's archives law.</summary>
    private static readonly (string Simplified, string Traditional)[] Terms =
    [
        ("保管期限表", "檔案保存年限區分表"), ("保管期限", "保存年限"), ("保管", "保存"), ("开放", "開放應用"), ("移交", "移轉"),
        ("批准", "核准"), ("预审", "初審"), ("被替代", "被取代"), ("印发", "函頒"), ("公历", "公曆"), ("周", "週"), ("为准", "為準"),
    ];

    /// <summary>The characters of our words that differ, each before its traditional form.</summary>
    private const string Characters =
        "与與并並业業两兩个個为為于於仅僅会會余餘关關决決办辦务務单單参參双雙发發后後围圍处處学學审審属屬废廢开開态態执執报報据據数數无無时時机機条條档檔" +
        "毁毀满滿状狀称稱类類终終范範规規触觸计計记記设設读讀载載较較还還适適鉴鑑销銷长長阅閱随隨项項预預题題";

    private static readonly Dictionary<char, char> Traditionals = Pairs().ToDictionary(p => p.Key, p => p.Value);

    private readonly bool _isTraditional;

    private ChineseScript(bool isTraditional) => _isTraditional = isTraditional;

    public static ChineseScript Simplified { get; } = new(isTraditional: false);

    public static ChineseScript Traditional { get; } = new(isTraditional: true);

    /// <summary>The BCP 47 tags of texts in this script, the nearest first.</summary>
    public IReadOnlyList<string> Tags => _isTraditional ? ["zh-Hant", "zh-TW", "zh-Hant-TW", "zh-HK", "zh-Hant-HK"] : ["zh-Hans", "zh-CN", "zh-Hans-CN", "zh"];

    public (char Open, char Close) QuotationMarks => _isTraditional ? ('「', '」') : ('“', '”');

    /// <summary>A sentence of ours: what stands between the braces is taken as it is.</summary>
    public string Say(FormattableString sentence) => string.Format(CultureInfo.InvariantCulture, Own(sentence.Format), sentence.GetArguments());

    /// <summary>Words of ours.</summary>
    public string Own(string words)
    {
        if (!_isTraditional) return words;
        StringBuilder text = new(words);
        foreach ((string simplified, string traditional) in Terms) text.Replace(simplified, traditional);
        for (int i = 0; i < text.Length; i++) text[i] = Traditionals.GetValueOrDefault(text[i], text[i]);
        return text.ToString();
    }

    private static IEnumerable<KeyValuePair<char, char>> Pairs()
    {
        for (int i = 0; i < Characters.Length; i += 2) yield return new(Characters[i], Characters[i + 1]);
    }
}
