using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Protected datasets from crossings.</summary>
public sealed partial class Installation
{
    /// <summary>The folder of crossings of an installation, which this store must not lie with.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">Its settings are not understood.</exception>
    /// <exception cref="Storage.StoreException">It is no folder of crossings, or is open to others.</exception>
    public CrossingRecords Crossings(string path) => CrossingRecords.Open(path, Store.Location, Areas, clock);

    /// <summary>Makes a folder of crossings apart from this store.</summary>
    /// <param name="path">Where.</param>
    /// <param name="settings">File of the settings.</param>
    /// <param name="makeKey">Whether to make the key that replaces persons.</param>
    /// <exception cref="InputException">The settings cannot be read or are not understood.</exception>
    /// <exception cref="Storage.StoreException">The place will not do.</exception>
    public CrossingRecords CreateCrossings(string path, string settings, bool makeKey) => CrossingRecords.Create(path, settings, Store.Location, makeKey, Areas, clock);

    /// <summary>
    /// Makes the datasets <c>MIGRATION</c>, <c>VISITS</c>, <c>RESIDENTS</c> and <c>MOVEMENT_QUALITY</c> of the crossings of a folder and keeps them
    /// in the store, protected, as a revision named after the end of observation. The same figures again change nothing.
    /// </summary>
    /// <param name="crossings">The folder.</param>
    /// <param name="threads">Threads, 1 to 64.</param>
    /// <param name="progress">Share of the work done.</param>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    /// <exception cref="StatisticsException">The folder has no state that is up to date.</exception>
    public IReadOnlyList<ImportResult> PublishMovements(CrossingRecords crossings, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(crossings);
        var (settings, movements) = (crossings.Settings, Definitions.Movements);
        DatasetDefinition[] datasets = [movements.Migration, movements.Visits, movements.Residents, movements.Quality];
        var source = crossings.Source();
        var parameters = crossings.Describe();
        // The same crossings under the same decisions are the same figures: protection need not be worked out again.
        var published = datasets.Select(definition => StoredParts().FirstOrDefault(part =>
            part.Revision.Dataset == definition.Id && part.File.Sha256 == source.Sha256 && part.Parameters == parameters && part.Reader == Reader(definition))).ToList();
        if (published.TrueForAll(part => part is not null))
            return [.. published.Select(part => new ImportResult(part!, IsNew: false))];
        var (results, journal) = crossings.Results(Data.PermittedStays(Areas), threads, progress, cancellation);
        var publication = new MovementPublication(results, movements, Areas, settings.MinimumCount, threads);
        var earlier = new EarlierTables(
            Earlier(movements.Migration, settings.Source), Earlier(movements.Visits, settings.Source), Earlier(movements.Residents, settings.Source));
        (DatasetDefinition Definition, Observations Observations)[] made =
        [
            (movements.Migration, publication.Migration(earlier, cancellation)),
            (movements.Visits, publication.Visits(earlier, cancellation)),
            (movements.Residents, publication.Residents(earlier, Bases(results), cancellation)),
            (movements.Quality, publication.Quality(cancellation)),
        ];
        using var writer = Store.BeginWrite();
        var before = writer.Parts();
        var kept = new List<ImportResult>();
        foreach (var (definition, observations) in made)
        {
            var chunks = ObservationChunk.Cut(observations).ToList();
            var part = new Part(
                new(definition.Id, settings.Source, Release(before, definition, settings.Source, $"{results.Span.To:yyyy-MM-dd}")),
                source, Reader(definition), parameters, new(settings.Publisher, settings.Url, settings.Licence, Method),
                observations.Count, [], Notes(results), [.. journal.Receipts.Select(receipt => new SourceFile(receipt.Source, receipt.Sha256, receipt.Count * Crossing.Bytes))],
                clock.GetUtcNow(), [.. chunks.Select(chunk => chunk.Hash)]);
            foreach (var chunk in chunks)
                writer.Add(chunk);
            writer.Add(part);
            kept.Add(new(part, IsNew: true));
        }

        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return kept;
    }

    private static Text Method { get; } = new(
        "Cruces individuales clasificados por lo que ocurrió después (docs/methods/movements.md), protegidos por supresión (docs/methods/disclosure.md).",
        "Single crossings classified by what happened after them (docs/methods/movements.md), protected by suppression (docs/methods/disclosure.md).",
        "Passages individuels classés selon ce qui s’est passé ensuite (docs/methods/movements.md), protégés par suppression (docs/methods/disclosure.md).");

    private static string Reader(DatasetDefinition definition) => $"movements-{definition.Id.ToLowerInvariant().Replace('_', '-')} 1";

    private static Text[] Notes(MovementResults results) =>
    [
        new(
            "Quien nunca cruza una frontera vigilada no se ve: un residente que no viaja, quien llegó antes de la observación, quien cruza donde no hay puesto.",
            "Who never crosses a watched border is not seen: a resident who does not travel, who came before the observation, who crosses where there is no post.",
            "Qui ne franchit jamais une frontière surveillée ne se voit pas : un résident qui ne voyage pas, qui est arrivé avant l’observation, qui franchit là où il n’y a pas de poste."),
        new(
            $"Hasta {(results.LastFinalMonth >= 0 ? results.Span.MonthName(results.LastFinalMonth) : results.Span.MonthName(0))} las cifras son definitivas; después, provisionales: estimadas con su intervalo, o parciales.",
            $"Figures are final until {(results.LastFinalMonth >= 0 ? results.Span.MonthName(results.LastFinalMonth) : results.Span.MonthName(0))}; after it provisional: estimated with their interval, or partial.",
            $"Jusqu’à {(results.LastFinalMonth >= 0 ? results.Span.MonthName(results.LastFinalMonth) : results.Span.MonthName(0))}, les chiffres sont définitifs ; ensuite, provisoires : estimés avec leur intervalle, ou partiels."),
        new(
            "Las celdas con pocas personas, y otras que las delatarían, están suprimidas (situación Q): no son ceros.",
            "Cells with few persons, and others that would give them away, are suppressed (status Q): they are not zeros.",
            "Les cellules avec peu de personnes, et d’autres qui les trahiraient, sont supprimées (statut Q) : ce ne sont pas des zéros."),
    ];

    // Late crossings change months already published; the figures of the same day of observation are then another release.
    private static string Release(IReadOnlyList<Part> before, DatasetDefinition definition, string source, string name)
    {
        bool Taken(string release) => before.Any(part => part.Revision == new Revision(definition.Id, source, release));
        return !Taken(name) ? name : Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}-{number:D2}").First(release => !Taken(release));
    }

    private Dataset? Earlier(DatasetDefinition definition, string source) =>
        Revisions(definition).FirstOrDefault(revision => revision.Source == source) is { } latest ? Dataset(definition, latest) : null;

    /// <summary>Population on 1 January and natural change since, from the demography held: the base of the stock of residents.</summary>
    private List<ResidentBase> Bases(MovementResults results)
    {
        var bases = new List<ResidentBase>();
        if (Revisions(Definitions.Demography) is not [var latest, ..])
            return bases;
        var demography = Dataset(Definitions.Demography, latest);
        foreach (var country in results.Countries.All.Select(country => country.Area))
        {
            var year = results.Span.From.Year + ((results.FirstMonth + results.Span.From.Month - 1 + 11) / 12);
            if (Figure(demography, country, "POP_JAN1", year) is not { } persons)
                continue;
            var natural = new List<double>();
            var first = ((year - results.Span.From.Year) * 12) - results.Span.From.Month + 1;
            for (var month = first; month < results.Span.CompleteMonths; month++)
            {
                var of = year + (natural.Count / 12);
                if (Figure(demography, country, "BIRTHS", of) is not { } births || Figure(demography, country, "DEATHS", of) is not { } deaths)
                    break;
                natural.Add((births - deaths) / 12);
            }

            bases.Add(new(country, first, persons, natural));
        }

        return bases;
    }

    private static double? Figure(Dataset dataset, string area, string measure, int year)
    {
        foreach (var i in dataset.Select(Query.All.Where("REF_AREA", area).Where("MEASURE", measure).Where("SEX", "_T").Where("AGE", "_T").During(TimePeriod.OfYear(year))))
            return double.IsNaN(dataset.Plain(i)) ? null : dataset.Plain(i);
        return null;
    }
}
