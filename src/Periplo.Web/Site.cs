using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Web;

/// <summary>What all pages share: the installation, the map, the font, and sums over whole datasets, which are made once.</summary>
public sealed partial class Site
{
    private readonly ConcurrentDictionary<(string Hash, string Sum), Lazy<SumByCode>> sums = new();
    private readonly ConcurrentDictionary<string, Totals> totals = new();
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Part> Parts, Dataset? Dataset)> latest = new();

    private CooperationRead? cooperation;
    private MonthlyRead? monthly;

    /// <summary>A site on an installation.</summary>
    public Site(Installation installation)
    {
        Installation = installation;
        using var widths = installation.Data.Open("fonts/advance-widths.csv");
        Font = FontMetrics.Read("advance-widths.csv", widths);
        var outlines = installation.Data.Outlines();
        World = new(
            outlines.Areas.Select(id => (id, outlines.Rings(id))),
            Areas.All.Where(area => area.Kind is AreaKind.Country or AreaKind.Composite && area.ValidTo is null),
            Font);
        var defs = new ArrayBufferWriter<byte>();
        SvgWriter.WriteOutlineDefs(World, defs);
        OutlineDefs = Encoding.UTF8.GetString(defs.WrittenSpan);
        defs.Clear();
        SvgWriter.WriteOutlineDefs(null, defs);
        PatternDefs = Encoding.UTF8.GetString(defs.WrittenSpan);
        Svg = new(Font);
        Listed = [.. Languages.Select(language => (IReadOnlyList<Area>)Areas.All
            .Where(area => area.Kind is AreaKind.Country or AreaKind.Composite && area.ValidTo is null)
            .Order(Comparer<Area>.Create(Areas.ByShortName(language))).ToList())];
    }

    /// <summary>The languages of the site.</summary>
    public static IReadOnlyList<Language> Languages { get; } = Enum.GetValues<Language>();

    /// <summary>Store, areas and use cases.</summary>
    public Installation Installation { get; }

    /// <summary>The areas.</summary>
    public AreaRegistry Areas => Installation.Areas;

    /// <summary>The map.</summary>
    public World World { get; }

    /// <summary>Measures text.</summary>
    public FontMetrics Font { get; }

    /// <summary>Writes figures.</summary>
    public SvgWriter Svg { get; }

    /// <summary>The outlines every map of a page refers to.</summary>
    public string OutlineDefs { get; }

    /// <summary>The patterns alone, for pages without a map.</summary>
    public string PatternDefs { get; }

    /// <summary>Countries and territories by name, per language.</summary>
    private IReadOnlyList<IReadOnlyList<Area>> Listed { get; }

    /// <summary>Migrant stock by origin: the latest revision that has origins; null when the store has none.</summary>
    public Dataset? Stock => Latest(Installation.Definitions.Stock, dataset => dataset.Observations.Codes[dataset.Definition.Dimension("COUNTERPART_AREA")].Length > 2);

    /// <summary>Population and its changes, latest revision.</summary>
    public Dataset? Demography => Latest(Installation.Definitions.Demography, _ => true);

    /// <summary>Remittances of the balance of payments, latest revision.</summary>
    public Dataset? Remittances => Latest(Installation.Definitions.Remittances, dataset => dataset.Observations.Codes[dataset.Definition.Dimension("INDICATOR")].Contains("FLOW_BOP"));

    /// <summary>Displaced populations, latest revision.</summary>
    public Dataset? Displaced => Latest(Installation.Definitions.Displaced, _ => true);

    /// <summary>Monthly movements as each source delivers them: the latest release of each, side by side, never added to one another.</summary>
    public IReadOnlyList<Dataset> Monthly
    {
        get
        {
            var parts = Installation.Parts();
            if (monthly is { } known && ReferenceEquals(known.Parts, parts))
                return known.Datasets;
            var definition = Installation.Definitions.Movements.Monthly;
            IReadOnlyList<Dataset> found = [.. Installation.Revisions(definition).DistinctBy(revision => revision.Source).OrderBy(revision => revision.Source, StringComparer.Ordinal).Select(revision => Installation.Dataset(definition, revision))];
            monthly = new(parts, found);
            return found;
        }
    }

    /// <summary>Migration by the outcome of crossings, latest revision.</summary>
    public Dataset? Migration => Latest(Installation.Definitions.Movements.Migration, _ => true);

    /// <summary>Visits and trips, latest revision.</summary>
    public Dataset? Visits => Latest(Installation.Definitions.Movements.Visits, _ => true);

    /// <summary>Residents by crossings, latest revision.</summary>
    public Dataset? Residents => Latest(Installation.Definitions.Movements.Residents, _ => true);

    /// <summary>Quality of crossings and of provisional figures, latest revision.</summary>
    public Dataset? MovementQuality => Latest(Installation.Definitions.Movements.Quality, _ => true);

    /// <summary>What the registers of cooperation say; read again only when one of them has changed.</summary>
    public CooperationIndex Cooperation
    {
        get
        {
            var number = Installation.Records.Number;
            if (cooperation is { } known && known.Number == number)
                return known.Index;
            // Two requests may make it at once; both make the same.
            var tables = Installation.Records.Tables();
            var index = cooperation is { } old && old.Index.Stamp == CooperationIndex.StampOf(tables) ? old.Index : new(tables);
            cooperation = new(number, index);
            return index;
        }
    }

    /// <summary>Countries and territories that exist now, by name.</summary>
    public IReadOnlyList<Area> Countries(Language language) => Listed[(int)language];

    /// <summary>Adds the figures of a dataset.</summary>
    public Totals Totals(Dataset dataset) => totals.GetOrAdd(dataset.ContentHash, _ => new(dataset, Areas));

    /// <summary>Totals of a whole dataset for each code of one dimension, by period; kept by the hash of its content.</summary>
    /// <param name="dataset">The figures.</param>
    /// <param name="keep">Dimension to keep.</param>
    /// <param name="fixedCodes">Dimensions that have one code.</param>
    /// <param name="over">Dimensions to sum over.</param>
    public SumByCode Sum(Dataset dataset, string keep, Query fixedCodes, params string[] over)
    {
        var codes = string.Join('&', fixedCodes.Codes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={string.Join('+', pair.Value)}"));
        return sums.GetOrAdd((dataset.ContentHash, $"{keep}/{string.Join('+', over)}/{codes}"), _ => new(() => new(Totals(dataset).By(keep, fixedCodes, over)))).Value;
    }

    /// <summary>The latest fitting revision, looked for again only when the catalogue was read anew: a page asks a dozen times.</summary>
    private Dataset? Latest(DatasetDefinition definition, Func<Dataset, bool> fits)
    {
        var parts = Installation.Parts();
        if (latest.TryGetValue(definition.Id, out var known) && ReferenceEquals(known.Parts, parts))
            return known.Dataset;
        var found = Search(definition, fits);
        latest[definition.Id] = (parts, found);
        return found;
    }

    private Dataset? Search(DatasetDefinition definition, Func<Dataset, bool> fits)
    {
        foreach (var revision in Installation.Revisions(definition))
        {
            var dataset = Installation.Dataset(definition, revision);
            if (fits(dataset))
                return dataset;
        }

        return null;
    }

    /// <summary>Monthly movements and the catalogue they were found in; a class, so that it is put in place at once.</summary>
    private sealed record MonthlyRead(IReadOnlyList<Part> Parts, IReadOnlyList<Dataset> Datasets);

    /// <summary>An index and the entry of the log it was last found to be right at; a class, so that it is put in place at once.</summary>
    private sealed record CooperationRead(long Number, CooperationIndex Index);
}
