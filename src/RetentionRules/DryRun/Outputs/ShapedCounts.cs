using RetentionRules.Calendars;
using RetentionRules.Compilation;

namespace RetentionRules.DryRun;

/// <summary>
/// Counts verdicts that differ in nothing but the record and its days together, and gives them to the summary as one. Millions
/// of records come to a few hundred of these shapes. Belongs to one worker.
/// </summary>
internal sealed class ShapedCounts(SummaryCounts counts)
{
    /// <summary>Years that are counted in an array; days outside them are counted one by one.</summary>
    private const int Years = 400;

    private readonly PerShape<Shape> _shapes = new(example => new Shape(example));

    /// <summary>Counts a record by its verdict; false where it must be counted by its decision.</summary>
    public bool TryAdd(DecidedRecord record) => record.Shape >= 0 && _shapes.Of(record).TryAdd(record.Verdict);

    /// <summary>Gives what was counted to the summary, and begins anew.</summary>
    public void Flush()
    {
        foreach (Shape shape in _shapes.All) shape.Flush(counts);
    }

    /// <param name="example">The decision about the first record of the shape.</param>
    private sealed class Shape(DispositionDecision example)
    {
        private readonly int _asOf = example.AsOf.DayNumber;
        private readonly int _firstYear = example.AsOf.Year - (Years / 2);
        private readonly bool _isDue = example.Action is not null;
        private readonly bool _hasAct = example.Action is not null || example.Next is not null;
        private readonly long[] _byYear = new long[Years];
        private int _first = Years;
        private int _last;
        private long _withoutYear;
        private long _all;

        public bool TryAdd(in DispositionVerdict verdict)
        {
            int day = verdict.NotAfter;
            bool hasDay = _hasAct && DayNumbers.IsDay(day);
            if (hasDay)
            {
                // What has its day and is not due waits for something else, and is counted by its decision.
                int year = DayNumbers.DateOf(day).Year - _firstYear;
                if ((uint)year >= Years || (!_isDue && day <= _asOf)) return false;
                _byYear[year]++;
                (_first, _last) = (Math.Min(_first, year), Math.Max(_last, year));
            }
            else
            {
                if (day != example.Bounds.NotAfter.Ordinal || verdict.Bounds.IsNever != example.Bounds.IsNever) return false;
                _withoutYear++;
            }

            _all++;
            return true;
        }

        public void Flush(SummaryCounts counts)
        {
            if (_all == 0) return;
            counts.AddAlike(example, _all);
            for (int i = _first; i <= _last; i++)
            {
                if (_byYear[i] == 0) continue;
                counts.AddDays(example, DateBounds.At(new DateOnly(_firstYear + i, 12, 31)), _byYear[i]);
                _byYear[i] = 0;
            }

            if (_withoutYear > 0) counts.AddDays(example, example.Bounds, _withoutYear);
            (_all, _withoutYear, _first, _last) = (0, 0, Years, 0);
        }
    }
}
