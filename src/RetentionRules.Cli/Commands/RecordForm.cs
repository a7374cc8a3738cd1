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
        command.Add(_inputFormat);
        command.Add(_separator);
    }

    /// <summary>The records of a file, or with <c>-</c> those of standard input.</summary>
    public RecordSource Open(ParseResult parsed, string path, Terminal terminal)
    {
        char sign = CommonOptions.SeparatorOf(parsed.GetValue(_separator)!);
        RecordFormat format = parsed.GetValue(_inputFormat) switch
        {
            "csv" => RecordFormat.Csv,
            "jsonl" => RecordFormat.JsonLines,
            _ => path == "-" ? RecordFormat.JsonLines : FormatOf(path),
        };
        return path == "-"
            ? new RecordSource(terminal.OpenInput(), format, "standard input", sign)
            : new RecordSource(File.OpenRead(path), format, path, sign);
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
