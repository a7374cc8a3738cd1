using System.Globalization;
using System.Text.RegularExpressions;

namespace RetentionRules.Importing;

/// <summary>
/// What NARA's coded columns say of an item, to hold against its wording: somebody at NARA has read the wording too, so a
/// difference shows that one of the two readings is wrong.
/// </summary>
internal static partial class CodedColumns
{
    /// <summary>Where the wording and the columns differ: what each says. Empty where they agree, or the columns say nothing.</summary>
    public static IEnumerable<(string Wording, string Codes)> Compare(NaraRow row, OfficialWording.Said said)
    {
        if (row.Disposition == "Permanent") yield return ("destroy", "Permanent");
        bool authorized = WordingReader.AuthorizesLonger(row.Wording);
        if (row.LongerRetention is "Yes" or "No" && authorized != (row.LongerRetention == "Yes"))
            yield return (authorized ? "that longer retention is authorized" : "nothing of longer retention", $"`Longer Retention Authorized?` {row.LongerRetention}");
        bool ofCreation = said.Moments.All(m => m.Start.IsCreated && !m.OfFiscalYear);
        if (row.RetentionType == "Creation_Age" && !ofCreation) yield return (said.Disposition, "that it counts from creation");
        if (row.RetentionType == "Event_Age" && ofCreation) yield return (said.Disposition, "that it counts from an event");
        string[] periods = [.. said.Moments.Select(m => m.Period.Length > 0 ? m.Period : "0 years").Distinct()];
        if (PeriodOf(row.Retention) is { Length: > 0 } coded && !periods.Contains(coded, StringComparer.Ordinal)) yield return (string.Join(" or ", periods), coded);
    }

    /// <summary><c>3</c> is 3 years, <c>30d</c> 30 days, <c>3m</c> 3 months, <c>72h</c> 72 hours; empty where no single period is coded.</summary>
    private static string PeriodOf(string coded)
    {
        if (Coded().Match(coded) is not { Success: true } match) return "";
        int count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        string unit = match.Groups["unit"].Value switch { "d" => "day", "m" => "month", "h" => "hour", _ => "year" };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
    }

    [GeneratedRegex("^(?<count>[0-9]{1,4})(?<unit>[dmh]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Coded();
}
