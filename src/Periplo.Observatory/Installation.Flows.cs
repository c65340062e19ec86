using System.Security.Cryptography;
using System.Text;
using Periplo.Flows;
using Periplo.Statistics;
using Text = Periplo.Languages.Text;

namespace Periplo.Observatory;

/// <summary>Estimates of how many moved from where to where.</summary>
public sealed partial class Installation
{
    private const string FlowMaker = "flow-series 1";

    /// <summary>
    /// Estimates flows from migrant stocks and demography held, and keeps them as revisions of <c>FLOWS</c> of source PERIPLO, named after
    /// both. A revision of the stocks goes with the first demography published in its year or later: the stocks of 2020 with World
    /// Population Prospects 2022. The same inputs and settings again change nothing.
    /// </summary>
    /// <param name="stocks">Revision of <c>STOCK</c>; all that have origins when null.</param>
    /// <param name="demography">Revision of <c>DEMOGRAPHY</c>; that which goes with the stocks when null.</param>
    /// <param name="settings">Methods and replicates.</param>
    /// <param name="cancellation">Stops the work; revisions made whole stay.</param>
    /// <returns>One a revision of the stocks.</returns>
    /// <exception cref="StatisticsException">The store lacks one of the inputs, or they have no period in common.</exception>
    public IReadOnlyList<FlowsKept> EstimateFlows(string? stocks, string? demography, FlowSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var pairs = FlowPairs(stocks, demography);
        return pairs.Count > 0 ? [.. pairs.Select(pair => Estimate(pair.Stock, pair.Demography, settings, cancellation))] : throw new StatisticsException(new(
            "Para estimar flujos hacen falta en el almacén población migrante por origen (STOCK) y población, nacimientos y defunciones (DEMOGRAPHY) de los mismos años. Impórtelos con «periplo import».",
            "Estimating flows takes migrant stocks by origin (STOCK) and population, births and deaths (DEMOGRAPHY) of the same years in the store. Import them with \"periplo import\".",
            "Pour estimer des flux, il faut dans le dépôt l’effectif des migrants par origine (STOCK) et la population, les naissances et les décès (DEMOGRAPHY) des mêmes années. Importez-les avec « periplo import »."));
    }

    private bool CanEstimateFlows => FlowPairs(null, null).Count > 0;

    private static bool IsFlows(Part part) => part.Reader == FlowMaker;

    private List<(Dataset Stock, Dataset Demography)> FlowPairs(string? stocks, string? demography)
    {
        var pairs = new List<(Dataset, Dataset)>();
        foreach (var revision in stocks is null ? Revisions(sources.Stock) : [Revision(sources.Stock, stocks)])
        {
            var stock = Dataset(sources.Stock, revision);
            if (!HasCodes(stock, "COUNTERPART_AREA", 3))
                continue;
            IReadOnlyList<Revision> candidates = demography is not null ? [Revision(sources.Demography, demography)] : Revisions(sources.Demography);
            // Those of the year of the stocks or later, earliest first, then older ones, latest first.
            var order = candidates.Where(one => string.CompareOrdinal(one.Release, revision.Release) >= 0).Reverse().Concat(candidates.Where(one => string.CompareOrdinal(one.Release, revision.Release) < 0));
            if (order.Select(one => Dataset(sources.Demography, one)).FirstOrDefault(one => new FlowMaterials(stock, one, Areas).Periods.Count > 0) is { } fitting)
                pairs.Add((stock, fitting));
        }

        return pairs;
    }

    private FlowsKept Estimate(Dataset stock, Dataset demography, FlowSettings settings, CancellationToken cancellation)
    {
        var flows = sources.Flows;
        var parameters = FlowParameters(stock, demography, settings);
        var description = Encoding.UTF8.GetBytes(parameters);
        var file = new SourceFile("flow-series", Convert.ToHexStringLower(SHA256.HashData(description)), description.Length);
        if (Store.Parts().FirstOrDefault(part => IsFlows(part) && part.File == file) is { } same)
            return new(new(same, IsNew: false), []);

        var materials = new FlowMaterials(stock, demography, Areas);
        var tables = new FlowPeriodTables[materials.Periods.Count];
        Parallel.For(0, tables.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, i =>
        {
            var began = clock.GetTimestamp();
            // Periods share the cores, so that each has one thread.
            tables[i] = new(materials.Periods[i], FlowSeries.Estimate(materials, materials.Periods[i], settings, threads: 1, cancellation), clock.GetElapsedTime(began));
        });
        var observations = FlowPublication.Of(flows, tables.SelectMany(period => period.Estimates), cancellation);
        var chunks = ObservationChunk.Cut(observations).ToList();
        using var writer = Store.BeginWrite();
        var part = new Part(
            new(flows.Id, OwnSource, Release(writer.Parts(), flows, OwnSource, $"{Short(stock.Revision)}_{Short(demography.Revision)}")),
            file, FlowMaker, parameters,
            new(Text.Same("Periplo"), "", "CC BY 4.0", FlowWords.Method),
            observations.Count, [], [.. FlowWords.Caveats, .. settings.IntervalMethods.Count > 0 ? [FlowWords.Replicates(settings.Replicates, settings.Seed)] : Array.Empty<Text>(), .. FlowNotes(tables)],
            [.. stock.Parts.Concat(demography.Parts).Select(one => one.File)],
            clock.GetUtcNow(), [.. chunks.Select(chunk => chunk.Hash)]);
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return new(new(part, IsNew: true), tables);
    }

    /// <summary>What holds for single periods: areas taken together, areas left out, tables that could not be made.</summary>
    private IEnumerable<Text> FlowNotes(IReadOnlyList<FlowPeriodTables> tables)
    {
        var materials = tables.SelectMany(period => period.Estimates.Select(estimate => estimate.Material).Distinct()).ToList();
        foreach (var union in materials.SelectMany(material => material.Unions.Select(union => (material.Period, union.Area, Members: string.Join(' ', union.Members)))).Distinct().GroupBy(one => (one.Area, one.Members)))
        {
            var periods = string.Join(", ", union.Select(one => one.Period.ToString()));
            yield return FlowWords.Together(periods, Areas[union.Key.Area].ShortName, [.. union.Key.Members.Split(' ').Select(member => Areas[member].ShortName)]);
        }

        List<Text> leftOut = [.. materials.SelectMany(material => material.LeftOut).Distinct().Order(StringComparer.Ordinal).Select(area => Areas[area].ShortName)];
        if (leftOut.Count > 0)
            yield return FlowWords.LeftOut(leftOut);
        foreach (var estimate in tables.SelectMany(period => period.Estimates))
        {
            if ((estimate.Table is { Summary.NegativeCells: > 0 } ? FlowWords.Negative : estimate.Failure) is { } why)
                yield return FlowWords.NotMade(estimate.Material.Period, estimate.Method, why);
        }
    }

    private static string FlowParameters(Dataset stock, Dataset demography, FlowSettings settings) => string.Join('\n',
    [
        FlowMaker,
        $"input {stock.Definition.Id} {stock.Revision.Id} {stock.ContentHash}",
        $"input {demography.Definition.Id} {demography.Revision.Id} {demography.ContentHash}",
        $"methods {string.Join(' ', settings.Methods.Select(method => method.Id()))}",
        $"balance {settings.Options.Balance}; births {settings.Options.Births}; deaths {settings.Options.Deaths}; matching {settings.Options.Matching}; weight {settings.Options.Weight.Value}",
        .. settings.Replicates == 0 ? Array.Empty<string>() : [$"replicates {settings.Replicates} of {string.Join(' ', settings.IntervalMethods.Select(method => method.Id()))}; seed {settings.Seed}", Noise(settings.Noise)],
        .. FlowMaterials.CountedTogether.Select(pair => $"counted together {pair.Key} {string.Join(' ', pair.Value)}"),
        "calendar years to mid-year periods: half of the first and of the last, all between",
        "native born: population less foreign-born; unknown birthplace: a row of its own",
        "whole persons by controlled rounding",
    ]);

    private static string Noise(NoiseParameters noise) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"noise: foreign-born {noise.ForeignBorn}, citizens {noise.Citizens}, imputed {noise.Imputed}, new at each date {noise.NewAtDate}; native born {noise.NativeBorn}, new {noise.NativeBornNewAtDate}; births {noise.Births}, deaths {noise.Deaths}");
}

/// <summary>A revision of estimated flows.</summary>
/// <param name="Import">The revision, new or held before.</param>
/// <param name="Periods">What was estimated, by period; empty where it was held before.</param>
public sealed record FlowsKept(ImportResult Import, IReadOnlyList<FlowPeriodTables> Periods);

/// <summary>The tables of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Estimates">Its tables, by sex and method.</param>
/// <param name="Took">How long it took to make them.</param>
public sealed record FlowPeriodTables(FlowPeriod Period, IReadOnlyList<FlowEstimate> Estimates, TimeSpan Took);
