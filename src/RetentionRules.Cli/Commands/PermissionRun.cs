using RetentionRules.Cli.Output;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Cli.Commands;

/// <summary>Asks of records whether one act may be done, and counts the answers.</summary>
internal sealed class PermissionRun
{
    private readonly CompiledPolicy _policy;
    private readonly RecordAct _act;
    private readonly bool _recheck;
    private readonly Dictionary<PermissionStatus, long> _counts = [];
    private long _passedOver;
    private long _owed;

    private PermissionRun(CompiledPolicy policy, RecordAct act, bool recheck) => (_policy, _act, _recheck) = (policy, act, recheck);

    /// <summary>Whether something that was done already is not permitted, or not known to be.</summary>
    public bool HasFindings => _recheck && _counts.GetValueOrDefault(PermissionStatus.Forbidden) + _counts.GetValueOrDefault(PermissionStatus.NotKnown) > 0;

    public static PermissionRun Of(CompiledPolicy policy, string action, bool recheck)
    {
        RecordAct act = ActOf(policy, action);
        if (recheck && act.Disposition == DispositionAction.Destroy)
            throw new UsageException("--recheck looks at records that are still there; what was destroyed is not.");
        if (recheck && act.Done is null)
            throw new UsageException($"--recheck needs a fact that records when it was done: declare `actions: {{ {act.Name}: {{ done: … }} }}` in the schedule.");
        return new PermissionRun(policy, act, recheck);
    }

    private static RecordAct ActOf(CompiledPolicy policy, string action)
    {
        try
        {
            return policy.Policy.ActOf(action.Trim());
        }
        catch (ArgumentException e)
        {
            throw new UsageException("--action: " + Inputs.WithoutParameter(e));
        }
    }

    /// <summary>The answer; null where the record is passed over because the act was not done with it.</summary>
    public PermissionDecision? Decide(RecordFacts facts, DateOnly day)
    {
        if (_recheck && !MayHaveBeenDone(facts[_act.Done!.Name], day))
        {
            _passedOver++;
            return null;
        }

        PermissionDecision permission = _policy.Permits(_act.Name, facts, day);
        _counts[permission.Permission] = _counts.GetValueOrDefault(permission.Permission) + 1;
        if (permission.Duties.Any(d => d.State != DutyState.Fulfilled)) _owed++;
        return permission;
    }

    /// <summary>What nobody knows may have been done, and is looked at.</summary>
    private static bool MayHaveBeenDone(FactValue done, DateOnly day) => done.State switch
    {
        FactState.Known => done.AsDate <= day,
        FactState.Pending or FactState.Never => false,
        _ => true,
    };

    public string Summary(DateOnly day)
    {
        string permitted = Counted.Number(_counts.GetValueOrDefault(PermissionStatus.Permitted));
        string forbidden = Counted.Number(_counts.GetValueOrDefault(PermissionStatus.Forbidden));
        string notKnown = Counted.Number(_counts.GetValueOrDefault(PermissionStatus.NotKnown));
        string passedOver = _recheck ? $"; not done with {Counted.Write(_passedOver, "record")}" : "";
        string owed = _owed > 0 ? $"; something is owed after it for {Counted.Write(_owed, "record")}" : "";
        return $"{_act.Name} as of {day:yyyy-MM-dd}: {permitted} permitted, {forbidden} forbidden, {notKnown} not known{passedOver}{owed}";
    }
}
