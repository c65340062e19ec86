using Periplo.Statistics;

namespace Periplo.Remittances;

/// <summary>
/// Income per head by country and year, current US dollars. The method asks for gross national income per head; where
/// that is not held, gross domestic product per head is the declared fallback, and it is what stands here.
/// </summary>
public sealed class HeadIncomes
{
    private readonly Dictionary<string, SortedList<int, double>> byCountry = [];

    private HeadIncomes()
    {
    }

    /// <summary>Reads incomes.</summary>
    /// <param name="money">A revision of <c>REMITTANCES</c> with GDP and POP.</param>
    /// <param name="perHead">A revision with GDP_HEAD, for countries that <paramref name="money"/> has no income of at all; or null.</param>
    public static HeadIncomes Of(Dataset money, Dataset? perHead)
    {
        ArgumentNullException.ThrowIfNull(money);
        var incomes = new HeadIncomes();
        var people = Values(money, "POP", "PS");
        foreach (var (key, gdp) in Values(money, "GDP", "USD"))
        {
            if (gdp > 0 && people.TryGetValue(key, out var persons) && persons > 0)
                incomes.Add(key, gdp / persons);
        }

        var known = incomes.byCountry.Keys.ToHashSet();
        foreach (var (key, value) in perHead is null ? [] : Values(perHead, "GDP_HEAD", "USD"))
        {
            if (value > 0 && !known.Contains(key.Country))
                incomes.Add(key, value);
        }

        return incomes;
    }

    /// <summary>Countries with an income of some year.</summary>
    public IEnumerable<string> Countries => byCountry.Keys;

    /// <summary>
    /// Income of a year; where that is not published, the latest published before it, else the first after it. Null when
    /// none is published at all.
    /// </summary>
    public HeadIncome? Of(string country, int year)
    {
        if (!byCountry.TryGetValue(country, out var years))
            return null;
        if (years.TryGetValue(year, out var value))
            return new(value);
        var nearest = years.Keys[0];
        foreach (var one in years.Keys)
        {
            if (one < year)
                nearest = one;
        }

        return new(years[nearest], nearest);
    }

    private void Add((string Country, int Year) key, double value)
    {
        if (!byCountry.TryGetValue(key.Country, out var years))
            byCountry.Add(key.Country, years = []);
        years.Add(key.Year, value);
    }

    private static Dictionary<(string Country, int Year), double> Values(Dataset dataset, string indicator, string unit)
    {
        var area = dataset.Definition.Dimension("REF_AREA");
        var values = new Dictionary<(string, int), double>();
        foreach (var i in dataset.Select(Query.All.Where("FREQ", "A").Where("INDICATOR", indicator).Where("UNIT_MEASURE", unit)))
        {
            if (dataset.Plain(i) is var value && !double.IsNaN(value))
                values.TryAdd((dataset.Observations.Code(area, i), dataset.Observations.Times[i].Year), value);
        }

        return values;
    }
}
