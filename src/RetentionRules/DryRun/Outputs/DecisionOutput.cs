using System.Buffers;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>The form of written decisions.</summary>
public enum DecisionFormat
{
    /// <summary>JSON Lines: the decision as <see cref="DecisionJson"/> writes it.</summary>
    JsonLines,

    /// <summary>CSV as <see cref="DecisionCsv"/> writes it, with its header.</summary>
    Csv,
}

/// <summary>Every decision of a dry-run, one a line, in UTF-8.</summary>
public sealed class DecisionOutput : BufferedOutput
{
    private readonly DecisionFormat _format;

    /// <summary>Writes to a stream, which stays open.</summary>
    public DecisionOutput(Stream stream, DecisionFormat format)
        : base(stream) => _format = format;

    /// <summary>Writes to a writer, which stays open.</summary>
    public DecisionOutput(TextWriter writer, DecisionFormat format)
        : base(writer) => _format = format;

    private protected override string Head => _format switch
    {
        DecisionFormat.JsonLines => "",
        DecisionFormat.Csv => DecisionCsv.Header + "\n",
        _ => throw new InvalidOperationException($"There is no format {_format}."),
    };

    private protected override Func<DecidedRecord, ArrayBufferWriter<byte>, bool> NewWriter()
    {
        if (_format == DecisionFormat.JsonLines) return Write;
        DecisionRows rows = new();
        return (record, buffer) =>
        {
            rows.Write(record, buffer);
            return true;
        };
    }

    private protected override bool Write(DecidedRecord record, ArrayBufferWriter<byte> buffer)
    {
        DecisionJson.Write(record.Decision, buffer);
        buffer.Write("\n"u8);
        return true;
    }
}
