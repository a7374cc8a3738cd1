using System.Globalization;
using System.Xml;
using RetentionRules.Diagnostics;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Output;

/// <summary>
/// The results of tests as JUnit XML, as build servers read it: a suite a file, a case a test. There is no standard; this
/// is the part that Jenkins, GitLab and Azure DevOps have in common.
/// </summary>
internal sealed class JunitReport(TextWriter output) : TestReport
{
    private readonly List<Suite> _suites = [];

    private sealed record Suite(string Path)
    {
        public List<Entry> Entries { get; } = [];

        public int CountOf(string kind) => Entries.Count(e => e.Kind == kind);
    }

    /// <param name="Name">What the case shows.</param>
    /// <param name="Line">Where it begins.</param>
    /// <param name="Kind">Empty where it passed; else the name of the element: failure or error.</param>
    /// <param name="Message">What is wrong, in a line.</param>
    /// <param name="Details">All there is to say about it.</param>
    private sealed record Entry(string Name, int Line, string Kind = "", string Message = "", string Details = "");

    public override void Begin(string path) => _suites.Add(new Suite(path));

    protected override void WritePassed(string path, string name, int line) => _suites[^1].Entries.Add(new Entry(name, line));

    protected override void WriteFailed(string path, ScheduleTestResult result) => _suites[^1].Entries.Add(new Entry(
        result.Case.Name, result.Case.Source.Line, "failure", string.Join("; ", result.Failures), string.Join('\n', result.Failures) + "\n\n" + result.Explanation));

    protected override void WriteUnreadable(string path, IReadOnlyList<Diagnostic> errors) =>
        _suites[^1].Entries.Add(new Entry("the file can be read", errors[0].Location.Start.Line, "error", errors[0].Message, DiagnosticWriter.Write(errors)));

    public override void AddCoverage(string path, TestCoverage coverage, int least)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"at least {least} % of the schedule is exercised");
        string[] missing = [.. coverage.Elements.Where(e => !e.IsCovered).Select(e => e.ToString())];
        _suites[^1].Entries.Add(coverage.Percent >= least
            ? new Entry(name, 1)
            : new Entry(name, 1, "failure", string.Create(CultureInfo.InvariantCulture, $"{coverage.Percent} %"), string.Join('\n', missing)));
    }

    public override void End()
    {
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false });
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, _suites);
        foreach (Suite suite in _suites) WriteSuite(xml, suite);
        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<Suite> suites)
    {
        xml.WriteAttributeString("tests", Number(suites.Sum(s => s.Entries.Count)));
        xml.WriteAttributeString("failures", Number(suites.Sum(s => s.CountOf("failure"))));
        xml.WriteAttributeString("errors", Number(suites.Sum(s => s.CountOf("error"))));
    }

    private static void WriteSuite(XmlWriter xml, Suite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Path);
        WriteCounts(xml, [suite]);
        foreach (Entry entry in suite.Entries) WriteEntry(xml, suite, entry);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, Suite suite, Entry entry)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Path.GetFileNameWithoutExtension(suite.Path));
        xml.WriteAttributeString("name", entry.Name);
        xml.WriteAttributeString("file", suite.Path);
        xml.WriteAttributeString("line", Number(entry.Line));
        if (entry.Kind.Length > 0)
        {
            xml.WriteStartElement(entry.Kind);
            xml.WriteAttributeString("message", Printable(entry.Message));
            xml.WriteString(Printable(entry.Details));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
