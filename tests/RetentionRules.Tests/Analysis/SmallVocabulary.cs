namespace RetentionRules.Tests.Analysis;

/// <summary>
/// The facts that small schedules speak of, each with what conditions hold it against and with every value that can make a
/// difference then. The values are listed here by hand and owe nothing to the classes of the analysis.
/// </summary>
internal static class SmallVocabulary
{
    public const string Declarations = """
        record:
          copy: one of [official, other, working]
          level: { type: "ordered [low, mid, high]", required: true }
          litigation: yes/no
          series: code
          shelf: { type: code, separators: ":", ignore-case: yes }
          amount: number
          created: date
          title: text
          surveys: list of dates
          officer: text
        classes:
          - { class: C, title: One }
          - { class: C-1, title: Below it }
          - { class: C-1-2, title: Further below, non-record: yes }
          - { class: D, title: Another }

        """;

    public static readonly string[] Copies = ["official", "other", "working"];
    public static readonly string[] Levels = ["low", "mid", "high"];
    public static readonly string[] Codes = ["A", "A.1", "A.1.2", "A.10", "B"];
    public static readonly string[] Shelves = ["a", "A:1", "b-1"];
    public static readonly string[] Amounts = ["0", "10", "10.5"];

    /// <summary>Two of them follow each other: no day lies between.</summary>
    public static readonly string[] Days = ["2020-01-31", "2020-02-01", "2021-06-15"];

    public static readonly string[] Titles = ["note", "lease of land"];
    public static readonly string[] Classes = ["C", "C-1", "C-1-2", "D"];

    /// <summary>The facts that conditions ask.</summary>
    public static readonly string[] Asked = ["copy", "level", "litigation", "series", "shelf", "amount", "created", "title", "surveys", "class"];

    private static readonly FactValue[] series = [.. Texts("A", "A.1", "A.1.2", "A.1.2.7", "A.1.3", "A.10", "A.10-1", "A-2", "AB", "B", "B.1")];

    /// <summary>Every value that can make a difference; of a class only those that the schedule has, and files of them.</summary>
    public static IReadOnlyList<FactValue> ValuesOf(string fact) => fact switch
    {
        "copy" => [.. Texts(Copies)],
        "level" => [.. Texts(Levels)],
        "litigation" => [FactValue.YesNo(true), FactValue.YesNo(false)],
        "series" => series,
        "shelf" => [.. Texts("A", "A:2", "a:1", "a:1:9", "a-1", "B-1", "b-1:1", "x")],
        "amount" => [.. ((decimal[])[-1, 0, 5, 10, 10.25m, 10.5m, 11]).Select(FactValue.Number)],
        "created" => [.. ((DateOnly[])[new(2020, 1, 30), new(2020, 1, 31), new(2020, 2, 1), new(2020, 2, 2), new(2021, 6, 15), new(2022, 1, 1)]).Select(FactValue.Date)],
        "title" => [.. Texts("note", "lease of land", "else")],
        "surveys" => [FactValue.Dates([new DateOnly(2020, 1, 1)])],
        "class" => [.. Texts("C", "C-1", "C-1-2", "C-1-2/9", "D", "D.1")],
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "not a fact of small schedules"),
    };

    private static IEnumerable<FactValue> Texts(params IEnumerable<string> values) => values.Select(FactValue.Text);
}
