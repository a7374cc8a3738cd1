using System.Globalization;
using System.Text;
using RetentionRules.Analysis;

namespace RetentionRules.Cli.Output;

/// <summary>What a comparison of two editions comes to, in lines.</summary>
internal static class ComparisonText
{
    private const int MostShifts = 40;

    /// <summary>What is written differently.</summary>
    public static string Texts(ScheduleComparison comparison)
    {
        if (comparison.Texts.Count == 0) return "";
        StringBuilder text = new("Written differently\n");
        foreach (TextChange change in comparison.Texts) text.Append("  ").Append(Line(change)).Append('\n');
        return text.Append('\n').ToString();
    }

    private static string Line(TextChange change) => change.Kind switch
    {
        TextChangeKind.Added => $"{change.What}: new: {change.New}",
        TextChangeKind.Removed => $"{change.What}: gone: {change.Old}",
        TextChangeKind.Renamed => $"{change.What}: was {change.Old}",
        TextChangeKind.Changed => $"{change.What}: {change.Old} → {change.New}",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public static string Verdict(ScheduleComparison comparison) => comparison.SameMeaning switch
    {
        ProofVerdict.Proved => "Proved: both editions say the same of every record.\n",
        ProofVerdict.Refuted when comparison.Open.Count > 0 => $"The editions differ: {Counted.Write(comparison.Changes.Count, "change")}; and {Counted.Write(comparison.Open.Count, "question")} NOT SETTLED.\n",
        ProofVerdict.Refuted => $"The editions differ: {Counted.Write(comparison.Changes.Count, "change")}, and no other.\n",
        ProofVerdict.NotSettled => $"NOT SETTLED: {Counted.Write(comparison.Open.Count, "question")} left open; no difference was found.\n",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    public static string Impact(RecordImpact impact)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"\n{Counted.Write(impact.Records, "record")} decided by both: {Counted.Number(impact.Changed)} fare differently");
        text.Append(impact.Sooner > 0 ? $", {Counted.Number(impact.Sooner)} of them may be destroyed sooner\n" : "\n");
        foreach (RecordShift shift in impact.Shifts.Take(MostShifts))
            text.Append(CultureInfo.InvariantCulture, $"  {Counted.Number(shift.Count),9}  {shift.Old} → {shift.New}{(shift.Example.Length > 0 ? $", such as {shift.Example}" : "")}\n");
        if (impact.Shifts.Count > MostShifts) text.Append(CultureInfo.InvariantCulture, $"  and {impact.Shifts.Count - MostShifts} other kinds of change\n");
        return text.ToString();
    }
}
