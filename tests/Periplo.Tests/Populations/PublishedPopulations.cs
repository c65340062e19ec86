using Periplo.Populations;
using Periplo.Sources;
using Periplo.Statistics;
using Periplo.Tests.Sources;

namespace Periplo.Tests.Populations;

/// <summary>Areas with the figures of World Population Prospects 2019, read from the publisher's tables.</summary>
internal static class PublishedPopulations
{
    private static readonly Lazy<Dataset> Held = new(Read);
    private static readonly Lazy<IReadOnlyList<AreaDemography>> Areas = new(() => DemographyFigures.Of(Held.Value, stock: null, 2020, BundledData.Areas));

    public static Dataset Demography => Held.Value;

    public static IReadOnlyList<AreaDemography> All => Areas.Value;

    public static AreaDemography Of(string area) => All.Single(one => one.Area == area);

    private static Dataset Read()
    {
        SourceTable[] tables = [SourceFiles.Shared("demography/wpp2019_pop_age_sex.csv.gz"), SourceFiles.Shared("demography/wpp2019_period.csv")];
        var chunks = tables.Select(table => ObservationChunk.Cut(table.Observations).ToList()).ToList();
        var parts = tables.Zip(chunks, (table, pieces) => new Part(
            table.Revision, new("t.csv", "", 0), table.Reader, "", table.Papers, table.Observations.Count, [], table.Notes, [], default, [.. pieces.Select(piece => piece.Hash)])).ToList();
        return Dataset.Assemble(tables[0].Definition, parts, hash => chunks.SelectMany(pieces => pieces).First(piece => piece.Hash == hash));
    }
}
