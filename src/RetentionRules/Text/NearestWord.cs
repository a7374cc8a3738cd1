namespace RetentionRules.Text;

/// <summary>"Did you mean": the known word that a mistyped one is closest to.</summary>
internal static class NearestWord
{
    /// <summary>The closest candidate, or null where none is near enough to be meant.</summary>
    /// <remarks>
    /// Near enough is one slip in three letters (insertion, deletion, replacement, two neighbours swapped), at least
    /// one. Of equally near words the first in ordinal order is taken, so that a message never depends on the order
    /// of a table.
    /// </remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = Math.Max(1, word.Length / 3) + 1;
        string folded = Fold(word);
        // Two words of two letters are always near each other.
        if (word.Length < 3) return candidates.FirstOrDefault(c => Fold(c) == folded);
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (candidate.Length < 3 || Math.Abs(candidate.Length - word.Length) >= bestDistance) continue;
            int distance = Distance(folded, Fold(candidate));
            if (distance >= bestDistance) continue;
            (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Case, hyphen and underscore are what people mix up most: they cost nothing.</summary>
    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_');

    /// <summary>The optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, replace);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }
}
