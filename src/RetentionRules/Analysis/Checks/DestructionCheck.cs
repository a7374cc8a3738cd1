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

    private static readonly HashSet<Restriction> none = [];

    private readonly AnalysisContext _context;
    private readonly ActRestrictions _restrictions;
    private readonly DestructionSearch _latest;

    /// <summary>Keeps the days of the restrictions apart, which is asked for where the latest day does not tell.</summary>
    private readonly Lazy<DestructionSearch> _byDays;

    public DestructionCheck(AnalysisContext context)
    {
        RecordAct destroy = context.Evaluators.Policy.ActOf(DispositionAction.Destroy);
        _context = context;
        _restrictions = new ActRestrictions(context.Schedule, destroy, AnalysisContext.ConditionsOf(context.Schedule, context.Options.Holds), context.Options.AsOf);
        _latest = new DestructionSearch(context, _restrictions, destroy, byDays: false);
        _byDays = new(() => new DestructionSearch(context.With(_restrictions.Tests), _restrictions, destroy, byDays: true));
    }

    public void Run()
    {
        if (_restrictions.All.Count == 0) return;
        for (int i = 0; i < _context.Schedule.Items.Count; i++)
        {
            int item = i;
            CasePath[] paths = [.. _latest.PathsOf(item)];
            for (int p = 0; p < paths.Length; p++)
            {
                int place = p;
                _context.Results.Ask(Question, PlaceOf(paths[p]), SubjectOf(paths[p]), () => Look(item, paths[place], place));
            }
        }
    }

    private AnalysisPlace PlaceOf(CasePath path) => _context.Place(path.Branch.Source);

    private static string SubjectOf(CasePath path) => path.Item.Cases.Count > 1 ? $"a case of item `{path.Item.Number}`" : $"item `{path.Item.Number}`";

    private ProofVerdict Look(int item, CasePath path, int place)
    {
        AnalysisEffort effort = _context.Effort();
        SearchResult latest = _latest.Find(item, path, new DayQuestion(_restrictions.All, DateBound.PositiveInfinity, none), effort);
        if (latest.Kind == SearchKind.Found && _latest.IsLet(latest.Record!)) return ProofVerdict.Proved;
        // A case that no record takes, or that never comes to its end, is told elsewhere, and is nothing that a restriction forbids.
        if (_latest.FindAny(item, path, effort).Kind == SearchKind.None) return ProofVerdict.Proved;
        if (_restrictions.Days.Count > 0 || latest.Kind == SearchKind.Found) return LookByDays(item, _byDays.Value.PathsOf(item).ElementAt(place), effort);
        return latest.Kind == SearchKind.Opaque ? RestsOnOpaque(path) : Report(_latest, item, path, none, effort);
    }

    private ProofVerdict RestsOnOpaque(CasePath path) => _context.Results.RestsOnOpaque(Question, PlaceOf(path), SubjectOf(path), path.Item.Number);

    /// <summary>Day by day: one that is let there must also be due there, and that is shown by a record, or refuted by the rules of days.</summary>
    private ProofVerdict LookByDays(int item, CasePath path, AnalysisEffort effort)
    {
        DestructionSearch search = _byDays.Value;
        (bool isOpaque, List<DateBound> open) = (false, []);
        foreach (DateBound day in search.Days)
        {
            DayQuestion question = new(_restrictions.All, day, none);
            SearchResult found = search.Find(item, path, question, effort);
            isOpaque |= found.Kind == SearchKind.Opaque || (found.Kind == SearchKind.Found && !day.IsFinite);
            if (found.Kind != SearchKind.Found) continue;
            if (day.IsFinite ? search.IsShown(item, path, question, effort) : search.IsLet(found.Record!)) return ProofVerdict.Proved;
            open.Add(day);
        }

        if (isOpaque) return RestsOnOpaque(path);
        IReadOnlySet<Restriction> shut = open.Count == 0 ? none : search.ShutBefore(path, effort);
        if (!Forbid(search, item, path, _restrictions.All, shut, effort)) return NotSettled(path);
        return Report(search, item, path, shut, effort);
    }

    private ProofVerdict NotSettled(CasePath path)
    {
        _context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledDays, PlaceOf(path), Question, SubjectOf(path)) { Items = [path.Item.Number] });
        return ProofVerdict.NotSettled;
    }

    /// <summary>Whether some restrictions leave no record of the case on any day.</summary>
    private static bool Forbid(DestructionSearch search, int item, CasePath path, IReadOnlyList<Restriction> some, IReadOnlySet<Restriction> shut, AnalysisEffort effort) =>
        search.Days.All(day => search.Find(item, path, new DayQuestion(some, day, shut), effort).Kind == SearchKind.None);

    /// <summary>Tells each restriction that does it by itself; where none does, as few as do it together.</summary>
    private ProofVerdict Report(DestructionSearch search, int item, CasePath path, IReadOnlySet<Restriction> shut, AnalysisEffort effort)
    {
        Restriction[] single = [.. _restrictions.All.Where(r => Forbid(search, item, path, [r], shut, effort))];
        if (single.Length > 0)
        {
            foreach (Restriction restriction in single) Add(path, [restriction]);
            return ProofVerdict.Refuted;
        }

        List<Restriction> together = [.. _restrictions.All];
        foreach (Restriction restriction in _restrictions.All)
        {
            Restriction[] fewer = [.. together.Where(r => r != restriction)];
            if (Forbid(search, item, path, fewer, shut, effort)) together.Remove(restriction);
        }

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
        return _restrictions.Days.Count == 0 ? records : $"{records}, on every day from {DateBound.At(_context.Options.AsOf)} on";
    }

    private static string HelpFor(IReadOnlyList<Restriction> forbidding) => forbidding switch
    {
        [{ Rule: Prohibition { Exemption: null } }] => "",
        [{ Rule: Prohibition }] => "Mend `unless:` so that it can be true of such a record, narrow the restriction, or keep the records.",
        [_] => "Ask for what can be so before the records are destroyed, narrow the restriction, or keep the records.",
        _ => "Narrow one of the restrictions, or say what lifts it; or keep the records.",
    };
}
