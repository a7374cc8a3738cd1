namespace RetentionRules.Analysis.Witnesses;

/// <summary>Takes facts from a record for as long as it still shows what it shows.</summary>
internal static class LeastRecord
{
    /// <summary>
    /// A record from which no single fact can be taken any more; the last fact of the schedule is tried first. With fewer facts
    /// an earlier one may become needless too, where less is known of days, so that it goes round until none is taken behind one
    /// that was kept: then each was kept beside just those that are left.
    /// </summary>
    public static IReadOnlyDictionary<int, FactValue> Of(IReadOnlyDictionary<int, FactValue> record, Func<IReadOnlyDictionary<int, FactValue>, bool> shows)
    {
        Dictionary<int, FactValue> left = record.ToDictionary();
        bool mayNeedLess;
        do
        {
            (mayNeedLess, bool isAnyKept) = (false, false);
            foreach (int place in left.Keys.OrderDescending().ToArray())
            {
                FactValue value = left[place];
                left.Remove(place);
                if (shows(left))
                {
                    mayNeedLess |= isAnyKept;
                    continue;
                }

                left.Add(place, value);
                isAnyKept = true;
            }
        }
        while (mayNeedLess);
        return left;
    }
}
