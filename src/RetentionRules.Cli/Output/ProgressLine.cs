using System.Globalization;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Output;

/// <summary>One line on a terminal that says how far a run is, drawn again a few times a second, and cleared at the end.</summary>
internal sealed class ProgressLine : IProgress<DryRunProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Terminal _terminal;
    private readonly bool _isDrawn;
    private readonly long _began;
    private long _lastDrawn;

    public ProgressLine(Terminal terminal, bool isQuiet)
    {
        (_terminal, _isDrawn) = (terminal, terminal.DrawingWidth > 0 && !isQuiet);
        _began = _lastDrawn = terminal.Time.GetTimestamp();
    }

    /// <summary>How far the run came.</summary>
    public DryRunProgress Last { get; private set; }

    public void Report(DryRunProgress value)
    {
        Last = value;
        if (!_isDrawn || _terminal.Time.GetElapsedTime(_lastDrawn) < Between) return;
        _lastDrawn = _terminal.Time.GetTimestamp();
        string text = TextOf(value, _terminal.Time.GetElapsedTime(_began));
        _terminal.Error.Write("\r" + (text.Length < _terminal.DrawingWidth ? text : text[..(_terminal.DrawingWidth - 1)]) + "\u001b[K");
    }

    /// <summary>Leaves the line as if nothing had been there.</summary>
    public void Clear()
    {
        if (_isDrawn && _lastDrawn != _began) _terminal.Error.Write("\r\u001b[K");
    }

    public static string TextOf(DryRunProgress progress, TimeSpan elapsed)
    {
        string rate = elapsed > TimeSpan.Zero ? $", {Counted.Number((long)(progress.Records / elapsed.TotalSeconds))}/s" : "";
        string done = progress.TotalBytes is > 0 and var total ? Done((double)progress.BytesRead / total, elapsed) : "";
        return Counted.Write(progress.Records, "record") + rate + done;
    }

    /// <summary>The bytes are read a little before the records in them are decided, so the last moment can be long.</summary>
    private static string Done(double share, TimeSpan elapsed)
    {
        string percent = string.Create(CultureInfo.InvariantCulture, $", {Math.Floor(Math.Min(share, 1) * 100):0} %");
        return share is > 0 and < 1 ? $"{percent}, {Left(elapsed * ((1 - share) / share))} left" : percent;
    }

    private static string Left(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min")
        : left.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s");
}
