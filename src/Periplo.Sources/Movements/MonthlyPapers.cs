using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Papers of those who publish movements by month.</summary>
internal static class MonthlyPapers
{
    public const string Iom = "IOM";
    public const string Missing = "IOM-MMP";
    public const string Mexico = "UPM";
    public const string MexicoBySexAndAge = "UPM-SA";
    public const string Panama = "SNM";
    public const string Guatemala = "IGM";
    public const string Cbp = "CBP";
    public const string Frontex = "FRONTEX";

    /// <summary>Holds for all of them.</summary>
    public static readonly Text Events = new(
        "Son movimientos o trámites, no personas distintas: quien cruza o es detenido dos veces cuenta dos veces.",
        "They are movements or procedures, not distinct persons: who crosses or is stopped twice counts twice.",
        "Ce sont des mouvements ou des formalités, non des personnes distinctes : qui franchit ou est interpellé deux fois compte deux fois.");

    /// <summary>Rows that are not there.</summary>
    public static readonly Text OmittedRows = new(
        "Una nacionalidad sin fila en un mes no se publicó: puede ser cero o no estar disponible.",
        "A nationality without a row in a month was not published: it may be zero or not available.",
        "Une nationalité sans ligne dans un mois n’a pas été publiée : ce peut être zéro ou ne pas être disponible.");

    public static readonly Papers IomAmericas = new(
        new Text("OIM, compilación de cifras de los gobiernos de las Américas", "IOM, compilation of figures of the governments of the Americas", "OIM, compilation de chiffres des gouvernements des Amériques"),
        "https://www.iom.int/",
        "Cifras oficiales publicadas; la fuente no declara licencia: cítese a la OIM y a cada autoridad / Official published figures; no licence stated by the source: cite IOM and each authority / Chiffres officiels publiés ; la source ne déclare pas de licence : citer l’OIM et chaque autorité",
        new Text(
            "Registros de entrada y salida de cada autoridad migratoria por mes y nacionalidad, compilados por la OIM. Los países difieren en qué puestos y personas cuentan.",
            "Entry and exit records of each migration authority by month and nationality, compiled by IOM. Countries differ in which posts and persons they count.",
            "Registres d’entrée et de sortie de chaque autorité migratoire par mois et nationalité, compilés par l’OIM. Les pays diffèrent par les postes et les personnes qu’ils comptent."));

    public static readonly Papers UpmBulletins = new(
        new Text("Unidad de Política Migratoria, Registro e Identidad de Personas, Secretaría de Gobernación (México). Boletines estadísticos", "Migration Policy Unit, Ministry of the Interior (Mexico). Statistical bulletins", "Unité de politique migratoire, d’enregistrement et d’identité des personnes, ministère de l’Intérieur (Mexique). Bulletins statistiques"),
        "https://portales.segob.gob.mx/es/PoliticaMigratoria/Boletines_Estadisticos",
        "Información pública del Gobierno de México, con mención de la fuente / Public information of the Government of Mexico, with mention of the source / Information publique du Gouvernement du Mexique, avec mention de la source",
        new Text("Registros administrativos del Instituto Nacional de Migración, por mes.", "Administrative records of the National Migration Institute, by month.", "Registres administratifs de l’Institut national des migrations, par mois."));

    public static readonly Papers SnmDarien = new(
        new Text("Servicio Nacional de Migración de Panamá. Tránsito irregular por Darién", "National Migration Service of Panama. Irregular transit through Darién", "Service national des migrations du Panama. Transit irrégulier par le Darién"),
        "https://www.migracion.gob.pa/",
        "Información pública de Panamá, con mención de la fuente / Public information of Panama, with mention of the source / Information publique du Panama, avec mention de la source",
        new Text("Personas registradas al salir de la selva del Darién, por nacionalidad.", "Persons registered on leaving the Darién jungle, by nationality.", "Personnes enregistrées à la sortie de la forêt du Darién, par nationalité."));

    public static readonly Papers IgmReturnees = new(
        new Text("Instituto Guatemalteco de Migración. Guatemaltecos retornados", "Guatemalan Migration Institute. Guatemalans returned", "Institut guatémaltèque des migrations. Guatémaltèques de retour"),
        "https://igm.gob.gt/",
        "Información pública de Guatemala, con mención de la fuente / Public information of Guatemala, with mention of the source / Information publique du Guatemala, avec mention de la source",
        new Text("Guatemaltecos recibidos por vía aérea y terrestre, por mes.", "Guatemalans received by air and land, by month.", "Guatémaltèques accueillis par voie aérienne et terrestre, par mois."));

    public static readonly Papers CbpEncounters = new(
        Text.Same("U.S. Customs and Border Protection, Southwest Land Border Encounters"),
        "https://www.cbp.gov/newsroom/stats/southwest-land-border-encounters",
        "Obra del Gobierno de los Estados Unidos, de dominio público / Work of the United States Government, public domain / Œuvre du Gouvernement des États-Unis, domaine public",
        new Text(
            "Encuentros en la frontera terrestre suroeste: detenciones entre puestos (Título 8), inadmisibles en los puestos (Título 8) y expulsiones (Título 42).",
            "Encounters at the southwest land border: apprehensions between posts (Title 8), inadmissibles at posts (Title 8) and expulsions (Title 42).",
            "Rencontres à la frontière terrestre sud-ouest : interpellations entre les postes (Titre 8), non-admissibles aux postes (Titre 8) et expulsions (Titre 42)."));

    public static readonly Papers FrontexDetections = new(
        Text.Same("Frontex, European Border and Coast Guard Agency. Detections of irregular border-crossings"),
        "https://www.frontex.europa.eu/what-we-do/monitoring-and-risk-analysis/migratory-map/",
        "Reutilización con mención de la fuente (© Frontex) / Reuse with acknowledgement of the source (© Frontex) / Réutilisation avec mention de la source (© Frontex)",
        new Text(
            "Detecciones de cruces irregulares entre puestos de las fronteras exteriores, que notifican los Estados miembros y asociados. Una persona puede detectarse varias veces y en varias rutas.",
            "Detections of irregular crossings between posts of the external borders, reported by member and associated States. A person may be detected several times and on several routes.",
            "Détections de franchissements irréguliers entre les postes des frontières extérieures, communiquées par les États membres et associés. Une personne peut être détectée plusieurs fois et sur plusieurs routes."));

    public static readonly Papers MissingMigrants = new(
        new Text("OIM, Proyecto Migrantes Desaparecidos", "IOM, Missing Migrants Project", "OIM, Projet Migrants disparus"),
        "https://missingmigrants.iom.int/",
        "CC BY 4.0",
        new Text(
            "Muertes y desapariciones durante la migración que se pudieron documentar, por incidente; es un mínimo.",
            "Deaths and disappearances during migration that could be documented, by incident; it is a minimum.",
            "Décès et disparitions au cours de la migration qui ont pu être documentés, par incident ; c’est un minimum."));
}
