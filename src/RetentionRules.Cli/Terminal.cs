using System.Text;

namespace RetentionRules.Cli;

/// <summary>What surrounds the program: streams, whether colour is wanted, and today's date. The one place that reads a clock.</summary>
internal sealed class Terminal
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Today, for <c>--as-of</c> where it is not given; always printed.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Where the program runs: what is written for other programs names files relative to it.</summary>
    public string WorkingFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether standard output is a terminal that shows colour.</summary>
    public bool OutputHasColor { get; init; }

    /// <summary>Whether standard error is a terminal that shows colour.</summary>
    public bool ErrorHasColor { get; init; }

    /// <summary>How wide a line of standard output may be; of a file, that of a page across.</summary>
    public int OutputWidth { get; init; } = WidthOfFiles;

    /// <summary>How wide the terminal of standard error is, for a line that is drawn again and again; 0 where none must be.</summary>
    public int DrawingWidth { get; init; }

    /// <summary>Measures how long something takes.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public const int WidthOfFiles = 132;

    public static Terminal OfProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        bool plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new Terminal
        {
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8, 64 * 1024) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            OutputHasColor = !plain && !Console.IsOutputRedirected,
            OutputWidth = Console.IsOutputRedirected ? WidthOfFiles : WidthOf(),
            DrawingWidth = Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is null or "dumb" ? 0 : WidthOf(),
            ErrorHasColor = !plain && !Console.IsErrorRedirected,
        };
    }

    /// <summary>A terminal that does not tell its width has the one that terminals had first.</summary>
    private static int WidthOf()
    {
        const int FirstWidth = 80;
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : FirstWidth;
        }
        catch (IOException)
        {
            return FirstWidth;
        }
    }
}
