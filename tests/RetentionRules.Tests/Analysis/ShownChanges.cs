using RetentionRules.Analysis;
using RetentionRules.Analysis.Comparing;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>Whether the records of changes show them: by the reference evaluator alone, and with no fact too many.</summary>
internal sealed class ShownChanges(EditionOutcomes outcomes)
{
    /// <summary>What is wrong with a change's record; empty where nothing is.</summary>
    public string Wrong(MeaningChange change)
    {
        if (change.Witness is not { } witness) return $"{change.Kind} without a record";
        if (!IsShown(change, witness.Facts)) return $"{change.Kind} {change.Finding.Message} is not shown by {witness}: {outcomes.WhereSettled(witness.Facts)}";
        bool isNeverAgainstNone = change.Kind == MeaningChangeKind.OtherOutcome && outcomes.WhereSettled(witness.Facts) is { } whole && OnlyDestruction(whole) is { IsNever: true };
        return witness.Facts.Where(f => IsShownWithout(change, witness, f, isNeverAgainstNone)).Select(f => $"{change.Kind} is shown by {witness} without {f.Fact} too").FirstOrDefault() ?? "";
    }

    /// <summary>A destruction that never comes, in one edition alone, is no loss of one and none that is new; while it may come, that is not shown.</summary>
    private bool IsShownWithout(MeaningChange change, WitnessRecord witness, WitnessFact fact, bool isNeverAgainstNone)
    {
        WitnessFact[] left = [.. witness.Facts.Where(other => other != fact)];
        bool mayCome = isNeverAgainstNone && outcomes.WhereSettled(left) is { } outcome && OnlyDestruction(outcome) is { IsNever: false };
        return IsShown(change, left) && !mayCome;
    }

    /// <summary>The destruction where only one of the editions has one.</summary>
    private static DateBounds? OnlyDestruction(EditionOutcome outcome) => (RecordFate.Destruction(outcome.Before), RecordFate.Destruction(outcome.After)) switch
    {
        ({ } was, null) => was,
        (null, { } @is) => @is,
        _ => null,
    };

    private bool IsShown(MeaningChange change, IEnumerable<WitnessFact> known) => outcomes.WhereSettled(known) is { } outcome && Shows(change, outcome);

    private static bool Shows(MeaningChange change, EditionOutcome outcome)
    {
        // Where both editions have an item for it, a record shows nothing while it fares alike.
        if (change is { OldItem: not null, NewItem: not null } && change.Kind != MeaningChangeKind.OtherItem && outcome.FareAlike) return false;
        bool areItems = outcome.Before.Item?.Number == change.OldItem?.Number && outcome.After.Item?.Number == change.NewItem?.Number;
        (DateBounds? was, DateBounds? @is) = (RecordFate.Destruction(outcome.Before), RecordFate.Destruction(outcome.After));
        bool hasDays = was is not null && @is is not null;
        bool isSooner = hasDays && (@is!.Value.NotBefore < was!.Value.NotBefore || @is.Value.NotAfter < was.Value.NotAfter);
        bool isLater = hasDays && (@is!.Value.NotBefore > was!.Value.NotBefore || @is.Value.NotAfter > was.Value.NotAfter);
        return change.Kind switch
        {
            MeaningChangeKind.NewDestruction when outcome.From == "conflict" && !Names(change, outcome.Before) => false,
            MeaningChangeKind.NewDestruction => areItems && (Each(change.NewItem, destroys: true) || EditionOutcome.Destroys(outcome.After)) && (Each(change.OldItem, destroys: false) || !EditionOutcome.Destroys(outcome.Before)),
            MeaningChangeKind.ShorterRetention => areItems && isSooner,
            MeaningChangeKind.LongerRetention => areItems && isLater && !isSooner,
            MeaningChangeKind.NoLongerDestroyed => areItems && (Each(change.OldItem, destroys: true) || EditionOutcome.Destroys(outcome.Before)) && !EditionOutcome.Destroys(outcome.After),
            MeaningChangeKind.OtherOutcome => areItems && !outcome.FareAlike && !isSooner && !isLater,
            MeaningChangeKind.OtherItem => areItems && outcome.From != outcome.To,
            MeaningChangeKind.NewConflict => outcome.From == (change.OldItem is { } decided ? $"item {decided.Number}" : "none") && outcome.To == "conflict" && Names(change, outcome.After),
            MeaningChangeKind.NoLongerCovered when change.OldItem is null => outcome is { From: "conflict", To: "none" } && Names(change, outcome.Before),
            MeaningChangeKind.NoLongerCovered => areItems && outcome.To == "none",
            MeaningChangeKind.NewlyCovered => areItems && (outcome.From == "none" || (outcome.From == "conflict" && Names(change, outcome.Before))),
            _ => throw new InvalidOperationException($"{change.Kind} has a record, and nobody says what it must show"),
        };
    }

    /// <summary>Whether all cases of an item destroy, or none: then it need not be known which is taken, nor on which day.</summary>
    private static bool Each(ScheduleItem? item, bool destroys) =>
        item is null ? !destroys : (!destroys || item.Cases.Any(c => c.When is Always)) && item.Cases.All(c => c.Instruction is StepSequence s && s.Steps.Any(step => step.Action == DispositionAction.Destroy) == destroys || (c.Instruction is not StepSequence && !destroys));

    /// <summary>Whether a change says that two items claim the record, and both are among those that an edition leaves to choose between.</summary>
    private static bool Names(MeaningChange change, DispositionDecision conflict)
    {
        string[] said = change.Finding.Message.Split('`');
        int items = Array.FindIndex(said, s => s.EndsWith("items ", StringComparison.Ordinal));
        return items >= 0 && conflict.Candidates.Contains(said[items + 1]) && conflict.Candidates.Contains(said[items + 3]);
    }

    /// <summary>Whether a change, or a question that was left open, speaks of what becomes of a record.</summary>
    public static bool Covers(ScheduleComparison comparison, EditionOutcome outcome)
    {
        string? before = outcome.Before.Item?.Number;
        string? after = outcome.After.Item?.Number;
        bool isOf(MeaningChange change) => (outcome.From, outcome.To) switch
        {
            ("conflict", "none") => change.Kind == MeaningChangeKind.NoLongerCovered && Names(change, outcome.Before),
            ("conflict", _) => change.NewItem?.Number == after && Names(change, outcome.Before) && (change.Kind == MeaningChangeKind.NewDestruction || (change.Kind == MeaningChangeKind.NewlyCovered && !outcome.IsNewDestruction)),
            (_, "conflict") => change.Kind == MeaningChangeKind.NewConflict && change.OldItem?.Number == before && Names(change, outcome.After),
            _ => change.OldItem?.Number == before && change.NewItem?.Number == after && (!outcome.IsNewDestruction || change.Kind == MeaningChangeKind.NewDestruction),
        };
        return comparison.Changes.Any(isOf) || comparison.Open.Any(o => ((string?[])[before, after, .. outcome.Before.Candidates, .. outcome.After.Candidates]).OfType<string>().Any(n => o.Message.Contains($"`{n}`", StringComparison.Ordinal)));
    }
}
