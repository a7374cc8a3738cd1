using System.Buffers;
using System.Text;
using RetentionRules.Compilation;

namespace RetentionRules.DryRun;

/// <summary>
/// Writes decisions as <see cref="DecisionCsv"/> does, those of one shape from the same parts: of a row only the record and
/// its days are its own. Belongs to one worker.
/// </summary>
internal sealed class DecisionRows
{
    private const int LongestDay = 10;

    private readonly PerShape<RowParts> _parts = new(RowParts.Of);

    public void Write(DecidedRecord record, ArrayBufferWriter<byte> buffer)
    {
        ReadOnlySpan<byte> id = record.Shape >= 0 ? record.PlainId : [];
        if (id.IsEmpty)
        {
            WriteWhole(record, buffer);
            return;
        }

        ref readonly DispositionVerdict verdict = ref record.Verdict;
        RowParts parts = _parts.Of(record);
        Span<byte> row = buffer.GetSpan(id.Length + parts.Length + (4 * LongestDay));
        id.CopyTo(row);
        int at = id.Length;
        parts.Head.CopyTo(row[at..]);
        at += parts.Head.Length;
        int notBefore = at;
        at += WriteNotBefore(verdict.NotBefore, row[at..]);
        row[at++] = (byte)',';
        at += WriteDay(verdict.NotAfter, verdict.NotBefore, row[notBefore..], row[at..]);
        row[at++] = (byte)',';
        at += WriteDay(verdict.Latest.Ordinal, row[at..]);
        parts.Next.CopyTo(row[at..]);
        at += parts.Next.Length;
        at += WriteDay(verdict.ChangesOn.Ordinal, verdict.NotBefore, row[notBefore..], row[at..]);
        parts.Tail.CopyTo(row[at..]);
        buffer.Advance(at + parts.Tail.Length);
    }

    private static void WriteWhole(DecidedRecord record, ArrayBufferWriter<byte> buffer)
    {
        Encoding.UTF8.GetBytes(DecisionCsv.Write(record.Decision), buffer);
        buffer.Write("\n"u8);
    }

    /// <summary>As <see cref="Evaluation.DecisionJson"/> says it.</summary>
    private static int WriteNotBefore(int day, Span<byte> to)
    {
        if (day == DayNumbers.Never)
        {
            "never"u8.CopyTo(to);
            return 5;
        }

        return WriteDay(day == DayNumbers.AfterYear9999 ? DateOnly.MaxValue.DayNumber : day, to);
    }

    /// <summary>The days of a row are mostly one, and the one that stands there already is copied.</summary>
    private static int WriteDay(int day, int written, ReadOnlySpan<byte> writtenAt, Span<byte> to)
    {
        if (day != written || !DayNumbers.IsDay(day)) return WriteDay(day, to);
        writtenAt[..LongestDay].CopyTo(to);
        return LongestDay;
    }

    private static int WriteDay(int day, Span<byte> to)
    {
        if (!DayNumbers.IsDay(day)) return 0;
        (int year, int month, int dayOfMonth) = DayNumbers.DateOf(day);
        to = to[..LongestDay];
        (int century, int ofCentury) = (year / 100, year % 100);
        (to[0], to[1], to[2], to[3], to[4]) = (Tens(century), Ones(century), Tens(ofCentury), Ones(ofCentury), (byte)'-');
        (to[5], to[6], to[7], to[8], to[9]) = (Tens(month), Ones(month), (byte)'-', Tens(dayOfMonth), Ones(dayOfMonth));
        return LongestDay;
    }

    private static byte Tens(int number) => (byte)('0' + (number / 10));

    private static byte Ones(int number) => (byte)('0' + (number % 10));

    /// <summary>What all rows of a shape have in common.</summary>
    private sealed record RowParts(byte[] Head, byte[] Next, byte[] Tail)
    {
        public int Length { get; } = Head.Length + Next.Length + Tail.Length + 2;

        public static RowParts Of(DispositionDecision example)
        {
            string[] cells = [.. DecisionCsv.CellsOf(example).Select(DecisionCsv.Quote)];
            byte[] Part(string text) => Encoding.UTF8.GetBytes(text);
            int notBefore = Array.IndexOf(DecisionCsv.Columns, "notBefore");
            int changesOn = Array.IndexOf(DecisionCsv.Columns, "changesOn");
            return new RowParts(
                Part("," + string.Join(',', cells[1..notBefore]) + ","),
                Part("," + string.Join(',', cells[(notBefore + 3)..changesOn]) + ","),
                Part("," + string.Join(',', cells[(changesOn + 1)..]) + "\n"));
        }
    }
}
