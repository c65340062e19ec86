using Periplo.Areas;
using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>Stocks, money received and sent, and incomes of every year, taken from the datasets held.</summary>
public sealed class YearlyInputs
{
    private readonly int[] dates;
    private readonly List<(string Origin, string Destination, double[] Stocks)> pairs;
    private readonly Dictionary<int, Dictionary<string, double>> received;
    private readonly Dictionary<int, Dictionary<string, double>> sent;
    private readonly HeadIncomes incomes;
    private readonly IReadOnlySet<(string Sender, string Receiver)> closed;

    private YearlyInputs(
        int[] dates, List<(string, string, double[])> pairs, Dictionary<int, Dictionary<string, double>> received, Dictionary<int, Dictionary<string, double>> sent,
        HeadIncomes incomes, IReadOnlySet<(string, string)> closed)
    {
        (this.dates, this.pairs, this.received, this.sent, this.incomes, this.closed) = (dates, pairs, received, sent, incomes, closed);
        Years = [.. received.Keys.Where(year => year >= dates[0] && year <= dates[^1]).Order()];
    }

    /// <summary>Years with inflows that lie within the dates of the stocks.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Takes what the datasets hold.</summary>
    /// <param name="stock">A revision of <c>STOCK</c> with origins.</param>
    /// <param name="money">A revision of <c>REMITTANCES</c> with FLOW_BOP, GDP and POP.</param>
    /// <param name="perHead">A revision of <c>REMITTANCES</c> with GDP_HEAD, or null.</param>
    /// <param name="closed">Corridors (sender, receiver) through which nothing passes.</param>
    /// <param name="areas">The areas: only countries, territories and composites send or receive.</param>
    /// <exception cref="StatisticsException">There are no stocks by origin, no inflows or no incomes.</exception>
    public static YearlyInputs Of(Dataset stock, Dataset money, Dataset? perHead, IReadOnlySet<(string Sender, string Receiver)> closed, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(stock);
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(areas);
        var (at, corridors) = Stocks(stock, areas);
        var inflows = Flows(money, "REF_AREA", "COUNTERPART_AREA", areas);
        var perCountry = HeadIncomes.Of(money, perHead);
        if (at.Length == 0 || inflows.Count == 0 || !perCountry.Countries.Any())
        {
            throw new StatisticsException(new(
                $"Para estimar remesas bilaterales hacen falta población migrante por origen, remesas recibidas e ingresos; {stock.Revision.Id} y {money.Revision.Id} no los tienen todos.",
                $"Estimating bilateral remittances takes migrant stocks by origin, remittances received and incomes; {stock.Revision.Id} and {money.Revision.Id} do not have them all.",
                $"Pour estimer les envois de fonds bilatéraux, il faut l’effectif des migrants par origine, les fonds reçus et les revenus ; {stock.Revision.Id} et {money.Revision.Id} ne les ont pas tous."));
        }

        return new(at, corridors, inflows, Flows(money, "COUNTERPART_AREA", "REF_AREA", areas), perCountry, closed);
    }

    /// <summary>What the matrix of a year is made of.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    public MatrixInputs Of(int year)
    {
        var inflows = received[year];
        var stocks = new List<CorridorStock>(pairs.Count);
        foreach (var (origin, destination, at) in pairs)
        {
            if (inflows.ContainsKey(origin) && StockInterpolation.At(dates, at, year) is var migrants && !double.IsNaN(migrants))
                stocks.Add(new(origin, destination, migrants));
        }

        var known = new Dictionary<string, HeadIncome>();
        foreach (var country in incomes.Countries)
            known.Add(country, incomes.Of(country, year)!.Value);
        return new(stocks, inflows, known, closed);
    }

    /// <summary>What countries report to have sent in a year, US dollars.</summary>
    public IReadOnlyDictionary<string, double> Outflows(int year) => sent.GetValueOrDefault(year, []);

    private static (int[] Dates, List<(string, string, double[])> Pairs) Stocks(Dataset stock, AreaRegistry areas)
    {
        var (residence, origin) = (stock.Definition.Dimension("REF_AREA"), stock.Definition.Dimension("COUNTERPART_AREA"));
        var observations = stock.Observations;
        var found = stock.Select(Query.All.Where("FREQ", "A").Where("MEASURE", "STOCK").Where("ORIGIN_BASIS", "_T").Where("SEX", "_T").Where("AGE", "_T").Where("EDUCATION_LEV", "_T"));
        var (lives, from) = (Places(observations.Codes[residence], areas), Places(observations.Codes[origin], areas));
        found.RemoveAll(i => !lives[observations.Position(residence, i)] || !from[observations.Position(origin, i)] || observations.Code(residence, i) == observations.Code(origin, i));
        int[] years = [.. found.Select(i => observations.Times[i].Year).Distinct().Order()];
        var corridors = new Dictionary<(string, string), double[]>();
        foreach (var i in found)
        {
            var key = (observations.Code(origin, i), observations.Code(residence, i));
            if (!corridors.TryGetValue(key, out var at))
            {
                corridors.Add(key, at = new double[years.Length]);
                Array.Fill(at, double.NaN);
            }

            at[Array.BinarySearch(years, observations.Times[i].Year)] = stock.Plain(i);
        }

        return (years, [.. corridors.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))]);
    }

    private static Dictionary<int, Dictionary<string, double>> Flows(Dataset money, string other, string country, AreaRegistry areas)
    {
        var dimension = money.Definition.Dimension(country);
        var flows = new Dictionary<int, Dictionary<string, double>>();
        foreach (var i in money.Select(Query.All.Where("FREQ", "A").Where(other, "_T").Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD")))
        {
            var (code, value) = (money.Observations.Code(dimension, i), money.Plain(i));
            if (!(value >= 0) || !IsPlace(code, areas))
                continue;
            var year = money.Observations.Times[i].Year;
            if (!flows.TryGetValue(year, out var of))
                flows.Add(year, of = []);
            of.TryAdd(code, value);
        }

        return flows;
    }

    private static bool[] Places(string[] codes, AreaRegistry areas) => [.. codes.Select(code => IsPlace(code, areas))];

    private static bool IsPlace(string code, AreaRegistry areas) => areas.TryGet(code, out var area) && (area.Kind is AreaKind.Country or AreaKind.Composite);
}
