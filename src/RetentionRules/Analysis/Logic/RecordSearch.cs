using RetentionRules.Analysis.Witnesses;
using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>What came of a search for a record.</summary>
/// <param name="Kind">Whether there is one.</param>
/// <param name="Record">The record, where one was found; its facts by their places.</param>
internal readonly record struct SearchResult(SearchKind Kind, IReadOnlyDictionary<int, FactValue>? Record)
{
    public static SearchResult None => new(SearchKind.None, null);

    public static SearchResult Opaque => new(SearchKind.Opaque, null);

    public static SearchResult Found(IReadOnlyDictionary<int, FactValue> record) => new(SearchKind.Found, record);
}

/// <summary>Whether there is a record.</summary>
internal enum SearchKind
{
    /// <summary>There is none: that is proved.</summary>
    None,

    /// <summary>There is one.</summary>
    Found,

    /// <summary>There is one if texts match, contain or compare as the search assumes, and none was found that does.</summary>
    Opaque,
}

/// <summary>Searches for records of which some conditions are true and others are not.</summary>
internal sealed class RecordSearch(Solver solver, RecordMaker maker)
{
    /// <summary>How many ways to answer what no class answers are tried before the search gives up.</summary>
    private const int MostAnswers = 24;

    /// <summary>With more conditions than these it is cheaper to look for what covers a record than to join them all.</summary>
    private const int Few = 24;

    private readonly QuestionRules _questions = new(solver);

    private ConditionPool Pool => solver.Pool;

    /// <summary>A record of which all of some conditions are true and none of others.</summary>
    public SearchResult Find(IEnumerable<int> all, IEnumerable<int> none, AnalysisEffort effort)
    {
        int[] unwanted = [.. none.Distinct()];
        int[] wanted = [.. all, .. _questions.About(all.Concat(unwanted))];
        int whole = Pool.All([.. wanted, .. unwanted.Select(Pool.Not)]);
        int[] covers = [.. wanted.Select(Pool.Not), .. unwanted];
        GapSearch? search = covers.Length > Few ? new GapSearch(solver, covers) : null;
        return Find(whole, excluded => search is null ? solver.Find(Pool.All([whole, .. excluded.Select(Pool.Not)]), effort) : search.Find([.. covers, .. excluded], effort));
    }

    /// <summary>A record of which a condition is true.</summary>
    public SearchResult Find(int condition, AnalysisEffort effort) => Find([condition], [], effort);

    private SearchResult Find(int condition, Func<IReadOnlyList<int>, Assignment?> next)
    {
        List<int> excluded = [];
        for (int tried = 0; tried < MostAnswers; tried++)
        {
            if (next(excluded) is not { } assignment) return excluded.Count == 0 ? SearchResult.None : SearchResult.Opaque;
            if (maker.TryMake(assignment, condition) is { } record) return SearchResult.Found(record);
            excluded.Add(Pool.All([.. assignment.Entries.Where(e => e.Axis >= Pool.Axes.Facts).Select(e => Pool.Question(e.Axis, ClassSet.Range(e.Class, e.Class)))]));
        }

        return SearchResult.Opaque;
    }

    /// <summary>The record with only the facts that the conditions need.</summary>
    public IReadOnlyDictionary<int, FactValue> Least(IReadOnlyDictionary<int, FactValue> record, IEnumerable<int> all, IEnumerable<int> none) =>
        maker.Least(record, Pool.All([.. all, .. none.Select(Pool.Not)]));
}
