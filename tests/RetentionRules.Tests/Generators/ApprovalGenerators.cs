using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace RetentionRules.Tests.Generators;

/// <summary>How far a generated schedule has come, since when it is in force, and what has come and gone of its items.</summary>
internal sealed record GeneratedStanding(string Status, (DateOnly? From, DateOnly? To) Force, IReadOnlyDictionary<string, (DateOnly? From, DateOnly? To)> Items)
{
    public static string Approved => "status: approved\nin-force: { from: 2000-01-01 }\n";

    /// <summary>Whether anything may be allowed on the day, as the text of the file says: asked of nothing that was read from it.</summary>
    public bool Allows(DateOnly day, string item) =>
        Status is "approved" or "promulgated" && Force != (null, null) && Covers(Force, day) && (!Items.TryGetValue(item, out var force) || Covers(force, day));

    private static bool Covers((DateOnly? From, DateOnly? To) interval, DateOnly day) =>
        (interval.From is not { } from || from <= day) && (interval.To is not { } to || day < to);

    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"status: {Status}\n");
        if (Force != (null, null))
        {
            string[] ends = [.. Force.From is { } from ? [$"from: {from:yyyy-MM-dd}"] : Array.Empty<string>(), .. Force.To is { } to ? [$"to: {to:yyyy-MM-dd}"] : Array.Empty<string>()];
            text.Append(CultureInfo.InvariantCulture, $"in-force: {{ {string.Join(", ", ends)} }}\n");
        }

        if (Items.Count > 0) text.Append("amendments:\n");
        foreach ((string number, (DateOnly? start, DateOnly? end)) in Items)
        {
            if (start is { } established) Append(text, "establish", number, established);
            if (end is { } repealed) Append(text, "repeal", number, repealed);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, string number, DateOnly day) =>
        text.Append(CultureInfo.InvariantCulture, $"  - {{ amendment: {kind} {number}, kind: {kind}, items: \"{number}\", basis: test, date: {day:yyyy-MM-dd} }}\n");
}

/// <summary>Schedules in every stage of approval.</summary>
internal static class ApprovalGenerators
{
    private static readonly string[] Statuses = ["template", "draft", "pre-review", "submitted", "returned", "superseded", "repealed", "approved", "promulgated"];

    private static readonly Gen<(DateOnly? From, DateOnly? To)> Interval =
        from start in Gen.Choose(0, 3000)
        from length in Gen.Choose(1, 3000)
        from ends in Gen.Elements(1, 2, 3)
        let first = new DateOnly(2020, 1, 1).AddDays(start)
        select ((DateOnly?)(ends is 1 or 3 ? first : null), (DateOnly?)(ends is 2 or 3 ? first.AddDays(length) : null));

    private static Gen<IReadOnlyDictionary<string, (DateOnly? From, DateOnly? To)>> ItemForce(IReadOnlyList<GeneratedItem> items) =>
        from amended in Gen.CollectToList(items, _ => Gen.Elements(true, false))
        from intervals in Gen.CollectToList(items, _ => Interval)
        select (IReadOnlyDictionary<string, (DateOnly?, DateOnly?)>)items.Select((item, i) => (item.Number, i))
            .Where(p => amended[p.i]).ToDictionary(p => p.Number, p => intervals[p.i]);

    private static Gen<GeneratedStanding> Standing(IReadOnlyList<GeneratedItem> items) =>
        from status in Gen.OneOf(Gen.Elements(Statuses), Gen.Elements("approved", "promulgated"))
        from force in Gen.Frequency((1, Gen.Constant<(DateOnly?, DateOnly?)>((null, null))), (5, Interval))
        from amended in ItemForce(items)
        select new GeneratedStanding(status, force, amended);

    /// <summary>Situations near a destruction, so that what stands in the way is mostly the standing of the schedule.</summary>
    public static readonly Gen<(Situation Situation, GeneratedStanding Standing)> Situations =
        from plain in ScheduleGenerators.Destroying
        from standing in Standing(plain.Items)
        let schedule = plain with { Standing = standing.ToString() }
        from record in RecordGenerators.MostlyKnown(schedule.Load().Facts)
        from asOf in RecordGenerators.Late
        select (new Situation(schedule, record, asOf), standing);
}
