using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Populations;

/// <summary>Finds in datasets what the projection of an area needs.</summary>
public static class DemographyFigures
{
    /// <summary>Year of the latest population by age and sex that has another five years earlier and the measures of the years between; null when there is none.</summary>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    public static int? Start(Dataset demography)
    {
        ArgumentNullException.ThrowIfNull(demography);
        var years = YearsWithAges(demography);
        var periods = Years(demography, Query.All.Where("MEASURE", "BIRTHS_5Y"));
        var starts = years.Where(year => years.Contains(year - AgeStructure.Years) && periods.Contains(year - AgeStructure.Years)).ToList();
        return starts.Count > 0 ? starts.Max() : null;
    }

    /// <summary>Years with population by age and sex.</summary>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    public static IReadOnlyCollection<int> YearsWithAges(Dataset demography)
    {
        ArgumentNullException.ThrowIfNull(demography);
        return Years(demography, Query.All.Where("MEASURE", "POP_MID").Where("SEX", "F").Where("AGE", AgeStructure.Codes[0]));
    }

    /// <summary>Areas that have all figures, in order of id. Countries, territories and those published together only: a region is the sum of its members.</summary>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    /// <param name="stock">A revision of <c>STOCK</c> that says how many live abroad, or null.</param>
    /// <param name="year">Year of the start, see <see cref="Start"/>.</param>
    /// <param name="areas">The areas.</param>
    public static IReadOnlyList<AreaDemography> Of(Dataset demography, Dataset? stock, int year, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(demography);
        ArgumentNullException.ThrowIfNull(areas);
        var (before, now) = (Structures(demography, year - AgeStructure.Years), Structures(demography, year));
        var measures = Measures(demography, year - AgeStructure.Years);
        var abroad = stock is null ? [] : Abroad(stock, year, areas);
        var all = new List<AreaDemography>();
        foreach (var (area, structure) in now.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!areas.TryGet(area, out var known) || known.Kind is not (AreaKind.Country or AreaKind.Composite) || !before.TryGetValue(area, out var earlier))
                continue;
            double? Of(string measure, string sex = "_T") => measures.TryGetValue((area, measure, sex), out var value) ? value : null;
            // Without births or deaths there is nothing a model could be fitted to.
            if (Of("BIRTHS_5Y") is > 0 and var births && Of("DEATHS_5Y", "F") is > 0 and var deadWomen && Of("DEATHS_5Y", "M") is > 0 and var deadMen
                && Of("NET_MIG_5Y") is { } net && Of("TFR_5Y") is > 0 and var fertility && Of("LIFE_EXP_5Y") is > 0 and var life && Of("SRB_5Y") is > 0 and var ratio)
            {
                all.Add(new(area, year, earlier, structure, births, new(deadWomen, deadMen), net, fertility, life, ratio)
                {
                    Emigrants = abroad.TryGetValue(area, out var persons) ? persons : null,
                });
            }
        }

        return all;
    }

    /// <summary>Populations by age and sex of every area with all groups of both sexes.</summary>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    /// <param name="year">A year it has.</param>
    public static IReadOnlyDictionary<string, AgeStructure> Structures(Dataset demography, int year)
    {
        ArgumentNullException.ThrowIfNull(demography);
        var groups = AgeStructure.Codes.Select((code, group) => (code, group)).ToDictionary(pair => pair.code, pair => pair.group);
        var (area, sex, age) = (demography.Definition.Dimension("REF_AREA"), demography.Definition.Dimension("SEX"), demography.Definition.Dimension("AGE"));
        var found = new Dictionary<string, (double[] Women, double[] Men)>();
        foreach (var i in demography.Select(Query.All.Where("MEASURE", "POP_MID").Where("SEX", "F", "M").Where("AGE", AgeStructure.Codes).During(TimePeriod.OfYear(year))))
        {
            var id = demography.Observations.Code(area, i);
            if (!found.TryGetValue(id, out var both))
                found.Add(id, both = (Missing(), Missing()));
            (demography.Observations.Code(sex, i) == "F" ? both.Women : both.Men)[groups[demography.Observations.Code(age, i)]] = demography.Plain(i);
        }

        return found.Where(pair => !Array.Exists(pair.Value.Women, double.IsNaN) && !Array.Exists(pair.Value.Men, double.IsNaN))
            .ToDictionary(pair => pair.Key, pair => new AgeStructure(pair.Value.Women, pair.Value.Men));
    }

    private static double[] Missing()
    {
        var groups = new double[AgeStructure.Groups];
        Array.Fill(groups, double.NaN);
        return groups;
    }

    private static HashSet<int> Years(Dataset dataset, Query query) => [.. dataset.Select(query).Select(i => dataset.Observations.Times[i].Year)];

    private static Dictionary<(string, string, string), double> Measures(Dataset demography, int year)
    {
        var (area, measure, sex) = (demography.Definition.Dimension("REF_AREA"), demography.Definition.Dimension("MEASURE"), demography.Definition.Dimension("SEX"));
        var o = demography.Observations;
        var found = new Dictionary<(string, string, string), double>();
        foreach (var i in demography.Select(Query.All.Where("FREQ", "A5").During(TimePeriod.OfYear(year))))
        {
            if (!double.IsNaN(o.Values[i]))
                found[(o.Code(area, i), o.Code(measure, i), o.Code(sex, i))] = demography.Plain(i);
        }

        return found;
    }

    /// <summary>Persons who live abroad by the area they come from, over all countries of residence.</summary>
    private static Dictionary<string, BySex> Abroad(Dataset stock, int year, AreaRegistry areas)
    {
        var (residence, origin, sex) = (stock.Definition.Dimension("REF_AREA"), stock.Definition.Dimension("COUNTERPART_AREA"), stock.Definition.Dimension("SEX"));
        var o = stock.Observations;
        var countries = Array.ConvertAll(o.Codes[residence], code => areas.TryGet(code, out var area) && area.Kind == AreaKind.Country);
        var found = new Dictionary<string, BySex>();
        foreach (var i in stock.Select(Query.All.Where("MEASURE", "STOCK").Where("SEX", "F", "M").Where("AGE", "_T").During(TimePeriod.OfYear(year))))
        {
            if (!countries[o.Position(residence, i)] || double.IsNaN(o.Values[i]))
                continue;
            var persons = stock.Plain(i);
            var from = o.Code(origin, i);
            found[from] = found.GetValueOrDefault(from) + (o.Code(sex, i) == "F" ? new BySex(persons, 0) : new BySex(0, persons));
        }

        return found;
    }
}
