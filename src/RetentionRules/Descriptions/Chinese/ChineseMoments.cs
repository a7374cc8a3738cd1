using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Moments in Chinese: what they count from stands before the period, so that one form serves everywhere.</summary>
internal sealed class ChineseMoments(ScheduleNames names, Wording wording, ChinesePeriods periods, ChineseScript script)
{
    public string Write(Moment moment) => moment switch
    {
        FactMoment m => Write(m.Fact),
        AnyFactMoment m => Write(m.Fact),
        NthOfMoment m => script.Say($"{names.Of(m.Fact)}各日期中的{script.Own(OrdinalOf(m.Place))}"),
        StepMoment m => Step(m.Name),
        PeriodAfter m => script.Say($"{Inside(m.Start)}后满{periods.Write(m.Amount)}"),
        CycleBoundary { IsEnd: true } m => script.Say($"{Inside(m.Within)}所在{periods.Write(m.Cycle)}终了"),
        CycleBoundary m => script.Say($"{Inside(m.Within)}之后下一{periods.Write(m.Cycle)}开始"),
        EarliestOf m => Choice([.. m.Moments.Select(Part)], "早"),
        LatestOf m => Choice([.. m.Alternatives.Select(Part)], "晚"),
        WithFallback m => script.Say($"{Part(m.Main)}（{Never(m.Tested)}的，改为{Part(m.Fallback)}）"),
        DefinedMoment m => script.Say($"{wording.Quote(ScheduleNames.Spaced(m.Name))}（即{Write(m.Definition)}）"),
        AssumedStart m => script.Say($"保管起算日（{Write(m.Start)}）"),
        AtOnce => "即日",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>Before what counts from it: a period or a choice of its own stands in parentheses.</summary>
    public string Inside(Moment moment) => moment is PeriodAfter or EarliestOf or LatestOf or WithFallback ? $"（{Write(moment)}）" : Write(moment);

    public string Write(FactDefinition fact) => fact.Role is FactRole.RelatedRecordFate or FactRole.UnaskedFate
        ? names.Of(fact) + script.Own(IsDestruction(fact) ? "被销毁" : "被移交")
        : names.Of(fact);

    /// <summary>What is known never to happen, or never to have been.</summary>
    public string Never(FactDefinition fact) =>
        fact.IsDated || fact.Type is DateListType ? script.Say($"{Write(fact)}永不发生") : script.Say($"{Write(fact)}不存在");

    private static bool IsDestruction(FactDefinition fact) => fact.Name.EndsWith(".destroyed", StringComparison.Ordinal);

    private string Part(Moment moment) => moment is EarliestOf or LatestOf or WithFallback ? $"（{Write(moment)}）" : Write(moment);

    private string Part(LatestAlternative alternative)
    {
        string without = Steps.NamesOnlyOneFact(alternative)
            ? script.Own("永不发生")
            : string.Join('或', alternative.DropsOutWithout.Select(Never));
        return Part(alternative.Moment) + (without.Length > 0 ? script.Say($"（{without}的，不计此项）") : "");
    }

    /// <summary>Numbered, because a period stands behind its start and could be taken for that of all.</summary>
    private string Choice(IReadOnlyList<string> parts, string which)
    {
        string[] numbered = [.. parts.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"（{i + 1}）{p}"))];
        string list = parts.Count == 1 ? numbered[0] : $"{string.Join('、', numbered.SkipLast(1))}或{numbered[^1]}";
        return script.Say($"{list}（以{script.Own(parts.Count == 2 ? "较" : "最")}{which}者为准）");
    }

    private static string OrdinalOf(int place) => place switch
    {
        NthOfMoment.Last => "最后一个",
        1 => "第一个",
        2 => "第二个",
        3 => "第三个",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    /// <summary>A step is spoken of by its act unless the schedule gives it a name.</summary>
    private string Step(string name) => name switch
    {
        "cutoff" => script.Own("截止"),
        "transfer" => script.Own("移交完成"),
        "hand_over" => script.Own("交付完成"),
        "return" => script.Own("退还完成"),
        "move" => script.Own("移存完成"),
        "review" => script.Own("审核完成"),
        "appraise" => script.Own("鉴定完成"),
        "declassify" => script.Own("解密完成"),
        "open" => script.Own("开放完成"),
        _ => script.Say($"{wording.Quote(ScheduleNames.Spaced(name))}完成"),
    };
}
