using System.CommandLine;
using System.CommandLine.Parsing;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>Writes the manifest of a run: begun before the records are read, and finished when everything else is written.</summary>
internal sealed class ManifestOutput
{
    private readonly string _path;
    private readonly string _folder;
    private readonly Deciding _run;
    private readonly IReadOnlyList<(string Role, string Path)> _definitions;
    private readonly ManifestFile[] _asRead;

    /// <param name="path">The manifest.</param>
    /// <param name="run">What decides.</param>
    /// <param name="mapping">The mapping and its tables.</param>
    public ManifestOutput(string path, Deciding run, IEnumerable<(string Role, string Path)> mapping)
    {
        (_path, _run) = (path, run);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _definitions = [.. RunManifest.FilesOf(run.Policy), .. mapping];
        _asRead = Hashed();
    }

    private ManifestFile[] Hashed() => [.. _definitions.Select(d => ManifestFile.Of(d.Role, d.Path, _folder))];

    /// <summary>What was typed, of these options.</summary>
    public static SortedDictionary<string, string> Typed(ParseResult parsed, IEnumerable<Option> options)
    {
        SortedDictionary<string, string> typed = new(StringComparer.Ordinal);
        foreach (Option option in options)
            if (parsed.GetResult(option) is OptionResult { Implicit: false } result) typed[option.Name.TrimStart('-')] = string.Join(',', result.Tokens.Select(t => t.Value));
        return typed;
    }

    /// <summary>Writes the manifest beside the other files, which are closed by it.</summary>
    /// <exception cref="UsageException">A file that decides was changed meanwhile.</exception>
    public void Write(OutputFiles files, IEnumerable<RecordSource> sources, DryRunSummary summary, SortedDictionary<string, string> parameters, SortedDictionary<string, string> options)
    {
        if (Hashed().Except(_asRead).FirstOrDefault() is { } changed) throw new UsageException($"`{changed.Path}` was changed while it was read; nothing was written. Run it again.");
        files.Close();
        RetentionInstrument instrument = _run.Policy.Policy.Instrument;
        RunManifest manifest = new()
        {
            AsOf = _run.Day,
            Schedule = instrument.Id,
            Edition = instrument.Version,
            Hash = instrument.ContentHash,
            Holds = RunManifest.HoldsOf(_run.Policy),
            Parameters = parameters,
            Options = options,
            Files = [.. _asRead, .. sources.Select(s => ((InputStream)s.Stream).AsRead(_folder)), .. files.AsWritten(_folder)],
            Records = summary.Records,
            ByStatus = new OrderedDictionary<string, long>(summary.ByStatus.Select(s => KeyValuePair.Create(s.Key.ToString().ToLowerInvariant(), s.Value))),
        };
        using StreamWriter writer = new(files.Create("--manifest", _path));
        writer.Write(manifest.ToString());
    }
}
