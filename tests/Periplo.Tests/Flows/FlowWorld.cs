using Periplo.Flows;
using Periplo.Statistics;

namespace Periplo.Tests.Flows;

/// <summary>
/// Invented worlds whose flows are known: people are born, die, leave home, go on and return between areas of very unequal size, and
/// are then counted with errors. The same seed gives the same world.
/// </summary>
internal sealed class FlowWorld
{
    /// <summary>Destinations that people of one birthplace choose between: those where most of theirs are.</summary>
    private const int Liked = 40;

    private readonly Random random;
    private readonly double[] native;
    private readonly (double X, double Y)[] places;
    private double[] stocks;
    private StockTable? counted;

    public FlowWorld(int areas, int seed, int extra = 0)
    {
        (Areas, random) = (areas, new Random(seed));
        Labels = [.. Enumerable.Range(0, areas).Select(area => $"A{area:000}")];
        Birthplaces = [.. Labels, .. Enumerable.Range(0, extra).Select(one => $"X{one}")];
        native = [.. Labels.Select(_ => Math.Exp(14 + (2 * Normal())))];
        places = [.. Labels.Select(_ => (random.NextDouble(), random.NextDouble()))];
        stocks = new double[Birthplaces.Count * areas];
        for (var birthplace = 0; birthplace < Birthplaces.Count; birthplace++)
        {
            for (var area = 0; area < areas; area++)
                stocks[(birthplace * areas) + area] = Math.Floor(birthplace == area ? native[area] : Abroad(birthplace, area));
        }
    }

    /// <summary>
    /// A period of an invented world that closed accounts can explain. One world in thousands cannot be: its largest area has fewer
    /// foreign born than are miscounted there, which the method rightly refuses.
    /// </summary>
    public static FlowInput Explained(Random random, int areas, int extra = 0)
    {
        for (var tried = 0; ; tried++)
        {
            var input = new FlowWorld(areas, random.Next(), extra).Period();
            try
            {
                new FlowAccounting(input, FlowOptions.Default, []).Matched(FlowMethod.ClosedMinimum);
                return input;
            }
            catch (StatisticsException) when (tried < 3)
            {
            }
        }
    }

    public int Areas { get; }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<string> Birthplaces { get; }

    /// <summary>True moves of the last period.</summary>
    public double[] True { get; private set; } = [];

    public double Distance(int from, int to) => Math.Sqrt(Math.Pow(places[from].X - places[to].X, 2) + Math.Pow(places[from].Y - places[to].Y, 2));

    /// <summary>Lives five years and gives what is counted of them. The count at the end is that at the start of the next five.</summary>
    /// <param name="error">Relative error of the foreign born counted, and the largest share of births that are not registered.</param>
    public FlowInput Period(double error = 0.01)
    {
        var start = counted ?? Counted(error);
        var (births, deaths) = (new double[Areas], new double[Areas]);
        True = new double[Areas * Areas];
        var after = new double[stocks.Length];
        for (var birthplace = 0; birthplace < Birthplaces.Count; birthplace++)
        {
            var row = stocks.AsSpan(birthplace * Areas, Areas);
            var (persons, begin) = (stocks, birthplace * Areas);
            var abroad = Enumerable.Range(0, Areas).Sum(area => area == birthplace ? 0 : persons[begin + area]);
            var liked = Enumerable.Range(0, Areas).Where(area => area != birthplace && persons[begin + area] > 0).OrderByDescending(area => persons[begin + area]).Take(Liked).ToArray();
            var theirs = liked.Sum(area => persons[begin + area]);
            for (var area = 0; area < Areas; area++)
            {
                var dead = Math.Floor(row[area] * 0.04 * (0.5 + random.NextDouble()));
                deaths[area] += dead;
                after[(birthplace * Areas) + area] += row[area] - dead;
                if (row[area] < 20)
                    continue;
                // Natives leave for where others of theirs are; migrants return, or go on to where others of theirs are.
                var home = birthplace < Areas && area != birthplace ? Math.Floor((row[area] - dead) * 0.05 * random.NextDouble()) : 0;
                Move(after, birthplace, area, birthplace, home);
                var leaving = (row[area] - dead - home) * (area == birthplace ? 0.15 * Math.Min(1, abroad / row[area]) : 0.02) * random.NextDouble();
                foreach (var to in liked)
                {
                    if (to != area)
                        Move(after, birthplace, area, to, Math.Floor(leaving * row[to] / theirs * (0.5 + (0.5 * random.NextDouble()))));
                }
            }
        }

        for (var area = 0; area < Areas; area++)
        {
            births[area] = Math.Floor(native[area] * (0.04 + (0.1 * random.NextDouble())));
            after[(area * Areas) + area] += births[area];
            births[area] -= Math.Floor(births[area] * error * random.NextDouble());
        }

        stocks = after;
        return new(start, counted = Counted(error), births, deaths);
    }

    private void Move(double[] after, int birthplace, int from, int to, double persons)
    {
        if (persons <= 0)
            return;
        after[(birthplace * Areas) + from] -= persons;
        after[(birthplace * Areas) + to] += persons;
        True[(from * Areas) + to] += persons;
    }

    private StockTable Counted(double error)
    {
        var found = (double[])stocks.Clone();
        for (var cell = 0; cell < found.Length && error > 0; cell++)
        {
            var (birthplace, area) = (cell / Areas, cell % Areas);
            if (birthplace == area || found[cell] == 0)
                continue;
            // Who is miscounted abroad is taken for a native, so that populations are right.
            var wrong = Math.Max(Math.Round(found[cell] * error * Normal()), -found[cell]);
            found[cell] += wrong;
            found[(area * Areas) + area] -= wrong;
        }

        return new(Birthplaces, Labels, found);
    }

    private double Abroad(int birthplace, int area)
    {
        if (birthplace >= Areas)
            return native[area] * 0.001 * random.NextDouble();
        var gravity = 0.004 * Math.Pow(native[birthplace] * native[area], 0.5) * Math.Exp((1.5 * Normal()) - (4 * Distance(birthplace, area)));
        var persons = random.NextDouble() < 0.35 || gravity < 5 ? 0 : Math.Min(gravity, Math.Min(native[birthplace], native[area]) * 0.02);
        // Everywhere somebody from abroad, and from everywhere somebody abroad: else no flows explain what is miscounted.
        return area == (birthplace + 1) % Areas ? Math.Max(persons, 50) : persons;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
