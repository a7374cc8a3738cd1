using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using RetentionRules.Analysis;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Findings;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs.Snippets;

/// <summary>The C# of docs/embedding.md, run.</summary>
public sealed class EmbeddingSnippets
{
    private sealed record Contract(string Number, string? Series, DateOnly? EndDate, DateTimeOffset? SignedAt, decimal? Value, bool UnderSeal);

    private static readonly DateOnly asOf = new(2026, 11, 22);
    private static readonly TimeZoneInfo sydney = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");
    private static readonly string scheduleText = MarkdownBlock.Find("docs/embedding.md", "yaml agency-contracts").Text;
    private static readonly CompiledPolicy policy = RetentionPolicy.For(ScheduleReader.Read(scheduleText, "agency-contracts.yaml").Value).WithHolds(HoldList.None).Compile();

    private static readonly Contract[] contracts =
    [
        new("C-1", "FIN-10-03", new DateOnly(2010, 5, 31), new DateTimeOffset(2009, 6, 30, 14, 0, 0, TimeSpan.Zero), 48_000m, false),
        new("C-2", "FIN-10-04", null, null, 9_000m, true),
        new("C-3", "FIN-10-05", new DateOnly(2015, 1, 1), new DateTimeOffset(2005, 6, 30, 14, 0, 0, TimeSpan.Zero), 30_000_000m, true),
        new("C-4", null, new DateOnly(2010, 5, 31), null, null, false),
        new("C-5", "PER-01", new DateOnly(2010, 5, 31), null, 1m, false),
    ];

    private static class Policies
    {
        public static CompiledPolicy Contracts => policy;

        public static RecordMap<Contract> ContractMap { get; } = MapContracts(policy);
    }

    private static CompiledPolicy? Load(string path, HoldList holds, Action<string> log)
    {
        // snippet load
        LoadResult<RetentionSchedule> loaded = ScheduleReader.ReadFile(path);
        foreach (Diagnostic finding in loaded.Diagnostics) log(finding.ToString());
        if (!loaded.TryGetValue(out RetentionSchedule? schedule)) return null;
        return RetentionPolicy.For(schedule).WithHolds(holds).Compile();
        // end
    }

    [Fact]
    public void ASchedule_IsLoaded_OrItsFindingsAreSaid()
    {
        using TempFolder folder = new();
        List<string> log = [];
        Assert.NotNull(Load(folder.File("good.yaml", scheduleText), HoldList.None, log.Add));
        Assert.Empty(log);
        Assert.Null(Load(folder.File("bad.yaml", scheduleText.Replace("series under", "serie under", StringComparison.Ordinal)), HoldList.None, log.Add));
        Assert.Contains("bad.yaml:17:11: error", log[0]);
    }

    [Fact]
    public void FactsAreSetByName()
    {
        // snippet by-name
        RecordFacts facts = policy.NewRecord("C-2017-114")
            .Set("series", "FIN-10-03")
            .Set("final_action", new DateOnly(2018, 5, 31))
            .Set("value", 48_000m)
            .Set("under_seal", false)
            .Set("signed", FactValue.Unknown);
        DispositionDecision decision = policy.Evaluate(facts, asOf);
        // end
        Assert.Equal(DispositionStatus.Eligible, decision.Status);
        // snippet act
        bool mayBeDestroyed = decision.Permits(DispositionAction.Destroy);
        // end
        Assert.True(mayBeDestroyed);
        Assert.False(decision.Permits(DispositionAction.Transfer));
    }

    [Theory]
    [InlineData(true, "no: sealed-stays-offline")]
    [InlineData(false, "yes")]
    [InlineData(null, "not before it is known: series, under_seal")]
    public void APermission_IsOneOfThree(bool? underSeal, string expected)
    {
        RecordFacts facts = policy.NewRecord("C-6");
        if (underSeal is { } known) facts.Set("under_seal", known).Set("series", "FIN-10");
        // snippet permits
        PermissionDecision permission = policy.Permits("publish", facts, asOf);
        string answer = permission.Permission switch
        {
            PermissionStatus.Permitted => "yes",
            PermissionStatus.Forbidden => "no: " + string.Join(", ", permission.Forbidding),
            _ => "not before it is known: " + string.Join(", ", permission.Missing),
        };
        // end
        Assert.Equal(expected, answer);
    }

    [Fact]
    public void FactsComeFromADictionary()
    {
        // snippet dictionary
        Dictionary<string, FactValue> values = new()
        {
            ["series"] = FactValue.Text("FIN-10-03"),
            ["final_action"] = FactValue.Pending,
            ["under_seal"] = FactValue.YesNo(false),
        };
        DispositionDecision decision = policy.Evaluate(policy.NewRecord("C-2017-115").Set(values), asOf);
        // end
        Assert.Equal(DispositionStatus.Undetermined, decision.Status);
        Assert.Equal(["value"], decision.Missing);
    }

    private static RecordMap<Contract> MapContracts(CompiledPolicy policy)
    {
        // snippet map
        RecordMap<Contract> map = policy.Map<Contract>(m => m
            .Id(c => c.Number)
            .Text("series", c => c.Series, WhenNull.Unknown)
            .Event("final_action", c => c.EndDate, WhenNull.Pending)
            .Instant("signed", c => c.SignedAt, sydney, WhenNull.Unknown)
            .Number("value", c => c.Value, WhenNull.Unknown)
            .YesNo("under_seal", c => c.UnderSeal)
            .NotRecorded("transfer"));
        // end
        return map;
    }

    private static readonly string[] Expected = ["Eligible", "Awaiting", "Eligible", "Undetermined", "Unscheduled"];

    [Fact]
    public void FactsComeFromATypeOfTheCaller()
    {
        RecordMap<Contract> map = Policies.ContractMap;
        List<DispositionDecision> decisions = [];
        // snippet read-map
        RecordFacts facts = policy.NewRecord();
        foreach (Contract contract in contracts)
        {
            map.Read(contract, facts);
            decisions.Add(policy.Evaluate(facts, asOf));
        }
        // end
        Assert.Equal(Expected, decisions.Select(d => d.Status.ToString()));
    }

    [Fact]
    public void FactsComeFromADatabase()
    {
        using DbDataReader reader = Rows();
        List<DispositionDecision> decisions = [];
        // snippet data-reader
        RecordMap<DbDataReader> rows = policy.MapReader(reader, m => m
            .Id("number")
            .Column("series", "series", WhenNull.Unknown)
            .Day("final_action", "end_date", WhenNull.Pending)
            .UtcInstant("signed", "signed_utc", sydney, WhenNull.Unknown)
            .Column("value", "value", WhenNull.Unknown)
            .Column("under_seal", "sealed", WhenNull.Unknown)
            .NotRecorded("transfer"));
        RecordFacts facts = policy.NewRecord();
        while (reader.Read())
        {
            rows.Read(reader, facts);
            decisions.Add(policy.Evaluate(facts, asOf));
        }
        // end
        Assert.Equal(Expected, decisions.Select(d => d.Status.ToString()));
    }

    private static DataTableReader Rows()
    {
        DataTable table = new();
        foreach ((string name, Type type) in (ReadOnlySpan<(string, Type)>)
            [("number", typeof(string)), ("series", typeof(string)), ("end_date", typeof(DateTime)), ("signed_utc", typeof(DateTime)), ("value", typeof(decimal)), ("sealed", typeof(bool))])
            table.Columns.Add(name, type);
        foreach (Contract c in contracts)
            table.Rows.Add(c.Number, c.Series, c.EndDate?.ToDateTime(TimeOnly.MinValue), c.SignedAt?.UtcDateTime, c.Value, c.UnderSeal);
        return table.CreateDataReader();
    }

    [Fact]
    public void ReasonsCanBeSaidInAnotherLanguage()
    {
        // snippet localise
        string Say(DecisionReason reason) => reason.Code switch
        {
            "due-since" => $"fällig seit {Argument(reason, "date")}",
            "not-due-before" => $"nicht vor dem {Argument(reason, "date")}",
            _ => reason.Text,
        };
        // end
        RecordFacts facts = policy.NewRecord().Set("series", "FIN-10").Set("under_seal", false).Set("final_action", new DateOnly(2018, 5, 31)).Set("value", 1m);
        Assert.Contains("fällig seit 2025-07-01", policy.Evaluate(facts, asOf).Reasons.Select(Say));
        Assert.Contains("nicht vor dem 2025-07-01", policy.Evaluate(facts, new DateOnly(2020, 1, 1)).Reasons.Select(Say));
    }

    private static string Argument(DecisionReason reason, string name) => reason.Arguments.Single(a => a.Key == name).Value;

    [Fact]
    public void OnePolicy_ServesAllThreads()
    {
        ConcurrentDictionary<string, DispositionStatus> results = new();
        Contract[] contracts = [.. Enumerable.Range(0, 2_000).Select(i => EmbeddingSnippets.contracts[i % 5] with { Number = $"{i}" })];
        Run();
        Assert.All(results, r => Assert.Equal(Expected[int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture) % 5], r.Value.ToString()));
        Assert.Equal(2_000, results.Count);

        void Run()
        {
            // snippet singleton
            CompiledPolicy policy = Policies.Contracts;
            Parallel.ForEach(contracts, () => policy.NewRecord(), (contract, _, facts) =>
            {
                Policies.ContractMap.Read(contract, facts);
                results[contract.Number] = policy.Evaluate(facts, asOf).Status;
                return facts;
            }, facts => facts.Clear());
            // end
        }
    }

    // snippet reload
    public sealed class CurrentPolicy(CompiledPolicy first)
    {
        private volatile CompiledPolicy _policy = first;

        /// <summary>Take it once for each request: facts belong to the policy that made them.</summary>
        public CompiledPolicy Value => _policy;

        public IReadOnlyList<Diagnostic> TryReload(string schedulePath, string holdsPath)
        {
            LoadResult<RetentionSchedule> schedule = ScheduleReader.ReadFile(schedulePath);
            if (schedule.HasErrors) return schedule.Diagnostics;
            LoadResult<HoldList> holds = HoldReader.ReadFile(holdsPath, schedule.Value);
            if (holds.HasErrors) return holds.Diagnostics;
            _policy = RetentionPolicy.For(schedule.Value).WithHolds(holds.Value).Compile();
            return [.. schedule.Diagnostics, .. holds.Diagnostics];
        }
    }
    // end

    private const string HoldsText = "holds:\n  - id: suit\n    title: A suit\n    authority: Court\n    records: [C-2017-114]\n";

    [Fact]
    public void AReload_ChangesThePolicyAsAWhole_OrNotAtAll()
    {
        using TempFolder folder = new();
        string schedule = folder.File("agency-contracts.yaml", scheduleText);
        string holds = folder.File("agency-contracts.holds.yaml", HoldsText);
        CurrentPolicy current = new(policy);
        Assert.DoesNotContain(current.TryReload(schedule, holds), d => d.Severity == DiagnosticSeverity.Error);
        CompiledPolicy reloaded = current.Value;
        Assert.NotSame(policy, reloaded);
        folder.File("agency-contracts.holds.yaml", HoldsText.Replace("records:", "record:", StringComparison.Ordinal));
        Assert.Contains(current.TryReload(schedule, holds), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Same(reloaded, current.Value);
    }

    private sealed record KeptDecision(
        string Record, DateOnly AsOf, string ScheduleHash, string SchedulePath, string HoldsHash, string HoldsPath,
        IReadOnlyDictionary<string, FactValue> Facts, string Decision);

    [Fact]
    public void AnOldDecision_IsReplayed_ToTheByte()
    {
        RetentionSchedule schedule = ScheduleReader.Read(scheduleText, "agency-contracts.yaml").Value;
        HoldList holds = HoldReader.Read(HoldsText, schedule, "agency-contracts.holds.yaml").Value;
        CompiledPolicy policy = RetentionPolicy.For(schedule).WithHolds(holds).Compile();
        RecordFacts facts = policy.NewRecord("C-2017-114").Set("series", "FIN-10-03").Set("final_action", new DateOnly(2018, 5, 31)).Set("value", 1m).Set("under_seal", false);
        string decided = DecisionJson.Write(policy.Evaluate(facts, asOf));
        Assert.Contains("\"status\":\"held\"", decided);
        KeptDecision kept = new("C-2017-114", asOf, schedule.ContentHash, schedule.Path, holds.ContentHash, holds.Path, policy.Facts.ToDictionary(f => f.Name, f => facts[f.Name]), decided);
        Dictionary<string, string> archivedTexts = new() { [schedule.ContentHash] = scheduleText, [holds.ContentHash] = HoldsText };
        // snippet replay
        RetentionSchedule then = ScheduleReader.Read(archivedTexts[kept.ScheduleHash], kept.SchedulePath).Value;
        HoldList holdsThen = HoldReader.Read(archivedTexts[kept.HoldsHash], then, kept.HoldsPath).Value;
        CompiledPolicy policyThen = RetentionPolicy.For(then).WithHolds(holdsThen).Compile();
        DispositionDecision again = policyThen.Evaluate(policyThen.NewRecord(kept.Record).Set(kept.Facts), kept.AsOf);
        bool isTheSame = DecisionJson.Write(again) == kept.Decision;
        // end
        Assert.True(isTheSame);
    }

    private sealed class ListLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable BeginScope<TState>(TState state) => throw new NotSupportedException();

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }

    [Fact]
    public void TheHostLogs()
    {
        ListLogger logger = new();
        DispositionDecision decision = policy.Evaluate(policy.NewRecord("C-4").Set("series", "FIN-10").Set("value", 1m), asOf);
        // snippet log
        if (decision.Status is DispositionStatus.Conflict or DispositionStatus.Undetermined)
        {
            logger.LogWarning(
                "{Record} is {Status}: {Codes}, missing {Missing}",
                decision.Record, decision.Status, string.Join(' ', decision.Reasons.Select(r => r.Code)), string.Join(' ', decision.Missing));
        }
        // end
        Assert.Equal("C-4 is Undetermined: item-applies case-may-apply case-may-apply, missing under_seal", Assert.Single(logger.Lines));
    }

    /// <summary>Twenty years of nights: whoever is not decided anew would have been decided the same.</summary>
    [Fact]
    public void NightByNight_OnlyWhatCanChangeIsDecidedAnew()
    {
        RecordMap<Contract> map = Policies.ContractMap;
        Dictionary<string, Contract> contracts = EmbeddingSnippets.contracts.ToDictionary(c => c.Number);
        RecordFacts facts = policy.NewRecord();
        Dictionary<string, DispositionDecision> store = contracts.Values.ToDictionary(c => c.Number, c => policy.Evaluate(map.Read(c), new DateOnly(2009, 1, 1)));
        DispositionDecision[] first = [.. store.Values];
        for (DateOnly today = new(2009, 1, 2); today < new DateOnly(2029, 1, 1); today = today.AddDays(1))
        {
            // snippet nightly
            foreach (string number in store.Where(s => s.Value.ChangesOn.IsFinite && s.Value.ChangesOn.Date <= today).Select(s => s.Key).ToArray())
            {
                map.Read(contracts[number], facts);
                store[number] = policy.Evaluate(facts, today);
            }
            // end
            Assert.All(store, s => Assert.Equal(Summary(policy.Evaluate(map.Read(contracts[s.Key]), today)), Summary(s.Value)));
        }

        Assert.NotEqual(first.Select(Summary), store.Values.Select(Summary));
    }

    [Fact]
    public async Task ADryRun_SumsUp_AndListsWhatMayBeDestroyed()
    {
        using TempFolder folder = new();
        string records = folder.File("records.csv", "id,series,final_action,value,under_seal\nC-1,FIN-10-03,2010-05-31,48000,no\nC-2,FIN-10-04,,9000,yes\n");
        using MemoryStream stream = new();
        CancellationToken cancellation = CancellationToken.None;
        // snippet dry-run
        RecordSource[] sources = [RecordSource.OpenFile(records)];
        DryRunSummary summary = new(policy, by: ["series"]);
        DispositionList list = new(stream, policy, DispositionListKind.Destruction, DispositionList.DefaultColumns);
        DryRunner runner = new(policy);
        await runner.RunAsync(sources, asOf, [summary, list], DryRunOptions.Default, cancellation);
        long due = summary.Forecast.Acts.Sum(a => a.DueNow);
        // end
        Assert.Equal((1, 1, 2), (due, list.Count, summary.ByFact[0].Rows.Count));
    }

    [Fact]
    public void AnEdition_IsProved_AndComparedWithTheOneBefore()
    {
        RetentionSchedule schedule = ScheduleReader.Read(scheduleText, "agency-contracts.yaml").Value;
        RetentionSchedule edition = ScheduleReader.Read(scheduleText.Replace("7 years", "5 years", StringComparison.Ordinal), "agency-contracts.yaml").Value;
        CancellationToken outOfTime = CancellationToken.None;
        List<string> lines = [];
        void log(string line) => lines.Add(line);
        // snippet prove
        AnalysisOptions options = new(asOf) { OutOfTime = outOfTime };
        ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, options);
        foreach (AnalysisFinding finding in analysis.Findings.Where(f => f.Witness is not null))
            log($"{finding.Descriptor.Code} {finding.Place}: {finding.Witness}");
        bool isProved = analysis.IsSettled && analysis.Findings.All(f => f.Descriptor.Severity == DiagnosticSeverity.Information);
        string[] captured = [.. analysis.Needs.Select(n => n.Fact).Where(f => f.Length > 0).Distinct()];

        ScheduleComparison comparison = ScheduleComparer.Compare(schedule, edition, options);
        bool isSooner = comparison.Changes.Any(c => c.Kind <= MeaningChangeKind.ShorterRetention);
        bool areSame = comparison.SameMeaning == ProofVerdict.Proved;
        foreach (MeaningChange change in comparison.Changes.Where(c => c.Witness is not null).Take(20))
            log(change.Explain()!.Write(width: 132));
        // end
        Assert.NotEmpty(lines);
        Assert.False(isProved);
        Assert.NotEmpty(captured);
        Assert.Contains(lines, l => l.Contains("7 years", StringComparison.Ordinal) && l.Contains("5 years", StringComparison.Ordinal));
        Assert.True(isSooner);
        Assert.False(areSame);
    }

    [Fact]
    public void AVerdict_SaysWhatTheDecisionSays()
    {
        RecordMap<Contract> map = Policies.ContractMap;
        List<string> due = [];
        int[] counts = new int[Enum.GetValues<DispositionStatus>().Length];
        // snippet verdict
        FactPlace series = policy.PlaceOf("series");
        FactPlace finalAction = policy.PlaceOf("final_action");
        RecordFacts facts = policy.NewRecord();
        foreach (Contract contract in contracts)
        {
            map.Read(contract, facts);
            DispositionVerdict verdict = policy.Decide(facts, asOf);
            if (verdict.Permits(DispositionAction.Destroy)) due.Add(contract.Number);
            counts[(int)verdict.Status]++;
        }

        facts.Clear();
        facts.Set(series, "FIN-10-03").Set(finalAction, new DateOnly(2018, 5, 31));
        bool isKnown = policy.Decide(facts, asOf).Status != DispositionStatus.Undetermined;
        // end
        Assert.Equal(["C-1"], due);
        Assert.Equal(Expected.Order(StringComparer.Ordinal), Enum.GetValues<DispositionStatus>().SelectMany(s => Enumerable.Repeat(s.ToString(), counts[(int)s])).Order(StringComparer.Ordinal));
        Assert.False(isKnown);
    }

    [Fact]
    public void Findings_AreJudged_AsTheCommandLineDoes()
    {
        using TempFolder folder = new();
        string path = folder.File("plans.yaml", """
            schedule: plans
            title: Plans
            status: submitted
            record: { series: code }
            items: [{ item: "1", title: Plans, when: series under "A", disposition: permanent }]
            accepted: [{ finding: RR5021, item: "1", reason: The law is being amended, by: City Archivist, until: 2027-06-30 }]

            """);
        string profileFile = folder.File("retention.yaml", "profile: city\nfindings: { RR5021: error }\n");
        // snippet judge
        FindingProfile profile = FindingProfileReader.ReadFile(profileFile).Value;
        IReadOnlyList<Diagnostic> found = FileCheck.Check(path, schedulePath: "", asOf);
        IReadOnlyList<JudgedFinding> judged = FindingJudgement.Judge(found, FindingAcceptances.ReadFiles(path), profile, asOf, FindingScope.Check);
        bool mayGoOn = !judged.Any(f => f.Fails);
        string[] standing = [.. judged.Where(f => f.IsAccepted).Select(f => $"{f.Diagnostic.Code}: {f.Acceptance!.Reason}")];
        // end
        Assert.True(mayGoOn);
        Assert.Equal(["RR5021: The law is being amended"], standing);
        Assert.Equal(DiagnosticSeverity.Error, judged.Single(f => f.IsAccepted).Severity);
    }

    private static string Summary(DispositionDecision d) => $"{d.Status} {d.Item?.Number} {d.Action} {d.Next} {string.Join(' ', d.Missing)}";
}
