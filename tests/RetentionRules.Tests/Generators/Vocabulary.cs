using RetentionRules.Schedules;

namespace RetentionRules.Tests.Generators;

/// <summary>The facts that generated schedules speak of: one of each type, and events enough to combine.</summary>
internal static class Vocabulary
{
    public const string Declarations = """
        calendar:
          fiscal-year-ends: 30 September
          academic-year-ends: last day of February
          biennium-ends: 30 June of odd years
          cycles: { administration: [2017-01-20, 2021-01-20, 2025-01-20] }
        retention-starts: created
        record:
          series: code
          copy: one of [official, other, working]
          security: ordered [open_access, secret, top_secret]
          amount: number
          litigation: yes/no
          title: text
          created: date
          issued: date
          closed: event
          paid: event
          superseded: event
          surveys: list of dates
          request: related record
          done_transfer: { type: event, completes: transfer }
        parameters:
          set_age: { type: period from 1 year to 5 years, value: 2 years }
          free_age: period from 1 year to 3 years
        define:
          left: earliest of (closed, 1 year after superseded)
        classes:
          - { class: C, title: One }
          - { class: C-1, title: Below it }
          - { class: C-1-2, title: Further below, non-record: yes }
          - { class: D, title: Another }

        """;

    /// <summary>The codes that a record can be filed under, a file of a class among them.</summary>
    public static readonly string[] Classes = ["C", "C-1", "C-1-2", "C-1-2/9", "D"];

    /// <summary>The classes that rules can give.</summary>
    public static readonly string[] ListedClasses = ["C", "C-1", "C-1-2", "D"];

    /// <summary>The codes that a fact is given.</summary>
    public static string[] CodesOf(FactDefinition fact) => fact.Name == ClassificationScheme.FactName ? Classes : Codes;

    /// <summary>Acts beyond those of dispositions, recorded by facts that dispositions count from as well.</summary>
    public const string Acts = """
        actions:
          publish: { done: issued }
          outsource: { done: closed }
          exhibit: { done: paid }

        """;

    /// <summary>Acts that facts record, so that they can stand in an order; and in the one in which they are generated, to keep out circles.</summary>
    public static readonly string[] Recorded = ["publish", "outsource", "transfer", "exhibit"];

    public static readonly string[] Restricted = ["destroy", "destroy", "destroy", "transfer", "hand over", "review", "open", "publish", "exhibit", "lend the original"];

    public static readonly string[] Codes = ["A", "A.1", "A.1.2", "A.10", "B", "B-1"];
    public static readonly string[] Copies = ["official", "other", "working"];
    public static readonly string[] Levels = ["open_access", "secret", "top_secret"];
    public static readonly string[] Titles = ["lease of land", "treaty", "note"];
    public static readonly string[] Dated = ["created", "issued", "closed", "paid", "superseded", "request.destroyed", "request.transferred"];
    public static readonly string[] Events = ["closed", "paid", "superseded", "request.destroyed", "request.transferred"];
    public static readonly string[] Cycles = ["calendar year", "fiscal year", "academic year", "biennium", "half-year", "quarter", "month", "week", "administration"];

    /// <summary>Days around month ends, year ends and leap days, and few enough that events coincide.</summary>
    public static readonly DateOnly[] Days =
    [
        new(2019, 12, 31), new(2020, 1, 1), new(2020, 1, 31), new(2020, 2, 28), new(2020, 2, 29), new(2020, 3, 1), new(2020, 6, 30),
        new(2020, 9, 30), new(2020, 10, 1), new(2021, 1, 19), new(2021, 1, 20), new(2021, 2, 28), new(2021, 5, 31), new(2021, 8, 30),
        new(2022, 2, 14), new(2022, 7, 4), new(2023, 2, 28), new(2023, 11, 30), new(2024, 2, 29), new(2025, 1, 20), new(2026, 6, 15),
    ];
}
