using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>One month of a mirror.</summary>
/// <param name="Month">The month.</param>
/// <param name="Departures">What the country of departure reports; null when it does not.</param>
/// <param name="Arrivals">What the other side reports; null when it does not.</param>
public sealed record MirrorLine(TimePeriod Month, double? Departures, double? Arrivals)
{
    /// <summary>Arrivals less departures; null unless both report.</summary>
    public double? Difference => Arrivals - Departures;

    /// <summary>The difference, of the mean of both; null unless both report, or when both are zero.</summary>
    public double? Relative => Difference is { } difference && Arrivals + Departures is > 0 and { } sum ? difference / (sum / 2) : null;
}

/// <summary>
/// The same journeys as two sides report them (docs/methods/regional-matrix.md). The two figures never agree; how far
/// apart they are, and on which side, says what each of them misses.
/// </summary>
/// <param name="From">Country of departure.</param>
/// <param name="To">Country of arrival, or null for all that report.</param>
/// <param name="Lines">Month by month, every month in which one side reports.</param>
/// <param name="Reporters">Countries whose arrivals are in it, by id.</param>
/// <param name="Explanations">What may explain the difference, likeliest first.</param>
public sealed record Mirror(Area From, Area? To, IReadOnlyList<MirrorLine> Lines, IReadOnlyList<string> Reporters, IReadOnlyList<Text> Explanations)
{
    private static readonly Text SmallDifference = new(
        "La diferencia es pequeña: los dos registros ven casi los mismos viajes.", "The difference is small: both records see almost the same journeys.", "La différence est petite : les deux registres voient presque les mêmes voyages.");

    private static readonly Text MissedDepartures = new(
        "La llegada se registra mejor que la salida: en muchas fronteras terrestres y aguas nadie anota la salida, o es voluntaria.",
        "Arrivals are recorded better than departures: at many land and river borders nobody notes departures, or doing so is voluntary.",
        "L’arrivée est mieux enregistrée que le départ : à bien des frontières terrestres et maritimes, personne ne note la sortie, ou elle est volontaire.");

    private static readonly Text OtherStart = new(
        "Quienes llegan pueden venir de otro país: la nacionalidad o la última escala no son el país de donde salieron.",
        "Those who arrive may come from another country: neither nationality nor the last stop is the country they left.",
        "Ceux qui arrivent peuvent venir d’un autre pays : la nationalité ou la dernière escale n’est pas le pays d’où ils sont partis.");

    private static readonly Text MissedArrivals = new(
        "Parte de quienes salen no entra por un puesto, entra con otra nacionalidad o sigue viaje a un país que no notifica.",
        "Some of those who leave do not enter through a post, enter with another nationality, or travel on to a country that does not report.",
        "Une partie de ceux qui partent n’entre pas par un poste, entre sous une autre nationalité ou poursuit vers un pays qui ne communique pas de chiffres.");

    private static readonly Text Definitions = new(
        "Un país puede contar tripulaciones, tránsitos, residentes o tráfico vecinal y el otro no.",
        "One country may count crews, transit, residents or local border traffic, and the other not.",
        "Un pays peut compter les équipages, les transits, les résidents ou le trafic frontalier local, et l’autre non.");

    private static readonly Text Months = new(
        "Un viaje que sale a fin de mes llega en el siguiente; sobre un año esto se compensa.",
        "A journey that leaves at the end of a month arrives in the next one; over a year this evens out.",
        "Un voyage parti en fin de mois arrive le mois suivant ; sur une année cela se compense.");

    private static readonly Text SeveralEntries = new(
        "Quien sale una vez puede entrar en varios países de la lista: las entradas cuentan más de una vez el mismo viaje.",
        "Who leaves once may enter several countries of the list: entries count the same journey more than once.",
        "Qui part une fois peut entrer dans plusieurs pays de la liste : les entrées comptent plus d’une fois le même voyage.");

    /// <summary>Departures over the months in which both sides report; NaN when there is none.</summary>
    public double Departures => Both(line => line.Departures!.Value);

    /// <summary>Arrivals over the months in which both sides report; NaN when there is none.</summary>
    public double Arrivals => Both(line => line.Arrivals!.Value);

    /// <summary>Months in which both sides report.</summary>
    public int MonthsOfBoth => Lines.Count(line => line.Difference is not null);

    /// <summary>Arrivals less departures over the months of both, of their mean; NaN when there is none.</summary>
    public double Relative => (Arrivals - Departures) / ((Arrivals + Departures) / 2);

    /// <summary>A's exits to B against B's entries from A. Both must say the country on the other side.</summary>
    /// <param name="departures">Revision of <c>MOVEMENTS_MONTHLY</c> with the exits of <paramref name="from"/>.</param>
    /// <param name="arrivals">Revision with the entries of <paramref name="to"/>; may be the same.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="from">Country of departure.</param>
    /// <param name="to">Country of arrival.</param>
    /// <param name="first">First month or year.</param>
    /// <param name="last">Last month or year, included.</param>
    /// <exception cref="StatisticsException">The figures cannot be added.</exception>
    public static Mirror OfCorridor(Dataset departures, Dataset arrivals, AreaRegistry areas, Area from, Area to, TimePeriod first, TimePeriod last)
    {
        var left = ByMonth(departures, areas, Query.All.Where("REF_AREA", from.Id).Where("MOVEMENT", "EXIT").Where("COUNTERPART_AREA", to.Id).During(first, last));
        var right = ByMonth(arrivals, areas, Query.All.Where("REF_AREA", to.Id).Where("MOVEMENT", "ENTRY").Where("COUNTERPART_AREA", from.Id).During(first, last));
        return Of(from, to, left, right, right.Count > 0 ? [to.Id] : [], several: false);
    }

    /// <summary>
    /// Exits of a country's own citizens against entries of that citizenship elsewhere: a rougher mirror, for tables that do
    /// not say the country on the other side.
    /// </summary>
    /// <param name="departures">Revision of <c>MOVEMENTS_MONTHLY</c> with the exits of <paramref name="from"/>.</param>
    /// <param name="arrivals">Revision with the entries elsewhere; may be the same.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="from">The country and citizenship.</param>
    /// <param name="to">One country of arrival, or null for all that report.</param>
    /// <param name="first">First month or year.</param>
    /// <param name="last">Last month or year, included.</param>
    /// <exception cref="StatisticsException">The figures cannot be added.</exception>
    public static Mirror OfNationals(Dataset departures, Dataset arrivals, AreaRegistry areas, Area from, Area? to, TimePeriod first, TimePeriod last)
    {
        var left = ByMonth(departures, areas, Query.All.Where("REF_AREA", from.Id).Where("MOVEMENT", "EXIT").Where("CITIZENSHIP", from.Id).During(first, last));
        var right = new SortedDictionary<TimePeriod, double>();
        var reporters = new List<string>();
        var reporting = arrivals.Definition.Dimension("REF_AREA");
        foreach (var area in arrivals.Observations.Codes[reporting].Where(id => id != from.Id && (to is null || to.Id == id) && areas[id].IsLeaf))
        {
            var entries = ByMonth(arrivals, areas, Query.All.Where("REF_AREA", area).Where("MOVEMENT", "ENTRY").Where("CITIZENSHIP", from.Id).During(first, last));
            if (entries.Count > 0)
                reporters.Add(area);
            foreach (var (month, value) in entries)
                right[month] = right.GetValueOrDefault(month) + value;
        }

        return Of(from, to, left, right, reporters, several: reporters.Count > 1);
    }

    private static Mirror Of(
        Area from, Area? to, SortedDictionary<TimePeriod, double> left, SortedDictionary<TimePeriod, double> right, IReadOnlyList<string> reporters, bool several)
    {
        var lines = left.Keys.Union(right.Keys).Order()
            .Select(month => new MirrorLine(month, left.TryGetValue(month, out var departures) ? departures : null, right.TryGetValue(month, out var arrivals) ? arrivals : null))
            .ToList();
        var mirror = new Mirror(from, to, lines, reporters, []);
        return mirror with { Explanations = mirror.MonthsOfBoth == 0 ? [] : mirror.Explain(several) };
    }

    private List<Text> Explain(bool several)
    {
        const double Small = 0.05;
        var explanations = new List<Text>();
        if (Math.Abs(Relative) < Small || double.IsNaN(Relative))
            explanations.Add(SmallDifference);
        else if (Relative > 0)
            explanations.AddRange(several ? [SeveralEntries, MissedDepartures, OtherStart] : [MissedDepartures, OtherStart]);
        else
            explanations.Add(MissedArrivals);
        explanations.Add(Definitions);
        if (MonthsOfBoth < 12)
            explanations.Add(Months);
        return explanations;
    }

    private double Both(Func<MirrorLine, double> side) =>
        MonthsOfBoth == 0 ? double.NaN : Lines.Where(line => line.Difference is not null).Sum(side);

    private static SortedDictionary<TimePeriod, double> ByMonth(Dataset dataset, AreaRegistry areas, Query query)
    {
        string[] over = [.. RegionalMatrix.Breakdowns.Where(dimension => !query.Codes.ContainsKey(dimension))];
        var months = new SortedDictionary<TimePeriod, double>();
        foreach (var (time, total) in new Totals(dataset, areas).ByPeriod(query.Where("FREQ", "M"), over))
        {
            if (total.HasValue)
                months.Add(time, total.Value);
        }

        return months;
    }
}
