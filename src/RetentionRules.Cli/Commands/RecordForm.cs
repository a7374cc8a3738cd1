using System.CommandLine;
using System.Text;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The options that say how files of records are to be read; the same for every verb that takes records.</summary>
internal sealed class RecordForm
{
    private readonly Option<string> _inputFormat = CommonOptions.InputFormat();
    private readonly Option<string> _separator = CommonOptions.Separator();
    private readonly Option<string> _encoding = new("--encoding")
    {
        Description = "The encoding of the records, such as utf-16, latin1, windows-1252 or gb18030.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "utf-8",
    };

    private readonly Option<string?> _header = new("--header") { Description = "The names of the columns of a CSV file that has no header line, parted by commas.", HelpName = "NAME[,NAME]" };

    public void AddTo(Command command)
    {
        foreach (Option option in Options) command.Add(option);
    }

    /// <summary>What was said of the form, by the names of the options.</summary>
    public IReadOnlyList<Option> Options => [_inputFormat, _separator, _encoding, _header];

    /// <summary>The records of a file, or with <c>-</c> those of standard input.</summary>
    public RecordSource Open(ParseResult parsed, string path, Terminal terminal, bool isHashed = false)
    {
        InputStream stream = path == "-" ? InputStream.OfStandardInput(terminal.OpenInput, isHashed) : InputStream.OfFile(path, isHashed);
        char sign = CommonOptions.SeparatorOf(parsed.GetValue(_separator)!);
        RecordFormat format = parsed.GetValue(_inputFormat) switch
        {
            "csv" => RecordFormat.Csv,
            "jsonl" => RecordFormat.JsonLines,
            _ => path == "-" ? RecordFormat.JsonLines : FormatOf(path),
        };
        return new RecordSource(stream, format, path == "-" ? "standard input" : path, sign)
        {
            Length = stream.KnownLength,
            Encoding = EncodingOf(parsed.GetValue(_encoding)!),
            Header = HeaderOf(parsed, format),
        };
    }

    private string[] HeaderOf(ParseResult parsed, RecordFormat format)
    {
        if (parsed.GetValue(_header) is not { } header) return [];
        if (format != RecordFormat.Csv) throw new UsageException("--header names the columns of a CSV file; JSON lines name their own.");
        string[] names = CommaList.Split(header);
        return names.All(n => n.Length > 0) ? names : throw new UsageException($"--header takes names parted by commas, and one of `{header}` is empty.");
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return RecordEncodings.Find(name);
        }
        catch (ArgumentException e)
        {
            throw new UsageException("--encoding: " + Inputs.WithoutParameter(e));
        }
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
