using System.Globalization;

namespace RetentionRules.Benchmarks.Verbs;

/// <summary>What <c>generate</c> is asked for.</summary>
/// <param name="Items">The size of the schedule.</param>
/// <param name="Records">How many records.</param>
/// <param name="IsJson">JSON Lines instead of CSV.</param>
/// <param name="IsCompressed">The records compressed by gzip.</param>
/// <param name="Folder">Where the files go.</param>
/// <param name="AreEditions">Schedules to be compared instead of one with records.</param>
internal sealed record GenerateOptions(int Items, int Records, bool IsJson, bool IsCompressed, string Folder, bool AreEditions = false)
{
    public const string Usage = "generate [--items 10|100|1000|10000] [--records N] [--format csv|jsonl] [--gzip] -o FOLDER, or generate --editions [--items N] -o FOLDER";

    public string RecordsName => "records" + (IsJson ? ".jsonl" : ".csv") + (IsCompressed ? ".gz" : "");

    /// <exception cref="FormatException">The arguments cannot be understood.</exception>
    public static GenerateOptions Parse(IReadOnlyList<string> arguments)
    {
        GenerateOptions options = new(100, 1_000_000, IsJson: false, IsCompressed: false, "");
        for (int i = 0; i < arguments.Count; i++)
        {
            string Value() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"`{arguments[^1]}` needs a value.");
            options = arguments[i] switch
            {
                "--items" => options with { Items = Number(Value()) },
                "--records" => options with { Records = Number(Value()) },
                "--format" => options with { IsJson = IsJsonFormat(Value()) },
                "--editions" => options with { AreEditions = true },
                "--gzip" => options with { IsCompressed = true },
                "-o" => options with { Folder = Value() },
                var other => throw new FormatException($"`{other}` is no option."),
            };
        }

        if (options.Folder.Length == 0) throw new FormatException("-o says where the files go.");
        return options;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new FormatException($"`{text}` is no number.");

    private static bool IsJsonFormat(string text) => text switch
    {
        "csv" => false,
        "jsonl" => true,
        _ => throw new FormatException($"`{text}` is neither csv nor jsonl."),
    };
}
