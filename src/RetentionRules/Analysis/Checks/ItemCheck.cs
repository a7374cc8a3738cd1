using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether each item can get a record, and each exception excepts one.</summary>
internal sealed class ItemCheck(AnalysisContext context)
{
    private const string Question = "every item can get a record";
    private const string ExceptionQuestion = "every exception excepts something";

    /// <summary>With more items than these before it, nobody is helped by a list of them.</summary>
    private const int MostShadows = 200;

    private IReadOnlyList<ScheduleItem> Items => context.Schedule.Items;

    public void Run()
    {
        for (int i = 0; i < Items.Count; i++)
        {
            int item = i;
            AnalysisPlace place = context.Place(Items[i].When.Source);
            context.Results.Ask(Question, place, $"item `{Items[i].Number}`", () => Look(item, place));
            foreach (string general in Items[i].ExceptionTo)
                context.Results.Ask(ExceptionQuestion, place, $"item `{Items[i].Number}`", () => LookAtException(item, context.Precedence.PlaceOf(general), place));
        }
    }

    private ProofVerdict Look(int item, AnalysisPlace place)
    {
        ScheduleItem subject = Items[item];
        AnalysisEffort effort = context.Effort();
        SearchResult found = context.Search.Find([context.Raw[item]], context.RawBefore(item), effort);
        if (found.Kind == SearchKind.Found) return ProofVerdict.Proved;
        if (found.Kind == SearchKind.Opaque) return context.Results.RestsOnOpaque(Question, place, $"item `{subject.Number}`", subject.Number);
        if (context.Search.Find(context.Raw[item], effort).Kind == SearchKind.None)
        {
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.ItemImpossible, place, subject.Number) { Items = [subject.Number] });
            return ProofVerdict.Refuted;
        }

        int[] shadows = Shadows(item, effort);
        string[] numbers = [.. shadows.Take(4).Select(s => $"`{Items[s].Number}`")];
        string named = numbers.Length == shadows.Length && numbers.Length > 0 ? $"{(numbers.Length == 1 ? "item" : "items")} {string.Join(", ", numbers)}" : "the items before it";
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.ItemShadowed, place, subject.Number, named, numbers.Length == 1 && shadows.Length == 1 ? "takes" : "take")
        {
            Items = [subject.Number, .. shadows.Take(4).Select(s => Items[s].Number)],
            Related = [.. shadows.Take(4).Select(s => (context.Place(Items[s].When.Source), $"item `{Items[s].Number}`"))],
        });
        return ProofVerdict.Refuted;
    }

    /// <summary>Of the items before it, a smallest choice that leaves it nothing.</summary>
    private int[] Shadows(int item, AnalysisEffort effort)
    {
        List<int> left = [.. context.Before(item)];
        if (left.Count > MostShadows) return [];
        foreach (int other in left.ToArray())
        {
            IEnumerable<int> fewer = left.Where(o => o != other).Select(o => context.Raw[o]);
            if (context.Search.Find([context.Raw[item]], fewer, effort).Kind == SearchKind.None) left.Remove(other);
        }

        return [.. left];
    }

    private ProofVerdict LookAtException(int item, int general, AnalysisPlace place)
    {
        SearchResult found = context.Search.Find([context.Raw[item], context.Raw[general]], context.RawBefore(item), context.Effort());
        if (found.Kind == SearchKind.Found) return ProofVerdict.Proved;
        if (found.Kind == SearchKind.Opaque) return context.Results.RestsOnOpaque(ExceptionQuestion, place, $"item `{Items[item].Number}`", Items[item].Number);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.EmptyException, place, Items[item].Number, Items[general].Number)
        {
            Related = [(context.Place(Items[general].When.Source), $"item `{Items[general].Number}`")],
            Items = [Items[item].Number, Items[general].Number],
        });
        return ProofVerdict.Refuted;
    }
}
