using System.CommandLine;
using RetentionRules.Descriptions;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention describe SCHEDULE</c>: the rules in the prose of printed schedules.</summary>
internal static class DescribeCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Option<string?> item = new("--item") { Description = "Describe one item only.", HelpName = "N" };
        Option<string> language = new("--language") { Description = "The language of the prose.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "zh-Hans", "zh-Hant");
        Option<string> format = CommonOptions.Format("text", "markdown", "html", "csv");
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Command command = new("describe", "Puts each item into the prose of printed schedules, line by line or as a table.") { schedule, item, language, format, output, color };
        command.SetAction(parsed =>
        {
            RetentionSchedule read = new Inputs(terminal, parsed.GetValue(color)!).Schedule(parsed.GetValue(schedule)!);
            ScheduleDescription description = Describe(read, LanguageOf(parsed.GetValue(language)!), parsed.GetValue(item));
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            file.Writer.Write(description.Write(FormatOf(parsed.GetValue(format)!)));
            file.Complete();
            return ExitCode.Clean;
        });
        return command;
    }

    private static ScheduleDescription Describe(RetentionSchedule schedule, DescriptionLanguage language, string? item)
    {
        if (item is null) return ScheduleDescription.Of(schedule, language);
        return schedule.Contains(item)
            ? ScheduleDescription.Of(schedule, language, item)
            : throw new UsageException($"{schedule.Path} has no item `{item}`.");
    }

    private static DescriptionLanguage LanguageOf(string word) => word switch
    {
        "en" => DescriptionLanguage.English,
        "zh-Hans" => DescriptionLanguage.SimplifiedChinese,
        "zh-Hant" => DescriptionLanguage.TraditionalChinese,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no such language"),
    };

    private static DescriptionFormat FormatOf(string word) => word switch
    {
        "text" => DescriptionFormat.Text,
        "markdown" => DescriptionFormat.Markdown,
        "html" => DescriptionFormat.Html,
        "csv" => DescriptionFormat.Csv,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no such form"),
    };
}
