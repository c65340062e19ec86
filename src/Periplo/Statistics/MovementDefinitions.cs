using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>The datasets of movements: monthly tables as directorates deliver them, and what the engine makes of single crossings.</summary>
public sealed class MovementDefinitions
{
    /// <summary>Border posts a reporting country may number: <c>P001</c> to <c>P999</c>; their names are the installation's.</summary>
    public const int Posts = 999;

    /// <summary>Months after a reference month for which the published figure is kept: <c>M00</c> to <c>M17</c>.</summary>
    public const int Vintages = 18;

    internal MovementDefinitions(AreaRegistry areas)
    {
        var area = CodeLists.Area(areas);
        var frequency = new Dimension(Concept("FREQ", "Frecuencia", "Frequency"), CodeLists.Frequency);
        var reporting = new Dimension(Concept("REF_AREA", "País que notifica", "Reporting country"), area);
        var citizenship = new Dimension(Concept("CITIZENSHIP", "Nacionalidad", "Citizenship"), area);
        var birthplace = new Dimension(Concept("BIRTHPLACE", "Lugar de nacimiento", "Birthplace"), area);
        var sex = new Dimension(Concept("SEX", "Sexo", "Sex"), CodeLists.Sex);
        var age = new Dimension(Concept("AGE", "Edad", "Age"), CodeLists.Age);
        var post = new Dimension(Concept("POST", "Puesto fronterizo", "Border post"), PostList());
        var mode = new Dimension(Concept("TRANSPORT_MODE", "Medio de transporte", "Mode of transport"), List("CL_TRANSPORT_MODE",
            Code("_T", "Todos", "All"), Code("AIR", "Aire", "Air"), Code("LAND", "Tierra", "Land"), Code("SEA", "Mar o río", "Sea or river"), Code("_U", "Desconocido", "Unknown")));
        var purpose = new Dimension(Concept("PURPOSE", "Motivo", "Purpose"), List("CL_PURPOSE",
        [
            Code("_T", "Todos", "All"), Code("_U", "Desconocido", "Unknown"),
            .. Enumerable.Range(1, 99).Select(number => Code($"V{number:D2}", $"Motivo {number}", $"Purpose {number}")),
        ]));
        var direction = new Dimension(Concept("DIRECTION", "Sentido", "Direction"), List("CL_DIRECTION",
            Code("E", "Entrada", "Entry"), Code("X", "Salida", "Exit"), Code("_Z", "No se aplica", "Not applicable")));
        var rule = new Dimension(Concept("RESIDENCE_RULE", "Criterio de residencia", "Residence criterion"), List("CL_RESIDENCE_RULE",
            Code("R12_16", "Doce de dieciséis meses, según lo ocurrido", "Twelve of sixteen months, by outcome"),
            Code("R12_12", "Doce meses seguidos", "Twelve months without interruption"),
            Code("R9_12", "Nueve de doce meses", "Nine of twelve months"),
            Code("R6_12", "Seis meses y un día de los últimos doce", "Six months and a day of the last twelve"),
            Code("ROWN", "Criterio propio de la instalación", "The installation's own criterion")));
        var statistic = new Dimension(Concept("STATISTIC", "Estadístico", "Statistic"), List("CL_MOVEMENT_STATISTIC",
            Code("EST", "Valor", "Value"), Code("LO80", "Límite inferior del 80 %", "Lower bound, 80 %"), Code("HI80", "Límite superior del 80 %", "Upper bound, 80 %"),
            Code("LO95", "Límite inferior del 95 %", "Lower bound, 95 %"), Code("HI95", "Límite superior del 95 %", "Upper bound, 95 %")));
        var vintage = new Dimension(Concept("VINTAGE", "Edad de la cifra", "Age of the figure"), List("CL_VINTAGE",
        [
            Code("LATEST", "La más reciente", "Latest"),
            .. Enumerable.Range(0, Vintages).Select(months => Code($"M{months:D2}", months == 1 ? "1 mes después" : $"{months} meses después", months == 1 ? "1 month after" : $"{months} months after")),
        ]));
        var unit = new Dimension(Concept("UNIT_MEASURE", "Unidad", "Unit"), CodeLists.Unit);

        Monthly = Define(
            "MOVEMENTS_MONTHLY", "DF_MOVEMENTS", new Text("Movimientos mensuales", "Monthly movements"),
            new Text(
                "Entradas, salidas, permisos, retornos, rechazos y otros movimientos por mes, como los notifica cada autoridad. Son movimientos o trámites, no personas distintas.",
                "Entries, exits, permits, returns, refusals and other movements by month, as each authority reports them. They are movements or procedures, not distinct persons."),
            "MOVEMENT",
            ["ENTRY", "EXIT", "ENTRY_IRR", "TRANSIT_IRR", "PERMIT", "RETURN", "RETURN_ASSISTED", "RETURN_MINOR", "DEPORTATION", "RETURNEE", "REFUSAL", "ENCOUNTER", "APPREHENSION", "INADMISSIBLE", "EXPULSION", "DETECTION", "DEATH"],
            [
                frequency,
                reporting,
                new(Concept("COUNTERPART_AREA", "País del otro lado", "Country on the other side"), area),
                citizenship,
                new(Concept("MOVEMENT", "Movimiento", "Movement"), List("CL_MOVEMENT",
                    Code("ENTRY", "Entradas regulares", "Regular entries"),
                    Code("EXIT", "Salidas regulares", "Regular exits"),
                    Code("ENTRY_IRR", "Entradas irregulares registradas", "Irregular entries recorded"),
                    Code("TRANSIT_IRR", "Tránsitos irregulares registrados", "Irregular transits recorded"),
                    Code("PERMIT", "Permisos concedidos", "Permits granted"),
                    Code("RETURN", "Retornos de extranjeros", "Returns of foreigners"),
                    Code("RETURN_ASSISTED", "Retornos asistidos de extranjeros", "Assisted returns of foreigners"),
                    Code("RETURN_MINOR", "Retornos asistidos de menores extranjeros", "Assisted returns of foreign minors"),
                    Code("DEPORTATION", "Deportaciones de extranjeros", "Deportations of foreigners"),
                    Code("RETURNEE", "Nacionales retornados", "Nationals returned"),
                    Code("REFUSAL", "Rechazos en frontera", "Refusals at the border"),
                    Code("ENCOUNTER", "Encuentros con la autoridad migratoria", "Encounters with the migration authority"),
                    Code("APPREHENSION", "Detenciones entre puestos fronterizos", "Apprehensions between border posts"),
                    Code("INADMISSIBLE", "Inadmisibles en puestos fronterizos", "Inadmissibles at border posts"),
                    Code("EXPULSION", "Expulsiones", "Expulsions"),
                    Code("DETECTION", "Cruces irregulares detectados", "Irregular crossings detected"),
                    Code("DEATH", "Muertes y desapariciones", "Deaths and disappearances"))),
                sex,
                age,
                post,
                mode,
                new(Concept("ROUTE", "Ruta", "Route"), List("CL_ROUTE",
                    Code("_T", "Todas", "All"),
                    Code("WAF", "África occidental", "Western African"),
                    Code("WMED", "Mediterráneo occidental", "Western Mediterranean"),
                    Code("CMED", "Mediterráneo central", "Central Mediterranean"),
                    Code("EMED", "Mediterráneo oriental", "Eastern Mediterranean"),
                    Code("WBALK", "Balcanes occidentales", "Western Balkans"),
                    Code("EBORD", "Fronteras orientales", "Eastern borders"),
                    Code("BLACK", "Mar Negro", "Black Sea"),
                    Code("ALBGRC", "Circular de Albania a Grecia", "Circular from Albania to Greece"),
                    Code("DARIEN", "Darién", "Darién"),
                    Code("USSW", "Frontera suroeste de los Estados Unidos", "Southwest border of the United States"),
                    Code("CAM", "América Central", "Central America"),
                    Code("SAM", "América del Sur", "South America"),
                    Code("AFR", "Dentro de África", "Within Africa"),
                    Code("EUR", "Dentro de Europa", "Within Europe"),
                    Code("ASIA", "Asia y el Pacífico", "Asia and the Pacific"),
                    Code("EHOA_E", "Cuerno de África, oriental", "Horn of Africa, eastern"),
                    Code("EHOA_S", "Cuerno de África, meridional", "Horn of Africa, southern"),
                    Code("EHOA_N", "Cuerno de África, septentrional", "Horn of Africa, northern"),
                    Code("EHOA_H", "Cuerno de África, interior", "Horn of Africa, internal"),
                    Code("OTHER", "Otras", "Other"),
                    Code("_U", "Sin definir", "Undefined"))),
                unit,
            ]);
        Migration = Define(
            "MIGRATION", "DF_MIGRATION", new Text("Migración por lo ocurrido en los cruces", "Migration by the outcome of crossings"),
            new Text(
                "Llegadas y salidas de migrantes, migración neta y cruces sin decidir por mes, de cruces individuales clasificados. Los meses recientes son provisionales, con su intervalo.",
                "Migrant arrivals and departures, net migration and undecided crossings by month, from single crossings classified. Recent months are provisional, with their interval."),
            "MEASURE",
            ["ARR", "DEP", "NET", "UND_E", "UND_X", "RET_RES"],
            [
                frequency, reporting, citizenship, birthplace,
                new(Concept("MEASURE", "Medida", "Measure"), List("CL_MIGRATION_MEASURE",
                    Code("ARR", "Llegadas de migrantes", "Migrant arrivals"),
                    Code("DEP", "Salidas de migrantes", "Migrant departures"),
                    Code("NET", "Migración neta", "Net migration"),
                    Code("UND_E", "Entradas sin decidir", "Undecided entries"),
                    Code("UND_X", "Salidas sin decidir", "Undecided exits"),
                    Code("RET_RES", "Regresos de residentes", "Returning residents"))),
                sex, age, post, purpose, mode, rule, vintage, statistic, unit,
            ]);
        Visits = Define(
            "VISITS", "DF_VISITS", new Text("Visitas y viajes", "Visits and trips"),
            new Text(
                "Cruces que no fueron migración, por lo que duró la estancia: visitas al país (entradas) y viajes de residentes (salidas), tránsito, trabajadores fronterizos, migración circular y estancias más largas de lo permitido.",
                "Crossings that were no migration, by length of stay: visits to the country (entries) and trips of residents (exits), transit, cross-border workers, circular migration and stays longer than permitted."),
            "MEASURE",
            ["TRANSIT", "SAMEDAY", "VISIT", "SHORT", "SHORT_MIG", "OPEN", "CIRC", "CIRC_ST", "CBW", "OVER90IN180", "OVERSTAY"],
            [
                frequency, reporting, citizenship,
                new(Concept("MEASURE", "Medida", "Measure"), List("CL_VISIT_MEASURE",
                    Code("TRANSIT", "Tránsito: menos de 24 horas", "Transit: less than 24 hours"),
                    Code("SAMEDAY", "En el mismo día", "Same day"),
                    Code("VISIT", "Menos de 90 días", "Less than 90 days"),
                    Code("SHORT", "De 3 a 12 meses, todo motivo", "3 to 12 months, all purposes"),
                    Code("SHORT_MIG", "De 3 a 12 meses, motivos de migración", "3 to 12 months, migrant purposes"),
                    Code("OPEN", "Sin fin conocido o de un año o más", "No known end, or a year or more"),
                    Code("CIRC", "Migrantes circulares", "Circular migrants"),
                    Code("CIRC_ST", "Migrantes circulares de corto plazo", "Short-term circular migrants"),
                    Code("CBW", "Trabajadores fronterizos", "Cross-border workers"),
                    Code("OVER90IN180", "Salidas tras más de 90 días en 180", "Exits after more than 90 days in 180"),
                    Code("OVERSTAY", "Estancias más largas de lo permitido", "Stays longer than permitted"))),
                direction, sex, age, post, purpose, mode, rule, unit,
            ]);
        Residents = Define(
            "RESIDENTS", "DF_RESIDENTS", new Text("Residentes según los cruces", "Residents by crossings"),
            new Text(
                "A fin de mes: cambio de los residentes desde el inicio de la observación, residentes sobre una base de censo o registro, residentes en el exterior y población temporal presente. Quien nunca cruza no se ve.",
                "At the end of the month: change in residents since observation began, residents on a census or register base, residents abroad and temporary population present. Who never crosses is not seen."),
            "MEASURE",
            ["CHANGE", "STOCK", "ABROAD", "TEMP"],
            [
                frequency, reporting, citizenship, birthplace,
                new(Concept("MEASURE", "Medida", "Measure"), List("CL_RESIDENTS_MEASURE",
                    Code("CHANGE", "Cambio desde el inicio de la observación", "Change since the start of observation"),
                    Code("STOCK", "Residentes", "Residents"),
                    Code("ABROAD", "Residentes en el exterior", "Residents abroad"),
                    Code("TEMP", "Población temporal presente", "Temporary population present"))),
                sex, rule, unit,
            ]);
        Quality = Define(
            "MOVEMENT_QUALITY", "DF_MOVEMENT_QUALITY", new Text("Calidad de los cruces", "Quality of crossings"),
            new Text(
                "Por puesto y mes: registros, pares completos, cruces que faltan, repetidos, tardíos y con datos desconocidos; y cuánto se revisaron las cifras provisionales.",
                "By post and month: records, matched pairs, missing crossings, duplicates, late ones and unknown items; and how much provisional figures were revised."),
            "MEASURE",
            ["RECORDS", "PAIRED", "GAPS", "DUPLICATES", "LATE", "UNKNOWN"],
            [
                frequency, reporting,
                new(Concept("MEASURE", "Medida", "Measure"), List("CL_MOVEMENT_QUALITY",
                    Code("RECORDS", "Registros", "Records"),
                    Code("PAIRED", "Cruces con su pareja", "Crossings with their pair"),
                    Code("GAPS", "Cruces que faltan", "Missing crossings"),
                    Code("DUPLICATES", "Lecturas repetidas", "Duplicate readings"),
                    Code("LATE", "Recibidos más de 24 horas después de uno posterior", "Received more than 24 hours behind a later one"),
                    Code("UNKNOWN", "Con algún dato desconocido", "With an unknown item"),
                    Code("MATCH_RATE", "Cruces con su pareja, de cada cien", "Crossings with their pair, per hundred"),
                    Code("CHANGE_FLAG", "Cambio brusco del puesto, en desviaciones", "Abrupt change of the post, in deviations"),
                    Code("BACKTEST_ERROR", "Error medio de la cifra provisional, de cada cien", "Mean error of the provisional figure, per hundred"),
                    Code("BACKTEST_COVER", "Finales dentro del intervalo del 95 %, de cada cien", "Final figures within the 95 % interval, per hundred"))),
                direction, post, vintage, unit,
            ]);
        All = [Monthly, Migration, Visits, Residents, Quality];
    }

    /// <summary><c>MOVEMENTS_MONTHLY</c>: entries, exits, permits, returns, refusals as delivered by month.</summary>
    public DatasetDefinition Monthly { get; }

    /// <summary><c>MIGRATION</c>: migrant arrivals and departures by the outcome of crossings.</summary>
    public DatasetDefinition Migration { get; }

    /// <summary><c>VISITS</c>: crossings that were no migration, by length.</summary>
    public DatasetDefinition Visits { get; }

    /// <summary><c>RESIDENTS</c>: stocks that follow from crossings.</summary>
    public DatasetDefinition Residents { get; }

    /// <summary><c>MOVEMENT_QUALITY</c>: how good the records and the provisional figures are.</summary>
    public DatasetDefinition Quality { get; }

    /// <summary>All of them, in the order of the catalogue.</summary>
    public IReadOnlyList<DatasetDefinition> All { get; }

    private static CodeList PostList() => List("CL_POST",
    [
        Code("_T", "Todos", "All"), Code("_U", "Desconocido", "Unknown"),
        .. Enumerable.Range(0, Posts + 1).Select(number => Code($"P{number:D3}", $"Puesto {number}", $"Post {number}")),
    ]);

    private static CodeList List(string id, params IReadOnlyList<Code> codes) => DatasetDefinitions.Measures(id, codes);

    private static DatasetDefinition Define(
        string id, string flow, Text name, Text description, string measure, string[] additive, IReadOnlyList<Dimension> dimensions) =>
        DatasetDefinitions.Define(id, flow, name, description, measure, additive, dimensions);
}
