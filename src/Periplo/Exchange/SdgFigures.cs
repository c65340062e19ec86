using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// Makes the figures of the SDG flow of revisions held: one revision of the flow for each, with its parts, so that every figure keeps
/// its papers. What is published as the indicator already is taken as it is; the rest is worked out as the metadata of the indicators
/// say (UNSD, SDG indicator metadata repository).
/// </summary>
/// <param name="definition">What <see cref="SdgFlow.Define"/> gave.</param>
/// <param name="areas">The areas.</param>
public sealed class SdgFigures(DatasetDefinition definition, AreaRegistry areas)
{
    /// <summary>The dataset shares of populations are worked out with.</summary>
    public const string Population = "DEMOGRAPHY";

    private static readonly Query Populations = Query.All.Where("FREQ", "A").Where("MEASURE", "POP_MID").Where("SEX", "_T").Where("AGE", "_T").Where("UNIT_MEASURE", "PS");

    /// <summary>Datasets figures are made of.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["DISPLACED", "MOVEMENTS_MONTHLY", "REMITTANCES", "REMITTANCE_PRICES"];

    /// <summary>True for a dataset figures depend on.</summary>
    public static bool IsInput(string dataset) => dataset == Population || Inputs.Contains(dataset);

    /// <summary>True for a revision with populations in all at mid-year.</summary>
    public static bool HasPopulations(Dataset demography) => (demography ?? throw new ArgumentNullException(nameof(demography))).Select(Populations).Count > 0;

    /// <summary>The figures a revision gives; null when it gives none.</summary>
    /// <param name="dataset">A revision of one of <see cref="Inputs"/>, not an own estimate.</param>
    /// <param name="population">A revision of DEMOGRAPHY with populations at mid-year, for shares of populations; null when there is none.</param>
    public FlowRevision? Of(Dataset dataset, Dataset? population)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var figures = new ObservationsBuilder(definition);
        foreach (var dimension in definition.Structure.Dimensions)
        {
            if (dimension.CodeList.Position("_T") >= 0)
                figures.Set(dimension.Id, "_T");
        }

        figures.Set("REPORTING_TYPE", "N");
        switch (dataset.Definition.Id)
        {
            case "REMITTANCES":
                AddRemittances(dataset, figures);
                break;
            case "REMITTANCE_PRICES":
                AddCorridors(dataset, figures);
                AddMeans(dataset, figures);
                break;
            case "MOVEMENTS_MONTHLY":
                AddDeaths(dataset, figures);
                break;
            case "DISPLACED" when population is not null:
                AddRefugees(dataset, population, figures);
                break;
        }

        if (figures.Count == 0)
            return null;
        var observations = figures.Build((key, _, _) => throw new InvalidOperationException($"{key} was made twice."));
        // They are there since the last of what they are made of.
        var made = new Dataset(definition, dataset.Revision with { Dataset = SdgFlow.Dataset }, [dataset.Parts.MaxBy(part => part.ImportedAt)!], observations);
        var papers = new RevisionPapers(dataset.Parts).All;
        var about = population is null || dataset.Definition.Id != "DISPLACED" ? dataset.Revision.Id : $"{dataset.Revision.Id}, {population.Revision.Id}";
        return new(
            made,
            [new(
                string.Join("; ", papers.Select(one => one.Publisher.En).Distinct()),
                $"{about}. {string.Join("; ", papers.Select(one => one.Method.En).Distinct())} {string.Join("; ", papers.Select(one => one.Licence).Distinct())}",
                "", dataset.Revision.Id, null)],
            _ => 0);
    }

    /// <summary>17.3.2: as published.</summary>
    private void AddRemittances(Dataset money, ObservationsBuilder figures)
    {
        figures.Set("SERIES", "BX_TRF_PWKR");
        foreach (var i in money.Select(Query.All.Where("FREQ", "A").Where("REF_AREA", "_T").Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "PT_GDP")))
            Add(figures, money, i, money.Observations.Code(money.Definition.Dimension("COUNTERPART_AREA"), i));
    }

    /// <summary>10.c.1 by corridor, as published: the receiving country stands in CUST_BREAKDOWN.</summary>
    private void AddCorridors(Dataset prices, ObservationsBuilder figures)
    {
        foreach (var (measure, series) in new[] { ("COST_AVG", "SI_RMT_COST_BC"), ("COST_SMART", "SI_RMT_COST_SC") })
        {
            figures.Set("SERIES", series);
            foreach (var i in prices.Select(Costs(measure)))
            {
                if (areas.TryGet(prices.Observations.Code(prices.Definition.Dimension("COUNTERPART_AREA"), i), out var receiver) && SdgFlow.IsNumbered(receiver))
                {
                    figures.Set("CUST_BREAKDOWN", $"C{SdgFlow.Number(receiver)}");
                    Add(figures, prices, i, prices.Observations.Code(prices.Definition.Dimension("REF_AREA"), i));
                }
            }
        }

        figures.Set("CUST_BREAKDOWN", "_T");
    }

    /// <summary>10.c.1 by country: the simple mean of its corridors and quarters of the year that have a price.</summary>
    private void AddMeans(Dataset prices, ObservationsBuilder figures)
    {
        foreach (var (side, series) in new[] { ("COUNTERPART_AREA", "SI_RMT_COST"), ("REF_AREA", "SI_RMT_COST_SND") })
        {
            figures.Set("SERIES", series);
            figures.Set("FREQ", "A");
            var dimension = prices.Definition.Dimension(side);
            var corridors = prices.Select(Costs("COST_AVG")).Where(i => !double.IsNaN(prices.Observations.Values[i]));
            foreach (var group in corridors.GroupBy(i => (Area: prices.Observations.Code(dimension, i), prices.Observations.Times[i].Year)))
            {
                if (!IsNumbered(group.Key.Area, out var number))
                    continue;
                figures.Set("REF_AREA", number);
                var mean = Math.Round(group.Average(prices.Plain), 6);
                figures.Add(TimePeriod.OfYear(group.Key.Year), mean, ObservationStatus.E, new(0, Comment: $"{group.Count()} corridors and quarters"), prices.Observations.Rows[group.First()]);
            }
        }
    }

    /// <summary>10.7.3: a minimum, of the country of the incident.</summary>
    private void AddDeaths(Dataset movements, ObservationsBuilder figures)
    {
        figures.Set("SERIES", "SM_DTH_MIGR");
        figures.Set("FREQ", "A");
        var deaths = Query.All.Where("FREQ", "A").Where("MOVEMENT", "DEATH").Where("UNIT_MEASURE", "PS");
        foreach (var ((area, time), total) in Sums(movements, "REF_AREA", deaths, "COUNTERPART_AREA", "CITIZENSHIP", "SEX", "AGE", "POST", "TRANSPORT_MODE", "ROUTE"))
        {
            if (!total.HasValue || time.Frequency != 'A' || !IsNumbered(area, out var number))
                continue;
            figures.Set("REF_AREA", number);
            figures.Add(time, total.Value, total.Status, AttributeSet.Units, movements.Observations.Rows[total.Addends[0]]);
        }
    }

    /// <summary>10.7.4: refugees from an area for each hundred thousand of those who live in it and those refugees together.</summary>
    private void AddRefugees(Dataset displaced, Dataset demography, ObservationsBuilder figures)
    {
        figures.Set("SERIES", "SM_POP_REFG_OR");
        figures.Set("FREQ", "A");
        var populations = new Dictionary<(string Area, TimePeriod Time), double>();
        foreach (var i in demography.Select(Populations))
            populations[(demography.Observations.Code(demography.Definition.Dimension("REF_AREA"), i), demography.Observations.Times[i])] = demography.Plain(i);
        var refugees = Query.All.Where("FREQ", "A").Where("POP_TYPE", "REF").Where("MEASURE", "STOCK").Where("UNIT_MEASURE", "PS");
        foreach (var ((area, time), total) in Sums(displaced, "COUNTERPART_AREA", refugees, "REF_AREA", "SEX", "AGE"))
        {
            if (!total.HasValue || !IsNumbered(area, out var number) || !populations.TryGetValue((area, time), out var population) || double.IsNaN(population) || population <= 0)
                continue;
            figures.Set("REF_AREA", number);
            figures.Add(time, Math.Round(100_000 * total.Value / (population + total.Value), 6), ObservationStatus.E, AttributeSet.Units, displaced.Observations.Rows[total.Addends[0]]);
        }
    }

    /// <summary>Totals; none where a source has figures that cannot be added, such as ages that overlap.</summary>
    private Dictionary<(string Code, TimePeriod Time), Total> Sums(Dataset dataset, string keep, Query query, params ReadOnlySpan<string> over)
    {
        try
        {
            return new Totals(dataset, areas).By(keep, query, over);
        }
        catch (StatisticsException)
        {
            return [];
        }
    }

    private static Query Costs(string measure) => Query.All
        .Where("MEASURE", measure).Where("SERVICE_TYPE", "_T").Where("INSTRUMENT", "_T").Where("AMOUNT", "USD200").Where("UNIT_MEASURE", "PT_TRANSACT");

    private void Add(ObservationsBuilder figures, Dataset from, int observation, string area)
    {
        if (!IsNumbered(area, out var number))
            return;
        var o = from.Observations;
        figures.Set("FREQ", o.Code(from.Definition.Dimension("FREQ"), observation));
        figures.Set("REF_AREA", number);
        figures.Add(o.Times[observation], o.Values[observation], o.Statuses[observation], o.AttributeSets[o.Attributes[observation]], o.Rows[observation]);
    }

    private bool IsNumbered(string id, out string number)
    {
        number = areas.TryGet(id, out var area) && SdgFlow.IsNumbered(area) ? SdgFlow.Number(area) : "";
        return number.Length > 0;
    }
}
