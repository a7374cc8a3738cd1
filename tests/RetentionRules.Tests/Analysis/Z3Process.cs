using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RetentionRules.Tests.Analysis;

/// <summary>The z3 program, which is asked one question after another.</summary>
internal sealed partial class Z3Process : IDisposable
{
    /// <summary>Milliseconds for one question; what takes longer is unknown.</summary>
    private const int Timeout = 1500;

    private readonly Process _process;

    public Z3Process(IEnumerable<string> declarations)
    {
        _process = Process.Start(new ProcessStartInfo("z3", ["-in", "-smt2"]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("z3 did not start");
        Write($"(set-option :timeout {Timeout})");
        foreach (string declaration in declarations) Write(declaration);
    }

    /// <summary>Whether the program can be found.</summary>
    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, "z3")) || File.Exists(Path.Combine(folder, "z3.exe"))));

    private void Write(string command) => _process.StandardInput.WriteLine(command);

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("z3 ended");

    /// <summary>Whether something can be so; null where z3 does not know.</summary>
    public bool? Asks(string assertion)
    {
        Write($"(push)(assert {assertion})(check-sat)(pop)");
        return Answer();
    }

    /// <summary>Which of some names are true in a record of which something is so; none where there is no such record, null where z3 does not know.</summary>
    public IReadOnlyList<string>? TrueWhere(string assertion, IReadOnlyList<string> names)
    {
        Write($"(push)(assert {assertion})(check-sat)");
        bool? answer = Answer();
        List<string> found = [];
        if (answer == true)
        {
            Write($"(get-value ({string.Join(' ', names)}))(echo \"end\")");
            while (Read() is var line && line != "end") found.AddRange(TrueName().Matches(line).Select(m => m.Groups[1].Value));
        }

        Write("(pop)");
        return answer is null ? null : found;
    }

    private bool? Answer() => Read() switch
    {
        "sat" => true,
        "unsat" => false,
        "unknown" or "timeout" => null,
        string other => throw new InvalidOperationException($"z3 says: {other}"),
    };

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Timeout)) _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"\((\w+) true\)")]
    private static partial Regex TrueName();
}

/// <summary>A test that needs z3: skipped on a machine without it, but never in the check of the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Z3FactAttribute : FactAttribute
{
    public Z3FactAttribute()
    {
        bool isCheck = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (!Z3Process.IsThere && !isCheck) Skip = "z3 is not on the PATH";
    }
}
