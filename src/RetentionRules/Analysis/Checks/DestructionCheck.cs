using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>
/// Whether restrictions, one or several together, forbid the destruction that a case of an item says, for every record of it and
/// from the day of the analysis on.
/// </summary>
internal sealed class DestructionCheck
{
    private const string Question = "no restriction forbids a destruction for ever";

    private readonly AnalysisContext _context;
    private readonly ActRestrictions _restrictions;

    public DestructionCheck(AnalysisContext context)
    {
        RecordAct destroy = context.Evaluators.Policy.ActOf(DispositionAction.Destroy);
        _context = context;
        _restrictions = new ActRestrictions(context.Schedule, destroy, AnalysisContext.ConditionsOf(context.Schedule, context.Options.Holds), context.Options.AsOf);
    }

    public void Run()
    {
        if (_restrictions.All.Count == 0) return;
        for (int i = 0; i < _context.Schedule.Items.Count; i++)
        {
            int item = i;
            foreach (CasePath path in CasePath.In(_context.Schedule, _context.Schedule.Items[i]).Where(p => DestructionReach.Destroys(p.Sequence)))
                _context.Results.Ask(Question, PlaceOf(path), SubjectOf(path), () => Look(item, path));
        }
    }

    private AnalysisPlace PlaceOf(CasePath path) => _context.Place(path.Branch.Source);

    private static string SubjectOf(CasePath path) => path.Item.Cases.Count > 1 ? $"a case of item `{path.Item.Number}`" : $"item `{path.Item.Number}`";

    private ProofVerdict Look(int item, CasePath path)
    {
        AnalysisEffort effort = _context.Effort();
        if (IsLetInTheEnd(item, path, effort)) return ProofVerdict.Proved;
        DestructionSearch search = new(_context, _restrictions, item, path);
        // A case that no record takes, or that never comes to its end, is told elsewhere, and is nothing that a restriction forbids.
        if (search.Find(DateBound.PositiveInfinity, [], effort).Kind == SearchKind.None) return ProofVerdict.Proved;
        (bool isOpaque, bool isOpen) = (false, false);
        foreach (DateBound day in search.Days)
        {
            SearchResult found = search.Find(day, _restrictions.All, effort);
            if (found.Kind == SearchKind.Found && search.IsShown(day, found.Record!, effort)) return ProofVerdict.Proved;
            isOpaque |= found.Kind == SearchKind.Opaque || (found.Kind == SearchKind.Found && !day.IsFinite);
            isOpen |= found.Kind == SearchKind.Found;
        }

        if (isOpaque) return _context.Results.RestsOnOpaque(Question, PlaceOf(path), SubjectOf(path), path.Item.Number);
        return isOpen ? NotSettled(path) : Report(search, path, effort);
    }

    /// <summary>Whether a record shows at once that it can be destroyed in the end: of nearly every case of nearly every schedule one does.</summary>
    private bool IsLetInTheEnd(int item, CasePath path, AnalysisEffort effort)
    {
        DestructionDay last = DestructionDay.Of(_context, _restrictions, path, DateBound.PositiveInfinity, []);
        int[] all = [.. path.All.Append(last.Comes).Concat(last.Lets.Values).Select(_context.Pool.Add)];
        SearchResult found = _context.Search.Find(all, [.. _context.RawBefore(item), .. path.None.Select(_context.Pool.Add)], effort);
        return found.Kind == SearchKind.Found && _context.Evaluators.IsUnrestricted(found.Record!, _restrictions.Act, DateOnly.MaxValue);
    }

    private ProofVerdict NotSettled(CasePath path)
    {
        _context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledDays, PlaceOf(path), Question, SubjectOf(path))
        {
            Items = [path.Item.Number],
            Help = "Count from an event of its own, without a law or a parent's minimum beside it, where a proof is wanted; otherwise accept the finding with a reason.",
        });
        return ProofVerdict.NotSettled;
    }

    /// <summary>Tells each restriction that does it by itself; where none does, as few as do it together.</summary>
    private ProofVerdict Report(DestructionSearch search, CasePath path, AnalysisEffort effort)
    {
        bool Forbid(IEnumerable<Restriction> some) => search.Days.All(day => search.Find(day, some, effort).Kind == SearchKind.None);
        Restriction[] single = [.. _restrictions.All.Where(r => Forbid([r]))];
        foreach (Restriction restriction in single) Add(path, [restriction]);
        if (single.Length > 0) return ProofVerdict.Refuted;
        List<Restriction> together = [.. _restrictions.All];
        foreach (Restriction restriction in _restrictions.All)
            if (Forbid(together.Where(r => r != restriction))) together.Remove(restriction);
        Add(path, together);
        return ProofVerdict.Refuted;
    }

    private void Add(CasePath path, IReadOnlyList<Restriction> forbidding)
    {
        string named = string.Join(", ", forbidding.Select(r => $"`{r.Id}`"));
        _context.Results.Add(new AnalysisFinding(
            AnalysisDiagnostics.DestroyImpossible, PlaceOf(path), path.Item.Number, forbidding.Count == 1 ? $"restriction {named} forbids" : $"restrictions {named} together forbid", RecordsOf(path))
        {
            Related =
            [
                .. path.Followed == path.Branch ? Array.Empty<(AnalysisPlace, string)>() : [(_context.Place(path.Followed.Source), $"item `{path.Of.Number}`, which it follows")],
                .. forbidding.Select(r => (_context.Place(r.Source), $"restriction `{r.Id}`")),
            ],
            Items = [path.Item.Number],
            Help = HelpFor(forbidding),
        });
    }

    /// <summary>Of which records it is said; where restrictions ask for days, that it is said from the day of the analysis on.</summary>
    private string RecordsOf(CasePath path)
    {
        string records = path.Item.Cases.Count > 1 || path.Of.Cases.Count > 1 ? "of this case" : "it claims";
        return !_restrictions.IsBounded ? records : $"{records}, on every day from {DateBound.At(_context.Options.AsOf)} on";
    }

    private static string HelpFor(IReadOnlyList<Restriction> forbidding) => forbidding switch
    {
        [{ Rule: Prohibition { Exemption: null } }] => "",
        [{ Rule: Prohibition }] => "Mend `unless:` so that it can be true of such a record, narrow the restriction, or keep the records.",
        [_] => "Ask for what can be so before the records are destroyed, narrow the restriction, or keep the records.",
        _ => "Narrow one of the restrictions, or say what lifts it; or keep the records.",
    };
}
