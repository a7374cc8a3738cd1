namespace RetentionRules.Importing;

/// <summary>A fact that a wording asks for, by the name it gets here and the words it had.</summary>
/// <param name="Name">As the rules language names it.</param>
/// <param name="Words">As the wording says it.</param>
/// <param name="IsCreated">Whether it is the day on which the record was made, and not an event.</param>
internal readonly record struct WordedFact(string Name, string Words, bool IsCreated);

/// <summary>One part of a wording: an act falls due at this moment.</summary>
/// <param name="Period">A period such as <c>6 years</c>; empty where the act follows at once.</param>
/// <param name="Start">The fact it counts from.</param>
/// <param name="OfFiscalYear">Whether it counts from the end of that fact's fiscal year.</param>
internal readonly record struct WordedMoment(string Period, WordedFact Start, bool OfFiscalYear)
{
    /// <summary>In the rules language.</summary>
    public string Text
    {
        get
        {
            string start = OfFiscalYear ? $"end of fiscal year of {Start.Name}" : Start.Name;
            return Period.Length > 0 ? $"{Period} after {start}" : start;
        }
    }

    public string AsStep => Period.Length > 0 ? Text : (OfFiscalYear ? "at " : "when ") + Text;
}

/// <summary>What a wording says, as far as it is one of the wordings that are taken over.</summary>
internal abstract record OfficialWording
{
    private OfficialWording()
    {
    }

    /// <summary>One rule, without doubt.</summary>
    /// <param name="Disposition">In the rules language.</param>
    /// <param name="Moments">What it counts from.</param>
    public sealed record Said(string Disposition, IReadOnlyList<WordedMoment> Moments) : OfficialWording;

    /// <summary>More than one rule.</summary>
    /// <param name="Readings">Each in the rules language; none where the parts are not among the wordings that are taken over.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Readings) : OfficialWording;

    /// <summary>None of the wordings that are taken over.</summary>
    public sealed record NotUnderstood : OfficialWording;
}
