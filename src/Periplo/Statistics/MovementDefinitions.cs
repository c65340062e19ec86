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
        var frequency = new Dimension(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency);
        var reporting = new Dimension(Concept("REF_AREA", "País que notifica", "Reporting country", "Pays déclarant"), area);
        var citizenship = new Dimension(Concept("CITIZENSHIP", "Nacionalidad", "Citizenship", "Nationalité"), area);
        var birthplace = new Dimension(Concept("BIRTHPLACE", "Lugar de nacimiento", "Birthplace", "Lieu de naissance"), area);
        var sex = new Dimension(Concept("SEX", "Sexo", "Sex", "Sexe"), CodeLists.Sex);
        var age = new Dimension(Concept("AGE", "Edad", "Age", "Âge"), CodeLists.Age);
        var post = new Dimension(Concept("POST", "Puesto fronterizo", "Border post", "Poste frontière"), PostList());
        var mode = new Dimension(Concept("TRANSPORT_MODE", "Medio de transporte", "Mode of transport", "Moyen de transport"), List("CL_TRANSPORT_MODE",
            Code("_T", "Todos", "All", "Tous"), Code("AIR", "Aire", "Air", "Air"), Code("LAND", "Tierra", "Land", "Terre"), Code("SEA", "Mar o río", "Sea or river", "Mer ou fleuve"), Code("_U", "Desconocido", "Unknown", "Inconnu")));
        var purpose = new Dimension(Concept("PURPOSE", "Motivo", "Purpose", "Motif"), List("CL_PURPOSE",
        [
            Code("_T", "Todos", "All", "Tous"), Code("_U", "Desconocido", "Unknown", "Inconnu"),
            .. Enumerable.Range(1, 99).Select(number => Code($"V{number:D2}", $"Motivo {number}", $"Purpose {number}", $"Motif {number}")),
        ]));
        var direction = new Dimension(Concept("DIRECTION", "Sentido", "Direction", "Sens"), List("CL_DIRECTION",
            Code("E", "Entrada", "Entry", "Entrée"), Code("X", "Salida", "Exit", "Sortie"), Code("_Z", "No se aplica", "Not applicable", "Sans objet")));
        var rule = new Dimension(Concept("RESIDENCE_RULE", "Criterio de residencia", "Residence criterion", "Critère de résidence"), List("CL_RESIDENCE_RULE",
            Code("R12_16", "Doce de dieciséis meses, según lo ocurrido", "Twelve of sixteen months, by outcome", "Douze mois sur seize, selon ce qui s’est passé"),
            Code("R12_12", "Doce meses seguidos", "Twelve months without interruption", "Douze mois consécutifs"),
            Code("R9_12", "Nueve de doce meses", "Nine of twelve months", "Neuf mois sur douze"),
            Code("R6_12", "Seis meses y un día de los últimos doce", "Six months and a day of the last twelve", "Six mois et un jour des douze derniers"),
            Code("ROWN", "Criterio propio de la instalación", "The installation's own criterion", "Critère propre à l’installation")));
        var statistic = new Dimension(Concept("STATISTIC", "Estadístico", "Statistic", "Statistique"), List("CL_MOVEMENT_STATISTIC",
            Code("EST", "Valor", "Value", "Valeur"), Code("LO80", "Límite inferior del 80 %", "Lower bound, 80 %", "Limite inférieure à 80 %"), Code("HI80", "Límite superior del 80 %", "Upper bound, 80 %", "Limite supérieure à 80 %"),
            Code("LO95", "Límite inferior del 95 %", "Lower bound, 95 %", "Limite inférieure à 95 %"), Code("HI95", "Límite superior del 95 %", "Upper bound, 95 %", "Limite supérieure à 95 %")));
        var vintage = new Dimension(Concept("VINTAGE", "Edad de la cifra", "Age of the figure", "Âge du chiffre"), List("CL_VINTAGE",
        [
            Code("LATEST", "La más reciente", "Latest", "La plus récente"),
            .. Enumerable.Range(0, Vintages).Select(months => Code($"M{months:D2}", months == 1 ? "1 mes después" : $"{months} meses después", months == 1 ? "1 month after" : $"{months} months after", months == 1 ? "1 mois après" : $"{months} mois après")),
        ]));
        var unit = new Dimension(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), CodeLists.Unit);

        Monthly = Define(
            "MOVEMENTS_MONTHLY", "DF_MOVEMENTS", new Text("Movimientos mensuales", "Monthly movements", "Mouvements mensuels"),
            new Text(
                "Entradas, salidas, permisos, retornos, rechazos y otros movimientos por mes, como los notifica cada autoridad. Son movimientos o trámites, no personas distintas.",
                "Entries, exits, permits, returns, refusals and other movements by month, as each authority reports them. They are movements or procedures, not distinct persons.",
                "Entrées, sorties, permis, retours, refus et autres mouvements par mois, tels que les communique chaque autorité. Ce sont des mouvements ou des formalités, non des personnes distinctes."),
            "MOVEMENT",
            ["ENTRY", "EXIT", "ENTRY_IRR", "TRANSIT_IRR", "PERMIT", "RETURN", "RETURN_ASSISTED", "RETURN_MINOR", "DEPORTATION", "RETURNEE", "REFUSAL", "ENCOUNTER", "APPREHENSION", "INADMISSIBLE", "EXPULSION", "DETECTION", "DEATH"],
            [
                frequency,
                reporting,
                new(Concept("COUNTERPART_AREA", "País del otro lado", "Country on the other side", "Pays de l’autre côté"), area),
                citizenship,
                new(Concept("MOVEMENT", "Movimiento", "Movement", "Mouvement"), List("CL_MOVEMENT",
                    Code("ENTRY", "Entradas regulares", "Regular entries", "Entrées régulières"),
                    Code("EXIT", "Salidas regulares", "Regular exits", "Sorties régulières"),
                    Code("ENTRY_IRR", "Entradas irregulares registradas", "Irregular entries recorded", "Entrées irrégulières enregistrées"),
                    Code("TRANSIT_IRR", "Tránsitos irregulares registrados", "Irregular transits recorded", "Transits irréguliers enregistrés"),
                    Code("PERMIT", "Permisos concedidos", "Permits granted", "Permis accordés"),
                    Code("RETURN", "Retornos de extranjeros", "Returns of foreigners", "Retours d’étrangers"),
                    Code("RETURN_ASSISTED", "Retornos asistidos de extranjeros", "Assisted returns of foreigners", "Retours assistés d’étrangers"),
                    Code("RETURN_MINOR", "Retornos asistidos de menores extranjeros", "Assisted returns of foreign minors", "Retours assistés de mineurs étrangers"),
                    Code("DEPORTATION", "Deportaciones de extranjeros", "Deportations of foreigners", "Éloignements d’étrangers"),
                    Code("RETURNEE", "Nacionales retornados", "Nationals returned", "Nationaux de retour"),
                    Code("REFUSAL", "Rechazos en frontera", "Refusals at the border", "Refus à la frontière"),
                    Code("ENCOUNTER", "Encuentros con la autoridad migratoria", "Encounters with the migration authority", "Rencontres avec l’autorité migratoire"),
                    Code("APPREHENSION", "Detenciones entre puestos fronterizos", "Apprehensions between border posts", "Interpellations entre postes frontière"),
                    Code("INADMISSIBLE", "Inadmisibles en puestos fronterizos", "Inadmissibles at border posts", "Non-admissibles aux postes frontière"),
                    Code("EXPULSION", "Expulsiones", "Expulsions", "Expulsions"),
                    Code("DETECTION", "Cruces irregulares detectados", "Irregular crossings detected", "Franchissements irréguliers détectés"),
                    Code("DEATH", "Muertes y desapariciones", "Deaths and disappearances", "Décès et disparitions"))),
                sex,
                age,
                post,
                mode,
                new(Concept("ROUTE", "Ruta", "Route", "Route"), List("CL_ROUTE",
                    Code("_T", "Todas", "All", "Toutes"),
                    Code("WAF", "África occidental", "Western African", "Afrique de l’Ouest"),
                    Code("WMED", "Mediterráneo occidental", "Western Mediterranean", "Méditerranée occidentale"),
                    Code("CMED", "Mediterráneo central", "Central Mediterranean", "Méditerranée centrale"),
                    Code("EMED", "Mediterráneo oriental", "Eastern Mediterranean", "Méditerranée orientale"),
                    Code("WBALK", "Balcanes occidentales", "Western Balkans", "Balkans occidentaux"),
                    Code("EBORD", "Fronteras orientales", "Eastern borders", "Frontières orientales"),
                    Code("BLACK", "Mar Negro", "Black Sea", "Mer Noire"),
                    Code("ALBGRC", "Circular de Albania a Grecia", "Circular from Albania to Greece", "Circulaire de l’Albanie vers la Grèce"),
                    Code("DARIEN", "Darién", "Darién", "Darién"),
                    Code("USSW", "Frontera suroeste de los Estados Unidos", "Southwest border of the United States", "Frontière sud-ouest des États-Unis"),
                    Code("CAM", "América Central", "Central America", "Amérique centrale"),
                    Code("SAM", "América del Sur", "South America", "Amérique du Sud"),
                    Code("AFR", "Dentro de África", "Within Africa", "À l’intérieur de l’Afrique"),
                    Code("EUR", "Dentro de Europa", "Within Europe", "À l’intérieur de l’Europe"),
                    Code("ASIA", "Asia y el Pacífico", "Asia and the Pacific", "Asie et Pacifique"),
                    Code("EHOA_E", "Cuerno de África, oriental", "Horn of Africa, eastern", "Corne de l’Afrique, orientale"),
                    Code("EHOA_S", "Cuerno de África, meridional", "Horn of Africa, southern", "Corne de l’Afrique, méridionale"),
                    Code("EHOA_N", "Cuerno de África, septentrional", "Horn of Africa, northern", "Corne de l’Afrique, septentrionale"),
                    Code("EHOA_H", "Cuerno de África, interior", "Horn of Africa, internal", "Corne de l’Afrique, intérieure"),
                    Code("OTHER", "Otras", "Other", "Autres"),
                    Code("_U", "Sin definir", "Undefined", "Non définie"))),
                unit,
            ]);
        Migration = Define(
            "MIGRATION", "DF_MIGRATION", new Text("Migración por lo ocurrido en los cruces", "Migration by the outcome of crossings", "Migration selon l’issue des passages"),
            new Text(
                "Llegadas y salidas de migrantes, migración neta y cruces sin decidir por mes, de cruces individuales clasificados. Los meses recientes son provisionales, con su intervalo.",
                "Migrant arrivals and departures, net migration and undecided crossings by month, from single crossings classified. Recent months are provisional, with their interval.",
                "Arrivées et départs de migrants, solde migratoire et passages non tranchés par mois, à partir de passages individuels classés. Les mois récents sont provisoires, avec leur intervalle."),
            "MEASURE",
            ["ARR", "DEP", "NET", "UND_E", "UND_X", "RET_RES"],
            [
                frequency, reporting, citizenship, birthplace,
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_MIGRATION_MEASURE",
                    Code("ARR", "Llegadas de migrantes", "Migrant arrivals", "Arrivées de migrants"),
                    Code("DEP", "Salidas de migrantes", "Migrant departures", "Départs de migrants"),
                    Code("NET", "Migración neta", "Net migration", "Solde migratoire"),
                    Code("UND_E", "Entradas sin decidir", "Undecided entries", "Entrées non tranchées"),
                    Code("UND_X", "Salidas sin decidir", "Undecided exits", "Sorties non tranchées"),
                    Code("RET_RES", "Regresos de residentes", "Returning residents", "Retours de résidents"))),
                sex, age, post, purpose, mode, rule, vintage, statistic, unit,
            ]);
        Visits = Define(
            "VISITS", "DF_VISITS", new Text("Visitas y viajes", "Visits and trips", "Visites et voyages"),
            new Text(
                "Cruces que no fueron migración, por lo que duró la estancia: visitas al país (entradas) y viajes de residentes (salidas), tránsito, trabajadores fronterizos, migración circular y estancias más largas de lo permitido.",
                "Crossings that were no migration, by length of stay: visits to the country (entries) and trips of residents (exits), transit, cross-border workers, circular migration and stays longer than permitted.",
                "Passages qui n’étaient pas de la migration, selon la durée du séjour : visites dans le pays (entrées) et voyages de résidents (sorties), transit, travailleurs frontaliers, migration circulaire et séjours plus longs que permis."),
            "MEASURE",
            ["TRANSIT", "SAMEDAY", "VISIT", "SHORT", "SHORT_MIG", "OPEN", "CIRC", "CIRC_ST", "CBW", "OVER90IN180", "OVERSTAY"],
            [
                frequency, reporting, citizenship,
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_VISIT_MEASURE",
                    Code("TRANSIT", "Tránsito: menos de 24 horas", "Transit: less than 24 hours", "Transit : moins de 24 heures"),
                    Code("SAMEDAY", "En el mismo día", "Same day", "Le même jour"),
                    Code("VISIT", "Menos de 90 días", "Less than 90 days", "Moins de 90 jours"),
                    Code("SHORT", "De 3 a 12 meses, todo motivo", "3 to 12 months, all purposes", "De 3 à 12 mois, tous motifs"),
                    Code("SHORT_MIG", "De 3 a 12 meses, motivos de migración", "3 to 12 months, migrant purposes", "De 3 à 12 mois, motifs de migration"),
                    Code("OPEN", "Sin fin conocido o de un año o más", "No known end, or a year or more", "Sans fin connue ou d’un an ou plus"),
                    Code("CIRC", "Migrantes circulares", "Circular migrants", "Migrants circulaires"),
                    Code("CIRC_ST", "Migrantes circulares de corto plazo", "Short-term circular migrants", "Migrants circulaires de courte durée"),
                    Code("CBW", "Trabajadores fronterizos", "Cross-border workers", "Travailleurs frontaliers"),
                    Code("OVER90IN180", "Salidas tras más de 90 días en 180", "Exits after more than 90 days in 180", "Sorties après plus de 90 jours sur 180"),
                    Code("OVERSTAY", "Estancias más largas de lo permitido", "Stays longer than permitted", "Séjours plus longs que permis"))),
                direction, sex, age, post, purpose, mode, rule, unit,
            ]);
        Residents = Define(
            "RESIDENTS", "DF_RESIDENTS", new Text("Residentes según los cruces", "Residents by crossings", "Résidents d’après les passages"),
            new Text(
                "A fin de mes: cambio de los residentes desde el inicio de la observación, residentes sobre una base de censo o registro, residentes en el exterior y población temporal presente. Quien nunca cruza no se ve.",
                "At the end of the month: change in residents since observation began, residents on a census or register base, residents abroad and temporary population present. Who never crosses is not seen.",
                "En fin de mois : variation des résidents depuis le début de l’observation, résidents sur une base de recensement ou de registre, résidents à l’étranger et population temporaire présente. Qui ne franchit jamais la frontière ne se voit pas."),
            "MEASURE",
            ["CHANGE", "STOCK", "ABROAD", "TEMP"],
            [
                frequency, reporting, citizenship, birthplace,
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_RESIDENTS_MEASURE",
                    Code("CHANGE", "Cambio desde el inicio de la observación", "Change since the start of observation", "Variation depuis le début de l’observation"),
                    Code("STOCK", "Residentes", "Residents", "Résidents"),
                    Code("ABROAD", "Residentes en el exterior", "Residents abroad", "Résidents à l’étranger"),
                    Code("TEMP", "Población temporal presente", "Temporary population present", "Population temporaire présente"))),
                sex, rule, unit,
            ]);
        Quality = Define(
            "MOVEMENT_QUALITY", "DF_MOVEMENT_QUALITY", new Text("Calidad de los cruces", "Quality of crossings", "Qualité des passages"),
            new Text(
                "Por puesto y mes: registros, pares completos, cruces que faltan, repetidos, tardíos y con datos desconocidos; y cuánto se revisaron las cifras provisionales.",
                "By post and month: records, matched pairs, missing crossings, duplicates, late ones and unknown items; and how much provisional figures were revised.",
                "Par poste et mois : enregistrements, paires complètes, passages manquants, répétés, tardifs et à données inconnues ; et de combien les chiffres provisoires ont été révisés."),
            "MEASURE",
            ["RECORDS", "PAIRED", "GAPS", "DUPLICATES", "LATE", "UNKNOWN"],
            [
                frequency, reporting,
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_MOVEMENT_QUALITY",
                    Code("RECORDS", "Registros", "Records", "Enregistrements"),
                    Code("PAIRED", "Cruces con su pareja", "Crossings with their pair", "Passages appariés"),
                    Code("GAPS", "Cruces que faltan", "Missing crossings", "Passages manquants"),
                    Code("DUPLICATES", "Lecturas repetidas", "Duplicate readings", "Lectures répétées"),
                    Code("LATE", "Recibidos más de 24 horas después de uno posterior", "Received more than 24 hours behind a later one", "Reçus plus de 24 heures après un plus récent"),
                    Code("UNKNOWN", "Con algún dato desconocido", "With an unknown item", "Avec une donnée inconnue"),
                    Code("MATCH_RATE", "Cruces con su pareja, de cada cien", "Crossings with their pair, per hundred", "Passages appariés, pour cent"),
                    Code("CHANGE_FLAG", "Cambio brusco del puesto, en desviaciones", "Abrupt change of the post, in deviations", "Changement brusque du poste, en écarts"),
                    Code("BACKTEST_ERROR", "Error medio de la cifra provisional, de cada cien", "Mean error of the provisional figure, per hundred", "Erreur moyenne du chiffre provisoire, pour cent"),
                    Code("BACKTEST_COVER", "Finales dentro del intervalo del 95 %, de cada cien", "Final figures within the 95 % interval, per hundred", "Chiffres définitifs dans l’intervalle à 95 %, pour cent"))),
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
        Code("_T", "Todos", "All", "Tous"), Code("_U", "Desconocido", "Unknown", "Inconnu"),
        .. Enumerable.Range(0, Posts + 1).Select(number => Code($"P{number:D3}", $"Puesto {number}", $"Post {number}", $"Poste {number}")),
    ]);

    private static CodeList List(string id, params IReadOnlyList<Code> codes) => DatasetDefinitions.Measures(id, codes);

    private static DatasetDefinition Define(
        string id, string flow, Text name, Text description, string measure, string[] additive, IReadOnlyList<Dimension> dimensions) =>
        DatasetDefinitions.Define(id, flow, name, description, measure, additive, dimensions);
}
