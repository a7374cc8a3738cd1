namespace RetentionRules.Mappings;

/// <summary>Cells that can be read as the bytes of the file, so that what was seen before need not become a text again.</summary>
internal interface IUtf8Cells : IRecordCells
{
    /// <summary>The bytes of a cell without quotes: whether they are UTF-8 is only found out when they are decoded.</summary>
    ReadOnlySpan<byte> Utf8(int column);
}
