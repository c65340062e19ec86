using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using static Periplo.Statistics.Names;

namespace Periplo.Exchange;

/// <summary>
/// The flow of SDG indicators by country, in the structure and under the ids of the United Nations Statistics Division, so that a
/// country can send its figures on. Its code lists hold the codes that figures here use; areas are M49 numbers without zeros before
/// them, as UNSD writes them.
/// </summary>
public static class SdgFlow
{
    /// <summary>Id of the dataset its figures are held as.</summary>
    public const string Dataset = "SDG";

    /// <summary>Who maintains the structure.</summary>
    public const string Agency = "IAEG-SDGs";

    private const string Version = "1.9";

    /// <summary>The series there may be figures of, each with its unit.</summary>
    internal static readonly IReadOnlyList<(Code Code, string Unit)> Series =
    [
        (Code("SM_POP_REFG_OR", "Proporción de la población que son refugiados, por país de origen (por 100.000 habitantes) [10.7.4]", "Proportion of the population who are refugees, by country of origin (per 100,000 population) [10.7.4]", "Proportion de la population constituée de réfugiés, par pays d’origine (pour 100 000 habitants) [10.7.4]"), "PER_100000_POP"),
        (Code("SM_DTH_MIGR", "Muertes y desapariciones registradas durante la migración (número) [10.7.3]", "Total deaths and disappearances recorded during migration (number) [10.7.3]", "Décès et disparitions enregistrés au cours de la migration (nombre) [10.7.3]"), "NUMBER"),
        (Code("SI_RMT_COST", "Costo medio de enviar 200 dólares a un país receptor, como proporción del monto (%) [10.c.1]", "Average remittance costs of sending $200 to a receiving country as a proportion of the amount remitted (%) [10.c.1]", "Coût moyen d’un envoi de 200 dollars vers un pays de réception, en proportion du montant (%) [10.c.1]"), "PT"),
        (Code("SI_RMT_COST_BC", "Costo medio de enviar 200 dólares por corredor, como proporción del monto (%) [10.c.1]", "Average remittance costs of sending $200 for a corridor as a proportion of the amount remitted (%) [10.c.1]", "Coût moyen d’un envoi de 200 dollars par couloir, en proportion du montant (%) [10.c.1]"), "PT"),
        (Code("SI_RMT_COST_SC", "Costo SmaRT de enviar 200 dólares por corredor, como proporción del monto (%) [10.c.1]", "SmaRT corridor remittance costs of sending $200 as a proportion of the amount remitted (%) [10.c.1]", "Coût SmaRT d’un envoi de 200 dollars par couloir, en proportion du montant (%) [10.c.1]"), "PT"),
        (Code("SI_RMT_COST_SND", "Costo medio de enviar 200 dólares desde un país, como proporción del monto (%) [10.c.1]", "Average remittance costs of sending $200 from a sending country as a proportion of the amount remitted (%) [10.c.1]", "Coût moyen d’un envoi de 200 dollars depuis un pays d’envoi, en proportion du montant (%) [10.c.1]"), "PT"),
        (Code("BX_TRF_PWKR", "Volumen de remesas (en dólares) como proporción del PIB (%) [17.3.2]", "Volume of remittances (in United States dollars) as a proportion of total GDP (%) [17.3.2]", "Volume des envois de fonds (en dollars) en proportion du PIB (%) [17.3.2]"), "PT"),
    ];

    /// <summary>The flow as a dataset: its key is the one of UNSD, the breakdowns not in use at their total.</summary>
    public static DatasetDefinition Define(AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var numbered = areas.All.Where(IsNumbered).ToList();
        IReadOnlyList<Dimension> dimensions =
        [
            new(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency),
            new(Concept("REPORTING_TYPE", "Tipo de notificación", "Reporting type", "Type de communication"), List("CL_REPORTING_TYPE", new("Tipo de notificación", "Reporting type", "Type de communication"), Code("N", "Nacional", "National", "National"))),
            new(Concept("SERIES", "Serie", "Series", "Série"), List("CL_SERIES", new("Series de los ODS", "SDG series", "Séries des ODD"), [.. Series.Select(one => one.Code)])),
            new(Concept("REF_AREA", "Área de referencia", "Reference area", "Zone de référence"), List("CL_AREA", new("Áreas (M49)", "Areas (M49)", "Zones (M49)"), [.. numbered.Select(area => new Code(Number(area), area.ShortName.International()))])),
            new(Concept("SEX", "Sexo", "Sex", "Sexe"), List("CL_SEX", new("Sexo", "Sex", "Sexe"), Code("_T", "Ambos sexos", "Both sexes", "Les deux sexes"))),
            new(Concept("AGE", "Edad", "Age", "Âge"), Total("CL_AGE", new("Edad", "Age", "Âge"))),
            new(Concept("URBANISATION", "Urbano o rural", "Urban or rural", "Urbain ou rural"), Total("CL_URBANISATION", new("Urbano o rural", "Urban or rural", "Urbain ou rural"))),
            new(Concept("INCOME_WEALTH_QUANTILE", "Cuantil de ingreso o riqueza", "Income or wealth quantile", "Quantile de revenu ou de richesse"), Total("CL_INCOME_WEALTH_QUANTILE", new("Cuantil de ingreso o riqueza", "Income or wealth quantile", "Quantile de revenu ou de richesse"))),
            new(Concept("EDUCATION_LEV", "Nivel de educación", "Education level", "Niveau d’éducation"), Total("CL_EDUCATION_LEV", new("Nivel de educación", "Education level", "Niveau d’éducation"))),
            new(Concept("OCCUPATION", "Ocupación", "Occupation", "Profession"), Total("CL_OCCUPATION", new("Ocupación", "Occupation", "Profession"))),
            new(Concept("CUST_BREAKDOWN", "Desglose propio", "Custom breakdown", "Ventilation particulière"), List(
                "CL_CUST_BREAKDOWN", new("Desglose propio: en los corredores, el país que recibe", "Custom breakdown: of corridors, the receiving country", "Ventilation particulière : pour les couloirs, le pays de réception"),
                [Code("_T", "Total", "Total", "Total"), .. numbered.Select(area => new Code($"C{Number(area)}", area.ShortName.International()))])),
            new(Concept("COMPOSITE_BREAKDOWN", "Desglose compuesto", "Composite breakdown", "Ventilation composite"), Total("CL_COMPOSITE_BREAKDOWN", new("Desglose compuesto", "Composite breakdown", "Ventilation composite"))),
            new(Concept("DISABILITY_STATUS", "Discapacidad", "Disability status", "Handicap"), Total("CL_DISABILITY_STATUS", new("Discapacidad", "Disability status", "Handicap"))),
            new(Concept("ACTIVITY", "Actividad económica", "Economic activity", "Activité économique"), Total("CL_ACTIVITY", new("Actividad económica", "Economic activity", "Activité économique"))),
            new(Concept("PRODUCT", "Producto", "Product", "Produit"), Total("CL_PRODUCT", new("Producto", "Product", "Produit"))),
        ];
        var name = new Text("Indicadores de los ODS por país", "SDG indicators by country", "Indicateurs des ODD par pays");
        return new(
            Dataset, name,
            new(
                "Indicadores 10.7.3, 10.7.4, 10.c.1 y 17.3.2 de los Objetivos de Desarrollo Sostenible, hechos de las cifras que se tienen, en la estructura de la División de Estadística de las Naciones Unidas.",
                "Indicators 10.7.3, 10.7.4, 10.c.1 and 17.3.2 of the Sustainable Development Goals, made of the figures held, in the structure of the United Nations Statistics Division.",
                "Indicateurs 10.7.3, 10.7.4, 10.c.1 et 17.3.2 des Objectifs de développement durable, établis à partir des chiffres conservés, dans la structure de la Division de statistique des Nations Unies."),
            new(new Dataflow("DF_SDG_GLC", Agency, Version, name.International(), new("SDG", Agency, Version, new Text("Indicadores de los ODS", "SDG indicators", "Indicateurs des ODD").International(), dimensions, Attributes()))),
            "SERIES", new HashSet<string>());
    }

    /// <summary>The flow as it is published.</summary>
    public static PublishedFlow Publish(DatasetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var units = Series.ToDictionary(one => one.Code.Id, one => one.Unit);
        var rules = FlowRules.Of(definition) with { Unit = series => units.GetValueOrDefault(series) };
        return new(Dataset, definition.Dataflow, definition.Description, rules);
    }

    /// <summary>The M49 number of an area as UNSD writes it: 1 is the world.</summary>
    internal static string Number(Area area) => $"{area.M49}";

    /// <summary>True for areas that UNSD has a number for.</summary>
    internal static bool IsNumbered(Area area) => area.M49 is <= 999 && area.Kind is AreaKind.Country or AreaKind.Region;

    private static IReadOnlyList<DataAttribute> Attributes() =>
    [
        new(Concept("OBS_STATUS", "Situación de la observación", "Observation status", "Statut de l’observation"), CodeLists.Status, Attachment.Observation, Mandatory: false),
        new(Concept("UNIT_MEASURE", "Unidad", "Unit of measure", "Unité de mesure"), List("CL_UNIT_MEASURE", new("Unidad", "Unit of measure", "Unité de mesure"),
            Code("PT", "Por ciento", "Percent", "Pour cent"), Code("NUMBER", "Número", "Number", "Nombre"), Code("PER_100000_POP", "Por cien mil habitantes", "Per 100,000 population", "Pour cent mille habitants")), Attachment.Series, Mandatory: true),
        new(Concept("UNIT_MULT", "Multiplicador", "Unit multiplier", "Multiplicateur"), CodeLists.UnitMultiplier, Attachment.Observation, Mandatory: false),
        new(Concept("NATURE", "Naturaleza de la cifra", "Nature of the data point", "Nature de la donnée"), List("CL_NATURE", new("Naturaleza de la cifra", "Nature of the data point", "Nature de la donnée"),
            Code("C", "Dato del país", "Country data", "Donnée du pays"), Code("E", "Estimado", "Estimated", "Estimé")), Attachment.Observation, Mandatory: false),
        new(Concept("SOURCE_DETAIL", "Fuente", "Source details", "Source"), CodeList: null, Attachment.Series, Mandatory: false),
        new(Concept("COMMENT_OBS", "Nota", "Comment", "Note"), CodeList: null, Attachment.Observation, Mandatory: false),
        // The structure has no place for revision, method and licence but this one.
        new(Concept("COMMENT_TS", "Nota a la serie: revisión, método y licencia", "Comment on the series: revision, method and licence", "Note à la série : révision, méthode et licence"), CodeList: null, Attachment.Series, Mandatory: false),
    ];

    private static CodeList Total(string id, Text name) => List(id, name, Code("_T", "Total", "Total", "Total"));

    private static CodeList List(string id, Text name, params IReadOnlyList<Code> codes) => new(id, Agency, Version, name.International(), codes);
}
