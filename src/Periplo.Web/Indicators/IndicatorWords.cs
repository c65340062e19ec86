using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Web.Indicators;

/// <summary>The sentences of the pages of indicators.</summary>
internal static class IndicatorWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Indicators = new("Indicadores", "Indicators", "Indicateurs");
    public static readonly Text Lead = new(
        "Cada indicador tiene un código estable, una definición, una fórmula y un límite: lo que no dice. Los que Periplo no puede llenar también están aquí, con la fuente que los llenaría.",
        "Every indicator has a stable code, a definition, a formula and a limit: what it does not tell. Those that Periplo cannot fill are here as well, with the source that would fill them.",
        "Chaque indicateur a un code stable, une définition, une formule et une limite : ce qu’il ne dit pas. Ceux que Periplo ne peut pas renseigner figurent aussi ici, avec la source qui les renseignerait.");
    public static readonly Text Code = new("Código", "Code", "Code");
    public static readonly Text Indicator = new("Indicador", "Indicator", "Indicateur");
    public static readonly Text Unit = new("Unidad", "Unit", "Unité");
    public static readonly Text Coverage = new("Cobertura", "Coverage", "Couverture");
    public static readonly Text CoverageOf = new("{0} de {1} países y territorios", "{0} of {1} countries and territories", "{0} pays et territoires sur {1}");
    public static readonly Text LatestYear = new("Último periodo", "Latest period", "Dernière période");
    public static readonly Text Gap = new("Vacío", "Gap", "Lacune");
    public static readonly Text FilledOf = new("{0} de {1} indicadores tienen cifras en este almacén.", "{0} of {1} indicators have figures in this store.", "{0} indicateurs sur {1} ont des chiffres dans cet entrepôt.");
    public static readonly Text Table = new("Tabla", "Table", "Tableau");
    public static readonly Text Map = new("Mapa", "Map", "Carte");
    public static readonly Text Chart = new("Gráfico", "Chart", "Graphique");
    public static readonly Text Views = new("Vistas del indicador", "Views of the indicator", "Vues de l’indicateur");
    public static readonly Text Latest = new("el más reciente de cada área", "the latest of each area", "la plus récente de chaque zone");
    public static readonly Text Breakdown = new("Desglose", "Breakdown", "Ventilation");
    public static readonly Text Whole = new("sin desglose", "not broken down", "sans ventilation");
    public static readonly Text Level = new("Áreas", "Areas", "Zones");
    public static readonly Text Countries = new("países y territorios", "countries and territories", "pays et territoires");
    public static readonly Text Regions = new("regiones y grupos", "regions and groups", "régions et groupes");
    public static readonly Text AreasToChart = new("Áreas, separadas por comas (hasta ocho)", "Areas, separated by commas (up to eight)", "Zones, séparées par des virgules (huit au plus)");
    public static readonly Text AreaToChart = new("Área", "Area", "Zone");
    public static readonly Text Area = new("Área", "Area", "Zone");
    public static readonly Text Counterpart = new("Contraparte mayor", "Largest counterpart", "Contrepartie principale");
    public static readonly Text State = new("Situación", "Standing", "Situation");
    public static readonly Text Quality = new("Calidad", "Quality", "Qualité");
    public static readonly Text DefinitionUsed = new("Cómo cuenta el país", "How the country counts", "Comment le pays compte");
    public static readonly Text WhatItMeasures = new("Qué mide", "What it measures", "Ce qu’il mesure");
    public static readonly Text Definition = new("Definición", "Definition", "Définition");
    public static readonly Text Formula = new("Fórmula", "Formula", "Formule");
    public static readonly Text Method = new("Método", "Method", "Méthode");
    public static readonly Text NoFormula = new("Ninguna: Periplo no tiene estos datos.", "None: Periplo does not hold these data.", "Aucune : Periplo n’a pas ces données.");
    public static readonly Text FromRegisters = new("Se lee de los registros, ficha por ficha.", "Read from the registers, record by record.", "Lu dans les registres, fiche par fiche.");
    public static readonly Text SameAs = new("Repite {0}, que es el que se cuenta.", "Repeats {0}, which is the one that counts.", "Répète {0}, qui est celui que l’on compte.");
    public static readonly Text Limits = new("Lo que no dice", "What it does not tell", "Ce qu’il ne dit pas");
    public static readonly Text SourceOf = new("Fuente", "Source", "Source");
    public static readonly Text Rhythm = new("Ritmo de publicación", "How often it is published", "Rythme de publication");
    public static readonly Text Applicability = new("Dónde tiene sentido", "Where it makes sense", "Où il a un sens");
    public static readonly Text Mapping = new("Correspondencia", "Mapping", "Correspondance");
    public static readonly Text Sdg = new("Objetivos de Desarrollo Sostenible", "Sustainable Development Goals", "Objectifs de développement durable");
    public static readonly Text Gcm = new("Pacto Mundial para la Migración, objetivos", "Global Compact for Migration, objectives", "Pacte mondial sur les migrations, objectifs");
    public static readonly Text None = new("ninguno", "none", "aucun");
    public static readonly Text QualityTally = new("{0} observados, {1} estimados, {2} imputados", "{0} observed, {1} estimated, {2} imputed", "{0} observés, {1} estimés, {2} imputés");
    public static readonly Text Missing = new("Áreas sin cifra", "Areas without a figure", "Zones sans chiffre");
    public static readonly Text WouldFill = new("La llenaría", "It would be filled by", "Elle serait comblée par");
    public static readonly Text GapLead = new(
        "Periplo todavía no tiene estos datos: es un vacío, no un cero.", "Periplo does not hold these data yet: it is a gap, not a zero.", "Periplo n’a pas encore ces données : c’est une lacune, pas un zéro.");
    public static readonly Text Machines = new("Para programas", "For programs", "Pour les programmes");
    public static readonly Text MachinesLead = new(
        "La misma dirección con otra terminación da la vista como datos o dibujo; la orden da lo mismo sin servidor.",
        "The same address with another ending gives the view as data or picture; the command gives the same without a server.",
        "La même adresse avec une autre terminaison donne la vue en données ou en image ; la commande donne la même chose sans serveur.");
    public static readonly Text Value = new("Valor de un indicador", "Value of an indicator", "Valeur d’un indicateur");
    public static readonly Text MadeOf = new("De qué está hecho", "What it was made of", "De quoi elle est faite");
    public static readonly Text MadeOfLead = new(
        "Cada línea lleva a las filas del archivo publicado o a la ficha del registro.", "Each line leads to the rows of the published file or to the record of the register.",
        "Chaque ligne mène aux lignes du fichier publié ou à la fiche du registre.");
    public static readonly Text Input = new("Dato", "Figure", "Donnée");
    public static readonly Text Dataset = new("Conjunto o registro", "Dataset or register", "Jeu ou registre");
    public static readonly Text FirstInputs = new("Se muestran {0} de {1}.", "{0} of {1} are shown.", "{0} sur {1} sont affichés.");
    public static readonly Text NoValues = new(
        "El almacén no tiene cifras con las que hacer esta vista. Que falten no significa que sean cero.", "The store holds no figures to make this view of. Missing does not mean zero.",
        "L’entrepôt n’a pas de chiffres pour faire cette vue. Manquant ne veut pas dire zéro.");
    public static readonly Text NoSuchYear = new("No hay cifras de «{0}» en este indicador.", "There are no figures of \"{0}\" in this indicator.", "Il n’y a pas de chiffres pour « {0} » dans cet indicateur.");
    public static readonly Text NoSuchBreakdown = new("Este indicador no tiene el desglose «{0}».", "This indicator has no breakdown \"{0}\".", "Cet indicateur n’a pas la ventilation « {0} ».");
    public static readonly Text TooManyAreas = new("A lo sumo ocho áreas: con más líneas no se distinguen.", "At most eight areas: more lines are not told apart.", "Huit zones au plus : davantage de lignes ne se distinguent pas.");
    public static readonly Text OneRevision = new(
        "El almacén tiene una sola revisión de la fuente; al importar otra se comparan aquí.", "The store holds one revision of the source only; importing another compares them here.",
        "L’entrepôt n’a qu’une révision de la source ; en importer une autre permet de les comparer ici.");
#pragma warning restore CS1591

    /// <summary>How often a source publishes.</summary>
    public static Text Of(IndicatorRhythm rhythm) => rhythm switch
    {
        IndicatorRhythm.Annual => new("cada año", "every year", "chaque année"),
        IndicatorRhythm.Edition => new("cada cierto número de años, por ediciones", "every few years, by edition", "tous les quelques ans, par éditions"),
        _ => new("cuando algo ocurre", "when something happens", "quand un fait survient"),
    };
}
