using Periplo.Flows;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>The tests that look at one store of estimated flows.</summary>
[CollectionDefinition(nameof(EstimatedFlowStore))]
public sealed class EstimatedFlowStoreTests : ICollectionFixture<EstimatedFlowStore>;

/// <summary>A store with the bundled stocks and demography, whose flows are estimated once for all tests, without intervals.</summary>
public sealed class EstimatedFlowStore : IDisposable
{
    /// <summary>What is estimated.</summary>
    public static FlowSettings Settings { get; } = new([FlowMethod.StockDifferenceDrop, FlowMethod.ClosedMinimum, FlowMethod.PseudoBayes], Replicates: 0, Seed: 1);

    private readonly string folder = Directory.CreateTempSubdirectory("periplo-flows-").FullName;

    public EstimatedFlowStore()
    {
        Installation = new(Store.Open(Path.Combine(folder, "store.db")), new(BundledData.Path("."), null), TimeProvider.System);
        foreach (var file in new[] { "stock-undesa-2024", "demography-undesa-2024" })
        {
            var mapping = BundledData.Path($"starter/{file}.yaml");
            Installation.Import(BundledData.Path($"starter/{file}.csv.gz"), new(MappingFile: file, MappingText: File.ReadAllText(mapping)), progress: null, CancellationToken.None);
        }

        Kept = Assert.Single(Installation.EstimateFlows(stocks: null, demography: null, Settings, CancellationToken.None));
        Dataset = Installation.Dataset("FLOWS", Kept.Import.Part.Revision.Id);
    }

    public Installation Installation { get; }

    public FlowsKept Kept { get; }

    public Dataset Dataset { get; }

    /// <summary>The one figure of a corridor, <c>_T</c> for all.</summary>
    public double Flow(string from, string to, int year, FlowMethod method, string group = "_T", string sex = "_T")
    {
        var found = Dataset.Select(Query.All.Where("COUNTERPART_AREA", from).Where("REF_AREA", to).Where("FLOW_GROUP", group).Where("SEX", sex)
            .Where("EST_METHOD", FlowDefinitions.MethodCode(method)).Where("STATISTIC", "EST").During(global::Periplo.Sdmx.TimePeriod.OfYear(year)));
        return Dataset.Plain(Assert.Single(found));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
