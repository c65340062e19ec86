namespace Periplo.Tests;

/// <summary>How long the searching tests search: short in every run, long where PERIPLO_TEST_LONG is set.</summary>
internal static class TestCounts
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("PERIPLO_TEST_LONG") is "1" or "true";

    /// <summary>Mutations of an excerpt per reader.</summary>
    public static int Mutations => Long ? 100_000 : 1_000;

    /// <summary>Mutations of files that are written to disk each time.</summary>
    public static int FolderMutations => Long ? 20_000 : 1_000;

    /// <summary>Mutations of a whole file.</summary>
    public static int WholeFileMutations => Long ? 200 : 3;

    /// <summary>Random cases of a property.</summary>
    public static int Properties => Long ? 10_000 : 100;

    /// <summary>Moments at which a writer is killed, per engine.</summary>
    public static int KillPoints => Long ? 200 : 20;

    /// <summary>Random histories judged by the engine and by the slow rule.</summary>
    public static int Histories => Long ? 100_000 : 5_000;

    /// <summary>Ways of cutting the specimen into appends.</summary>
    public static int SpecimenSplits => Long ? 1_000 : 4;

    /// <summary>Ways of cutting invented crossings into appends.</summary>
    public static int SyntheticSplits => Long ? 1_000 : 100;

    /// <summary>Acts that random people try on random records.</summary>
    public static int AccessTries => Long ? 10_000 : 500;

    /// <summary>Random histories of stays.</summary>
    public static int StayHistories => Long ? 10_000 : 200;

    /// <summary>Countries whose provisional figures are simulated.</summary>
    public static int SimulatedCountries => Long ? 40 : 4;

    /// <summary>Random linked tables whose suppressed cells are attacked.</summary>
    public static int Disclosures => Long ? 5_000 : 100;

    /// <summary>Months of a country and measure whose linked tables of realistic size are protected.</summary>
    public static int DisclosureSystems => Long ? 5_760 : 24;

    /// <summary>Deliveries with a fault planted at random.</summary>
    public static int Deliveries => Long ? 20_000 : 300;

    /// <summary>Damaged or hostile messages of SDMX data and structures, over all formats.</summary>
    public static int SdmxMessages => Long ? 1_000_000 : 1_000;

    /// <summary>Damaged or hostile requests of SDMX: to the parsers all of them, to a running server one in a hundred.</summary>
    public static int SdmxRequests => Long ? 1_000_000 : 1_000;

    /// <summary>Where all randomness of a run begins; printed by <c>./test</c>.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("PERIPLO_TEST_SEED"), out var seed) ? seed : 20260701;
}
