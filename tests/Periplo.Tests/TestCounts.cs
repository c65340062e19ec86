namespace Periplo.Tests;

/// <summary>How long the searching tests search: short in every run, long where PERIPLO_TEST_LONG is set.</summary>
internal static class TestCounts
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PERIPLO_TEST_LONG") is "1" or "true";

    /// <summary>Mutations of an excerpt per reader.</summary>
    public static int Mutations => Long ? 100_000 : 1_000;

    /// <summary>Mutations of a whole file.</summary>
    public static int WholeFileMutations => Long ? 200 : 3;

    /// <summary>Random cases of a property.</summary>
    public static int Properties => Long ? 10_000 : 100;

    /// <summary>Moments at which a writer is killed, per engine.</summary>
    public static int KillPoints => Long ? 200 : 20;

    /// <summary>Acts that random people try on random records.</summary>
    public static int AccessTries => Long ? 10_000 : 500;

    /// <summary>Deliveries with a fault planted at random.</summary>
    public static int Deliveries => Long ? 20_000 : 300;

    /// <summary>Where all randomness of a run begins; printed by <c>./test</c>.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("PERIPLO_TEST_SEED"), out var seed) ? seed : 20260701;
}
