using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>What the world map shows.</summary>
public enum MapMeasure
{
    /// <summary>Number of migrants.</summary>
    Persons,

    /// <summary>Migrants per hundred people.</summary>
    Share,
}

/// <summary>The world map and the facts of the home page, in the addresses of one language.</summary>
public sealed class WorldFigures(Site site, Language language)
{
    private static readonly Query BothSexes = Query.All.Where("MEASURE", "STOCK").Where("SEX", "_T").Where("AGE", "_T").Where("EDUCATION_LEV", "_T");

    /// <summary>Years the map can show, latest first. A share needs the population of the same year.</summary>
    public IReadOnlyList<TimePeriod> Years(MapMeasure measure)
    {
        if (site.Stock is not { } stock)
            return [];
        IEnumerable<TimePeriod> years = ByResidence(stock).Periods;
        if (measure == MapMeasure.Share)
        {
            var populations = site.Demography?.Observations.Times.ToHashSet() ?? [];
            years = years.Where(populations.Contains);
        }

        return [.. years.OrderDescending()];
    }

    /// <summary>The map; null when the store has no stock or not that year.</summary>
    public View? Map(MapMeasure measure, TimePeriod time)
    {
        if (site.Stock is not { } stock || !Years(measure).Contains(time))
            return null;
        var values = new List<AreaDatum>();
        var sums = ByResidence(stock);
        foreach (var code in sums.Codes)
        {
            if (sums[code].TryGetValue(time, out var total) && site.Areas[code].IsLeaf)
                values.Add(new(site.Areas[code], measure == MapMeasure.Persons ? Provenance.Datum(total, Lineage(stock, code, time)) : Share(total, code, time, stock)));
        }

        var isShare = measure == MapMeasure.Share;
        var credits = new Credits(
            "map",
            isShare ? new($"Inmigrantes por cada cien habitantes, {time}", $"Immigrants per hundred people, {time}", $"Immigrés pour cent habitants, {time}") : new($"Personas que viven fuera del país donde nacieron, por país de residencia, {time}", $"People living outside the country where they were born, by country of residence, {time}", $"Personnes vivant hors de leur pays de naissance, par pays de résidence, {time}"),
            isShare ? new("% de la población", "% of the population", "% de la population") : new("personas", "persons", "personnes"),
            Provenance.Sources(isShare ? [stock, site.Demography] : [stock]),
            isShare
                ? [new($"Denominador: población a mitad de año, {Provenance.Short(site.Demography!).Es}.", $"Denominator: population at mid-year, {Provenance.Short(site.Demography!).En}.", $"Dénominateur : population au milieu de l’année, {Provenance.Short(site.Demography!).Fr}.")]
                : [new("En algunos países se cuentan ciudadanos extranjeros en lugar de nacidos en el extranjero; la ficha de cada país lo dice.", "Some countries count foreign citizens instead of the foreign-born; each country's page says so.", "Certains pays comptent les ressortissants étrangers au lieu des personnes nées à l’étranger ; la page de chaque pays le précise.")]);
        var figure = Choropleth.Draw(credits, site.World, values, new()
        {
            Style = isShare ? NumberStyle.Percent : NumberStyle.Whole,
            Href = area => Addresses.Country(language, area.Id),
        }, site.Font);
        return new(
            Addresses.Map,
            to => to.Of(
                $"?anio={time}{(isShare ? "&medida=proporcion" : "")}",
                $"?year={time}{(isShare ? "&measure=share" : "")}",
                $"?annee={time}{(isShare ? "&mesure=part" : "")}"),
            figure);
    }

    /// <summary>The six fact cards of the home page.</summary>
    public IReadOnlyList<Fact> Facts()
    {
        var facts = new List<Fact>();
        if (site.Stock is { } stock)
        {
            var totals = World(stock, "_T");
            var time = totals.Keys[^1];
            var total = totals[time];
            facts.Add(new(new("Migrantes internacionales en el mundo", "International migrants in the world", "Migrants internationaux dans le monde"), Provenance.Datum(total, Lineage(stock, "*", time)), NumberStyle.Compact, time, Provenance.Short(stock), new("personas", "persons", "personnes")));
            AddShare(facts, stock, totals);
            var women = World(stock, "F")[time];
            facts.Add(new(new("Mujeres por cada cien migrantes", "Women per hundred migrants", "Femmes pour cent migrants"), new(women.Value / total.Value * 100, 'E', Lineage: Lineage(stock, "*", time, "F")), NumberStyle.Percent, time, Provenance.Short(stock), new("", "", ""))
            {
                Denominator = Lineage(stock, "*", time),
            });
            AddLargestCorridor(facts, stock, time);
        }

        if (site.Displaced is { } displaced)
        {
            var refugees = site.Sum(displaced, "POP_TYPE", Query.All.Where("POP_TYPE", "REF").Where("MEASURE", "STOCK"), "REF_AREA", "COUNTERPART_AREA")["REF"];
            var time = refugees.Keys[^1];
            var lineage = Addresses.Observation(language, displaced.Definition.Id, displaced.Revision.Id,
                Provenance.Key(displaced, ("REF_AREA", "*"), ("COUNTERPART_AREA", "*"), ("POP_TYPE", "REF"), ("MEASURE", "STOCK")), time);
            facts.Add(new(new("Refugiados (sin los de Palestina bajo el OOPS)", "Refugees (without those of Palestine under UNRWA)", "Réfugiés (sans les réfugiés de Palestine relevant de l’UNRWA)"), Provenance.Datum(refugees[time], lineage), NumberStyle.Compact, time, Provenance.Short(displaced), new("personas", "persons", "personnes")));
        }

        AddRemittances(facts);
        return facts;
    }

    private SumByCode ByResidence(Dataset stock) => site.Sum(stock, "REF_AREA", BothSexes, "COUNTERPART_AREA");

    private SortedList<TimePeriod, Total> World(Dataset stock, string sex) =>
        site.Sum(stock, "SEX", BothSexes.Where("SEX", sex), "COUNTERPART_AREA", "REF_AREA")[sex];

    private string Lineage(Dataset stock, string residence, TimePeriod time, string sex = "_T") =>
        Addresses.Observation(language, stock.Definition.Id, stock.Revision.Id,
            Provenance.Key(stock, ("REF_AREA", residence), ("COUNTERPART_AREA", "*"), ("MEASURE", "STOCK"), ("SEX", sex), ("UNIT_MEASURE", "PS")), time);

    private Datum Share(Total total, string code, TimePeriod time, Dataset stock) =>
        total.HasValue && Population(code, time) is { } population
            ? new(total.Value / population * 100, 'E', Lineage: Lineage(stock, code, time))
            : new(null, 'O', new("falta la población del mismo año", "the population of the same year is missing", "la population de la même année manque"));

    private double? Population(string code, TimePeriod time)
    {
        if (site.Demography is not { } demography)
            return null;
        var found = demography.Select(Query.All.Where("REF_AREA", code).Where("MEASURE", "POP_MID").Where("SEX", "_T").During(time));
        return found.Count == 1 && demography.Plain(found[0]) > 0 ? demography.Plain(found[0]) : null;
    }

    private void AddShare(List<Fact> facts, Dataset stock, SortedList<TimePeriod, Total> totals)
    {
        foreach (var (time, total) in totals.Reverse())
        {
            if (Population("001", time) is not { } population)
                continue;
            var demography = site.Demography!;
            facts.Add(new(new("Migrantes por cada cien habitantes del mundo", "Migrants per hundred people of the world", "Migrants pour cent habitants du monde"), new(total.Value / population * 100, 'E', Lineage: Lineage(stock, "*", time)), NumberStyle.Percent, time,
                Text.Same($"{Provenance.Short(stock).Es} ÷ {Provenance.Short(demography).Es}"), new("", "", ""))
            {
                Denominator = Addresses.Observation(language, demography.Definition.Id, demography.Revision.Id,
                    Provenance.Key(demography, ("REF_AREA", "001"), ("MEASURE", "POP_MID"), ("UNIT_MEASURE", "PS")), time),
            });
            return;
        }
    }

    private void AddLargestCorridor(List<Fact> facts, Dataset stock, TimePeriod time)
    {
        var (largest, value) = (-1, double.MinValue);
        var (residence, origin) = (stock.Definition.Dimension("REF_AREA"), stock.Definition.Dimension("COUNTERPART_AREA"));
        foreach (var i in stock.Select(BothSexes.During(time)))
        {
            if (stock.Plain(i) > value && IsCountry(stock.Observations.Code(residence, i)) && IsCountry(stock.Observations.Code(origin, i)))
                (largest, value) = (i, stock.Plain(i));
        }

        if (largest < 0)
            return;
        var (from, to) = (site.Areas[stock.Observations.Code(origin, largest)], site.Areas[stock.Observations.Code(residence, largest)]);
        facts.Add(new(
            new($"El mayor corredor: de {from.ShortName.Es} a {to.ShortName.Es}", $"The largest corridor: {from.ShortName.En} to {to.ShortName.En}", $"Le plus grand corridor : {from.ShortName.Fr} – {to.ShortName.Fr}"),
            new(value, stock.Observations.Statuses[largest].Letter(), Lineage: Addresses.Observation(language, stock, largest)),
            NumberStyle.Compact, time, Provenance.Short(stock), new("personas", "persons", "personnes")));
    }

    private bool IsCountry(string code) => site.Areas[code].Kind is AreaKind.Country or AreaKind.Composite;

    private void AddRemittances(List<Fact> facts)
    {
        if (site.Remittances is not { } remittances)
            return;
        var received = site.Sum(remittances, "INDICATOR", Query.All.Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD").Where("REF_AREA", "_T"), "COUNTERPART_AREA")["FLOW_BOP"];
        if (received.Count == 0)
            return;
        var (time, total) = (received.Keys[^1], received.Values[^1]);
        var lineage = Addresses.Observation(language, remittances.Definition.Id, remittances.Revision.Id,
            Provenance.Key(remittances, ("REF_AREA", "_T"), ("COUNTERPART_AREA", "*"), ("INDICATOR", "FLOW_BOP"), ("UNIT_MEASURE", "USD"), ("SERVICE_TYPE", "_Z"), ("INSTRUMENT", "_Z"), ("AMOUNT", "_Z")), time);
        facts.Add(new(
            new($"Remesas recibidas, suma de {total.Addends.Count} países que informan", $"Remittances received, sum of {total.Addends.Count} reporting countries", $"Envois de fonds reçus, somme de {total.Addends.Count} pays déclarants"),
            Provenance.Datum(total, lineage), NumberStyle.Compact, time, Provenance.Short(remittances), new("dólares de EE. UU.", "US dollars", "dollars des É.-U.")));
    }
}
