using Periplo.Charts;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>The regional matrix as a table and as a map, in the addresses of one language.</summary>
public sealed class MatrixFigures(Site site, Language language, MatrixChoice choice)
{
    private static readonly Text Unit = new("movimientos, no personas distintas", "movements, not distinct persons", "mouvements, non personnes distinctes");

    /// <summary>Stands where a figure was published that is not of the part asked for.</summary>
    private static readonly Text OtherPart = new("otra parte", "other part", "autre partie");

    private readonly RegionalMatrix matrix = choice.Matrix(site.Areas);
    private readonly Dictionary<string, string> frequencies = [];

    /// <summary>What is shown.</summary>
    public MatrixChoice Choice => choice;

    /// <summary>The matrix.</summary>
    public RegionalMatrix Values => matrix;

    /// <summary>Nationalities by reporting country; null where nothing is in the part chosen.</summary>
    public View? Table()
    {
        var reporting = matrix.Rows.Select(row => row.Area).Where(id => matrix.Cells.Any(cell => cell.Reporting == id)).ToList();
        var others = matrix.Columns.Where(other => reporting.Exists(one => InScope(one, other))).ToList();
        if (reporting.Count == 0 || others.Count == 0)
            return null;
        var greatest = matrix.Cells.Where(cell => InScope(cell.Reporting, cell.Other) && double.IsFinite(cell.Value)).Select(cell => cell.Value).DefaultIfEmpty(0).Max();
        var rows = others.ConvertAll(other => (Row: new HeatRow(site.Areas[other].ShortName, [.. reporting.Select(one => Cell(one, other, greatest)), Sum(other, reporting)]) { Href = Addresses.Country(language, other) }, Sum: SumOf(other, reporting)))
            .OrderByDescending(row => row.Sum).ThenBy(row => row.Row.Name.En, StringComparer.Ordinal).Select(row => row.Row).ToList();
        var figure = HeatTable.Draw(Credits("matrix", Title), rows, new()
        {
            Rows = new("Nacionalidad", "Nationality", "Nationalité"),
            Columns =
            [
                .. reporting.Select(one => new HeatColumn(site.Areas[one].ShortName, Unit, NumberStyle.Whole) { Href = MovementAddresses.Country(language, one) }),
                new(new("Todos", "All", "Tous"), Unit, NumberStyle.Whole),
            ],
            Most = 25,
            More = new("más movimientos, en escala logarítmica", "more movements, on a logarithmic scale", "davantage de mouvements, sur une échelle logarithmique"),
        }, site.Font);
        return new(MovementAddresses.Matrix, choice.Query, figure);
    }

    /// <summary>The map of what each country reports; null where there is nothing.</summary>
    public View? Map()
    {
        var values = new List<AreaDatum>();
        foreach (var row in matrix.Rows)
        {
            var sum = choice.Scope switch { MatrixScope.Within => row.Within, MatrixScope.Across => row.Across, MatrixScope.Own => row.Own, _ => new(row.Total, double.IsNaN(row.Total) ? 0 : 1, 0) };
            if (sum.HasValue)
                values.Add(new(site.Areas[row.Area], new(sum.Value, 'A', Lineage: choice.Scope == MatrixScope.All ? Lineage(row.Area, "*") : null)));
        }

        return values.Count == 0 ? null : new(MovementAddresses.Map, choice.Query, Choropleth.Draw(Credits("map", MapTitle), site.World, values, new()
        {
            Href = area => values.Exists(one => one.Area.Id == area.Id) ? MovementAddresses.Country(language, area.Id) : null,
            Subject = area => matrix.IsMember(area.Id),
        }, site.Font));
    }

    private Text Direction => choice.IsEntry ? new("Entradas", "Entries", "Entrées") : new("Salidas", "Exits", "Sorties");

    private Text Part => choice.Scope switch
    {
        MatrixScope.Within => new("de nacionales de otros países de la región", "of citizens of other countries of the region", "de ressortissants d’autres pays de la région"),
        MatrixScope.Across => new("de nacionales de fuera de la región", "of citizens from beyond the region", "de ressortissants de pays hors de la région"),
        MatrixScope.Own => new("de nacionales propios", "of own citizens", "de propres ressortissants"),
        _ => new("de todas las nacionalidades", "of all nationalities", "de toutes les nationalités"),
    };

    private Text Title => new(
        $"{Direction.Es} {Part.Es} por país que notifica, {choice.Region.ShortName.Es}, {choice.Year}",
        $"{Direction.En} {Part.En} by reporting country, {choice.Region.ShortName.En}, {choice.Year}",
        $"{Direction.Fr} {Part.Fr} par pays déclarant, {choice.Region.ShortName.Fr}, {choice.Year}");

    private Text MapTitle => new(
        $"Mapa: {Direction.Es.ToLowerInvariant()} {Part.Es}, {choice.Region.ShortName.Es}, {choice.Year}",
        $"Map: {Direction.En.ToLowerInvariant()} {Part.En}, {choice.Region.ShortName.En}, {choice.Year}",
        $"Carte : {Direction.Fr.ToLowerInvariant()} {Part.Fr}, {choice.Region.ShortName.Fr}, {choice.Year}");

    private Credits Credits(string id, Text title)
    {
        var notes = new List<Text>();
        var partial = matrix.Rows.Where(row => row.Months < matrix.MonthsAsked).ToList();
        if (partial.Count > 0)
        {
            notes.Add(new(
                $"No notificaron todo el año: {string.Join(", ", partial.Select(row => $"{site.Areas[row.Area].ShortName.Es} ({row.Months} de {matrix.MonthsAsked} meses)"))}.",
                $"Did not report the whole year: {string.Join(", ", partial.Select(row => $"{site.Areas[row.Area].ShortName.En} ({row.Months} of {matrix.MonthsAsked} months)"))}.",
                $"N’ont pas déclaré toute l’année : {string.Join(", ", partial.Select(row => $"{site.Areas[row.Area].ShortName.Fr} ({row.Months} mois sur {matrix.MonthsAsked})"))}."));
        }

        notes.Add(new("Una casilla vacía no es cero: nadie publicó esa cifra.", "An empty cell is no zero: nobody published the figure.", "Une case vide n’est pas zéro : personne n’a publié ce chiffre."));
        return new(id, title, Unit, Provenance.Sources(choice.Source.Datasets), [.. notes, .. Provenance.Notes(choice.Source.Datasets)]);
    }

    private bool InScope(string reporting, string other) => matrix.Cell(reporting, other) is not null && choice.Scope switch
    {
        MatrixScope.Own => other == reporting,
        MatrixScope.Within => other != reporting && matrix.IsMember(other),
        MatrixScope.Across => !matrix.IsMember(other) && site.Areas[other].Kind != Areas.AreaKind.Special,
        _ => true,
    };

    private HeatCell Cell(string reporting, string other, double greatest)
    {
        if (matrix.Cell(reporting, other) is not { } cell)
            return new(new Datum(null, 'M'), null);
        if (!InScope(reporting, other))
            return new(default, null, OtherPart);
        var lineage = Lineage(reporting, other);
        return double.IsNaN(cell.Value)
            ? new(new Datum(null, cell.Status.Letter(), cell.Status == ObservationStatus.Q ? null : Provenance.Reason(cell.Status), lineage), null)
            : new(new Datum(cell.Value, cell.Status.Letter(), Lineage: lineage), cell.Value > 0 && greatest > 0 ? Math.Log(1 + cell.Value) / Math.Log(1 + greatest) : null);
    }

    private double SumOf(string other, List<string> reporting) => reporting.Where(one => InScope(one, other)).Select(one => matrix.Cell(one, other)!.Value).Where(double.IsFinite).DefaultIfEmpty(double.NegativeInfinity).Sum();

    private HeatCell Sum(string other, List<string> reporting) =>
        SumOf(other, reporting) is var sum && double.IsFinite(sum) ? new(new Datum(sum, 'A'), null) : new(new Datum(null, 'M'), null);

    /// <summary>The address of the months of a cell together; every division the source makes is summed over.</summary>
    private string Lineage(string reporting, string other)
    {
        var (year, source) = (TimePeriod.OfYear(choice.Year), choice.Source.For(reporting)!);
        if (!frequencies.TryGetValue(reporting, out var frequency))
        {
            // Where a country publishes months its years are not counted.
            var months = source.Select(Query.All.Where("FREQ", "M").Where("REF_AREA", reporting).Where("MOVEMENT", choice.Movement).During(year));
            frequencies.Add(reporting, frequency = months.Count > 0 ? "M" : "A");
        }

        return MovementCoverage.Lineage(language, source, year, ("FREQ", frequency), ("REF_AREA", reporting), ("MOVEMENT", choice.Movement), ("CITIZENSHIP", other));
    }
}
