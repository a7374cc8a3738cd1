using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>A class of a classification scheme: a line of a file plan. Immutable.</summary>
public sealed class RecordClass
{
    internal RecordClass(string code, LocalizedText title, bool isNonRecord, SourceReference source)
    {
        Code = code;
        Title = title;
        IsNonRecord = isNonRecord;
        Source = source;
    }

    /// <summary>The code; its segments say which class stands above which.</summary>
    public string Code { get; }

    /// <summary>What the records are.</summary>
    public LocalizedText Title { get; }

    /// <summary>
    /// Whether it takes what is no record and is not filed: newspapers received, blank forms. What a class says goes for
    /// those below it that say nothing themselves. It changes no decision; a decision only names it.
    /// </summary>
    public bool IsNonRecord { get; }

    /// <summary>What the class covers, in more words than the title.</summary>
    public LocalizedText Scope { get; internal init; } = LocalizedText.Empty;

    /// <summary>What to know when filing.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
