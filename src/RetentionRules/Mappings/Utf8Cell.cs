namespace RetentionRules.Mappings;

/// <summary>Reads cells in their most usual form from bytes; whatever else is a value too is left to <see cref="CellReader"/>.</summary>
internal static class Utf8Cell
{
    /// <summary>A day that exists, as yyyy-MM-dd; but not the first and last of all, which stand for none.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> cell, out int day)
    {
        day = 0;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-') return false;
        int year = (Digit(cell[0]) * 1000) + (Digit(cell[1]) * 100) + (Digit(cell[2]) * 10) + Digit(cell[3]);
        int month = (Digit(cell[5]) * 10) + Digit(cell[6]);
        int dayOfMonth = (Digit(cell[8]) * 10) + Digit(cell[9]);
        bool areDigits = (IsDigit(cell[0]) & IsDigit(cell[1]) & IsDigit(cell[2]) & IsDigit(cell[3]) & IsDigit(cell[5]) & IsDigit(cell[6]) & IsDigit(cell[8]) & IsDigit(cell[9]));
        if (!areDigits || year is < 2 or > 9998 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > Compilation.DayNumbers.LengthOf(year, month)) return false;
        day = Compilation.DayNumbers.NumberOf(year, month, dayOfMonth);
        return true;
    }

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
