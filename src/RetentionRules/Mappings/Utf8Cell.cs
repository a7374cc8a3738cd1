using System.Buffers.Binary;

namespace RetentionRules.Mappings;

/// <summary>Reads cells in their most usual form from bytes; whatever else is a value too is left to <see cref="CellReader"/>.</summary>
internal static class Utf8Cell
{
    /// <summary>A day that exists, as yyyy-MM-dd; but not the first and last of all, which stand for none.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> cell, out int day)
    {
        day = 0;
        if (cell.Length != 10) return false;
        ulong last = BinaryPrimitives.ReadUInt16LittleEndian(cell[8..]);
        if (!AreDigits(last, 0xF0F0, 0x3030)) return false;
        ulong first = BinaryPrimitives.ReadUInt64LittleEndian(cell);
        if (!AreDigits(first, 0xFF_F0F0_FF_F0F0F0F0, 0x2D_3030_2D_30303030)) return false;
        // Two digits at a time: the tens stand in the lower byte.
        ulong digits = first & 0x0F0F_0F0F_0F0F_0F0F;
        int year = (TwoDigits(digits) * 100) + TwoDigits(digits >> 16);
        (int month, int dayOfMonth) = (TwoDigits(digits >> 40), TwoDigits(last & 0x0F0FUL));
        if (year is < 2 or > 9998 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > Compilation.DayNumbers.LengthOf(year, month)) return false;
        if (((first & DigitsOfDate) + Carries & HighBits) != 0 || ((last & 0x0F0FUL) + 0x0606 & 0x1010) != 0) return false;
        day = Compilation.DayNumbers.NumberOf(year, month, dayOfMonth);
        return true;
    }

    /// <summary>The digits of yyyy-MM- without their upper halves, and what makes one above nine carry.</summary>
    private const ulong DigitsOfDate = 0x00_0F0F_00_0F0F0F0F;
    private const ulong Carries = 0x00_0606_00_06060606;
    private const ulong HighBits = 0x00_1010_00_10101010;

    private static bool AreDigits(ulong bytes, ulong mask, ulong wanted) => (bytes & mask) == wanted;

    private static int TwoDigits(ulong digits) => (int)(((digits & 0xFF) * 10) + ((digits >> 8) & 0xFF));

    /// <summary>At most eighteen digits, perhaps with a minus before them and a point among them.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> cell, out decimal number)
    {
        number = 0;
        bool isNegative = cell.Length > 0 && cell[0] == '-';
        if (isNegative) cell = cell[1..];
        if (cell.Length is 0 or > 19) return false;
        (long digits, int point) = (0, -1);
        for (int i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '.' && point < 0 && i > 0 && i < cell.Length - 1) point = i;
            else if (IsDigit(cell[i])) digits = (digits * 10) + Digit(cell[i]);
            else return false;
        }

        if (cell.Length == 19 && point < 0) return false;
        number = new decimal((int)digits, (int)(digits >> 32), 0, isNegative, (byte)(point < 0 ? 0 : cell.Length - 1 - point));
        return true;
    }

    private static int Digit(byte b) => b - '0';

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
