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
internal static class PropertyCheck
{
    public static void Holds<T>(ITestOutputHelper output, Arbitrary<T> values, Func<T, bool> property, int cases = 2000)
    {
        ulong seed = Number("PROPERTY_SEED") ?? (ulong)Random.Shared.NextInt64();
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

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out ulong number) ? number : null;
}
