using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary>Judges what a verb finds about files, each under its own profile and with what it accepts itself.</summary>
internal sealed class FindingRun(ProfileFiles profiles, IReadOnlyList<string> files, DiagnosticSeverity? failOn)
{
    /// <summary>Judges findings.</summary>
    /// <param name="paths">
    /// The files that were looked at together, by the names under which the findings know them: one; or an instrument with
    /// the files that it names, which is then weighed by the profile of the first.
    /// </param>
    /// <param name="found">What was found.</param>
    /// <param name="asOf">The day on which an acceptance has run out or has not.</param>
    /// <param name="scope">What could have been found.</param>
    public IReadOnlyList<JudgedFinding> Judge(IReadOnlyList<string> paths, IEnumerable<Diagnostic> found, DateOnly asOf, FindingScope scope)
    {
        FindingProfile profile = profiles.Of(paths[0]);
        return FindingJudgement.Judge(found, FindingAcceptances.ReadFiles(paths), WithFailOn(profile), asOf, scope);
    }

    /// <summary>The faults of the profiles themselves, where nobody looks at their files anyway.</summary>
    public IReadOnlyList<JudgedFinding> AboutProfiles(DateOnly asOf)
    {
        HashSet<string> looked = [.. files.Select(Path.GetFullPath)];
        IEnumerable<Diagnostic> faults = profiles.Used.Where(p => !looked.Contains(Path.GetFullPath(p.Path))).SelectMany(p => p.Result.Diagnostics);
        return FindingJudgement.Judge(faults, FindingAcceptances.None, WithFailOn(FindingProfile.Default), asOf, FindingScope.Check);
    }

    /// <summary>Names the profiles that were used, a line each.</summary>
    public void NameProfiles(TextWriter output)
    {
        foreach ((string path, LoadResult<FindingProfile> result) in profiles.Used)
            output.WriteLine(result.HasErrors ? $"{path} has errors; findings have their own weight" : $"findings are weighed by {path}");
    }

    private FindingProfile WithFailOn(FindingProfile profile) => failOn is { } least ? profile.WithFailOn(least) : profile;
}
