using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>The datasets Periplo keeps. Dimensions follow the recommended structures for migration statistics; see docs/datasets.md.</summary>
public sealed class DatasetDefinitions
{
    private readonly Dictionary<string, DatasetDefinition> byId;

    /// <summary>The definitions with <paramref name="areas"/> as code list of every area dimension.</summary>
    public DatasetDefinitions(AreaRegistry areas)
    {
        var area = CodeLists.Area(areas);
        Stock = Define(
            "STOCK", "DF_MIG_STOCK", new Text("Población migrante", "Migrant stock", "Population migrante"),
            new Text(
                "Personas que viven en un área y nacieron (o tienen nacionalidad) fuera de ella, por origen, sexo y edad, a mitad de año.",
                "Persons living in an area who were born (or are citizens) outside it, by origin, sex and age, at mid-year.",
                "Personnes qui vivent dans une zone et sont nées (ou ont une nationalité) hors de celle-ci, par origine, sexe et âge, au milieu de l’année."),
            "MEASURE",
            ["STOCK", "POP", "REF"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área de residencia", "Area of residence", "Zone de résidence"), area),
                new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin", "Zone d’origine"), area),
                new(Concept("ORIGIN_BASIS", "Definición de origen", "Definition of origin", "Définition de l’origine"), CodeLists.OriginBasis),
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), Measures("CL_MIG_STOCK_MEASURE",
                    Code("STOCK", "Población migrante", "Migrant stock", "Population migrante"),
                    Code("SHARE", "Migrantes por cada cien habitantes", "Migrants per hundred people", "Migrants pour cent habitants"),
                    Code("FEMALE_SHARE", "Mujeres por cada cien migrantes", "Women per hundred migrants", "Femmes pour cent migrants"),
                    Code("GROWTH", "Tasa de variación anual de la población migrante", "Annual rate of change of the migrant stock", "Taux de variation annuel de la population migrante"),
                    Code("POP", "Población total que usa la tabla como denominador", "Total population the table uses as denominator", "Population totale qui sert de dénominateur au tableau"),
                    Code("REF", "Refugiados y solicitantes de asilo incluidos", "Refugees and asylum seekers included", "Réfugiés et demandeurs d’asile compris"),
                    Code("REF_SHARE", "Refugiados y solicitantes de asilo por cada cien migrantes", "Refugees and asylum seekers per hundred migrants", "Réfugiés et demandeurs d’asile pour cent migrants"),
                    Code("REF_GROWTH", "Tasa de variación anual de los refugiados y solicitantes de asilo", "Annual rate of change of refugees and asylum seekers", "Taux de variation annuel des réfugiés et demandeurs d’asile"),
                    Code("MEDIAN_AGE", "Edad mediana", "Median age", "Âge médian"))),
                SexDimension,
                AgeDimension,
                new(Concept("EDUCATION_LEV", "Nivel de educación", "Education level", "Niveau d’éducation"), CodeLists.Education),
                UnitDimension,
            ]);
        Demography = Define(
            "DEMOGRAPHY", "DF_DEMOGRAPHY", new Text("Población y sus cambios", "Population and its changes", "Population et ses changements"),
            new Text(
                "Población, nacimientos, defunciones y migración neta de cada área y año.",
                "Population, births, deaths and net migration of every area and year.",
                "Population, naissances, décès et solde migratoire de chaque zone et année."),
            "MEASURE",
            ["POP_MID", "POP_JAN1", "BIRTHS", "DEATHS", "NET_MIG", "BIRTHS_5Y", "DEATHS_5Y", "NET_MIG_5Y"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área", "Area", "Zone"), area),
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), Measures("CL_DEMOGRAPHY_MEASURE",
                [
                    Code("POP_MID", "Población a mitad de año", "Population at mid-year", "Population au milieu de l’année"),
                    Code("POP_JAN1", "Población al 1 de enero", "Population on 1 January", "Population au 1er janvier"),
                    Code("BIRTHS", "Nacimientos", "Births", "Naissances"),
                    Code("DEATHS", "Defunciones", "Deaths", "Décès"),
                    Code("NET_MIG", "Migración neta", "Net migration", "Solde migratoire"),
                    Code("TFR", "Fecundidad total", "Total fertility", "Fécondité totale"),
                    Code("LIFE_EXP", "Esperanza de vida al nacer", "Life expectancy at birth", "Espérance de vie à la naissance"),
                    .. PopulationDefinitions.FiveYearMeasures,
                ])),
                SexDimension,
                AgeDimension,
                UnitDimension,
            ]);
        Remittances = Define(
            "REMITTANCES", "DF_REMITTANCES", new Text("Remesas", "Remittances", "Envois de fonds"),
            new Text(
                "Dinero que envían y reciben las áreas, con sus denominadores, y matrices bilaterales estimadas.",
                "Money that areas send and receive, with its denominators, and estimated bilateral matrices.",
                "Argent que les zones envoient et reçoivent, avec ses dénominateurs, et matrices bilatérales estimées."),
            "INDICATOR",
            ["FLOW_BOP", "FLOW_BILAT", "GDP", "POP", .. RemittanceDefinitions.Additive],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área que envía", "Sending area", "Zone d’envoi"), area),
                new(Concept("COUNTERPART_AREA", "Área que recibe", "Receiving area", "Zone de réception"), area),
                new(Concept("INDICATOR", "Indicador", "Indicator", "Indicateur"), Measures("CL_REMIT_INDICATOR",
                [
                    Code("FLOW_BOP", "Remesas personales (balanza de pagos)", "Personal remittances (balance of payments)", "Envois de fonds personnels (balance des paiements)"),
                    Code("FLOW_BILAT", "Remesas bilaterales estimadas", "Bilateral remittances, estimated", "Envois de fonds bilatéraux estimés"),
                    Code("COST_TOTAL", "Costo total de enviar", "Total cost of sending", "Coût total de l’envoi"),
                    Code("GDP", "Producto interno bruto", "Gross domestic product", "Produit intérieur brut"),
                    Code("POP", "Población", "Population", "Population"),
                    .. RemittanceDefinitions.Indicators,
                ])),
                new(Concept("SERVICE_TYPE", "Tipo de servicio", "Type of service", "Type de service"), Totals("CL_SERVICE_TYPE")),
                new(Concept("INSTRUMENT", "Instrumento", "Instrument", "Instrument"), Totals("CL_INSTRUMENT")),
                new(Concept("AMOUNT", "Monto enviado", "Amount sent", "Montant envoyé"), Totals("CL_AMOUNT")),
                UnitDimension,
            ]);
        Displaced = Define(
            "DISPLACED", "DF_DISPLACED", new Text("Poblaciones desplazadas", "Displaced populations", "Populations déplacées"),
            new Text(
                "Refugiados, solicitantes de asilo, otras personas que necesitan protección, desplazados internos y apátridas, por origen y lugar de asilo, a fin de año. No incluye a los refugiados de Palestina bajo el mandato del OOPS.",
                "Refugees, asylum seekers, other people in need of protection, internally displaced and stateless persons, by origin and place of asylum, at year-end. Palestine refugees under UNRWA's mandate are excluded.",
                "Réfugiés, demandeurs d’asile, autres personnes ayant besoin de protection, personnes déplacées à l’intérieur de leur pays et apatrides, par origine et lieu d’asile, en fin d’année. Ne comprend pas les réfugiés de Palestine relevant du mandat de l’UNRWA."),
            "MEASURE",
            ["STOCK", "RETURNS"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área de asilo", "Area of asylum", "Zone d’asile"), area),
                new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin", "Zone d’origine"), area),
                new(Concept("POP_TYPE", "Tipo de población", "Type of population", "Type de population"), DisplacementDefinitions.PopulationTypes),
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), Measures("CL_DISPLACED_MEASURE",
                    Code("STOCK", "Personas a fin de año", "Persons at year-end", "Personnes en fin d’année"),
                    Code("RETURNS", "Personas que retornaron en el año", "Persons who returned in the year", "Personnes rentrées dans l’année"))),
                SexDimension,
                AgeDimension,
                UnitDimension,
            ]);
        Flows = FlowDefinitions.Flows(area);
        RemittancePrices = RemittanceDefinitions.Prices(area);
        Movements = new(areas);
        PopulationScenarios = PopulationDefinitions.Scenarios(area);
        Displacement = new(areas);
        All = [Stock, Demography, Remittances, RemittancePrices, Displaced, Flows, .. Movements.All, PopulationScenarios, .. Displacement.All];
        byId = All.ToDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
    }

    private DatasetDefinitions(DatasetDefinitions sources, IEnumerable<DatasetDefinition> more)
    {
        (Stock, Demography, Remittances, Displaced, Flows) = (sources.Stock, sources.Demography, sources.Remittances, sources.Displaced, sources.Flows);
        (RemittancePrices, Movements) = (sources.RemittancePrices, sources.Movements);
        PopulationScenarios = sources.PopulationScenarios;
        Displacement = sources.Displacement;
        All = [.. sources.All, .. more];
        byId = All.ToDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every dataset, in the order of the catalogue.</summary>
    public IReadOnlyList<DatasetDefinition> All { get; }

    /// <summary><c>STOCK</c>: migrant stock.</summary>
    public DatasetDefinition Stock { get; }

    /// <summary><c>DEMOGRAPHY</c>: population, births, deaths, net migration.</summary>
    public DatasetDefinition Demography { get; }

    /// <summary><c>REMITTANCES</c>.</summary>
    public DatasetDefinition Remittances { get; }

    /// <summary><c>REMITTANCE_PRICES</c>: what sending money costs, by corridor and quarter.</summary>
    public DatasetDefinition RemittancePrices { get; }

    /// <summary><c>DISPLACED</c>: refugees and others by origin and asylum.</summary>
    public DatasetDefinition Displaced { get; }

    /// <summary><c>FLOWS</c>: migration flows.</summary>
    public DatasetDefinition Flows { get; }

    /// <summary>The datasets of movements.</summary>
    public MovementDefinitions Movements { get; }

    /// <summary><c>POPULATION_SCENARIOS</c>: populations with and without migration.</summary>
    public DatasetDefinition PopulationScenarios { get; }

    /// <summary>The datasets of asylum and displacement beside <see cref="Displaced"/>.</summary>
    public DisplacementDefinitions Displacement { get; }

    internal static Dimension FrequencyDimension { get; } = new(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency);

    internal static Dimension SexDimension { get; } = new(Concept("SEX", "Sexo", "Sex", "Sexe"), CodeLists.Sex);

    internal static Dimension AgeDimension { get; } = new(Concept("AGE", "Edad", "Age", "Âge"), CodeLists.Age);

    internal static Dimension UnitDimension { get; } = new(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), CodeLists.Unit);

    /// <summary>These and more, which follow them in the catalogue.</summary>
    /// <exception cref="ArgumentException">One has the id of another.</exception>
    public DatasetDefinitions With(IEnumerable<DatasetDefinition> more) => new(this, more);

    /// <summary>The definition with this id, upper or lower case; null when there is none.</summary>
    public DatasetDefinition? Find(string id) => byId.GetValueOrDefault(id);

    internal static CodeList Measures(string id, params IReadOnlyList<Code> codes) =>
        new(id, CodeLists.Agency, "1.0", new InternationalString(("en", id)), codes);

    private static CodeList Totals(string id) =>
        Measures(id, Code("_T", "Todos", "All", "Tous"), Code("_Z", "No se aplica", "Not applicable", "Sans objet"));

    internal static DatasetDefinition Define(
        string id, string flow, Text name, Text description, string measure, string[] additive, IReadOnlyList<Dimension> dimensions) =>
        Define(id, flow, name, description, measure, additive, () => dimensions);

    internal static DatasetDefinition Define(
        string id, string flow, Text name, Text description, string measure, string[] additive, Func<IReadOnlyList<Dimension>> dimensions) =>
        new(id, name, description, new(() => new(
            flow, CodeLists.Agency, "1.0", name.International(),
            new(flow.Replace("DF_", "DSD_", StringComparison.Ordinal), CodeLists.Agency, "1.0", name.International(), dimensions(), AttributeSet.Attributes))), measure, additive.ToHashSet());
}
