namespace RetentionRules.Findings;

/// <summary>
/// Which kinds of finding a look at a file could have found. Only of these can it be said that an acceptance accepts
/// nothing: whoever checks a file has not proved anything about it.
/// </summary>
public sealed class FindingScope
{
    private static readonly string[] OfAnalysis = ["RR95", "RR96", "RR97"];

    private readonly Func<string, bool> _covers;

    private FindingScope(Func<string, bool> covers) => _covers = covers;

    /// <summary>What reading and checking a file finds: all but what only an analysis of its rules does.</summary>
    public static FindingScope Check { get; } = new(code => !StartsWithOneOf(code, OfAnalysis));

    /// <summary>What an analysis of the rules finds: RR95xx, RR96xx and RR97xx.</summary>
    public static FindingScope Analysis { get; } = OfCodes(OfAnalysis);

    /// <summary>The codes that begin with one of the texts: <c>RR95</c>, or a whole code.</summary>
    public static FindingScope OfCodes(params IEnumerable<string> beginnings)
    {
        string[] kept = [.. beginnings];
        return new FindingScope(code => StartsWithOneOf(code, kept));
    }

    /// <summary>Whether findings of that code could have been found.</summary>
    public bool Covers(string code) => _covers(code);

    private static bool StartsWithOneOf(string code, string[] beginnings) => beginnings.Any(b => code.StartsWith(b, StringComparison.Ordinal));
}
