using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Support;

/// <summary>
/// Runs a property over thousands of generated cases. The seed is printed; the environment variable
/// <c>PROPERTY_SEED</c> repeats it, and <c>PROPERTY_FACTOR</c> multiplies the number of cases for a long run.
/// </summary>
/// <remarks>
/// On a developer's machine each run tries other cases. Where <c>CI</c> is set they are the same each time, so that what
/// fails there fails for what has been changed.
/// </remarks>
internal static class PropertyCheck
{
    private const ulong SeedOfTheProject = 20_230_601;

    public static void Holds<T>(ITestOutputHelper output, Arbitrary<T> values, Func<T, bool> property, int cases = 2000)
    {
        ulong seed = Number("PROPERTY_SEED") ?? (IsCheckOfTheProject ? SeedOfTheProject : (ulong)Random.Shared.NextInt64());
        int count = cases * (int)(Number("PROPERTY_FACTOR") ?? 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} cases, PROPERTY_SEED={seed}"));
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(count)
            .WithEndSize(30)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            Prop.ForAll(values, property).Check(config);
        }
        catch (Exception e)
        {
            throw new Xunit.Sdk.XunitException($"PROPERTY_SEED={seed}\n{e.Message}");
        }
    }

    public static void Holds<T>(ITestOutputHelper output, Gen<T> values, Func<T, bool> property, int cases = 2000) =>
        Holds(output, Arb.From(values), property, cases);

    private static bool IsCheckOfTheProject => Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out ulong number) ? number : null;
}
