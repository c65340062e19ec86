using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using static Periplo.Statistics.Names;

namespace Periplo.Indicators;

/// <summary>The dataset <c>INDICATORS</c>: every number of the table of indicators, as any other dataset holds its figures.</summary>
public static class IndicatorDataset
{
    /// <summary>Its id.</summary>
    public const string Id = "INDICATORS";

    /// <summary>How its figures are made.</summary>
    public static Text Method { get; } = new(
        "Fórmulas y métodos de los indicadores sobre las revisiones nombradas (docs/methods/indicators.md); la situación es la peor de las cifras que entran.",
        "Formulas and methods of the indicators over the revisions named (docs/methods/indicators.md); the status is the worst of the figures that enter.",
        "Formules et méthodes des indicateurs sur les révisions nommées (docs/methods/indicators.md) ; le statut est le pire de ceux des chiffres utilisés.");

    /// <summary>What it is. A value is a rate, a share or a count; none of them is ever summed.</summary>
    /// <param name="registry">Gives the indicators: asked when the structure is, for reading them takes time.</param>
    /// <param name="areas">The areas.</param>
    public static DatasetDefinition Define(Func<IndicatorRegistry> registry, AreaRegistry areas) => DatasetDefinitions.Define(
        Id, "DF_INDICATORS", new Text("Indicadores", "Indicators", "Indicateurs"),
        new Text(
            "Los indicadores del perfil de cada área y año, con la cifra de cada medida, sexo, edad y área del otro lado. Se rehacen cuando cambian los datos.",
            "The indicators of the profile of every area and year, with the figure of each measure, sex, age and area on the other side. They are made anew when data change.",
            "Les indicateurs du profil de chaque zone et année, avec le chiffre de chaque mesure, sexe, âge et zone de l’autre côté. Ils sont refaits lorsque les données changent."),
        "INDICATOR",
        [],
        () => Dimensions(registry(), CodeLists.Area(areas)));

    private static IReadOnlyList<Dimension> Dimensions(IndicatorRegistry registry, CodeList area)
    {
        var measures = registry.All.SelectMany(indicator => indicator.Measures).Where(measure => measure.Id != IndicatorKey.All).DistinctBy(measure => measure.Id)
            .Select(measure => Code(measure.Id, measure.Name.Es, measure.Name.En, measure.Name.Fr)).Prepend(Code(IndicatorKey.All, "La del indicador", "That of the indicator", "Celle de l’indicateur"));
        return
        [
            new(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency),
            new(Concept("REF_AREA", "Área", "Area", "Zone"), area),
            new(Concept("INDICATOR", "Indicador", "Indicator", "Indicateur"), DatasetDefinitions.Measures("CL_INDICATOR", [.. registry.All.Select(indicator => Code(indicator.Code, indicator.Name.Es, indicator.Name.En, indicator.Name.Fr))])),
            new(Concept("MEASURE", "Medida", "Measure", "Mesure"), DatasetDefinitions.Measures("CL_INDICATOR_MEASURE", [.. measures])),
            new(Concept("COUNTERPART_AREA", "Área del otro lado", "Area on the other side", "Zone de l’autre côté"), area),
            new(Concept("SEX", "Sexo", "Sex", "Sexe"), CodeLists.Sex),
            new(Concept("AGE", "Edad", "Age", "Âge"), CodeLists.Age),
            new(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), CodeLists.Unit),
        ];
    }

    /// <summary>The observations: every number of the table, sorted. Values in words are left out.</summary>
    /// <param name="definition">What <see cref="Define"/> gave.</param>
    /// <param name="table">The table.</param>
    public static Observations Observations(DatasetDefinition definition, IndicatorTable table)
    {
        var builder = new ObservationsBuilder(definition);
        var line = 1;
        foreach (var (indicator, key, unit, area, period, value, status) in table.Numbers())
        {
            builder.Set("FREQ", period.Frequency == 'A' ? "A" : "N");
            builder.Set("REF_AREA", area);
            builder.Set("INDICATOR", indicator);
            builder.Set("MEASURE", key.Measure);
            builder.Set("COUNTERPART_AREA", key.Counterpart);
            builder.Set("SEX", key.Sex);
            builder.Set("AGE", key.Age);
            builder.Set("UNIT_MEASURE", unit);
            builder.Add(period, value, status, AttributeSet.Units, SourceRow.Line(++line));
        }

        return builder.Build((repeated, _, _) => throw new InvalidOperationException($"{repeated} was added twice."));
    }
}
