namespace Periplo.Tests;

/// <summary>How long the searching tests search: short in every run, long where PERIPLO_TEST_LONG is set.</summary>
internal static class TestCounts
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PERIPLO_TEST_LONG") is "1" or "true";

    /// <summary>Mutations of an excerpt per reader.</summary>
    public static int Mutations => Long ? 100_000 : 1_000;

    /// <summary>Mutations of a whole file.</summary>
    public static int WholeFileMutations => Long ? 200 : 3;
}
