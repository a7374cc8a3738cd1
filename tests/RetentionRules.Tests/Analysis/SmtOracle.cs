using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>What z3 says about the items of a schedule: the same questions as those of the analysis, over claims as docs/language.md, 5.4 says them.</summary>
internal sealed class SmtOracle : IDisposable
{
    private const int MostItemsWithTexts = 4;

    private readonly RetentionSchedule _schedule;
    private readonly string?[] _raw;
    private readonly string? _excused;
    private readonly Z3Process _z3;

    public SmtOracle(RetentionSchedule schedule)
    {
        _schedule = schedule;
        Condition[] conditions = [.. schedule.Items.Select(i => i.When), .. schedule.Uncovered.Select(u => u.When)];
        SmtConditions writer = new(conditions, schedule.Classification, listsCodes: schedule.Items.Count > MostItemsWithTexts);
        _raw = [.. schedule.Items.Select(i => writer.Write(i.When))];
        string?[] excused = [.. schedule.Uncovered.Select(u => writer.Write(u.When))];
        _excused = excused.Contains(null) ? null : SmtConditions.Any(excused!);
        _z3 = new Z3Process([.. writer.Declarations(), .. Definitions()]);
    }

    /// <summary>Questions that could not be written, and those that z3 did not answer.</summary>
    public int Skipped { get; private set; }

    public int Unknown { get; private set; }

    public int Answered { get; private set; }

    private IEnumerable<int> Places => Enumerable.Range(0, _raw.Length);

    private IEnumerable<string> Definitions() =>
    [
        .. Places.Where(i => _raw[i] is not null).Select(i => $"(define-fun r{i} () Bool {_raw[i]})"),
        .. Places.Where(IsWritten).Select(i => $"(define-fun c{i} () Bool (and r{i} (not {SmtConditions.Any(Before(i).Select(b => $"r{b}"))})))"),
    ];

    private IEnumerable<int> Before(int item) => Places.Where(other => other != item && (_schedule.Selection == ItemSelection.First
        ? other < item
        : _schedule.Items[item].IsResidual || _schedule.Items[other].ExceptionTo.Contains(_schedule.Items[item].Number)));

    /// <summary>Whether the claim of an item can be written.</summary>
    private bool IsWritten(int item) => _raw[item] is not null && Before(item).All(b => _raw[b] is not null);

    private bool? Counted(bool? answer)
    {
        if (answer is null) Unknown++;
        else Answered++;
        return answer;
    }

    /// <summary>Whether there is a record that no item claims and that the schedule does not excuse; null where nobody can say.</summary>
    public bool? HasGap()
    {
        if (_excused is not null && _raw.All(r => r is not null)) return Counted(_z3.Asks($"(not {SmtConditions.Any([.. Places.Select(i => $"c{i}"), _excused])})"));
        Skipped++;
        return null;
    }

    /// <summary>Whether an item can get a record at all; null where nobody can say.</summary>
    public bool? CanApply(int item)
    {
        if (IsWritten(item)) return Counted(_z3.Asks($"c{item}"));
        Skipped++;
        return null;
    }

    /// <summary>
    /// Of each pair of items whether both can claim a record. Pairs are taken from the records that z3 finds, until it finds
    /// no more; asking each by itself would take hours for a long schedule.
    /// </summary>
    public IEnumerable<(int First, int Second, bool? Overlap)> Pairs()
    {
        foreach (int first in Places)
        {
            int[] written = [.. Places.Where(second => second > first && IsWritten(first) && IsWritten(second))];
            Skipped += _raw.Length - first - 1 - written.Length;
            HashSet<int> open = [.. written];
            bool isKnown = true;
            while (open.Count > 0 && isKnown)
            {
                string[] names = [.. open.Select(o => $"c{o}")];
                IReadOnlyList<string>? found = _z3.TrueWhere($"(and c{first} {SmtConditions.Any(names)})", names);
                isKnown = found is not null;
                if (found is not { Count: > 0 }) break;
                foreach (int second in found.Select(n => int.Parse(n[1..], System.Globalization.CultureInfo.InvariantCulture)))
                {
                    open.Remove(second);
                    Answered++;
                    yield return (first, second, true);
                }
            }

            foreach (int second in open) yield return (first, second, Counted(isKnown ? false : null));
        }
    }

    public void Dispose() => _z3.Dispose();
}
