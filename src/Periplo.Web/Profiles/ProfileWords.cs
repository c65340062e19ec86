using Periplo.Languages;

namespace Periplo.Web.Profiles;

/// <summary>The sentences of the pages and documents of profiles.</summary>
internal static class ProfileWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Profiles = new("Perfiles", "Profiles", "Profils");
    public static readonly Text Lead = new(
        "Un perfil reúne en un documento lo que se sabe de la migración de un área: cada número lleva a su fuente y cada vacío tiene nombre. Se rehace cuando cambian los datos y es un borrador hasta que una oficina del país lo valida.",
        "A profile brings together in one document what is known of an area’s migration: every number leads to its source and every gap has a name. It is made anew when data change, and is a draft until an office of the country validates it.",
        "Un profil réunit en un document ce que l’on sait de la migration d’une zone : chaque nombre mène à sa source et chaque lacune a un nom. Il est refait quand les données changent et reste un brouillon tant qu’un service du pays ne l’a pas validé.");
    public static readonly Text Index = new("Secciones del perfil", "Sections of the profile", "Sections du profil");
    public static readonly Text Downloads = new("Descargar el perfil", "Download the profile", "Télécharger le profil");
    public static readonly Text PrintNote = new("PDF: con la impresión del navegador", "PDF: by printing in the browser", "PDF : par l’impression du navigateur");
    public static readonly Text Sheet = new("Hoja de datos (A4)", "Data sheet (A4)", "Fiche de données (A4)");
    public static readonly Text Wall = new("Mural (A2)", "Wall chart (A2)", "Affiche (A2)");
    public static readonly Text Cite = new("Cómo citar", "How to cite", "Comment citer");
    public static readonly Text Edition = new("Edición", "Edition", "Édition");
    public static readonly Text Editions = new("Ediciones", "Editions", "Éditions");
    public static readonly Text Cutoff = new("Datos al", "Data as of", "Données au");
    public static readonly Text Software = new("Programa", "Software", "Logiciel");
    public static readonly Text Revisions = new("Revisiones congeladas", "Frozen revisions", "Révisions figées");
    public static readonly Text Standing = new("Estado", "Standing", "État");
    public static readonly Text HowMeasured = new("Cómo se mide", "How it is measured", "Mode de mesure");
    public static readonly Text Limits = new("Lo que no dice", "What it does not tell", "Ce qu’il ne dit pas");
    public static readonly Text Indicator = new("Indicador", "Indicator", "Indicateur");
    public static readonly Text Value = new("Valor", "Value", "Valeur");
    public static readonly Text Quality = new("Calidad", "Quality", "Qualité");
    public static readonly Text Source = new("Fuente", "Source", "Source");
    public static readonly Text Why = new("Por qué falta", "Why it is missing", "Pourquoi il manque");
    public static readonly Text Filler = new("Quién podría llenarlo", "Who could fill it", "Qui pourrait le combler");
    public static readonly Text Gaps = new("Vacíos", "Gaps", "Lacunes");
    public static readonly Text Comments = new("Comentarios", "Comments", "Commentaires");
    public static readonly Text Answered = new("Respuesta", "Answer", "Réponse");
    public static readonly Text Contents = new("Contenido", "Contents", "Sommaire");
    public static readonly Text SeeAlso = new("Más de esta área", "More on this area", "Plus sur cette zone");
    public static readonly Text Figures = new("Gráficas", "Charts", "Graphiques");
    public static readonly Text OriginsMap = new("Mapa de orígenes", "Map of origins", "Carte des origines");
    public static readonly Text DestinationsMap = new("Mapa de destinos", "Map of destinations", "Carte des destinations");
    public static readonly Text OpenMap = new("Abrir el mapa con su tabla", "Open the map with its table", "Ouvrir la carte avec son tableau");
    public static readonly Text Areas = new("Países y territorios", "Countries and territories", "Pays et territoires");
    public static readonly Text Groups = new("El mundo, regiones y grupos", "The world, regions and groups", "Le monde, régions et groupes");
    public static readonly Text Filled = new("Indicadores con cifra", "Indicators with a figure", "Indicateurs avec chiffre");
    public static readonly Text Coverage = new("{0} de {1} países y territorios tienen al menos 35 indicadores con cifra.", "{0} of {1} countries and territories have at least 35 indicators with a figure.", "{0} pays et territoires sur {1} ont au moins 35 indicateurs avec chiffre.");
    public static readonly Text Area = new("Área", "Area", "Zone");
    public static readonly Text Others = new("Perfiles publicados por otros", "Profiles published by others", "Profils publiés par d’autres");
    public static readonly Text OthersLead = new(
        "Registro de perfiles migratorios de terceros: título, año, quién lo publicó y dónde está. Los que no están aún no se han registrado; que falten no dice que no existan.",
        "Register of migration profiles by third parties: title, year, who published it and where it is. Those not here have not been registered yet; their absence does not tell that they do not exist.",
        "Registre des profils migratoires de tiers : titre, année, qui l’a publié et où il se trouve. Ceux qui n’y figurent pas n’ont pas encore été enregistrés ; leur absence ne dit pas qu’ils n’existent pas.");
    public static readonly Text OthersRegister = new("Todo el registro de perfiles", "The whole register of profiles", "Tout le registre des profils");
    public static readonly Text ThirdParty = new("Perfiles de terceros", "Profiles by others", "Profils de tiers");
    public static readonly Text NoEditions = new(
        "Todavía no hay ninguna edición congelada: los perfiles muestran las revisiones más recientes del almacén.", "No edition has been frozen yet: profiles show the latest revisions of the store.",
        "Aucune édition n’a encore été figée : les profils montrent les révisions les plus récentes de l’entrepôt.");
    public static readonly Text Processes = new("Comunidades y procesos regionales", "Regional communities and processes", "Communautés et processus régionaux");
    public static readonly Text ProcessesLead = new(
        "Los países miembros de cada proceso del registro, sumados, según quién participa hoy.",
        "The member countries of each process of the register, added up, by who takes part today.",
        "Les pays membres de chaque processus du registre, additionnés, selon qui y participe aujourd’hui.");
    public static readonly Text NoMembers = new(
        "No se conocen dos países miembros de este proceso: no hay nada que sumar.", "No two member countries of this process are known: there is nothing to add up.",
        "On ne connaît pas deux pays membres de ce processus : il n’y a rien à additionner.");
    public static readonly Text ProcessProfile = new("Perfil migratorio de sus miembros", "Migration profile of its members", "Profil migratoire de ses membres");
    public static readonly Text NoSuchEdition = new("No hay ninguna edición «{0}».", "There is no edition \"{0}\".", "Il n’y a pas d’édition « {0} ».");
    public static readonly Text NothingKnown = new(
        "El almacén no tiene ninguna cifra ni ficha de esta área: no hay perfil que escribir.", "The store holds no figure or record of this area: there is no profile to write.",
        "L’entrepôt n’a ni chiffre ni fiche pour cette zone : il n’y a pas de profil à écrire.");
    public static readonly Text NoChromium = new(
        "No se encontró Chromium: instálelo, o diga dónde está con la variable CHROMIUM. Sin él, abra el HTML en un navegador e imprímalo.",
        "Chromium was not found: install it, or say where it is with the variable CHROMIUM. Without it, open the HTML in a browser and print it.",
        "Chromium est introuvable : installez-le, ou indiquez où il se trouve par la variable CHROMIUM. Sans lui, ouvrez le HTML dans un navigateur et imprimez-le.");
    public static readonly Text PrintFailed = new("Chromium no pudo imprimir {0}: {1}", "Chromium could not print {0}: {1}", "Chromium n’a pas pu imprimer {0} : {1}");
    public static readonly Text PrintTimedOut = new("Chromium no terminó de imprimir {0} en {1} segundos.", "Chromium did not finish printing {0} in {1} seconds.", "Chromium n’a pas fini d’imprimer {0} en {1} secondes.");
#pragma warning restore CS1591
}
