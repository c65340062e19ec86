namespace Periplo.Web.Tests;

/// <summary>How long the searching tests search: short in every run, long where PERIPLO_TEST_LONG is set.</summary>
internal static class TestCounts
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PERIPLO_TEST_LONG") is "1" or "true";

    /// <summary>Hostile addresses asked.</summary>
    public static int Addresses => Long ? 20_000 : 300;

    /// <summary>Appearances (language, width, colour scheme) in which each layout is checked for accessibility: three in a row show every language, both widths and both schemes.</summary>
    public static int Appearances => Long ? 3 : 1;

    /// <summary>Languages in which a path of many pages is walked and every area's page is asked for.</summary>
    public static int Languages => Long ? 3 : 1;

    /// <summary>One in how many of the site's links is followed, beside those to its rooms.</summary>
    public static int LinkStep => Long ? 8 : 40;

    /// <summary>Damaged or hostile requests of SDMX sent to a running server: a hundredth of those the parsers get.</summary>
    public static int SdmxRequests => Long ? 10_000 : 100;

    /// <summary>Where the choices of a brief run begin; printed by <c>./test</c>.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("PERIPLO_TEST_SEED"), out var seed) ? Math.Abs(seed) : 20260701;
}
