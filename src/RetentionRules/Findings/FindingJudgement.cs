using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Findings;

/// <summary>Says what findings count: under a profile, with what their files accept, on a day.</summary>
public static class FindingJudgement
{
    /// <summary>
    /// Judges the findings about one file or several. Those that the profile turns off are left out; those about the
    /// acceptances themselves, which have run out or accept nothing, are added. In the order of their places.
    /// </summary>
    /// <param name="found">What was found.</param>
    /// <param name="acceptances">What the files accept.</param>
    /// <param name="profile">How findings are weighed.</param>
    /// <param name="asOf">The day on which an acceptance has run out or has not.</param>
    /// <param name="scope">What could have been found.</param>
    public static IReadOnlyList<JudgedFinding> Judge(
        IEnumerable<Diagnostic> found, FindingAcceptances acceptances, FindingProfile profile, DateOnly asOf, FindingScope scope)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(acceptances);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(scope);
        return new Judging([.. found], acceptances, profile, asOf, scope).Judge();
    }
}

/// <summary>One judgement: which acceptances accept something is known only when every finding has been looked at.</summary>
internal sealed class Judging(IReadOnlyList<Diagnostic> found, FindingAcceptances acceptances, FindingProfile profile, DateOnly asOf, FindingScope scope)
{
    private readonly HashSet<AcceptedFinding> _matched = [];

    public IReadOnlyList<JudgedFinding> Judge()
    {
        (Diagnostic Finding, AcceptedFinding? Acceptance, AcceptedFinding? Lapsed)[] judged = [.. found.Select(Weighed)];
        IEnumerable<(Diagnostic Finding, AcceptedFinding? Acceptance, AcceptedFinding? Lapsed)> about = AboutAcceptances().Select(d => (d, (AcceptedFinding?)null, (AcceptedFinding?)null));
        FindingIdentity identities = new(asOf);
        return
        [
            .. judged.Concat(about)
                .Where(j => !profile.IsOff(j.Finding.Descriptor))
                .OrderBy(j => j.Finding.Location.Source.Path, StringComparer.Ordinal)
                .ThenBy(j => j.Finding.Location.Span.Start)
                .ThenBy(j => j.Finding.Code, StringComparer.Ordinal)
                .Select(j => Weigh(j.Finding, j.Acceptance, j.Lapsed, identities)),
        ];
    }

    private JudgedFinding Weigh(Diagnostic finding, AcceptedFinding? acceptance, AcceptedFinding? lapsed, FindingIdentity identities)
    {
        DiagnosticSeverity severity = profile.SeverityOf(finding.Descriptor);
        string item = ItemsOf(finding.Location).FirstOrDefault("");
        return new JudgedFinding(finding, severity, acceptance)
        {
            Fails = acceptance is null && severity >= profile.FailOn,
            Lapsed = acceptance is null ? lapsed : null,
            Item = item,
            Identity = identities.Next(finding, item),
        };
    }

    /// <summary>The finding with the first acceptance that counts, and the last that did.</summary>
    private (Diagnostic Finding, AcceptedFinding? Acceptance, AcceptedFinding? Lapsed) Weighed(Diagnostic finding)
    {
        if (finding.Severity == DiagnosticSeverity.Error) return (finding, null, null);
        AcceptedFinding[] fitting = [.. acceptances.Files.Where(f => IsAbout(finding, f)).SelectMany(f => f.Accepted.Where(a => Fits(a, finding)))];
        AcceptedFinding[] expired = [.. fitting.Where(a => a.HasExpired(asOf))];
        _matched.UnionWith(expired);
        AcceptedFinding? counting = fitting.FirstOrDefault(a => !a.HasExpired(asOf));
        if (counting is not null) _matched.Add(counting);
        return (finding, counting, expired.MaxBy(a => a.Until));
    }

    /// <summary>A register or a set that is looked at together with its schedules accepts for them too, and a schedule for the classification that it shares.</summary>
    private bool IsAbout(Diagnostic finding, AcceptingFile file) => PlacesOf(finding).Any(p =>
        p.Source.Path == file.Source.Path || acceptances.Files.Any(f => f.Source.Path == p.Source.Path && (file.IsCombination || f.IsShared)));

    private bool Fits(AcceptedFinding acceptance, Diagnostic finding)
    {
        if (acceptance.Finding != finding.Code) return false;
        string[] items = [.. PlacesOf(finding).SelectMany(ItemsOf)];
        bool isOfItem = acceptance.Items.Count == 0 || acceptance.Items.Any(items.Contains);
        return isOfItem && (acceptance.Concerning.Length == 0 || items.Contains(acceptance.Concerning) || Names(finding, acceptance.Concerning));
    }

    private static bool Names(Diagnostic finding, string name) =>
        finding.Arguments.Any(a => Convert.ToString(a, CultureInfo.InvariantCulture) == name);

    private static IEnumerable<SourceLocation> PlacesOf(Diagnostic finding) => finding.Related.Select(r => r.Location).Prepend(finding.Location);

    private IEnumerable<string> ItemsOf(SourceLocation place) =>
        acceptances.Files.Where(f => f.Source.Path == place.Source.Path).Select(f => f.Items.ItemAt(place.Span)).Where(n => n.Length > 0);

    private IEnumerable<Diagnostic> AboutAcceptances()
    {
        foreach (AcceptingFile file in acceptances.Files)
        {
            // Where a file cannot be read to its end, what was accepted may only not have been found.
            bool isWhole = !found.Any(d => d.Severity == DiagnosticSeverity.Error && d.Location.Source.Path == file.Source.Path);
            foreach (AcceptedFinding acceptance in file.Accepted.Where(a => scope.Covers(a.Finding)))
            {
                SourceLocation place = new(file.Source, acceptance.Source.Span);
                if (isWhole && !_matched.Contains(acceptance)) yield return new Diagnostic(FindingDiagnostics.AcceptsNothing, place, acceptance);
                else if (acceptance.HasExpired(asOf))
                    yield return new Diagnostic(FindingDiagnostics.Expired, place, acceptance.By, acceptance, DateBound.At(acceptance.Until), DateBound.At(asOf));
            }
        }
    }
}
