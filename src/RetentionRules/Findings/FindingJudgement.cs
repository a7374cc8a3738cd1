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
        (Diagnostic Finding, AcceptedFinding? Acceptance)[] judged = [.. found.Select(d => (d, AcceptanceOf(d)))];
        IEnumerable<(Diagnostic Finding, AcceptedFinding? Acceptance)> about = AboutAcceptances().Select(d => (d, (AcceptedFinding?)null));
        FindingIdentity identities = new(asOf);
        return
        [
            .. judged.Concat(about)
                .Where(j => !profile.IsOff(j.Finding.Descriptor))
                .OrderBy(j => j.Finding.Location.Source.Path, StringComparer.Ordinal)
                .ThenBy(j => j.Finding.Location.Span.Start)
                .ThenBy(j => j.Finding.Code, StringComparer.Ordinal)
                .Select(j => Weigh(j.Finding, j.Acceptance, identities)),
        ];
    }

    private JudgedFinding Weigh(Diagnostic finding, AcceptedFinding? acceptance, FindingIdentity identities)
    {
        DiagnosticSeverity severity = profile.SeverityOf(finding.Descriptor);
        string item = ItemsOf(finding.Location).FirstOrDefault("");
        return new JudgedFinding(finding, severity, acceptance)
        {
            Fails = acceptance is null && severity >= profile.FailOn,
            Item = item,
            Identity = identities.Next(finding, item),
        };
    }

    /// <summary>The first acceptance that counts; one that has run out is noted as one that would accept it.</summary>
    private AcceptedFinding? AcceptanceOf(Diagnostic finding)
    {
        if (finding.Severity == DiagnosticSeverity.Error) return null;
        AcceptedFinding[] fitting = [.. acceptances.Files.Where(f => IsAbout(finding, f)).SelectMany(f => f.Accepted.Where(a => Fits(a, finding)))];
        _matched.UnionWith(fitting.Where(a => a.HasExpired(asOf)));
        AcceptedFinding? counting = fitting.FirstOrDefault(a => !a.HasExpired(asOf));
        if (counting is not null) _matched.Add(counting);
        return counting;
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
