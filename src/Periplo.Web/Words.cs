using Periplo.Languages;

namespace Periplo.Web;

/// <summary>The sentences of the pages. Each is given in every language, or it does not compile.</summary>
public static class Words
{
    /// <summary>Name of the site.</summary>
    public const string Name = "Periplo";

#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Tagline = new("Migración y desarrollo, con la fuente de cada cifra", "Migration and development, with the source of every figure");
    public static readonly Text SkipToContent = new("Ir al contenido", "Skip to content");
    public static readonly Text Menu = new("Secciones", "Sections");
    public static readonly Text Countries = new("Países", "Countries");
    public static readonly Text DataNav = new("Datos", "Data");
    public static readonly Text MapNav = new("Mapa", "Map");
    public static readonly Text About = new("Acerca de", "About");
    public static readonly Text OtherLanguage = new("English", "Español");
    public static readonly Text Search = new("Buscar", "Search");
    public static readonly Text SearchLabel = new("País, corredor o conjunto de datos", "Country, corridor or dataset");
    public static readonly Text SearchHint = new("Por ejemplo: Guatemala, GTM, México a Estados Unidos", "For example: Guatemala, GTM, Mexico to United States");
    public static readonly Text NoScriptNeeded = new("Este sitio funciona sin programas en el navegador y no pide nada a terceros.", "This site works without scripts in the browser and asks nothing of third parties.");
    public static readonly Text FooterLicence = new("Programa libre (Apache 2.0). Los datos conservan la licencia de su fuente, escrita junto a cada cifra.", "Free software (Apache 2.0). Data keep the licence of their source, written beside each figure.");
    public static readonly Text Source = new("Fuente", "Source");
    public static readonly Text Notes = new("Notas", "Notes");
    public static readonly Text Table = new("Ver tabla", "Show table");
    public static readonly Text TableOf = new("Tabla", "Table");
    public static readonly Text Keys = new("Las flechas del teclado recorren los enlaces de la gráfica.", "The arrow keys move along the links of the chart.");
    public static readonly Text TableBeside = new("Las mismas cifras en tabla", "The same figures as a table");
    public static readonly Text Files = new("Descargar", "Download");
    public static readonly Text OwnPage = new("Página de esta gráfica", "Page of this chart");
    public static readonly Text Lineage = new("De dónde viene", "Where it comes from");
    public static readonly Text Numerator = new("numerador", "numerator");
    public static readonly Text Denominator = new("denominador", "denominator");
    public static readonly Text Year = new("Año", "Year");
    public static readonly Text Measure = new("Medida", "Measure");
    public static readonly Text Persons = new("Personas", "Persons");
    public static readonly Text ShareOfPopulation = new("Por cada cien habitantes", "Per hundred people");
    public static readonly Text Show = new("Mostrar", "Show");
    public static readonly Text HomeLead = new("Cuántas personas viven fuera de su país, de dónde vienen y a dónde van, cuánto dinero envían y quiénes huyen. Toda cifra dice su fuente, su revisión y su método, y en dos pasos lleva a la fila del archivo del que salió.", "How many people live outside their country, where they come from and go to, how much money they send, and who flees. Every figure states its source, revision and method, and leads in two steps to the row of the file it came from.");
    public static readonly Text Facts = new("Seis cifras", "Six figures");
    public static readonly Text AllCountries = new("Todos los países y territorios", "All countries and territories");
    public static readonly Text EmptyStore = new("El almacén no tiene estos datos. Impórtelos con «periplo import».", "The store does not hold these data. Import them with \"periplo import\".");
    public static readonly Text OnThisPage = new("En esta página", "On this page");
    public static readonly Text Origins = new("De dónde vienen", "Where they come from");
    public static readonly Text Destinations = new("A dónde van", "Where they go");
    public static readonly Text Trend = new("Desde 1990", "Since 1990");
    public static readonly Text NetMigration = new("Migración neta", "Net migration");
    public static readonly Text Displaced = new("Personas desplazadas", "Displaced people");
    public static readonly Text Remittances = new("Remesas", "Remittances");
    public static readonly Text Revisions = new("Revisiones comparadas", "Revisions compared");
    public static readonly Text NothingHere = new("El almacén no tiene cifras de esta sección para esta área. Que falten no significa que sean cero.", "The store holds no figures of this section for this area. Missing does not mean zero.");
    public static readonly Text Corridor = new("Corredor", "Corridor");
    public static readonly Text Reverse = new("Ver en sentido contrario", "See the other way");
    public static readonly Text Catalogue = new("Conjuntos de datos", "Datasets");
    public static readonly Text CatalogueLead = new("Lo que hay en este almacén: cada publicación es una revisión, y dos revisiones nunca se mezclan.", "What this store holds: each release is a revision, and two revisions are never mixed.");
    public static readonly Text Revision = new("Revisión", "Revision");
    public static readonly Text Observations = new("Observaciones", "Observations");
    public static readonly Text FilesHeld = new("Archivos", "Files");
    public static readonly Text Structure = new("Estructura", "Structure");
    public static readonly Text Dimension = new("Dimensión", "Dimension");
    public static readonly Text NameHeader = new("Nombre", "Name");
    public static readonly Text CodeList = new("Lista de códigos", "Code list");
    public static readonly Text CodesInUse = new("Códigos en uso", "Codes in use");
    public static readonly Text LineageOfFiles = new("Trazabilidad: los archivos de los que viene", "Lineage: the files it came from");
    public static readonly Text File = new("Archivo", "File");
    public static readonly Text Checksum = new("Suma SHA-256", "SHA-256 checksum");
    public static readonly Text Row = new("Fila", "Row");
    public static readonly Text CompiledFrom = new("Compilado de", "Compiled from");
    public static readonly Text Reader = new("Lector", "Reader");
    public static readonly Text Publisher = new("Publicado por", "Published by");
    public static readonly Text Address = new("Dirección", "Address");
    public static readonly Text Method = new("Método", "Method");
    public static readonly Text Licence = new("Licencia", "Licence");
    public static readonly Text Imported = new("Importado", "Imported");
    public static readonly Text Value = new("Valor", "Value");
    public static readonly Text Status = new("Situación", "Status");
    public static readonly Text Period = new("Periodo", "Period");
    public static readonly Text TypeOfData = new("Tipo de dato", "Type of data");
    public static readonly Text Comment = new("Nota de la fuente", "Note of the source");
    public static readonly Text SumOf = new("Suma hecha por Periplo con {0} observaciones publicadas", "Sum made by Periplo of {0} published observations");
    public static readonly Text SumMissing = new("{0} de ellas no tienen cifra: la suma es un mínimo.", "{0} of them have no figure: the sum is a minimum.");
    public static readonly Text Published = new("Cifra publicada por la fuente", "Figure published by the source");
    public static readonly Text Largest = new("Las mayores cifras del último periodo, con su fila", "The largest figures of the last period, with their row");
    public static readonly Text Addends = new("Sumandos", "Addends");
    public static readonly Text FirstAddends = new("Se muestran los {0} mayores; el archivo CSV los trae todos.", "The {0} largest are shown; the CSV file has them all.");
    public static readonly Text RevisionsHeld = new("Revisiones de este conjunto", "Revisions of this dataset");
    public static readonly Text ResultsOf = new("Resultados de «{0}»", "Results for \"{0}\"");
    public static readonly Text NoResults = new("Nada coincide con «{0}».", "Nothing matches \"{0}\".");
    public static readonly Text NotFound = new("No está aquí", "Not here");
    public static readonly Text NotFoundLead = new("Esta dirección no lleva a nada. Busque un país, o vea los datos que hay.", "This address leads nowhere. Search for a country, or see what data there are.");
    public static readonly Text Failed = new("Algo falló en el servidor", "Something failed on the server");
    public static readonly Text FailedLead = new("No es culpa suya. Vuelva a intentarlo; si sigue, avise a quien administra esta instalación.", "It is not your fault. Try again; if it goes on, tell whoever runs this installation.");
    public static readonly Text AboutLead = new("Periplo reúne registros y estadísticas de migración de muchas fuentes y los convierte en cifras compatibles. Esta instalación muestra lo que hay en su almacén; ninguna cifra se inventa y ninguna revisión se mezcla con otra.", "Periplo brings together migration records and statistics from many sources and turns them into compatible figures. This installation shows what its store holds; no figure is invented and no revision is mixed with another.");
    public static readonly Text AboutStatus = new("Cómo leer las cifras", "How to read the figures");
    public static readonly Text AboutMissing = new("Faltante no es cero: una cifra que falta se escribe «s. d.» y se raya en los mapas; un cero publicado se escribe 0.", "Missing is not zero: a missing figure is written \"n/a\" and hatched on maps; a published zero is written 0.");
    public static readonly Text AboutEstimated = new("Las cifras estimadas o imputadas por la fuente lo dicen en la tabla y en su página de origen.", "Figures estimated or imputed by the source say so in the table and on their lineage page.");
    public static readonly Text AboutSum = new("Las sumas las hace Periplo solo con lo que puede sumarse: nunca una región junto a sus países, ni un Estado anterior junto a los que le siguieron.", "Sums are made by Periplo only of what may be added: never a region beside its countries, nor a former state beside its successors.");
    public static readonly Text AboutUnrwa = new("Las cifras del ACNUR no incluyen a los refugiados de Palestina bajo el mandato del OOPS.", "UNHCR's figures exclude Palestine refugees under UNRWA's mandate.");
    public static readonly Text AboutMaps = new("Los contornos son de Natural Earth (dominio público). Un área sin contorno es un punto con su código.", "Outlines are from Natural Earth (public domain). An area without outline is a dot with its code.");
#pragma warning restore CS1591
}
