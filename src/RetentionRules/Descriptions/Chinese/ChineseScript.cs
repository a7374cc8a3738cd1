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
        ("保管期限表", "檔案保存年限區分表"), ("保管期限", "保存年限"), ("保管起算日", "保存起算日"), ("永久保管", "永久保存"), ("保管", "保存"),
        ("开放", "開放應用"), ("移交", "移轉"), ("批准依据", "核准依據"), ("批准", "核准"), ("预审", "初審"), ("被替代", "被取代"),
        ("机关", "機關"), ("参数", "參數"), ("公历年度", "公曆年度"), ("星期", "星期"), ("周", "週"), ("印发", "函頒"),
    ];

    private const string Characters =
        "个個为為与與业業两兩严嚴举舉义義于於仅僅从從们們会會传傳体體余餘偿償储儲优優关關其其兴興写寫军軍决決况況准準凭憑分分则則创創别別办辦务務动動劳勞势勢区區协協单單" +
        "历歷压壓厅廳县縣参參双雙发發变變号號后後员員启啟响響围圍国國图圖团團场場块塊处處备備复復够夠头頭实實审審对對导導将將属屬届屆岁歲岗崗并並广廣应應开開异異张張强強" +
        "当當录錄态態总總恢恢惯慣户戶执執扩擴择擇护護报報担擔据據损損数數断斷无無时時显顯术術机機权權条條来來构構标標样樣档檔检檢样樣毁毀气氣没沒满滿灭滅点點类類级級纪紀约約" +
        "组組终終经經结結绝絕统統继繼续續编編缘緣联聯职職节節范範获獲补補规規视視觉覺订訂认認让讓议議记記许許论論设設证證评評该該详詳说說请請调調负負责責败敗质質贵貴费費资資" +
        "转轉轮輪载載较較达達过過运運还還这這进進远遠适適选選递遞释釋里里鉴鑑销銷长長门門问問间間阶階际際陈陳难難页頁项項顺順须須预預领領题題额額复復称稱计計届屆执執触觸";

    private static readonly Dictionary<char, char> Traditionals = Pairs().DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value);

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
