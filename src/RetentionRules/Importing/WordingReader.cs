using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RetentionRules.Importing;

/// <summary>
/// Reads the wordings in which the General Records Schedules say most of what they say. What is not surely one of them is
/// not understood: a wording that was half read would be worse than one that was not read.
/// </summary>
internal static partial class WordingReader
{
    private const string Created = "created";

    public static OfficialWording Read(string instruction)
    {
        string text = Bare(instruction);
        if (Verb().Match(text) is not { Success: true } verb) return new OfficialWording.NotUnderstood();
        text = text[verb.Length..].Trim();
        if (Whichever().Match(text) is { Success: true } whichever) return Chosen(text[..whichever.Index], whichever.Groups["which"].Value);
        if (AsFits().Match(text) is { Success: true } fits) return Doubtful(text[..fits.Index]);
        return Moment(text) is { } one ? new OfficialWording.Said("destroy " + one.AsStep, [one]) : Doubtful(text);
    }

    /// <summary>Whether the wording itself authorises longer retention.</summary>
    public static bool AuthorizesLonger(string instruction) => Longer().IsMatch(instruction);

    /// <summary>The instruction without what other keys of an item say: longer retention, deviations.</summary>
    private static string Bare(string instruction)
    {
        string text = Longer().Replace(instruction.Replace('\u2019', '\''), "");
        return Mandatory().Replace(text, "").Trim().TrimEnd('.', ';', ',', ' ');
    }

    /// <summary>"…, whichever is later": every part must stand on its own, or take the period of the first.</summary>
    private static OfficialWording Chosen(string text, string which)
    {
        if (Parts(text) is not { Count: > 1 } parts) return new OfficialWording.NotUnderstood();
        string extreme = which is "later" or "longer" or "last" ? "latest" : "earliest";
        return new OfficialWording.Said($"destroy {extreme} of ({string.Join(", ", parts.Select(p => p.Text))})", parts);
    }

    /// <summary>"Or" without a word that says which one counts, or with "as appropriate", which leaves it to the reader.</summary>
    private static OfficialWording Doubtful(string text)
    {
        if (Parts(text) is not { Count: > 1 } parts)
            return Or().IsMatch(text) ? new OfficialWording.Ambiguous([]) : new OfficialWording.NotUnderstood();
        string list = string.Join(", ", parts.Select(p => p.Text));
        return new OfficialWording.Ambiguous([$"destroy latest of ({list})", $"destroy earliest of ({list})"]);
    }

    /// <summary>The parts between "or"; one without a period of its own takes that of the part before it, as in "6 years after payment or cancellation".</summary>
    private static List<WordedMoment>? Parts(string text)
    {
        List<WordedMoment> parts = [];
        foreach (string written in Or().Split(text.Trim().TrimEnd(',', ';')))
        {
            string part = written.Trim().Trim(',', ';').Trim();
            WordedMoment? moment = Moment(part) ?? (parts.Count > 0 && parts[^1].Period.Length > 0 ? Moment($"{parts[^1].Period} after {AfterWord().Replace(part, "")}") : null);
            if (moment is not { } understood) return null;
            parts.Add(understood);
        }

        return parts;
    }

    private static WordedMoment? Moment(string text)
    {
        if (Old().Match(text) is { Success: true } old) return new WordedMoment(PeriodOf(old), new WordedFact(Created, Created, IsCreated: true), OfFiscalYear: false);
        if (After().Match(text) is { Success: true } after) return FactOf(after.Groups["event"].Value) is { } start ? Counted(PeriodOf(after), start) : null;
        return When().Match(text) is { Success: true } when && FactOf(when.Groups["event"].Value) is { } fact ? Counted("", fact) : null;
    }

    private static WordedMoment Counted(string period, WordedFact start) => start.Name == FiscalYear
        ? new WordedMoment(period, new WordedFact(Created, Created, IsCreated: true), OfFiscalYear: true)
        : new WordedMoment(period, start, OfFiscalYear: false);

    private const string FiscalYear = "fiscal-year";

    private static string PeriodOf(Match match)
    {
        int count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        string unit = match.Groups["unit"].Value.ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
    }

    /// <summary>An event in one piece: with "and", a comma or brackets in it, it may be more than one.</summary>
    private static WordedFact? FactOf(string words)
    {
        string text = Article().Replace(words.Trim(), "");
        if (FiscalYearWords().IsMatch(text)) return new WordedFact(FiscalYear, text, IsCreated: false);
        if (NoLongerNeeded().IsMatch(text)) return new WordedFact("business_use_ceased", text, IsCreated: false);
        if (text.Length is 0 or > 70 || NotOneEvent().IsMatch(text)) return null;
        string name = NotAName().Replace(text.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant(), "_").Trim('_');
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? new WordedFact(name, text, IsCreated: false) : null;
    }

    [GeneratedRegex(@"^(Destroy|Delete|Destroy/delete)\s+(?:no sooner than\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"[,;.]?\s*(but )?longer (retention|disposition) is authorized( (if|for)( required| needed)?( for)? ?(business use)?)?\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Longer();

    [GeneratedRegex(@"\s*This disposition instruction is mandatory; deviations are not allowed\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Mandatory();

    [GeneratedRegex(@"[,;]?\s*whichever (is|comes|occurs) (?<which>later|longer|sooner|earlier|first|last)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whichever();

    [GeneratedRegex(@"[,;]?\s*\(?(whichever is |as )(appropriate|applicable)\)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsFits();

    [GeneratedRegex(@"(?:,\s*|;\s*|\s+)or\s+(?!obsolete\b)|,\s+(?=when |upon |after |[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex(@"^when (records are )?(?<count>[0-9]{1,4}) (?<unit>hour|day|week|month|year)s? old$", RegexOptions.CultureInvariant)]
    private static partial Regex Old();

    [GeneratedRegex(@"^(when )?(?<count>[0-9]{1,4}) (?<unit>hour|day|week|month|year)(s|\(s\))? (after|following) (?<event>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"^(when|upon|after|once|immediately after) (?<event>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex(@"^(when|upon|after|following|once)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"^(the|a|an|date of|the date of)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(close|end) of (the )?fiscal year( to which the records relate)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FiscalYearWords();

    [GeneratedRegex(@"^(business use ceases|no longer (needed|required)( for business use| for business)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoLongerNeeded();

    [GeneratedRegex(@"\band\b|\bor\b(?! obsolete\b)|[,;/().]|\bwhichever\b|\bunless\b|\bexcept\b|\bleast\b|\bif\b|[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NotOneEvent();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();
}
