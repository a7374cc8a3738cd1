using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether a restriction forbids the destruction that an item says, for every record of it.</summary>
internal sealed class DestructionCheck(AnalysisContext context)
{
    private const string Question = "no restriction forbids a destruction for ever";

    public void Run()
    {
        RecordAct destroy = context.Evaluators.Policy.ActOf(DispositionAction.Destroy);
        Restriction[] forbidding = [.. context.Schedule.Restrictions.Where(r => r.Rule.SpeaksOf(destroy) && r.Rule is Prohibition or Prerequisite)];
        for (int i = 0; i < context.Schedule.Items.Count; i++)
        {
            int item = i;
            if (!context.Schedule.Items[i].Cases.Any(c => Destroys(c.Instruction))) continue;
            foreach (Restriction restriction in forbidding)
                context.Results.Ask(Question, context.Place(restriction.When.Source), $"item `{context.Schedule.Items[i].Number}` and restriction `{restriction.Id}`", () => Look(item, restriction));
        }
    }

    private bool Destroys(DispositionInstruction instruction) => instruction switch
    {
        StepSequence sequence => sequence.Steps.Any(s => s.Action == DispositionAction.Destroy) || sequence is { IsPermanent: false, Outcome: not null },
        SameAsItem same => context.Schedule[same.ItemNumber].Cases.Any(c => Destroys(c.Instruction)),
        Referral => false,
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    /// <summary>Whether some record of the item escapes the restriction, or satisfies what it asks for.</summary>
    private ProofVerdict Look(int item, Restriction restriction)
    {
        int raw = context.Raw[item];
        int[] before = [.. context.RawBefore(item)];
        AnalysisEffort effort = context.Effort();
        int when = context.Pool.Add(restriction.When);
        int lifted = restriction.Rule switch
        {
            Prohibition { Exemption: { } exemption } => context.Pool.Add(exemption.Unless),
            Prohibition => ConditionPool.False,
            Prerequisite prerequisite => context.Pool.Add(prerequisite.Requirement.Require),
            _ => throw new InvalidOperationException("the rule forbids nothing"),
        };
        if (context.Search.Find([raw], before, effort).Kind == SearchKind.None) return ProofVerdict.Proved;
        ScheduleItem subject = context.Schedule.Items[item];
        SearchKind free = context.Search.Find([raw, context.Pool.Any([context.Pool.Not(when), lifted])], before, effort).Kind;
        if (free == SearchKind.Found) return ProofVerdict.Proved;
        if (free == SearchKind.Opaque) return context.Results.RestsOnOpaque(Question, context.Place(restriction.When.Source), $"item `{subject.Number}` and restriction `{restriction.Id}`", subject.Number);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.DestroyImpossible, context.Place(subject.Cases.First(c => Destroys(c.Instruction)).Source), subject.Number, restriction.Id)
        {
            Related = [(context.Place(restriction.Source), $"restriction `{restriction.Id}`")],
            Items = [subject.Number],
        });
        return ProofVerdict.Refuted;
    }
}
