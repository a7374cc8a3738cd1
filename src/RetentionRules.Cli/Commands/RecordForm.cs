using System.CommandLine;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The options that say how files of records are to be read; the same for every verb that takes records.</summary>
internal sealed class RecordForm
{
    private readonly Option<string> _inputFormat = CommonOptions.InputFormat();
    private readonly Option<string> _separator = CommonOptions.Separator();

    public void AddTo(Command command)
    {
        foreach (Option option in Options) command.Add(option);
    }

    /// <summary>What was said of the form, by the names of the options.</summary>
    public IReadOnlyList<Option> Options => [_inputFormat, _separator];

    /// <summary>The records of a file, or with <c>-</c> those of standard input.</summary>
    public RecordSource Open(ParseResult parsed, string path, Terminal terminal, bool isHashed = false)
    {
        char sign = CommonOptions.SeparatorOf(parsed.GetValue(_separator)!);
        RecordFormat format = parsed.GetValue(_inputFormat) switch
        {
            "csv" => RecordFormat.Csv,
            "jsonl" => RecordFormat.JsonLines,
            _ => path == "-" ? RecordFormat.JsonLines : FormatOf(path),
        };
        InputStream stream = path == "-" ? InputStream.OfStandardInput(terminal.OpenInput, isHashed) : InputStream.OfFile(path, isHashed);
        return new RecordSource(stream, format, path == "-" ? "standard input" : path, sign) { Length = stream.KnownLength };
    }

    private static RecordFormat FormatOf(string path)
    {
        try
        {
            return RecordSource.FormatOf(path);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(Inputs.WithoutParameter(e));
        }
    }
}
