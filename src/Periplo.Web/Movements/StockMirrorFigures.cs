using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>What two countries say of the same migrants.</summary>
/// <param name="Mirror">The figures of both sides.</param>
/// <param name="View">The picture.</param>
public sealed record StockMirrorFigures(StockMirror Mirror, View View)
{
    private static readonly Text Persons = new("personas", "persons", "personnes");

    private static readonly Text Apart = new(
        "Una línea sola no dice que el otro lado sea cero: nadie más lo notifica.", "A line alone does not mean that the other side is zero: nobody else reports it.", "Une ligne seule ne signifie pas que l’autre côté soit nul : personne d’autre ne le communique.");

    /// <summary>The mirror of a pair; null where the office of neither is collected or says anything of it.</summary>
    public static StockMirrorFigures? Of(Site site, Language language, Area origin, Area destination)
    {
        var definition = site.Installation.Definitions.Stock;
        var (theirs, ours) = (site.OfficeOf(definition, destination.Id), site.OfficeOf(definition, origin.Id));
        if (theirs is null && ours is null)
            return null;
        List<(Statistics.Dataset, StockReporter)> sources = [];
        if (theirs is not null)
            sources.Add((theirs, StockReporter.Destination));
        if (ours is not null)
            sources.Add((ours, StockReporter.Origin));
        if (site.Stock is { } other && other != theirs && other != ours)
            sources.Add((other, StockReporter.Other));
        return StockMirror.Of(sources, origin, destination) is { } mirror ? new(mirror, ViewOf(site, language, mirror)) : null;
    }

    private static View ViewOf(Site site, Language language, StockMirror mirror)
    {
        var (origin, destination, years) = (mirror.Origin, mirror.Destination, mirror.Years);
        List<Series> series =
        [
            .. mirror.Sides.Select(side => new Series(Name(mirror, side), [.. years.Where(year => side.Persons(year) is not null).Select(year => new YearDatum(year, DatumOf(side, year)))]) { LongestStep = 10 })
                .Where(one => one.Points.Count > 0),
        ];
        var datasets = mirror.Sides.Select(side => side.Dataset).Distinct().ToList();
        var credits = new Credits(
            "stock-mirror",
            new(
                $"Quienes vienen de {origin.ShortName.Es} y viven en {destination.ShortName.Es}, según cada lado",
                $"Those from {origin.ShortName.En} who live in {destination.ShortName.En}, as each side counts them",
                $"Population venue de l’origine ({origin.ShortName.Fr}) et vivant à destination ({destination.ShortName.Fr}), selon chaque côté"),
            Persons, Provenance.Sources(datasets), [Apart, .. Provenance.Notes(datasets)]);
        return new(to => MovementAddresses.MirrorOfStock(to, origin.Id, destination.Id), _ => "", Draw(credits, 760, 340))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 280),
        };

        Figure Draw(Credits papers, double width, double height) =>
            Lines.Draw(papers, series, new() { Width = width, Height = height }, site.Font) with { MakeTable = Table };

        FigureTable Table() => new(
            [
                new(new("Año", "Year", "Année")),
                .. mirror.Sides.Select(side => new TableColumn(Name(mirror, side), Persons, NumberStyle.Whole)),
                .. mirror.LastOfBoth is null ? Array.Empty<TableColumn>() : [new(new("Destino menos origen", "Destination less origin", "Destination moins origine"), Persons, NumberStyle.Whole)],
            ],
            [
                .. years.Select(year => (Cell[])
                [
                    Cell.Of(Text.Same($"{year}")),
                    .. mirror.Sides.Select(side => Cell.Of(DatumOf(side, year))),
                    .. mirror.LastOfBoth is null ? Array.Empty<Cell>() : [Cell.Of(new Datum(mirror.Difference(year), mirror.Difference(year) is null ? 'M' : 'A'))],
                ]),
            ]);

        Datum DatumOf(StockSide side, int year)
        {
            if (!side.Observations.TryGetValue(year, out var i))
                return new(null, 'O', Provenance.Reason(ObservationStatus.O));
            var status = side.Dataset.Observations.Statuses[i];
            var lineage = Addresses.Observation(language, side.Dataset, i);
            return side.Persons(year) is { } persons ? new(persons, status.Letter(), Lineage: lineage) : new(null, status.Letter(), status == ObservationStatus.Q ? null : Provenance.Reason(status), lineage);
        }
    }

    /// <summary>A side in a few words: who says it, and by which definition of origin.</summary>
    public static Text Name(StockMirror mirror, StockSide side)
    {
        var basis = side.BasisName;
        Text who = side.Reporter switch
        {
            StockReporter.Destination => new($"Según {mirror.Destination.ShortName.Es}", $"By {mirror.Destination.ShortName.En}", $"Source : {mirror.Destination.ShortName.Fr}"),
            StockReporter.Origin => new($"Según {mirror.Origin.ShortName.Es}", $"By {mirror.Origin.ShortName.En}", $"Source : {mirror.Origin.ShortName.Fr}"),
            _ => new($"Según {side.Dataset.Revision.Source}", $"By {side.Dataset.Revision.Source}", $"Source : {side.Dataset.Revision.Source}"),
        };
        return new($"{who.Es} ({Lower(basis.Es)})", $"{who.En} ({Lower(basis.En)})", $"{who.Fr} ({Lower(basis.Fr)})");
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
