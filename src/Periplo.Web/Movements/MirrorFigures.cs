using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>What two countries say of the same movements.</summary>
/// <param name="Mirror">The figures of both sides.</param>
/// <param name="IsByNationality">True when the tables do not say the country on the other side, so that citizens of the origin stand in for those who came from it.</param>
/// <param name="View">The picture.</param>
/// <param name="Departures">The revision with the exits.</param>
/// <param name="Arrivals">The revision with the entries.</param>
public sealed record MirrorFigures(Mirror Mirror, bool IsByNationality, View View, Dataset Departures, Dataset Arrivals)
{
    /// <summary>The mirror of a pair in the best of the sources held; null when no two figures face each other.</summary>
    public static MirrorFigures? Of(Site site, Language language, Area origin, Area destination)
    {
        foreach (var byNationality in (bool[])[false, true])
        {
            foreach (var (departures, arrivals) in Pairs(site, origin, destination))
            {
                var (first, last) = (departures.First < arrivals.First ? departures.First : arrivals.First, departures.Last > arrivals.Last ? departures.Last : arrivals.Last);
                Mirror mirror;
                try
                {
                    mirror = byNationality
                        ? Mirror.OfNationals(departures, arrivals, site.Areas, origin, destination, first, last)
                        : Mirror.OfCorridor(departures, arrivals, site.Areas, origin, destination, first, last);
                }
                catch (StatisticsException)
                {
                    continue;
                }

                if (mirror.MonthsOfBoth > 0)
                    return new(mirror, byNationality, ViewOf(site, language, mirror, byNationality, origin, destination, departures, arrivals), departures, arrivals);
            }
        }

        return null;
    }

    /// <summary>Sources with exits of the one and entries of the other: each country's own office first where it is collected, then the same source for both.</summary>
    private static IEnumerable<(Dataset Departures, Dataset Arrivals)> Pairs(Site site, Area origin, Area destination)
    {
        var definition = site.Installation.Definitions.Movements.Monthly;
        var (theirs, ours) = (site.OfficeOf(definition, origin.Id), site.OfficeOf(definition, destination.Id));
        return
        from departures in site.Monthly
        where MovementCoverage.Of(departures).Any(one => one.Area == origin.Id && one.Movement == "EXIT")
        from arrivals in site.Monthly
        where MovementCoverage.Of(arrivals).Any(one => one.Area == destination.Id && one.Movement == "ENTRY")
        orderby Others(departures, arrivals), departures != arrivals
        select (departures, arrivals);

        int Others(Dataset departures, Dataset arrivals) => (departures == theirs ? 0 : 1) + (arrivals == ours ? 0 : 1);
    }

    private static View ViewOf(Site site, Language language, Mirror mirror, bool byNationality, Area origin, Area destination, Dataset departures, Dataset arrivals)
    {
        List<Series> series =
        [
            new(
                byNationality
                    ? new($"Salidas de sus nacionales, según {origin.ShortName.Es}", $"Exits of its citizens, by {origin.ShortName.En}", $"Sorties de ses ressortissants, source : {origin.ShortName.Fr}")
                    : new($"Salidas, según {origin.ShortName.Es}", $"Exits, by {origin.ShortName.En}", $"Sorties, source : {origin.ShortName.Fr}"),
                [.. mirror.Lines.Where(line => line.Departures is not null).Select(line => new YearDatum(Months.Number(line.Month), new(line.Departures, Lineage: Departure(line.Month))))]),
            new(
                new($"Entradas, según {destination.ShortName.Es}", $"Entries, by {destination.ShortName.En}", $"Entrées, source : {destination.ShortName.Fr}"),
                [.. mirror.Lines.Where(line => line.Arrivals is not null).Select(line => new YearDatum(Months.Number(line.Month), new(line.Arrivals, Lineage: Arrival(line.Month))))]),
        ];
        Text unit = new("movimientos al mes", "movements a month", "mouvements par mois");
        var credits = new Credits(
            "mirror",
            new($"De {origin.ShortName.Es} a {destination.ShortName.Es}, según cada lado", $"From {origin.ShortName.En} to {destination.ShortName.En}, as each side reports", $"Corridor {origin.ShortName.Fr} – {destination.ShortName.Fr}, selon chaque côté"),
            unit, Provenance.Sources(departures, arrivals),
            [
                .. byNationality
                    ? (Text[])[new(
                        $"Las tablas no dicen el país del otro lado: se comparan todas las salidas de nacionales de {origin.ShortName.Es}, a cualquier país, con sus entradas en {destination.ShortName.Es}.",
                        $"The tables do not say the country on the other side: all exits of citizens of {origin.ShortName.En}, to any country, are set against their entries into {destination.ShortName.En}.",
                        $"Les tableaux ne disent pas le pays de l’autre côté : toutes les sorties des ressortissants ({origin.ShortName.Fr}), vers n’importe quel pays, sont mises en regard de leurs entrées ({destination.ShortName.Fr}).")]
                    : [],
                .. Provenance.Notes(departures, arrivals),
            ]);
        return new(to => MovementAddresses.Mirror(to, origin.Id, destination.Id), _ => "", Draw(credits, 760, 340))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 280),
        };

        Figure Draw(Credits papers, double width, double height) =>
            Lines.Draw(papers, series, new() { Axis = PeriodAxis.Months, Width = width, Height = height }, site.Font) with { MakeTable = () => Table(mirror, series, unit, Departure, Arrival) };

        string Departure(TimePeriod month) => MovementCoverage.Lineage(language, departures, month, ("FREQ", "M"), ("REF_AREA", origin.Id), ("MOVEMENT", "EXIT"), byNationality ? ("CITIZENSHIP", origin.Id) : ("COUNTERPART_AREA", destination.Id));

        string Arrival(TimePeriod month) => MovementCoverage.Lineage(language, arrivals, month, ("FREQ", "M"), ("REF_AREA", destination.Id), ("MOVEMENT", "ENTRY"), byNationality ? ("CITIZENSHIP", origin.Id) : ("COUNTERPART_AREA", origin.Id));
    }

    private static FigureTable Table(Mirror mirror, List<Series> series, Text unit, Func<TimePeriod, string> departure, Func<TimePeriod, string> arrival) => new(
        [
            new(new("Mes", "Month", "Mois")), new(series[0].Name, unit, NumberStyle.Whole), new(series[1].Name, unit, NumberStyle.Whole),
            new(new("Entradas menos salidas", "Entries less exits", "Entrées moins sorties"), unit, NumberStyle.Whole),
            new(new("% de la media de ambos", "% of the mean of both", "% de la moyenne des deux"), new("%", "%", "%"), NumberStyle.Percent),
        ],
        [.. mirror.Lines.Select(line => (Cell[])
        [
            Cell.Of(Text.Same(line.Month.ToString())), Of(line.Departures, departure(line.Month)), Of(line.Arrivals, arrival(line.Month)), Of(line.Difference), Of(100 * line.Relative),
        ])]);

    private static Cell Of(double? value, string? lineage = null) => Cell.Of(new Datum(value, value is null ? 'M' : 'A', Lineage: value is null ? null : lineage));
}
