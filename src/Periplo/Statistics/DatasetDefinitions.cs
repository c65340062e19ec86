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
            "STOCK", "DF_MIG_STOCK", new Text("Población migrante", "Migrant stock"),
            new Text(
                "Personas que viven en un área y nacieron (o tienen nacionalidad) fuera de ella, por origen, sexo y edad, a mitad de año.",
                "Persons living in an area who were born (or are citizens) outside it, by origin, sex and age, at mid-year."),
            "MEASURE",
            ["STOCK", "POP", "REF"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área de residencia", "Area of residence"), area),
                new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin"), area),
                new(Concept("ORIGIN_BASIS", "Definición de origen", "Definition of origin"), CodeLists.OriginBasis),
                new(Concept("MEASURE", "Medida", "Measure"), Measures("CL_MIG_STOCK_MEASURE",
                    Code("STOCK", "Población migrante", "Migrant stock"),
                    Code("SHARE", "Migrantes por cada cien habitantes", "Migrants per hundred people"),
                    Code("FEMALE_SHARE", "Mujeres por cada cien migrantes", "Women per hundred migrants"),
                    Code("GROWTH", "Tasa de variación anual de la población migrante", "Annual rate of change of the migrant stock"),
                    Code("POP", "Población total que usa la tabla como denominador", "Total population the table uses as denominator"),
                    Code("REF", "Refugiados y solicitantes de asilo incluidos", "Refugees and asylum seekers included"),
                    Code("REF_SHARE", "Refugiados y solicitantes de asilo por cada cien migrantes", "Refugees and asylum seekers per hundred migrants"),
                    Code("REF_GROWTH", "Tasa de variación anual de los refugiados y solicitantes de asilo", "Annual rate of change of refugees and asylum seekers"),
                    Code("MEDIAN_AGE", "Edad mediana", "Median age"))),
                SexDimension,
                AgeDimension,
                new(Concept("EDUCATION_LEV", "Nivel de educación", "Education level"), CodeLists.Education),
                UnitDimension,
            ]);
        Demography = Define(
            "DEMOGRAPHY", "DF_DEMOGRAPHY", new Text("Población y sus cambios", "Population and its changes"),
            new Text(
                "Población, nacimientos, defunciones y migración neta de cada área y año.",
                "Population, births, deaths and net migration of every area and year."),
            "MEASURE",
            ["POP_MID", "POP_JAN1", "BIRTHS", "DEATHS", "NET_MIG"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área", "Area"), area),
                new(Concept("MEASURE", "Medida", "Measure"), Measures("CL_DEMOGRAPHY_MEASURE",
                    Code("POP_MID", "Población a mitad de año", "Population at mid-year"),
                    Code("POP_JAN1", "Población al 1 de enero", "Population on 1 January"),
                    Code("BIRTHS", "Nacimientos", "Births"),
                    Code("DEATHS", "Defunciones", "Deaths"),
                    Code("NET_MIG", "Migración neta", "Net migration"),
                    Code("TFR", "Fecundidad total", "Total fertility"),
                    Code("LIFE_EXP", "Esperanza de vida al nacer", "Life expectancy at birth"))),
                SexDimension,
                AgeDimension,
                UnitDimension,
            ]);
        Remittances = Define(
            "REMITTANCES", "DF_REMITTANCES", new Text("Remesas", "Remittances"),
            new Text(
                "Dinero que envían y reciben las áreas, con sus denominadores, y matrices bilaterales estimadas.",
                "Money that areas send and receive, with its denominators, and estimated bilateral matrices."),
            "INDICATOR",
            ["FLOW_BOP", "FLOW_BILAT", "GDP", "POP"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área que envía", "Sending area"), area),
                new(Concept("COUNTERPART_AREA", "Área que recibe", "Receiving area"), area),
                new(Concept("INDICATOR", "Indicador", "Indicator"), Measures("CL_REMIT_INDICATOR",
                    Code("FLOW_BOP", "Remesas personales (balanza de pagos)", "Personal remittances (balance of payments)"),
                    Code("FLOW_BILAT", "Remesas bilaterales estimadas", "Bilateral remittances, estimated"),
                    Code("COST_TOTAL", "Costo total de enviar", "Total cost of sending"),
                    Code("GDP", "Producto interno bruto", "Gross domestic product"),
                    Code("POP", "Población", "Population"))),
                new(Concept("SERVICE_TYPE", "Tipo de servicio", "Type of service"), Totals("CL_SERVICE_TYPE")),
                new(Concept("INSTRUMENT", "Instrumento", "Instrument"), Totals("CL_INSTRUMENT")),
                new(Concept("AMOUNT", "Monto enviado", "Amount sent"), Totals("CL_AMOUNT")),
                UnitDimension,
            ]);
        Displaced = Define(
            "DISPLACED", "DF_DISPLACED", new Text("Poblaciones desplazadas", "Displaced populations"),
            new Text(
                "Refugiados, solicitantes de asilo, otras personas que necesitan protección, desplazados internos y apátridas, por origen y lugar de asilo, a fin de año. No incluye a los refugiados de Palestina bajo el mandato del OOPS.",
                "Refugees, asylum seekers, other people in need of protection, internally displaced and stateless persons, by origin and place of asylum, at year-end. Palestine refugees under UNRWA's mandate are excluded."),
            "MEASURE",
            ["STOCK", "RETURNS"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área de asilo", "Area of asylum"), area),
                new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin"), area),
                new(Concept("POP_TYPE", "Tipo de población", "Type of population"), DisplacementDefinitions.PopulationTypes),
                new(Concept("MEASURE", "Medida", "Measure"), Measures("CL_DISPLACED_MEASURE",
                    Code("STOCK", "Personas a fin de año", "Persons at year-end"),
                    Code("RETURNS", "Personas que retornaron en el año", "Persons who returned in the year"))),
                SexDimension,
                AgeDimension,
                UnitDimension,
            ]);
        Flows = Define(
            "FLOWS", "DF_MIG_FLOW", new Text("Flujos migratorios", "Migration flows"),
            new Text(
                "Personas que cambiaron de área de residencia en un periodo, como las notifica el origen o el destino.",
                "Persons who changed their area of residence in a period, as origin or destination reports them."),
            "FLOW_TYPE",
            ["IMM", "EMI", "TRN"],
            [
                FrequencyDimension,
                new(Concept("REF_AREA", "Área de destino", "Area of destination"), area),
                new(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin"), area),
                new(Concept("FLOW_TYPE", "Tipo de flujo", "Type of flow"), Measures("CL_FLOW_TYPE",
                    Code("IMM", "Entradas que notifica el destino", "Inflows reported by the destination"),
                    Code("EMI", "Salidas que notifica el origen", "Outflows reported by the origin"),
                    Code("TRN", "Transiciones entre dos fechas", "Transitions between two dates"),
                    Code("NET", "Flujo neto", "Net flow"))),
                new(Concept("ORIGIN_BASIS", "Definición de origen", "Definition of origin"), CodeLists.OriginBasis),
                new(Concept("DURATION", "Duración", "Duration"), Measures("CL_DURATION",
                    Code("NAT", "Definición nacional", "National definition"),
                    Code("12M", "Doce meses", "Twelve months"),
                    Code("5Y", "Cinco años", "Five years"))),
                new(Concept("FLOW_GROUP", "Grupo", "Group"), Measures("CL_FLOW_GROUP",
                    Code("_T", "Todos", "All"),
                    Code("FOR", "Extranjeros", "Foreigners"),
                    Code("NAT", "Nacionales", "Nationals"))),
                SexDimension,
                AgeDimension,
                new(Concept("EST_METHOD", "Método", "Method"), Measures("CL_EST_METHOD",
                    Code("REP", "Notificado", "Reported"))),
                new(Concept("STATISTIC", "Estadístico", "Statistic"), Measures("CL_STATISTIC",
                    Code("EST", "Valor", "Value"))),
                UnitDimension,
            ]);
        Movements = new(areas);
        Displacement = new(areas);
        All = [Stock, Demography, Remittances, Displaced, Flows, .. Movements.All, .. Displacement.All];
        byId = All.ToDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
    }

    private DatasetDefinitions(DatasetDefinitions sources, IEnumerable<DatasetDefinition> more)
    {
        (Stock, Demography, Remittances, Displaced, Flows) = (sources.Stock, sources.Demography, sources.Remittances, sources.Displaced, sources.Flows);
        (Movements, Displacement) = (sources.Movements, sources.Displacement);
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

    /// <summary><c>DISPLACED</c>: refugees and others by origin and asylum.</summary>
    public DatasetDefinition Displaced { get; }

    /// <summary><c>FLOWS</c>: migration flows.</summary>
    public DatasetDefinition Flows { get; }

    /// <summary>The datasets of movements.</summary>
    public MovementDefinitions Movements { get; }

    /// <summary>The datasets of asylum and displacement beside <see cref="Displaced"/>.</summary>
    public DisplacementDefinitions Displacement { get; }

    private static Dimension FrequencyDimension { get; } = new(Concept("FREQ", "Frecuencia", "Frequency"), CodeLists.Frequency);

    private static Dimension SexDimension { get; } = new(Concept("SEX", "Sexo", "Sex"), CodeLists.Sex);

    private static Dimension AgeDimension { get; } = new(Concept("AGE", "Edad", "Age"), CodeLists.Age);

    private static Dimension UnitDimension { get; } = new(Concept("UNIT_MEASURE", "Unidad", "Unit"), CodeLists.Unit);

    /// <summary>These and more, which follow them in the catalogue.</summary>
    /// <exception cref="ArgumentException">One has the id of another.</exception>
    public DatasetDefinitions With(IEnumerable<DatasetDefinition> more) => new(this, more);

    /// <summary>The definition with this id, upper or lower case; null when there is none.</summary>
    public DatasetDefinition? Find(string id) => byId.GetValueOrDefault(id);

    internal static CodeList Measures(string id, params IReadOnlyList<Code> codes) =>
        new(id, CodeLists.Agency, "1.0", new InternationalString(("en", id)), codes);

    private static CodeList Totals(string id) =>
        Measures(id, Code("_T", "Todos", "All"), Code("_Z", "No se aplica", "Not applicable"));

    internal static DatasetDefinition Define(
        string id, string flow, Text name, Text description, string measure, string[] additive, IReadOnlyList<Dimension> dimensions)
    {
        var structure = new DataStructure(flow.Replace("DF_", "DSD_", StringComparison.Ordinal), CodeLists.Agency, "1.0", name.International(), dimensions, AttributeSet.Attributes);
        var dataflow = new Dataflow(flow, CodeLists.Agency, "1.0", name.International(), structure);
        return new(id, name, description, dataflow, measure, additive.ToHashSet());
    }
}
