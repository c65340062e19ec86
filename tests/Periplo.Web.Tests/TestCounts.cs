namespace Periplo.Web.Tests;

/// <summary>How long the searching tests search: short in every run, long where PERIPLO_TEST_LONG is set.</summary>
internal static class TestCounts
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PERIPLO_TEST_LONG") is "1" or "true";

    /// <summary>Hostile addresses asked.</summary>
    public static int Addresses => Long ? 20_000 : 300;

    /// <summary>Appearances (language, width, colour scheme) in which each layout is checked for accessibility.</summary>
    public static int Appearances => Long ? 6 : 1;
}
