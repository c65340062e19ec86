using Periplo.Populations;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Finds in a revision of <c>DEMOGRAPHY</c> the populations, births and deaths that demographic accounts need, by sex where it has them.</summary>
internal sealed class VitalFigures
{
    private readonly Dictionary<(string Measure, string Area, string Sex, int Year), double> figures = [];

    /// <summary>What a revision holds.</summary>
    /// <param name="demography">A revision of <c>DEMOGRAPHY</c>.</param>
    public VitalFigures(Dataset demography)
    {
        var o = demography.Observations;
        var (area, measure, sex) = (demography.Definition.Dimension("REF_AREA"), demography.Definition.Dimension("MEASURE"), demography.Definition.Dimension("SEX"));
        foreach (var i in demography.Select(Query.All.Where("MEASURE", "POP_MID", "BIRTHS", "DEATHS", "BIRTHS_5Y", "DEATHS_5Y", "SRB_5Y").Where("AGE", "_T")))
        {
            if (!double.IsNaN(o.Values[i]))
                figures.TryAdd((o.Code(measure, i), o.Code(area, i), o.Code(sex, i), o.Times[i].Year), demography.Plain(i));
        }

        // Where populations are published by age, both sexes are sums.
        foreach (var year in DemographyFigures.YearsWithAges(demography))
        {
            foreach (var (id, structure) in DemographyFigures.Structures(demography, year))
            {
                figures.TryAdd(("POP_MID", id, "F", year), structure.Totals.Women);
                figures.TryAdd(("POP_MID", id, "M", year), structure.Totals.Men);
            }
        }
    }

    /// <summary>Persons at the middle of a year.</summary>
    public double? Population(string area, string sex, int year) => Of("POP_MID", area, sex, year) ?? (sex == "_T" ? Of("POP_MID", area, "F", year) + Of("POP_MID", area, "M", year) : null);

    /// <summary>Births of a period: from calendar years, or as published for the five years. Of one sex by boys to a girl where not told apart.</summary>
    public double? Births(string area, string sex, FlowPeriod period)
    {
        if (Events("BIRTHS", area, sex, period) is { } births)
            return births;
        var boysToGirl = Of("SRB_5Y", area, "_T", period.First);
        return sex == "_T" || period.Years != 5 ? null : Events("BIRTHS", area, "_T", period) * (sex == "F" ? 1 : boysToGirl) / (1 + boysToGirl);
    }

    /// <summary>Deaths of a period: from calendar years, or as published for the five years.</summary>
    public double? Deaths(string area, string sex, FlowPeriod period) => Events("DEATHS", area, sex, period);

    private double? Events(string measure, string area, string sex, FlowPeriod period)
    {
        double? Published(string of) => period.Years == 5 ? Of($"{measure}_5Y", area, of, period.First) : null;
        return period.Events(year => Of(measure, area, sex, year)) ?? Published(sex) ?? (sex == "_T" ? Published("F") + Published("M") : null);
    }

    private double? Of(string measure, string area, string sex, int year) => figures.TryGetValue((measure, area, sex, year), out var value) ? value : null;
}
