using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Web.Views;

/// <summary>What both sides of a corridor report of the moves of each year.</summary>
public static class ReportedFlowFigures
{
    /// <summary>Heading of the section.</summary>
    public static Text Heading { get; } = new("Flujos que notifica cada lado", "Flows that each side reports", "Flux communiqués par chaque côté");

    private static readonly Text Persons = new("personas al año", "persons a year", "personnes par an");

    private static readonly Text Apart = new(
        "Los dos lados cuentan los mismos traslados con definiciones y registros propios y nunca coinciden; ninguno corrige al otro. Una línea sola no dice que el otro lado sea cero.",
        "The two sides count the same moves by definitions and registers of their own and never agree; neither corrects the other. A line alone does not mean that the other side is zero.",
        "Les deux côtés comptent les mêmes déplacements selon leurs propres définitions et registres et ne concordent jamais ; aucun ne corrige l’autre. Une ligne seule ne signifie pas que l’autre côté soit nul.");

    private static readonly Text Citizens = new(
        "Por nacionalidad se cuenta a los ciudadanos del origen que inmigraron desde cualquier país: no es el espejo de la emigración.",
        "By citizenship, citizens of the origin are counted who immigrated from any country: it is no mirror of emigration.",
        "Par nationalité, on compte les ressortissants de l’origine qui ont immigré de n’importe quel pays : ce n’est pas le miroir de l’émigration.");

    /// <summary>Which sides are missing, in words.</summary>
    public static IReadOnlyList<Text> Missing(ReportedCorridor corridor)
    {
        ArgumentNullException.ThrowIfNull(corridor);
        return [.. new[] { corridor.Missing(ReportingSide.Origin), corridor.Missing(ReportingSide.Destination) }.OfType<Text>()];
    }

    /// <summary>The view; null when neither side has a figure.</summary>
    public static View? Of(Site site, Language language, ReportedCorridor corridor)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(corridor);
        var (origin, destination) = (corridor.Origin, corridor.Destination);
        var citizens = corridor.ByCitizenship.ToDictionary(figure => figure.Year);
        List<int> years = [.. corridor.Years.Select(year => year.Year).Union(citizens.Keys).Order()];
        var byYear = corridor.Years.ToDictionary(year => year.Year);
        (Text Name, Func<int, ReportedFigure?> At)[] sides =
        [
            (new($"Emigración, según {origin.ShortName.Es}", $"Emigration, by {origin.ShortName.En}", $"Émigration, source : {origin.ShortName.Fr}"), year => byYear.GetValueOrDefault(year)?.Emigration),
            (new($"Inmigración, según {destination.ShortName.Es}", $"Immigration, by {destination.ShortName.En}", $"Immigration, source : {destination.ShortName.Fr}"), year => byYear.GetValueOrDefault(year)?.Immigration),
            (new($"Inmigrantes de esa nacionalidad, según {destination.ShortName.Es}", $"Immigrants of that citizenship, by {destination.ShortName.En}", $"Immigrants de cette nationalité, source : {destination.ShortName.Fr}"), citizens.GetValueOrDefault),
        ];
        List<Series> series =
        [
            .. sides.Select(side => new Series(side.Name, [.. years.Select(year => (Year: year, Figure: side.At(year))).Where(one => one.Figure is not null).Select(one => new YearDatum(one.Year, DatumOf(one.Figure)))]))
                .Where(one => one.Points.Any(point => point.Datum.Value is not null)),
        ];
        if (series.Count == 0)
            return null;
        var datasets = sides.SelectMany(side => years.Select(side.At)).OfType<ReportedFigure>().Select(figure => figure.Dataset).Distinct().ToList();
        var credits = new Credits(
            "reported-flows",
            new(
                $"De {origin.ShortName.Es} a {destination.ShortName.Es}: migraciones del año según cada lado",
                $"From {origin.ShortName.En} to {destination.ShortName.En}: migrations of the year as each side reports",
                $"Corridor {origin.ShortName.Fr} – {destination.ShortName.Fr} : migrations de l’année selon chaque côté"),
            Persons, Provenance.Sources(datasets),
            [.. Missing(corridor), .. corridor.Years.Count > 0 ? (Text[])[Apart] : [], .. citizens.Count > 0 ? (Text[])[Citizens] : [], .. Provenance.Notes(datasets)]);
        return new(to => Addresses.ReportedFlows(to, origin.Id, destination.Id), _ => "", Draw(credits, 760, 340))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 280),
        };

        Figure Draw(Credits papers, double width, double height) =>
            Lines.Draw(papers, series, new() { Width = width, Height = height }, site.Font) with { MakeTable = Table };

        FigureTable Table()
        {
            var shown = sides.Where(side => years.Exists(year => side.At(year) is not null)).ToList();
            var isMirror = corridor.YearsOfBoth > 0;
            return new(
                [
                    new(new("Año", "Year", "Année")),
                    .. shown.Select(side => new TableColumn(side.Name, Persons, NumberStyle.Whole)),
                    .. isMirror ? (TableColumn[])[new(new("Inmigración menos emigración", "Immigration less emigration", "Immigration moins émigration"), Persons, NumberStyle.Whole)] : [],
                    new(new("Duración para contar", "Stay to be counted", "Durée pour être compté")),
                ],
                [
                    .. years.Select(year => (Cell[])
                    [
                        Cell.Of(Text.Same($"{year}")),
                        .. shown.Select(side => Cell.Of(DatumOf(side.At(year)))),
                        .. isMirror ? (Cell[])[Cell.Of(new Datum(byYear.GetValueOrDefault(year)?.Difference, byYear.GetValueOrDefault(year)?.Difference is null ? 'M' : 'A'))] : [],
                        Cell.Of(Stay([.. shown.Select(side => side.At(year)).OfType<ReportedFigure>().Select(figure => figure.DurationName).Distinct()])),
                    ]),
                ]);
        }

        Datum DatumOf(ReportedFigure? figure) => figure switch
        {
            null => new(null, 'O', Provenance.Reason(ObservationStatus.O)),
            { Persons: { } persons } => new(persons, figure.Status.Letter(), Lineage: Addresses.Observation(language, figure.Dataset, figure.Observation)),
            _ => new(null, figure.Status.Letter(), Provenance.Reason(figure.Status), Addresses.Observation(language, figure.Dataset, figure.Observation)),
        };
    }

    private static Text Stay(IReadOnlyList<Text> names) => new(
        string.Join("; ", names.Select(name => name.Es)), string.Join("; ", names.Select(name => name.En)), string.Join("; ", names.Select(name => name.Fr)));
}
