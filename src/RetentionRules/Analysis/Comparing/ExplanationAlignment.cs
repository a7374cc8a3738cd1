using RetentionRules.Evaluation;

namespace RetentionRules.Analysis.Comparing;

/// <summary>
/// Which line of one explanation stands beside which of another: equal ones first of all, then those that have the most words in
/// common. Both keep their order.
/// </summary>
internal static class ExplanationAlignment
{
    /// <summary>What it costs that a line stands beside none.</summary>
    private const int Alone = 100;

    /// <summary>What it costs that two lines stand side by side that have no word in common: less than that both stand alone.</summary>
    private const int Unlike = 195;

    /// <summary>Of so many pairs of lines each is looked at; of more, those of one explanation stand before those of the other.</summary>
    private const int MostCompared = 250_000;

    public static IReadOnlyList<ComparedPart> Of(IEnumerable<ExplanationPart> old, IEnumerable<ExplanationPart> @new)
    {
        List<ExplanationPart> left = [.. @new];
        List<ComparedPart> parts = [];
        foreach (ExplanationPart before in old)
        {
            int place = left.FindIndex(p => p.Title == before.Title);
            // What only the new explanation has comes before the next part that both have.
            for (; place > 0; place--) parts.Add(Take(left, []));
            parts.Add(place < 0 ? new ComparedPart(before.Title, Lines(before.Lines, [])) : Take(left, before.Lines));
        }

        while (left.Count > 0) parts.Add(Take(left, []));
        return parts;
    }

    private static ComparedPart Take(List<ExplanationPart> left, IReadOnlyList<ExplanationLine> before)
    {
        ExplanationPart now = left[0];
        left.RemoveAt(0);
        return new ComparedPart(now.Title, Lines(before, now.Lines));
    }

    /// <summary>What both begin and end with is the same; between, lines that cost least stand side by side.</summary>
    private static List<ComparedLine> Lines(IReadOnlyList<ExplanationLine> old, IReadOnlyList<ExplanationLine> @new)
    {
        int shorter = Math.Min(old.Count, @new.Count);
        int head = 0;
        while (head < shorter && old[head].SaysTheSameAs(@new[head])) head++;
        int foot = 0;
        while (foot < shorter - head && old[old.Count - 1 - foot].SaysTheSameAs(@new[@new.Count - 1 - foot])) foot++;
        ExplanationLine[] before = [.. old.Skip(head).SkipLast(foot)];
        ExplanationLine[] now = [.. @new.Skip(head).SkipLast(foot)];
        IEnumerable<ComparedLine> between = (long)before.Length * now.Length > MostCompared ? Apart(before, now) : Beside(before, now);
        return [.. old.Take(head).Zip(@new, (o, n) => new ComparedLine(o, n)), .. between, .. old.TakeLast(foot).Zip(@new.TakeLast(foot), (o, n) => new ComparedLine(o, n))];
    }

    private static IEnumerable<ComparedLine> Apart(ExplanationLine[] old, ExplanationLine[] @new) =>
        [.. old.Select(o => new ComparedLine(o, ExplanationLine.None)), .. @new.Select(n => new ComparedLine(ExplanationLine.None, n))];

    private static List<ComparedLine> Beside(ExplanationLine[] old, ExplanationLine[] @new)
    {
        int[,] costs = Costs(old, @new);
        List<ComparedLine> lines = [];
        for ((int o, int n) = (0, 0); o < old.Length || n < @new.Length;)
        {
            bool areBeside = o < old.Length && n < @new.Length && CostOf(old[o], @new[n]) is { } cost && costs[o, n] == cost + costs[o + 1, n + 1];
            bool isOld = areBeside || (o < old.Length && costs[o, n] == Alone + costs[o + 1, n]);
            bool isNew = areBeside || !isOld;
            lines.Add(new ComparedLine(isOld ? old[o++] : ExplanationLine.None, isNew ? @new[n++] : ExplanationLine.None));
        }

        return lines;
    }

    /// <summary>What the rest costs from each line of one and each of the other on.</summary>
    private static int[,] Costs(ExplanationLine[] old, ExplanationLine[] @new)
    {
        int[,] costs = new int[old.Length + 1, @new.Length + 1];
        for (int o = old.Length; o >= 0; o--)
            for (int n = @new.Length; n >= 0; n--)
            {
                if (o == old.Length || n == @new.Length)
                {
                    costs[o, n] = Alone * (old.Length - o + @new.Length - n);
                    continue;
                }

                int alone = Alone + Math.Min(costs[o + 1, n], costs[o, n + 1]);
                costs[o, n] = CostOf(old[o], @new[n]) is { } cost ? Math.Min(alone, cost + costs[o + 1, n + 1]) : alone;
            }

        return costs;
    }

    /// <summary>What it costs that two lines stand side by side; null where they never do, because they throw light on something else.</summary>
    private static int? CostOf(ExplanationLine old, ExplanationLine @new) =>
        old.SaysTheSameAs(@new) ? 0 : old.Depth == @new.Depth ? Unlike - Likeness(old.Text, @new.Text) : null;

    /// <summary>How many words of two lines are common to both, in per cent.</summary>
    private static int Likeness(string a, string b)
    {
        (List<string> words, string[] others) = ([.. a.Split(' ')], b.Split(' '));
        int all = words.Count + others.Length;
        return 200 * others.Count(words.Remove) / all;
    }
}
