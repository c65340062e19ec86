using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <content>The tiles.</content>
public sealed partial class CountryFigures
{
    /// <summary>The tiles of the page; what is missing says what would fill it.</summary>
    public IReadOnlyList<Fact> Facts()
    {
        var facts = new List<Fact>
        {
            StockFact(new("Inmigrantes", "Immigrants", "Immigrés"), immigrants, ("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")),
            ShareOfPopulation(),
            WomenShare(),
            StockFact(new("Emigrantes", "Emigrants", "Émigrés"), emigrants, ("REF_AREA", "*"), ("COUNTERPART_AREA", area.Id)),
        };
        facts.Add(Single(site.Demography, new("Migración neta en el año", "Net migration in the year", "Solde migratoire de l’année"), new("personas", "persons", "personnes"), NumberStyle.Compact,
            ("REF_AREA", area.Id), ("MEASURE", "NET_MIG"), ("SEX", "_T")));
        facts.Add(Single(site.Remittances, new("Remesas recibidas", "Remittances received", "Envois de fonds reçus"), new("dólares de EE. UU.", "US dollars", "dollars des É.-U."), NumberStyle.Compact,
            ("REF_AREA", "_T"), ("COUNTERPART_AREA", area.Id), ("INDICATOR", "FLOW_BOP"), ("UNIT_MEASURE", "USD")));
        facts.Add(DisplacedFact(new("Refugiados que acoge", "Refugees hosted", "Réfugiés accueillis"), ("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")));
        facts.Add(DisplacedFact(new("Refugiados que provienen de aquí", "Refugees from here", "Réfugiés originaires d’ici"), ("REF_AREA", "*"), ("COUNTERPART_AREA", area.Id)));
        return facts;
    }

    private static Fact Missing(Text label, Text wanted) => new(label, new(null, 'O', wanted), NumberStyle.Compact, null, wanted, new("", "", ""));

    private Fact StockFact(Text label, SortedList<TimePeriod, Total> totals, params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        if (stock is null || Last(totals) is not { } time)
            return Missing(label, new("no está en las tablas de población migrante", "not in the migrant stock tables", "absent des tableaux de population migrante"));
        var lineage = Lineage(stock, time, [.. codes, ("MEASURE", "STOCK"), ("UNIT_MEASURE", "PS")]);
        return new(label, Provenance.Datum(totals[time], lineage), NumberStyle.Compact, time, Provenance.Short(stock), new("personas", "persons", "personnes"));
    }

    private Fact ShareOfPopulation()
    {
        var label = new Text("Inmigrantes por cada cien habitantes", "Immigrants per hundred people", "Immigrés pour cent habitants");
        if (stock is not null && site.Demography is { } demography)
        {
            foreach (var (time, total) in immigrants.Reverse())
            {
                if (Population(demography, time) is not { } population || !total.HasValue)
                    continue;
                return new(label, new(total.Value / population.Value * 100, 'E', Lineage: StockLineage(time, area.Id, "*")), NumberStyle.Percent, time,
                    Text.Same($"{Provenance.Short(stock).Es} ÷ {Provenance.Short(demography).Es}"), new("", "", ""))
                {
                    Denominator = population.Lineage,
                };
            }
        }

        return Missing(label, immigrants.Count == 0
            ? new("no está en las tablas de población migrante", "not in the migrant stock tables", "absent des tableaux de population migrante")
            : new("falta la población del mismo año", "the population of the same year is missing", "la population de la même année manque"));
    }

    private (double Value, string Lineage)? Population(Dataset demography, TimePeriod time)
    {
        var found = demography.Select(Query.All.Where("REF_AREA", area.Id).Where("MEASURE", "POP_MID").Where("SEX", "_T").During(time));
        return found.Count == 1 && demography.Plain(found[0]) > 0
            ? (demography.Plain(found[0]), Lineage(demography, time, ("REF_AREA", area.Id), ("MEASURE", "POP_MID"), ("UNIT_MEASURE", "PS")))
            : null;
    }

    private Fact WomenShare()
    {
        var label = new Text("Mujeres por cada cien inmigrantes", "Women per hundred immigrants", "Femmes pour cent immigrés");
        if (stock is null || Last(immigrants) is not { } time || immigrants[time].Value <= 0)
            return Missing(label, new("no está en las tablas de población migrante", "not in the migrant stock tables", "absent des tableaux de population migrante"));
        var women = site.Sum(stock, "REF_AREA", PersonsOfBothSexes.Where("SEX", "F"), "COUNTERPART_AREA")[area.Id];
        if (!women.TryGetValue(time, out var total) || !total.HasValue)
            return Missing(label, new("la fuente no separa por sexo", "the source does not part by sex", "la source ne distingue pas le sexe"));
        return new(label, new(total.Value / immigrants[time].Value * 100, 'E', Lineage: StockLineage(time, area.Id, "*", "F")), NumberStyle.Percent, time, Provenance.Short(stock), new("", "", ""))
        {
            Denominator = StockLineage(time, area.Id, "*"),
        };
    }

    private Fact Single(Dataset? dataset, Text label, Text unit, NumberStyle style, params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        if (dataset is not null)
        {
            var query = Query.All;
            foreach (var (dimension, code) in codes)
                query = query.Where(dimension, code);
            var found = dataset.Select(query);
            if (found.Count > 0)
            {
                var i = found.MaxBy(i => dataset.Observations.Times[i]);
                var time = dataset.Observations.Times[i];
                var lineage = Addresses.Observation(language, dataset, i);
                return new(label, DatumOf(dataset, i, lineage), style, time, Provenance.Short(dataset), unit);
            }
        }

        return Missing(label, new("la fuente no da una cifra", "the source gives no figure", "la source ne donne pas de chiffre"));
    }

    private Fact DisplacedFact(Text label, params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        var totals = DisplacedTotals("REF", codes);
        if (site.Displaced is not { } displaced || Last(totals) is not { } time)
            return Missing(label, new("el ACNUR no publica una cifra", "UNHCR publishes no figure", "le HCR ne publie pas de chiffre"));
        var lineage = Lineage(displaced, time, [.. codes, ("POP_TYPE", "REF"), ("MEASURE", "STOCK")]);
        return new(label, Provenance.Datum(totals[time], lineage), NumberStyle.Compact, time, Provenance.Short(displaced), new("personas", "persons", "personnes"));
    }
}
