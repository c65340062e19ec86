using Periplo.Observatory;
using Periplo.Remittances;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Remittances;

/// <summary>The tests that look at one store of estimates.</summary>
[CollectionDefinition(nameof(EstimatedStore))]
public sealed class EstimatedStoreTests : ICollectionFixture<EstimatedStore>;

/// <summary>A store with the bundled stocks, money and prices, estimated once for all tests.</summary>
public sealed class EstimatedStore : IDisposable
{
    private static readonly string[] Files = ["stock-undesa-2024", "remittances-wb-2023", "gdp-head-wb-2017", "remittance-prices-rpw-2014q2", "remittance-prices-rpw-2020q3"];

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-remittances-").FullName;

    public EstimatedStore()
    {
        Installation = new(Store.Open(Path.Combine(folder, "store.db")), new(BundledData.Path("."), null), TimeProvider.System);
        foreach (var file in Files)
        {
            var mapping = BundledData.Path($"starter/{file}.yaml");
            Installation.Import(BundledData.Path($"starter/{file}.csv.gz"), new(MappingFile: file, MappingText: File.ReadAllText(mapping)), progress: null, CancellationToken.None);
        }

        First = Installation.EstimateRemittances(CancellationToken.None);
        Matrices = Installation.RemittanceMatrices()!;
    }

    public Installation Installation { get; }

    public ImportResult First { get; }

    public MatrixTable Matrices { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
