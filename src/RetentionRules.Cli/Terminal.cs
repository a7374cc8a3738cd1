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

    /// <summary>Whether standard output is a terminal that shows colour.</summary>
    public bool OutputHasColor { get; init; }

    /// <summary>Whether standard error is a terminal that shows colour.</summary>
    public bool ErrorHasColor { get; init; }

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
            ErrorHasColor = !plain && !Console.IsErrorRedirected,
        };
    }
}
