using Periplo.Observatory;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>The tests that look at one store of what is published.</summary>
[CollectionDefinition(nameof(PublishedStore))]
public sealed class PublishedStoreTests : ICollectionFixture<PublishedStore>;

/// <summary>A store with some of the bundled figures, and a clock that moves between imports.</summary>
public sealed class PublishedStore : IDisposable
{
    private static readonly string[] Files =
    [
        "stock-ages-undesa-2019", "stock-undesa-2024", "remittances-wb-2023", "gdp-head-wb-2017", "remittance-prices-rpw-2014q2", "remittance-prices-rpw-2020q3",
        "returns-upm-2025-04", "deaths-iom-2025-04", "internal-displacement-idmc-2023", "internal-displacement-idmc-2024",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-published-").FullName;

    public PublishedStore()
    {
        Installation = Open(folder);
        foreach (var file in Files)
            Import(Installation, file);
    }

    public Installation Installation { get; }

    public static Installation Open(string folder) => new(Store.Open(Path.Combine(folder, "store.db")), new(BundledData.Path("."), null), TimeProvider.System);

    public static void Import(Installation installation, string file, string? release = null)
    {
        var mapping = BundledData.Path($"starter/{file}.yaml");
        installation.Import(BundledData.Path($"starter/{file}.csv.gz"), new(release, file, File.ReadAllText(mapping)), progress: null, CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
