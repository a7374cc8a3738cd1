using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>The earliest of several lines: what surely comes no earlier than another surely has come does not matter.</summary>
internal sealed class EarliestLine(int[] of) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        (int notBefore, int notAfter, int whilePending, int apart) = (DayNumbers.Never, DayNumbers.Never, DayNumbers.Never, DayNumbers.Never);
        foreach (int line in of)
        {
            ref readonly MomentSpan span = ref lines[line];
            notBefore = Math.Min(notBefore, span.NotBefore);
            notAfter = Math.Min(notAfter, span.NotAfter);
            whilePending = Math.Min(whilePending, span.WhilePending);
            apart = Math.Min(apart, span.ApartFromPending);
        }

        SpanGrounds grounds = SpanGrounds.None;
        foreach (int line in of)
            if (Matters(lines[line], notAfter)) grounds |= lines[line].Grounds;
        return new MomentSpan(notBefore, notAfter, whilePending, apart, grounds);
    }

    private static bool Matters(in MomentSpan span, int notAfter) => span.WhilePending < notAfter || notAfter == DayNumbers.Never;

    public override void Name(GroundNames names, int line)
    {
        foreach (int alternative in of)
            if (Matters(names[alternative], names[line].NotAfter)) names.Of(alternative);
    }
}

/// <summary>The latest of several lines: what surely has come when another can come at the earliest does not matter.</summary>
internal sealed class LatestLine(int[] of) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf) => Of(lines, of);

    public static MomentSpan Of(ReadOnlySpan<MomentSpan> lines, ReadOnlySpan<int> of)
    {
        MomentSpan first = lines[of[0]];
        (int notBefore, int notAfter, int whilePending, int apart) = (first.NotBefore, first.NotAfter, first.WhilePending, first.ApartFromPending);
        foreach (int line in of[1..])
        {
            ref readonly MomentSpan span = ref lines[line];
            notBefore = Math.Max(notBefore, span.NotBefore);
            notAfter = Math.Max(notAfter, span.NotAfter);
            whilePending = Math.Max(whilePending, span.WhilePending);
            apart = Math.Max(apart, span.ApartFromPending);
        }

        SpanGrounds grounds = SpanGrounds.None;
        foreach (int line in of)
            if (lines[line].NotAfter > apart) grounds |= lines[line].Grounds;
        return new MomentSpan(notBefore, notAfter, whilePending, apart, grounds);
    }

    public override void Name(GroundNames names, int line)
    {
        foreach (int alternative in of)
            if (names[alternative].NotAfter > names[line].ApartFromPending) names.Of(alternative);
    }
}

/// <summary>One of the lines that <see cref="LatestOfThoseLeft"/> joins.</summary>
/// <param name="Line">The line.</param>
/// <param name="DropsOutWithout">The places of facts without which it does not count.</param>
internal readonly record struct LatestChoice(int Line, int[] DropsOutWithout);

/// <summary>The latest of several lines of which some drop out where a fact is never (docs/language.md, 5.10).</summary>
internal sealed class LatestOfThoseLeft(LatestChoice[] of) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        Span<MomentSpan> left = stackalloc MomentSpan[of.Length];
        (int count, bool mayAllDropOut) = (0, true);
        foreach (LatestChoice choice in of)
        {
            if (DropsOut(choice, facts)) continue;
            bool mayDropOut = MayDropOut(choice, facts);
            mayAllDropOut &= mayDropOut;
            left[count++] = lines[choice.Line];
        }

        if (count == 0) return MomentSpan.Never;
        if (mayAllDropOut) return OfThoseThatCome(left[..count]);
        int at = 0;
        foreach (LatestChoice choice in of)
        {
            if (DropsOut(choice, facts)) continue;
            if (MayDropOut(choice, facts)) left[at] = left[at].WithoutFloor();
            at++;
        }

        MomentSpan latest = left[0];
        for (int i = 1; i < count; i++)
        {
            latest = new MomentSpan(
                Math.Max(latest.NotBefore, left[i].NotBefore), Math.Max(latest.NotAfter, left[i].NotAfter),
                Math.Max(latest.WhilePending, left[i].WhilePending), Math.Max(latest.ApartFromPending, left[i].ApartFromPending), SpanGrounds.None);
        }

        SpanGrounds grounds = SpanGrounds.None;
        foreach (MomentSpan span in left[..count])
            if (span.NotAfter > latest.ApartFromPending) grounds |= span.Grounds;
        return latest with { Grounds = grounds };
    }

    /// <summary>Any of them may turn out not to count, and if none does, the whole never comes.</summary>
    private static MomentSpan OfThoseThatCome(ReadOnlySpan<MomentSpan> left)
    {
        MomentSpan first = left[0];
        foreach (MomentSpan span in left[1..]) first = MomentSpan.Hull(first, span);
        return first with { NotAfter = DayNumbers.Never };
    }

    private static bool DropsOut(LatestChoice choice, RecordFacts facts) => Has(choice, facts, FactState.Never);

    private static bool MayDropOut(LatestChoice choice, RecordFacts facts)
    {
        foreach (int place in choice.DropsOutWithout)
            if (facts.At(place).State != FactState.Known) return true;
        return false;
    }

    private static bool Has(LatestChoice choice, RecordFacts facts, FactState state)
    {
        foreach (int place in choice.DropsOutWithout)
            if (facts.At(place).State == state) return true;
        return false;
    }

    public override void Name(GroundNames names, int line)
    {
        LatestChoice[] left = [.. of.Where(c => !DropsOut(c, names.Facts))];
        bool mayAllDropOut = left.All(c => MayDropOut(c, names.Facts));
        foreach (LatestChoice choice in left)
            if (mayAllDropOut || names[choice.Line].NotAfter > names[line].ApartFromPending) names.Of(choice.Line);
    }
}

/// <summary>One line where a fact is known, another where it never is; while that is open, one of the two.</summary>
internal sealed class FallbackLine(int tested, int main, int fallback) : MomentOperation
{
    public override CountedDay[] CountedDays(MomentOperation[] program) =>
        program[main].CountedDays(program) is [var first] && first.Place == tested && program[fallback].CountedDays(program) is { Length: > 0 } others ? [first, .. others] : [];

    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf) => facts.At(tested).State switch
    {
        FactState.Known => lines[main],
        FactState.Never => lines[fallback],
        _ => MomentSpan.Hull(lines[main], lines[fallback]),
    };

    public override void Name(GroundNames names, int line)
    {
        FactState state = names.Facts.At(tested).State;
        if (state != FactState.Never) names.Of(main);
        if (state != FactState.Known) names.Of(fallback);
    }
}

/// <summary>
/// The next time of an act that recurs: after the first time and one period after it was last done (docs/language.md, 5.17).
/// </summary>
internal sealed class NextTimeLine(int first, int again, int done, string doneName) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        ref readonly FactBits value = ref facts.At(done);
        return value.State switch
        {
            FactState.Known => value.AsDayNumber <= asOf ? MomentSpan.Latest(lines[first], lines[again]) : lines[first],
            FactState.Pending or FactState.Never => lines[first],
            _ => MomentSpan.Latest(lines[first], MomentSpan.Unknown),
        };
    }

    public override void Name(GroundNames names, int line)
    {
        ref readonly FactBits value = ref names.Facts.At(done);
        bool isUnknown = value.State == FactState.Unknown;
        bool isCounted = value.State == FactState.Known && value.AsDayNumber <= names.AsOf;
        int apart = isUnknown || isCounted ? names[line].ApartFromPending : int.MinValue;
        if (names[first].NotAfter > apart || !(isUnknown || isCounted)) names.Of(first);
        if (isUnknown && apart < DayNumbers.Never) names.AddMissing(doneName);
        if (isCounted && names[again].NotAfter > apart) names.Of(again);
    }
}
