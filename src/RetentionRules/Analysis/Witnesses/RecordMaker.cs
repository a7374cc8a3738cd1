using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>Makes records of assignments: values in the classes, and where questions are answered that no class answers, values that answer so.</summary>
internal sealed class RecordMaker(Solver solver, IEnumerable<Condition> conditions)
{
    /// <summary>How many combinations of values are tried for questions about texts and about two facts.</summary>
    private const int MostTried = 20_000;

    private readonly RecordFacts _buffer = new(solver.Classes.Layout);
    private readonly Lazy<OpaqueValues> _opaque = new(() => new OpaqueValues(solver.Classes.Layout, conditions));

    private SettledClasses Classes => solver.Classes;

    /// <summary>What a condition is of a record.</summary>
    public int Ask(int condition, IReadOnlyDictionary<int, FactValue> record)
    {
        Fill(record);
        return solver.Pool.Ask(condition, _buffer);
    }

    /// <summary>A record of which a condition is true; null where none was found for this assignment.</summary>
    public IReadOnlyDictionary<int, FactValue>? TryMake(Assignment assignment, int condition)
    {
        Dictionary<int, FactValue> record = [];
        List<(int Axis, int Answer)> asked = [];
        foreach ((int axis, int @class) in assignment.Entries)
        {
            if (axis < Classes.Axes.Facts) record[axis] = Classes.ExampleOf(axis, @class);
            else asked.Add((axis, @class));
        }

        if (asked.Count > 0 && !TryAnswer(record, assignment, asked)) return null;
        return Ask(condition, record) == ConditionPool.True ? record : null;
    }

    /// <summary>The record with a value for each fact that schedules require and that it does not name: without them nothing is decided.</summary>
    public IReadOnlyDictionary<int, FactValue> WithRequired(IReadOnlyDictionary<int, FactValue> record, params IReadOnlyList<RetentionSchedule> schedules)
    {
        Dictionary<int, FactValue> whole = record.ToDictionary();
        foreach (FactDefinition fact in schedules.SelectMany(s => s.Facts).Where(f => f.IsRequired))
        {
            int place = Classes.Layout.PlaceOf(fact.Name);
            int @class = Classes.FirstIn(place, 0, Classes.CountOf(place) - 1);
            if (@class >= 0) whole.TryAdd(place, Classes.ExampleOf(place, @class));
        }

        return whole;
    }

    /// <summary>The record without the facts that a condition does not need, the last of the schedule first.</summary>
    public IReadOnlyDictionary<int, FactValue> Least(IReadOnlyDictionary<int, FactValue> record, int condition) =>
        LeastRecord.Of(record, left => Ask(condition, left) == ConditionPool.True);

    private void Fill(IReadOnlyDictionary<int, FactValue> record)
    {
        _buffer.Clear();
        foreach ((int place, FactValue value) in record) _buffer.Set(Classes.Layout.Facts[place].Name, value);
    }

    private bool TryAnswer(Dictionary<int, FactValue> record, Assignment assignment, List<(int Axis, int Answer)> asked)
    {
        int[] places = [.. asked.SelectMany(q => Classes.Axes.QuestionOn(q.Axis).Places).Distinct().Order()];
        FactValue[][] choices = [.. places.Select(p => ChoicesOf(p, places, assignment))];
        long combinations = Math.Min(choices.Aggregate(1L, (n, c) => Math.Min(n * c.Length, MostTried)), MostTried);
        for (long combination = 0; combination < combinations; combination++)
        {
            long rest = combination;
            for (int i = 0; i < places.Length; i++)
            {
                record[places[i]] = choices[i][rest % choices[i].Length];
                rest /= choices[i].Length;
            }

            Fill(record);
            if (asked.All(q => Classes.Axes.QuestionOn(q.Axis).Ask(_buffer) == q.Answer)) return true;
        }

        return false;
    }

    /// <summary>Values of a fact, and those of the other facts that are asked for, so that two facts can be made equal.</summary>
    private FactValue[] ChoicesOf(int place, int[] places, Assignment assignment)
    {
        IEnumerable<FactValue> values = places.SelectMany(p => _opaque.Value.Of(p).Concat(assignment.TryGet(p, out int there) ? [Classes.ExampleOf(p, there)] : []))
            .Append(FactValue.Never).Where(v => CanHold(place, v)).Distinct();
        return assignment.TryGet(place, out int @class)
            ? [Classes.ExampleOf(place, @class), .. values.Where(v => Classes.Axes[place].ClassOf(v) == @class)]
            : [.. values];
    }

    private bool CanHold(int place, FactValue value) => value.State == FactState.Never || Classes.Layout.Facts[place].Type switch
    {
        TextType or CodeType => value.IsText && Classes.Layout.Accept(place, value, out string problem).IsKnown && problem.Length == 0,
        EnumerationType type => value.IsText && type.RankOf(value.AsText) >= 0,
        NumberType => value.IsNumber,
        YesNoType => value.IsYesNo,
        DateType or EventType => value.IsDate,
        DateListType => false,
        _ => throw new InvalidOperationException("unknown type of fact"),
    };
}
