using System.Globalization;
using System.Text;
using RetentionRules.Benchmarks.Workload;

namespace RetentionRules.Benchmarks.Baselines;

/// <summary>
/// A schedule as the C# that a good engineer would write by hand for it and nothing else: a switch on the first four characters
/// of the series, in each family a switch on the series, and then the few items that take a whole part of the family. It is
/// one method a family, because the just-in-time compiler gives up optimising methods as long as a whole schedule.
/// </summary>
internal sealed class ScheduleCode
{
    public const string TypeName = "GeneratedSchedule";
    public const string MethodName = "Decide";

    private const int FamilyLength = 4;

    /// <summary>Optimised at its first call. Else hundreds of methods wait for their turn, and the figures fall for minutes.</summary>
    private const string Optimised = "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    private readonly StringBuilder _code = new();

    private ScheduleCode()
    {
    }

    /// <summary>The source text.</summary>
    /// <exception cref="NotSupportedException">The order of the items does not allow code of this form.</exception>
    public static string Write(WorkloadRules rules)
    {
        ScheduleCode code = new();
        code.AppendType(rules.Items);
        return code._code.ToString();
    }

    private void AppendType(IReadOnlyList<WorkloadItem> items)
    {
        WorkloadItem[] leading = [.. items.TakeWhile(item => item.Series is null)];
        WorkloadItem[] trailing = [.. items.Skip(leading.Length).SkipWhile(item => item.Series is not null)];
        if (trailing.Any(item => item.Series is not null)) throw new NotSupportedException("An item without a series stands among those with one.");
        IGrouping<string, WorkloadItem>[] families =
            [.. items.Where(item => item.Series is not null).GroupBy(item => item.Series!.Text[..FamilyLength], StringComparer.Ordinal)];

        _code.AppendLine("using System;").AppendLine("using RetentionRules.Benchmarks.Baselines;").AppendLine("using RetentionRules.Benchmarks.Workload;");
        _code.AppendLine("public static class " + TypeName).AppendLine("{");
        AppendDecide(leading, families, trailing);
        for (int i = 0; i < families.Length; i++) AppendFamily(i, [.. families[i]]);
        _code.AppendLine("}");
    }

    private void AppendDecide(WorkloadItem[] leading, IGrouping<string, WorkloadItem>[] families, WorkloadItem[] trailing)
    {
        _code.AppendLine(Optimised).AppendLine("public static WorkloadOutcome " + MethodName + "(WorkloadRecord r, DateOnly asOf)").AppendLine("{");
        foreach (WorkloadItem item in leading) AppendReturn(item);
        // One for all families: each local is cleared on every call, and there are hundreds of families.
        _code.AppendLine("WorkloadOutcome found;");
        _code.AppendLine(Invariant($"switch (r.Series.AsSpan(0, Math.Min({FamilyLength}, r.Series.Length)))")).AppendLine("{");
        for (int i = 0; i < families.Length; i++)
            _code.AppendLine(Invariant($"case \"{families[i].Key}\": if (Family{i}(r, asOf, out found)) return found; break;"));
        _code.AppendLine("}");
        foreach (WorkloadItem item in trailing) AppendReturn(item);
        _code.AppendLine("return WorkloadOutcome.Unmatched(r.OnHold);").AppendLine("}");
    }

    private void AppendReturn(WorkloadItem item) => _code.AppendLine(Invariant($"if ({Conditions(item.When.All)}) return {Outcome(item)};"));

    private void AppendFamily(int number, WorkloadItem[] items)
    {
        CheckOrder(items);
        _code.AppendLine(Optimised).AppendLine(Invariant($"private static bool Family{number}(WorkloadRecord r, DateOnly asOf, out WorkloadOutcome found)")).AppendLine("{");
        _code.AppendLine("switch (r.Series)").AppendLine("{");
        foreach (IGrouping<string, WorkloadItem> series in items.Where(item => !IsPrefix(item)).GroupBy(item => item.Series!.Text, StringComparer.Ordinal))
        {
            _code.AppendLine(Invariant($"case \"{series.Key}\":"));
            foreach (WorkloadItem item in series) AppendFound(item, item.When.All.Where(t => t != item.Series));
            _code.AppendLine("break;");
        }

        _code.AppendLine("}");
        foreach (WorkloadItem item in items.Where(IsPrefix)) AppendFound(item, item.When.All);
        _code.AppendLine("found = default;").AppendLine("return false;").AppendLine("}");
    }

    private void AppendFound(WorkloadItem item, IEnumerable<WorkloadTest> tests) =>
        _code.AppendLine(Invariant($"if ({Conditions(tests)}) {{ found = {Outcome(item)}; return true; }}"));

    /// <summary>The first match stays the first only if no item of a single series comes after one that takes it in.</summary>
    private static void CheckOrder(WorkloadItem[] items)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (!IsPrefix(items[i])) continue;
            string prefix = items[i].Series!.Text;
            if (items.Skip(i).Any(later => !IsPrefix(later) && later.Series!.Text.StartsWith(prefix, StringComparison.Ordinal)))
                throw new NotSupportedException($"Behind item {items[i].Id} stands one that it takes records from.");
        }
    }

    private static bool IsPrefix(WorkloadItem item) => item.Series!.Op == WorkloadOperator.Prefix;

    private static string Conditions(IEnumerable<WorkloadTest> tests) => string.Join(" && ", tests.Select(Condition).DefaultIfEmpty("true"));

    private static string Condition(WorkloadTest test) => test.Op switch
    {
        WorkloadOperator.Eq => $"{Property(test.Field)} == \"{test.Text}\"",
        WorkloadOperator.Prefix => $"{Property(test.Field)}.StartsWith(\"{test.Text}\", StringComparison.Ordinal)",
        WorkloadOperator.In => $"{Property(test.Field)} is \"{string.Join("\" or \"", test.Texts)}\"",
        WorkloadOperator.Ge => $"{Comparable(test.Field)} >= {Literal(test)}",
        WorkloadOperator.Lt => $"{Comparable(test.Field)} < {Literal(test)}",
        WorkloadOperator.NotNull => $"{Property(test.Field)} is not null",
        _ => throw new InvalidOperationException("unknown operator"),
    };

    /// <summary>Days are compared as numbers, because the constructor of a day is no constant.</summary>
    private static string Comparable(string field) => field == "amount" ? Property(field) : Property(field) + ".DayNumber";

    private static string Literal(WorkloadTest test) => test.Field == "amount"
        ? test.Text + "m"
        : Invariant($"{DateOnly.ParseExact(test.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber}");

    private static string Outcome(WorkloadItem item) => item.Action == WorkloadAction.Permanent
        ? Invariant($"WorkloadOutcome.Permanent({item.Number}, r.OnHold)")
        : Invariant($"WorkloadOutcome.Timed({item.Number}, WorkloadAction.{item.Action}, {Due(item)}, r.OnHold, asOf)");

    private static string Due(WorkloadItem item)
    {
        string count = item.Cutoff switch
        {
            WorkloadCutoff.None => nameof(DueDates.After),
            WorkloadCutoff.CalendarYear => nameof(DueDates.AfterCalendarYear),
            WorkloadCutoff.FiscalYear => nameof(DueDates.AfterFiscalYear),
            _ => throw new InvalidOperationException("unknown cutoff"),
        };
        return Invariant($"{nameof(DueDates)}.{count}({string.Join(" ?? ", item.Trigger.Select(Property))}, {item.Period.TotalMonths})");
    }

    /// <summary><c>record_type</c> is <c>r.RecordType</c>.</summary>
    private static string Property(string field) => "r." + string.Concat(field.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
