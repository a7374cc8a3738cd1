using System.CommandLine;
using System.Globalization;
using RetentionRules.Calendars;

namespace RetentionRules.Cli.Commands;

/// <summary>Options that several verbs share, and what they mean.</summary>
internal static class CommonOptions
{
    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "The day of evaluation, such as 2026-11-22; today unless given, and always printed.",
        HelpName = "DATE",
    };

    public static Option<string?> CheckedAsOf() => new("--as-of")
    {
        Description = "The day on which reviews, authorities and acceptances are looked at, such as 2026-11-22; today unless given, and named where a finding rests on it.",
        HelpName = "DATE",
    };

    public static Option<string?> Map() => new("--map")
    {
        Description = "A mapping: which column of the records is which fact. Without it they are matched by name.",
        HelpName = "FILE",
    };

    public static Option<string?> Holds() => new("--holds")
    {
        Description = "A file of holds, or `none` where it is known that there are none. Without it a due destroy is blocked.",
        HelpName = "FILE|none",
    };

    public static Option<string[]> Set() => new("--set")
    {
        Description = "Sets a parameter of the schedule: --set \"email_age=20 years\".",
        HelpName = "NAME=PERIOD",
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string> Format(params string[] formats)
    {
        Option<string> option = new("--format") { Description = "The form of the output.", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string> InputFormat()
    {
        Option<string> option = new("--input-format")
        {
            Description = "The form of the records, where the ending of the file does not tell it; jsonl for standard input unless given.",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong("auto", "csv", "jsonl");
        return option;
    }

    public static Option<string> Separator() => new("--separator")
    {
        Description = "What stands between the columns of a CSV file: a character, or the word tab.",
        HelpName = "CHARACTER",
        DefaultValueFactory = _ => ",",
    };

    public static Option<string?> OutputFile() => new("--output", "-o") { Description = "Where to write; it appears only when it is complete.", HelpName = "FILE" };

    public static Option<string> Color()
    {
        Option<string> option = new("--color") { Description = "Whether to use colour.", DefaultValueFactory = _ => "auto" };
        option.AcceptOnlyFromAmong("auto", "always", "never");
        return option;
    }

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No summaries, only results." };

    public static Option<bool> Strict() => new("--strict") { Description = "Exit with 1 where a value of the records does not fit its fact." };

    public static Argument<string> ScheduleFile() => new("schedule") { Description = "The schedule.", HelpName = "SCHEDULE" };

    public static Argument<string> RecordsFile() => new("records")
    {
        Description = "The records: .csv, .jsonl, or - for standard input.",
        HelpName = "RECORDS",
    };

    public static Argument<string[]> RecordsFiles() => new("records")
    {
        Description = "The records: .csv and .jsonl files, also with .gz behind it, patterns such as 'records/*.csv', or - for standard input.",
        HelpName = "RECORDS",
        Arity = ArgumentArity.OneOrMore,
    };

    public static DateOnly DayOf(string? text, Terminal terminal)
    {
        if (text is null) return terminal.Today;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new UsageException($"--as-of takes a date such as 2026-11-22, not `{text}`.");
    }

    public static char SeparatorOf(string text) => text switch
    {
        "tab" => '\t',
        [var sign] when char.IsAscii(sign) && !char.IsLetterOrDigit(sign) && sign is not ('"' or '\r' or '\n') => sign,
        _ => throw new UsageException($"--separator takes a sign such as `;`, or the word tab, not `{text}`."),
    };

    public static (string Name, RetentionPeriod Period) SettingOf(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0 || !RetentionPeriods.TryParse(text[(sign + 1)..], out RetentionPeriod period))
            throw new UsageException($"--set takes a parameter and a period, such as \"email_age=20 years\", not `{text}`.");
        return (text[..sign].Trim(), period);
    }
}
