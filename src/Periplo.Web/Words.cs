using Periplo.Languages;

namespace Periplo.Web;

/// <summary>The sentences of the pages. Each is given in every language, or it does not compile.</summary>
public static class Words
{
    /// <summary>Name of the site.</summary>
    public const string Name = "Periplo";

#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Tagline = new("Migración y desarrollo, con la fuente de cada cifra", "Migration and development, with the source of every figure", "Migration et développement, avec la source de chaque chiffre");
    public static readonly Text SkipToContent = new("Ir al contenido", "Skip to content", "Aller au contenu");
    public static readonly Text Menu = new("Secciones", "Sections", "Sections");
    public static readonly Text Countries = new("Países", "Countries", "Pays");
    public static readonly Text DataNav = new("Datos", "Data", "Données");
    public static readonly Text MapNav = new("Mapa", "Map", "Carte");
    public static readonly Text About = new("Acerca de", "About", "À propos");
    public static readonly Text LanguageName = new("Español", "English", "Français");
    public static readonly Text LanguageMenu = new("Idioma", "Language", "Langue");
    public static readonly Text Search = new("Buscar", "Search", "Rechercher");
    public static readonly Text SearchLabel = new("País, corredor o conjunto de datos", "Country, corridor or dataset", "Pays, corridor ou jeu de données");
    public static readonly Text SearchHint = new("Por ejemplo: Guatemala, GTM, México a Estados Unidos", "For example: Guatemala, GTM, Mexico to United States", "Par exemple : Guatemala, GTM, Mexique à États-Unis");
    public static readonly Text NoScriptNeeded = new("Este sitio funciona sin programas en el navegador y no pide nada a terceros.", "This site works without scripts in the browser and asks nothing of third parties.", "Ce site fonctionne sans programme dans le navigateur et ne demande rien à des tiers.");
    public static readonly Text FooterLicence = new("Programa libre (Apache 2.0). Los datos conservan la licencia de su fuente, escrita junto a cada cifra.", "Free software (Apache 2.0). Data keep the licence of their source, written beside each figure.", "Logiciel libre (Apache 2.0). Les données gardent la licence de leur source, écrite à côté de chaque chiffre.");
    public static readonly Text Source = new("Fuente", "Source", "Source");
    public static readonly Text Notes = new("Notas", "Notes", "Notes");
    public static readonly Text Table = new("Ver tabla", "Show table", "Voir le tableau");
    public static readonly Text TableOf = new("Tabla", "Table", "Tableau");
    public static readonly Text Keys = new("Las flechas del teclado recorren los enlaces de la gráfica.", "The arrow keys move along the links of the chart.", "Les flèches du clavier parcourent les liens du graphique.");
    public static readonly Text TableBeside = new("Las mismas cifras en tabla", "The same figures as a table", "Les mêmes chiffres en tableau");
    public static readonly Text Files = new("Descargar", "Download", "Télécharger");
    public static readonly Text OwnPage = new("Página de esta gráfica", "Page of this chart", "Page de ce graphique");
    public static readonly Text Lineage = new("De dónde viene", "Where it comes from", "D’où il vient");
    public static readonly Text Numerator = new("numerador", "numerator", "numérateur");
    public static readonly Text Denominator = new("denominador", "denominator", "dénominateur");
    public static readonly Text Year = new("Año", "Year", "Année");
    public static readonly Text Measure = new("Medida", "Measure", "Mesure");
    public static readonly Text Persons = new("Personas", "Persons", "Personnes");
    public static readonly Text ShareOfPopulation = new("Por cada cien habitantes", "Per hundred people", "Pour cent habitants");
    public static readonly Text Show = new("Mostrar", "Show", "Afficher");
    public static readonly Text HomeLead = new("Cuántas personas viven fuera de su país, de dónde vienen y a dónde van, cuánto dinero envían y quiénes huyen. Toda cifra dice su fuente, su revisión y su método, y en dos pasos lleva a la fila del archivo del que salió.", "How many people live outside their country, where they come from and go to, how much money they send, and who flees. Every figure states its source, revision and method, and leads in two steps to the row of the file it came from.", "Combien de personnes vivent hors de leur pays, d’où elles viennent et où elles vont, combien d’argent elles envoient et qui doit fuir. Chaque chiffre indique sa source, sa révision et sa méthode, et mène en deux étapes à la ligne du fichier dont il est issu.");
    public static readonly Text Facts = new("Seis cifras", "Six figures", "Six chiffres");
    public static readonly Text AllCountries = new("Todos los países y territorios", "All countries and territories", "Tous les pays et territoires");
    public static readonly Text EmptyStore = new("El almacén no tiene estos datos. Impórtelos con «periplo import».", "The store does not hold these data. Import them with \"periplo import\".", "L’entrepôt ne contient pas ces données. Importez-les avec « periplo import ».");
    public static readonly Text OnThisPage = new("En esta página", "On this page", "Sur cette page");
    public static readonly Text Origins = new("De dónde vienen", "Where they come from", "D’où elles viennent");
    public static readonly Text Destinations = new("A dónde van", "Where they go", "Où elles vont");
    public static readonly Text Trend = new("Desde 1990", "Since 1990", "Depuis 1990");
    public static readonly Text NetMigration = new("Migración neta", "Net migration", "Solde migratoire");
    public static readonly Text Displaced = new("Personas desplazadas", "Displaced people", "Personnes déplacées");
    public static readonly Text Remittances = new("Remesas", "Remittances", "Envois de fonds");
    public static readonly Text Revisions = new("Revisiones comparadas", "Revisions compared", "Révisions comparées");
    public static readonly Text NothingHere = new("El almacén no tiene cifras de esta sección para esta área. Que falten no significa que sean cero.", "The store holds no figures of this section for this area. Missing does not mean zero.", "L’entrepôt n’a pas de chiffres de cette section pour cette zone. L’absence de chiffre ne signifie pas zéro.");
    public static readonly Text Corridor = new("Corredor", "Corridor", "Corridor");
    public static readonly Text Reverse = new("Ver en sentido contrario", "See the other way", "Voir dans l’autre sens");
    public static readonly Text Catalogue = new("Conjuntos de datos", "Datasets", "Jeux de données");
    public static readonly Text CatalogueLead = new("Lo que hay en este almacén: cada publicación es una revisión, y dos revisiones nunca se mezclan.", "What this store holds: each release is a revision, and two revisions are never mixed.", "Ce que contient cet entrepôt : chaque publication est une révision, et deux révisions ne sont jamais mélangées.");
    public static readonly Text Revision = new("Revisión", "Revision", "Révision");
    public static readonly Text Observations = new("Observaciones", "Observations", "Observations");
    public static readonly Text FilesHeld = new("Archivos", "Files", "Fichiers");
    public static readonly Text Structure = new("Estructura", "Structure", "Structure");
    public static readonly Text Dimension = new("Dimensión", "Dimension", "Dimension");
    public static readonly Text NameHeader = new("Nombre", "Name", "Nom");
    public static readonly Text CodeList = new("Lista de códigos", "Code list", "Liste de codes");
    public static readonly Text CodesInUse = new("Códigos en uso", "Codes in use", "Codes utilisés");
    public static readonly Text LineageOfFiles = new("Trazabilidad: los archivos de los que viene", "Lineage: the files it came from", "Traçabilité : les fichiers d’origine");
    public static readonly Text File = new("Archivo", "File", "Fichier");
    public static readonly Text Checksum = new("Suma SHA-256", "SHA-256 checksum", "Empreinte SHA-256");
    public static readonly Text Row = new("Fila", "Row", "Ligne");
    public static readonly Text CompiledFrom = new("Compilado de", "Compiled from", "Compilé à partir de");
    public static readonly Text Reader = new("Lector", "Reader", "Lecteur");
    public static readonly Text Publisher = new("Publicado por", "Published by", "Publié par");
    public static readonly Text Address = new("Dirección", "Address", "Adresse");
    public static readonly Text Method = new("Método", "Method", "Méthode");
    public static readonly Text Licence = new("Licencia", "Licence", "Licence");
    public static readonly Text Imported = new("Importado", "Imported", "Importé");
    public static readonly Text Value = new("Valor", "Value", "Valeur");
    public static readonly Text Status = new("Situación", "Status", "Statut");
    public static readonly Text Period = new("Periodo", "Period", "Période");
    public static readonly Text TypeOfData = new("Tipo de dato", "Type of data", "Type de donnée");
    public static readonly Text Comment = new("Nota de la fuente", "Note of the source", "Note de la source");
    public static readonly Text SumOf = new("Suma hecha por Periplo con {0} observaciones publicadas", "Sum made by Periplo of {0} published observations", "Somme faite par Periplo à partir de {0} observations publiées");
    public static readonly Text SumMissing = new("{0} de ellas no tienen cifra: la suma es un mínimo.", "{0} of them have no figure: the sum is a minimum.", "{0} d’entre elles n’ont pas de chiffre : la somme est un minimum.");
    public static readonly Text MeanOf = new("Media simple hecha por Periplo con {0} observaciones publicadas", "Simple mean made by Periplo of {0} published observations", "Moyenne simple faite par Periplo à partir de {0} observations publiées");
    public static readonly Text MeanMissing = new("{0} de ellas no tienen cifra y no cuentan.", "{0} of them have no figure and do not count.", "{0} d’entre elles n’ont pas de chiffre et ne comptent pas.");
    public static readonly Text Published = new("Cifra publicada por la fuente", "Figure published by the source", "Chiffre publié par la source");
    public static readonly Text Largest = new("Las mayores cifras del último periodo, con su fila", "The largest figures of the last period, with their row", "Les plus grands chiffres de la dernière période, avec leur ligne");
    public static readonly Text Addends = new("Sumandos", "Addends", "Termes de la somme");
    public static readonly Text MeanRows = new("Observaciones de la media", "Observations of the mean", "Observations de la moyenne");
    public static readonly Text FirstAddends = new("Se muestran los {0} mayores; el archivo CSV los trae todos.", "The {0} largest are shown; the CSV file has them all.", "Les {0} plus grands sont affichés ; le fichier CSV les contient tous.");
    public static readonly Text RevisionsHeld = new("Revisiones de este conjunto", "Revisions of this dataset", "Révisions de ce jeu de données");
    public static readonly Text ResultsOf = new("Resultados de «{0}»", "Results for \"{0}\"", "Résultats pour « {0} »");
    public static readonly Text NoResults = new("Nada coincide con «{0}».", "Nothing matches \"{0}\".", "Rien ne correspond à « {0} ».");
    public static readonly Text NotFound = new("No está aquí", "Not here", "Introuvable");
    public static readonly Text NotFoundLead = new("Esta dirección no lleva a nada. Busque un país, o vea los datos que hay.", "This address leads nowhere. Search for a country, or see what data there are.", "Cette adresse ne mène à rien. Cherchez un pays, ou voyez les données disponibles.");
    public static readonly Text Failed = new("Algo falló en el servidor", "Something failed on the server", "Une erreur s’est produite sur le serveur");
    public static readonly Text FailedLead = new("No es culpa suya. Vuelva a intentarlo; si sigue, avise a quien administra esta instalación.", "It is not your fault. Try again; if it goes on, tell whoever runs this installation.", "Vous n’y êtes pour rien. Réessayez ; si cela persiste, prévenez la personne qui administre cette installation.");
    public static readonly Text AboutLead = new("Periplo reúne registros y estadísticas de migración de muchas fuentes y los convierte en cifras compatibles. Esta instalación muestra lo que hay en su almacén; ninguna cifra se inventa y ninguna revisión se mezcla con otra.", "Periplo brings together migration records and statistics from many sources and turns them into compatible figures. This installation shows what its store holds; no figure is invented and no revision is mixed with another.", "Periplo réunit des registres et des statistiques de migration de nombreuses sources et les convertit en chiffres compatibles. Cette installation montre ce que contient son entrepôt ; aucun chiffre n’est inventé et aucune révision n’est mélangée à une autre.");
    public static readonly Text AboutStatus = new("Cómo leer las cifras", "How to read the figures", "Comment lire les chiffres");
    public static readonly Text AboutMissing = new("Faltante no es cero: una cifra que falta se escribe «s. d.» y se raya en los mapas; un cero publicado se escribe 0.", "Missing is not zero: a missing figure is written \"n/a\" and hatched on maps; a published zero is written 0.", "L’absence n’est pas zéro : un chiffre manquant s’écrit « n. d. » et se hachure sur les cartes ; un zéro publié s’écrit 0.");
    public static readonly Text AboutEstimated = new("Las cifras estimadas o imputadas por la fuente lo dicen en la tabla y en su página de origen.", "Figures estimated or imputed by the source say so in the table and on their lineage page.", "Les chiffres estimés ou imputés par la source le disent dans le tableau et sur leur page de provenance.");
    public static readonly Text AboutSum = new("Las sumas las hace Periplo solo con lo que puede sumarse: nunca una región junto a sus países, ni un Estado anterior junto a los que le siguieron.", "Sums are made by Periplo only of what may be added: never a region beside its countries, nor a former state beside its successors.", "Periplo n’additionne que ce qui peut l’être : jamais une région avec ses pays, ni un ancien État avec ceux qui lui ont succédé.");
    public static readonly Text AboutUnrwa = new("Las cifras del ACNUR no incluyen a los refugiados de Palestina bajo el mandato del OOPS.", "UNHCR's figures exclude Palestine refugees under UNRWA's mandate.", "Les chiffres du HCR ne comprennent pas les réfugiés de Palestine relevant du mandat de l’UNRWA.");
    public static readonly Text AboutMaps = new("Los contornos son de Natural Earth (dominio público). Un área sin contorno es un punto con su código.", "Outlines are from Natural Earth (public domain). An area without outline is a dot with its code.", "Les contours proviennent de Natural Earth (domaine public). Une zone sans contour est un point avec son code.");
#pragma warning restore CS1591
}
