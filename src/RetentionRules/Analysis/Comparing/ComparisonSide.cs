using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Compilation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>One of two editions, over the facts of both.</summary>
internal sealed class ComparisonSide
{
    private readonly Solver _solver;
    private readonly int[]?[] _meeting;

    /// <summary>Of each fact of both editions its place in this one; less than none where this one does not ask for it.</summary>
    private readonly int[] _own;
    private readonly ILookup<int, int> _claiming;

    public ComparisonSide(EvaluatorPair evaluators, RetentionSchedule schedule, Solver solver)
    {
        (Evaluators, Schedule, _solver) = (evaluators, schedule, solver);
        Raw = [.. schedule.Items.Select(i => solver.Pool.Add(i.When))];
        Index = new ItemIndex(solver, Raw);
        Precedence = new ItemPrecedence(schedule);
        Form = new NormalForm(Evaluators.Policy, schedule.Rounding);
        _meeting = new int[Raw.Count][];
        _own = [.. solver.Classes.Layout.Facts.Select(fact => Evaluators.Layout.TryPlace(fact.Name, out int place) ? place : -1)];
        _claiming = Enumerable.Range(0, Raw.Count).ToLookup(item => Raw[item]);
    }

    public RetentionSchedule Schedule { get; }

    public EvaluatorPair Evaluators { get; }

    public IReadOnlyList<int> Raw { get; }

    public ItemIndex Index { get; }

    public ItemPrecedence Precedence { get; }

    public NormalForm Form { get; }

    private IReadOnlyList<int> Meeting(int item) => _meeting[item] ??= [.. Index.Near(_solver, Raw[item]).Where(other => other != item)];

    /// <summary>
    /// What must not be true of an item's records so that it alone claims them, as <see cref="AnalysisContext.Beside"/>: of the
    /// records of which a condition is true, which few of the items that an item can meet may be near.
    /// </summary>
    public IEnumerable<int> Beside(int item, int within)
    {
        int[] near = [.. Index.NearAmong(Meeting(item), _solver, within)];
        return
        [
            .. near.Where(other => Precedence.GoesBefore(other, item)).Select(other => Raw[other]),
            .. near.Where(other => !Precedence.GoesBefore(other, item) && !Precedence.GoesBefore(item, other))
                .Select(other => _solver.Pool.All([Raw[other], .. RawBefore(other).Select(_solver.Pool.Not)])),
        ];
    }

    /// <summary>The conditions of the items that go before an item and can meet it.</summary>
    public IEnumerable<int> RawBefore(int item) => Meeting(item).Where(other => Precedence.GoesBefore(other, item)).Select(other => Raw[other]);

    /// <summary>Whether an item has this condition: each of its records is claimed, or is one that items dispute.</summary>
    public bool Covers(int condition) => _claiming.Contains(condition);

    /// <summary>Whether an item that has this condition goes before another item: that one then claims none of its records.</summary>
    public bool Precedes(int condition, int item) => _claiming[condition].Any(other => other != item && Precedence.GoesBefore(other, item));

    public AnalysisPlace Place(Text.SourceReference reference) => new(Schedule.Path, reference);

    /// <summary>A record of both editions as this one takes it: with the facts that it asks for and can hold.</summary>
    public IReadOnlyDictionary<int, FactValue> Own(IReadOnlyDictionary<int, FactValue> record)
    {
        Dictionary<int, FactValue> own = new(record.Count);
        foreach ((int place, FactValue value) in record)
            if (_own[place] >= 0) own.Add(_own[place], value);
        return own;
    }

    public DispositionDecision Decide(IReadOnlyDictionary<int, FactValue> record) => Evaluators.Decide(Own(record));

    /// <summary>The branches of an item: each case, where it follows another item each case of that, and what no case fits.</summary>
    public IEnumerable<ComparedBranch> BranchesOf(int item)
    {
        foreach (ComparedBranch branch in Branches(Schedule.Items[item].Cases, [], [])) yield return branch with { Item = item };
    }

    private IEnumerable<ComparedBranch> Branches(IReadOnlyList<ItemCase> cases, int[] all, int[] none)
    {
        List<int> earlier = [];
        foreach (ItemCase branch in cases)
        {
            int when = _solver.Pool.Add(branch.When);
            int[] here = [.. all, when];
            int[] gone = [.. none, .. earlier];
            if (branch.Instruction is SameAsItem same)
                foreach (ComparedBranch inner in Branches(Schedule[same.ItemNumber].Cases, here, gone)) yield return inner;
            else yield return new ComparedBranch(0, branch.Instruction, here, gone);
            earlier.Add(when);
        }

        if (!cases.Any(c => c.When is Always)) yield return new ComparedBranch(0, null, all, [.. none, .. earlier]);
    }

    /// <summary>The records that two items both claim.</summary>
    public int ClaimedByBoth(int first, int second) =>
        _solver.Pool.All([Raw[first], Raw[second], .. RawBefore(first).Concat(RawBefore(second)).Select(_solver.Pool.Not)]);

    /// <summary>The records that two items both claim, by their numbers; none where one of them is not there.</summary>
    public int ClaimedByBoth(string first, string second) => Schedule.Contains(first) && Schedule.Contains(second)
        ? ClaimedByBoth(Precedence.PlaceOf(first), Precedence.PlaceOf(second))
        : ConditionPool.False;
}

/// <summary>A branch of an item that is compared.</summary>
/// <param name="Item">The item's place.</param>
/// <param name="Instruction">What it says; never that of another item. Null for the records that no case fits.</param>
/// <param name="All">Conditions that are true of its records, besides the item's.</param>
/// <param name="None">Conditions that are not.</param>
internal sealed record ComparedBranch(int Item, DispositionInstruction? Instruction, int[] All, int[] None)
{
    public StepSequence? Sequence => Instruction as StepSequence;

    public bool Destroys => Sequence is { } sequence && DestructionReach.Destroys(sequence);
}
