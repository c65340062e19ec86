using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>The datasets of forced displacement that are no stock by origin and asylum: asylum procedures, flows of a year, displacement within a country.</summary>
public sealed class DisplacementDefinitions
{
    /// <summary>Types of displaced population, the same for stocks and flows.</summary>
    internal static readonly CodeList PopulationTypes = List("CL_POP_TYPE",
        Code("REF", "Refugiados", "Refugees", "Réfugiés"),
        Code("ASY", "Solicitantes de asilo", "Asylum seekers", "Demandeurs d’asile"),
        Code("OIP", "Otras personas que necesitan protección internacional", "Other people in need of international protection", "Autres personnes ayant besoin d’une protection internationale"),
        Code("IDP", "Desplazados internos", "Internally displaced persons", "Personnes déplacées à l’intérieur de leur pays"),
        Code("STA", "Apátridas", "Stateless persons", "Apatrides"),
        Code("RET", "Refugiados retornados", "Returned refugees", "Réfugiés rapatriés"),
        Code("RDP", "Desplazados internos retornados", "Returned internally displaced persons", "Déplacés internes retournés"),
        Code("OOC", "Otras personas de interés", "Others of concern", "Autres personnes relevant de la compétence du HCR"),
        Code("HST", "Comunidad de acogida", "Host community", "Communauté d’accueil"),
        Code("RLK", "Personas en situación análoga a la de refugiado", "People in a refugee-like situation", "Personnes dans une situation assimilable à celle des réfugiés"));

    internal DisplacementDefinitions(AreaRegistry areas)
    {
        var area = CodeLists.Area(areas);
        var frequency = new Dimension(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency);
        var asylum = new Dimension(Concept("REF_AREA", "Área de asilo", "Area of asylum", "Zone d’asile"), area);
        var origin = new Dimension(Concept("COUNTERPART_AREA", "Área de origen", "Area of origin", "Zone d’origine"), area);
        var sex = new Dimension(Concept("SEX", "Sexo", "Sex", "Sexe"), CodeLists.Sex);
        var age = new Dimension(Concept("AGE", "Edad", "Age", "Âge"), CodeLists.Age);
        var unit = new Dimension(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), CodeLists.Unit);

        Asylum = DatasetDefinitions.Define(
            "ASYLUM", "DF_ASYLUM", new Text("Solicitudes y decisiones de asilo", "Asylum applications and decisions", "Demandes d’asile et décisions"),
            new Text(
                "Solicitudes de asilo presentadas y decisiones tomadas en un año, por origen y país de asilo. Unos países cuentan personas y otros expedientes, que no se suman; una persona puede solicitar más de una vez, y su caso decidirse en varias instancias.",
                "Asylum applications lodged and decisions taken in a year, by origin and country of asylum. Some countries count persons and others cases, which are not added; a person may apply more than once, and a claim may be decided at several levels.",
                "Demandes d’asile déposées et décisions prises dans l’année, par origine et pays d’asile. Certains pays comptent des personnes et d’autres des dossiers, qui ne s’additionnent pas ; une personne peut demander plusieurs fois, et son cas être tranché à plusieurs niveaux."),
            "MEASURE",
            ["APPLIED", "APPLICANTS", "RECOGNISED", "OTHER_PROTECTION", "REJECTED", "CLOSED", "DECIDED"],
            [
                frequency, asylum, origin,
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_ASYLUM_MEASURE",
                    Code("APPLIED", "Solicitudes presentadas", "Applications lodged", "Demandes déposées"),
                    Code("APPLICANTS", "Solicitantes, primeras solicitudes y repetidas", "Applicants, first-time and repeat", "Demandeurs, premières demandes et réexamens"),
                    Code("RECOGNISED", "Reconocidos como refugiados", "Recognised as refugees", "Reconnus réfugiés"),
                    Code("OTHER_PROTECTION", "Otra protección concedida", "Other protection granted", "Autre protection accordée"),
                    Code("REJECTED", "Rechazadas", "Rejected", "Rejetées"),
                    Code("CLOSED", "Cerradas sin decisión de fondo", "Otherwise closed", "Closes sans décision au fond"),
                    Code("DECIDED", "Decisiones, con las cerradas", "Decisions, those closed included", "Décisions, clôtures comprises"))),
                new(Concept("PROCEDURE", "Quién decide", "Who decides", "Qui décide"), List("CL_PROCEDURE",
                    Code("_T", "Todos", "All", "Tous"),
                    Code("G", "Gobierno", "Government", "Gouvernement"),
                    Code("U", "ACNUR", "UNHCR", "HCR"),
                    Code("J", "Gobierno y ACNUR", "Government and UNHCR", "Gouvernement et HCR"))),
                new(Concept("APPLICATION_TYPE", "Tipo de solicitud", "Type of application", "Type de demande"), List("CL_APPLICATION_TYPE",
                    Code("_T", "Todas", "All", "Toutes"),
                    Code("N", "Nuevas", "New", "Nouvelles"),
                    Code("R", "Repetidas o reabiertas", "Repeat or reopened", "Réitérées ou rouvertes"),
                    Code("A", "Recursos", "Appeals", "Recours"),
                    Code("J", "Recursos judiciales", "Judicial reviews", "Recours juridictionnels"),
                    Code("SP", "Protección subsidiaria", "Subsidiary protection", "Protection subsidiaire"),
                    Code("NR", "Nuevas y repetidas, sin distinguir", "New and repeat, not told apart", "Nouvelles et réitérées, non distinguées"),
                    Code("NA", "Nuevas y recursos, sin distinguir", "New and appeals, not told apart", "Nouvelles et recours, non distingués"),
                    Code("RA", "Repetidas y recursos, sin distinguir", "Repeat and appeals, not told apart", "Réitérées et recours, non distingués"),
                    Code("FA", "Primera instancia y recursos, sin distinguir", "First instance and appeals, not told apart", "Première instance et recours, non distingués"),
                    Code("V", "Varios tipos, sin distinguir", "Various, not told apart", "Divers types, non distingués"))),
                new(Concept("DECISION_LEVEL", "Instancia", "Level of decision", "Niveau de décision"), List("CL_DECISION_LEVEL",
                    Code("_T", "Todas", "All", "Tous"),
                    Code("NA", "Nuevas solicitudes", "New applications", "Nouvelles demandes"),
                    Code("FI", "Primera instancia", "First instance", "Première instance"),
                    Code("AR", "Revisión administrativa", "Administrative review", "Réexamen administratif"),
                    Code("RA", "Solicitudes repetidas o reabiertas", "Repeat or reopened applications", "Demandes réitérées ou rouvertes"),
                    Code("JR", "Revisión judicial", "Judicial review", "Contrôle juridictionnel"),
                    Code("FA", "Primera instancia y recurso, sin distinguir", "First instance and appeal, not told apart", "Première instance et recours, non distingués"),
                    Code("IN", "Servicio de inmigración de los Estados Unidos", "Immigration service of the United States", "Service d’immigration des États-Unis"),
                    Code("EO", "Tribunales de inmigración de los Estados Unidos", "Immigration courts of the United States", "Tribunaux d’immigration des États-Unis"),
                    Code("SP", "Protección subsidiaria", "Subsidiary protection", "Protection subsidiaire"),
                    Code("TA", "Asilo temporal", "Temporary asylum", "Asile temporaire"),
                    Code("TP", "Protección temporal", "Temporary protection", "Protection temporaire"),
                    Code("TR", "Permiso temporal fuera del asilo", "Temporary leave outside asylum", "Séjour temporaire hors asile"),
                    Code("BL", "Casos atrasados", "Backlog", "Dossiers en retard"),
                    Code("CA", "Regulación cantonal (Suiza)", "Cantonal regulation (Switzerland)", "Règlement cantonal (Suisse)"))),
                sex, age, unit,
            ]);
        Flows = DatasetDefinitions.Define(
            "DISPLACEMENT_FLOWS", "DF_DISPLACEMENT_FLOW", new Text("Desplazamientos y soluciones del año", "Displacements and solutions of the year", "Déplacements et solutions de l’année"),
            new Text(
                "Personas que en un año fueron desplazadas a otro país, retornaron, fueron reasentadas o se naturalizaron, por origen y país de asilo. Donde origen y asilo son la misma área se trata de desplazados internos que retornaron.",
                "Persons who in a year were displaced to another country, returned, were resettled or naturalised, by origin and country of asylum. Where origin and asylum are one area they are internally displaced persons who returned.",
                "Personnes qui, dans l’année, ont été déplacées vers un autre pays, sont retournées, ont été réinstallées ou naturalisées, par origine et pays d’asile. Lorsque l’origine et l’asile sont la même zone, il s’agit de déplacés internes retournés."),
            "MEASURE",
            ["NEW", "RETURNS", "RESETTLED", "NATURALISED"],
            [
                frequency, asylum, origin,
                new(Concept("POP_TYPE", "Tipo de población", "Type of population", "Type de population"), PopulationTypes),
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_DISPLACEMENT_FLOW",
                    Code("NEW", "Desplazados en el año", "Newly displaced in the year", "Nouvellement déplacés dans l’année"),
                    Code("RETURNS", "Retornados en el año", "Returned in the year", "Retournés dans l’année"),
                    Code("RESETTLED", "Reasentados: llegadas al país de reasentamiento", "Resettled: arrivals in the country of resettlement", "Réinstallés : arrivées dans le pays de réinstallation"),
                    Code("NATURALISED", "Refugiados naturalizados", "Refugees naturalised", "Réfugiés naturalisés"))),
                sex, age, unit,
            ]);
        Internal = DatasetDefinitions.Define(
            "INTERNAL_DISPLACEMENT", "DF_INTERNAL_DISPLACEMENT", new Text("Desplazamiento interno", "Internal displacement", "Déplacement interne"),
            new Text(
                "Desplazamientos dentro de un país en el año, por conflicto o desastre, y personas que viven desplazadas a fin de año. Los desplazamientos son movimientos, no personas: quien huye dos veces cuenta dos veces.",
                "Displacements within a country in the year, by conflict or disaster, and persons living in displacement at year-end. Displacements are movements, not persons: who flees twice counts twice.",
                "Déplacements à l’intérieur d’un pays dans l’année, dus à un conflit ou à une catastrophe, et personnes vivant en déplacement en fin d’année. Les déplacements sont des mouvements, non des personnes : qui fuit deux fois compte deux fois."),
            "MEASURE",
            ["NEW", "STOCK"],
            [
                frequency,
                new(Concept("REF_AREA", "Área", "Area", "Zone"), area),
                new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List("CL_INTERNAL_DISPLACEMENT",
                    Code("NEW", "Desplazamientos del año", "Displacements of the year", "Déplacements de l’année"),
                    Code("STOCK", "Personas desplazadas a fin de año", "Persons displaced at year-end", "Personnes déplacées en fin d’année"))),
                new(Concept("CAUSE", "Causa", "Cause", "Cause"), List("CL_DISPLACEMENT_CAUSE",
                    Code("CONFLICT", "Conflicto y violencia", "Conflict and violence", "Conflit et violence"),
                    Code("DISASTER", "Desastre", "Disaster", "Catastrophe"))),
                new(Concept("HAZARD", "Amenaza", "Hazard", "Aléa"), List("CL_HAZARD",
                    Code("_T", "Todas", "All", "Tous"),
                    Code("_Z", "No se aplica", "Not applicable", "Sans objet"),
                    Code("FLOOD", "Inundación", "Flood", "Inondation"),
                    Code("STORM", "Tormenta", "Storm", "Tempête"),
                    Code("MASS", "Movimiento en masa", "Mass movement", "Mouvement de terrain"),
                    Code("FIRE", "Incendio forestal", "Wildfire", "Feu de forêt"),
                    Code("QUAKE", "Terremoto", "Earthquake", "Séisme"),
                    Code("VOLCANO", "Actividad volcánica", "Volcanic activity", "Activité volcanique"),
                    Code("TEMPERATURE", "Temperatura extrema", "Extreme temperature", "Température extrême"),
                    Code("DROUGHT", "Sequía", "Drought", "Sécheresse"),
                    Code("EROSION", "Erosión", "Erosion", "Érosion"),
                    Code("WAVE", "Oleaje", "Wave action", "Action des vagues"))),
                sex, age, unit,
            ]);
        All = [Asylum, Flows, Internal];
    }

    /// <summary><c>ASYLUM</c>: applications lodged and decisions taken.</summary>
    public DatasetDefinition Asylum { get; }

    /// <summary><c>DISPLACEMENT_FLOWS</c>: displaced, returned, resettled and naturalised in a year, across borders.</summary>
    public DatasetDefinition Flows { get; }

    /// <summary><c>INTERNAL_DISPLACEMENT</c>: displacement within a country by cause.</summary>
    public DatasetDefinition Internal { get; }

    /// <summary>All of them, in the order of the catalogue.</summary>
    public IReadOnlyList<DatasetDefinition> All { get; }

    private static CodeList List(string id, params IReadOnlyList<Code> codes) => DatasetDefinitions.Measures(id, codes);
}
