using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>The sentences of the pages of registers.</summary>
internal static class RegisterWords
{
    public static readonly Text Registers = new("Registros", "Registers", "Registres");
    public static readonly Text Lead = new(
        "Lo que los gobiernos y los organismos acordaron, hicieron y pagaron, ficha por ficha. Cada ficha dice de qué documento y párrafo sale, y guarda su historia.",
        "What governments and organisations agreed, did and paid, record by record. Each record says which document and paragraph it comes from, and keeps its history.",
        "Ce que les gouvernements et les organisations ont convenu, fait et payé, fiche par fiche. Chaque fiche indique de quel document et de quel paragraphe elle provient, et garde son historique.");
    public static readonly Text Register = new("Registro", "Register", "Registre");
    public static readonly Text Holds = new("Qué reúne", "What it holds", "Ce qu’il réunit");
    public static readonly Text Records = new("Fichas", "Records", "Fiches");
    public static readonly Text SearchIn = new("Palabras", "Words", "Mots");
    public static readonly Text Any = new("Todos", "Any", "Tous");
    public static readonly Text IdOf = new("{0} (identificador)", "{0} (id)", "{0} (identifiant)");
    public static readonly Text Apply = new("Buscar y filtrar", "Search and filter", "Rechercher et filtrer");
    public static readonly Text Clear = new("Quitar todo", "Clear all", "Tout effacer");
    public static readonly Text WithDrafts = new("Con borradores", "With drafts", "Avec les brouillons");
    public static readonly Text Count = new("{0} de {1} fichas", "{0} of {1} records", "{0} fiches sur {1}");
    public static readonly Text NoneFits = new("Ninguna ficha lo cumple. Quite algún filtro o alguna palabra.", "No record fits. Take away a filter or a word.", "Aucune fiche ne correspond. Retirez un filtre ou un mot.");
    public static readonly Text Empty = new("Este registro todavía no tiene fichas públicas.", "This register has no public records yet.", "Ce registre n’a pas encore de fiche publique.");
    public static readonly Text Pages = new("Páginas", "Pages", "Pages");
    public static readonly Text Before = new("Anterior", "Previous", "Précédente");
    public static readonly Text After = new("Siguiente", "Next", "Suivante");
    public static readonly Text PageOf = new("Página {0} de {1}", "Page {0} of {1}", "Page {0} sur {1}");
    public static readonly Text SortBy = new("Ordenar por {0}", "Sort by {0}", "Trier par {0}");
    public static readonly Text NoSuchQuery = new("«{0}» no se entiende en la lista de este registro.", "\"{0}\" is not understood in the list of this register.", "« {0} » n’a pas de sens dans la liste de ce registre.");
    public static readonly Text Dataset = new("Conjunto de datos que da este registro", "Dataset this register yields", "Jeu de données issu de ce registre");

    public static readonly Text Yes = new("Sí", "Yes", "Oui");
    public static readonly Text No = new("No", "No", "Non");
    public static readonly Text PricesOf = new("precios de {0}", "prices of {0}", "prix de {0}");
    public static readonly Text Announced = new("anunciada", "announced", "annoncée");
    public static readonly Text FromTo = new("de {0} a {1}", "from {0} to {1}", "de {0} à {1}");
    public static readonly Text Since = new("desde {0}", "since {0}", "depuis {0}");
    public static readonly Text Until = new("hasta {0}", "until {0}", "jusqu’à {0}");
    public static readonly Text WithoutValue = new("Sin dato", "No value", "Sans valeur");

    public static readonly Text Papers = new("Papeles de la ficha", "Papers of the record", "Références de la fiche");
    public static readonly Text Version = new("Versión", "Version", "Version");
    public static readonly Text VersionOf = new("Versión {0}, del {1}", "Version {0}, of {1}", "Version {0}, du {1}");
    public static readonly Text PermanentLink = new("Enlace permanente", "Permanent link", "Lien permanent");
    public static readonly Text Citation = new("Cómo citarla", "How to cite it", "Comment la citer");
    public static readonly Text Cited = new("Periplo, registro «{0}», ficha {1}, versión {2} ({3}).", "Periplo, register \"{0}\", record {1}, version {2} ({3}).", "Periplo, registre « {0} », fiche {1}, version {2} ({3}).");
    public static readonly Text History = new("Historia", "History", "Historique");
    public static readonly Text HistoryOf = new("Historia de la ficha", "History of the record", "Historique de la fiche");
    public static readonly Text SeeHistory = new("Ver su historia", "See its history", "Voir son historique");
    public static readonly Text ReferredBy = new("Fichas que se refieren a esta", "Records that refer to this one", "Fiches qui renvoient à celle-ci");
    public static readonly Text SeeAll = new("Ver las {0}", "See all {0}", "Voir les {0}");
    public static readonly Text CorrectedOn = new("Corregida el {0}", "Corrected on {0}", "Corrigée le {0}");
    public static readonly Text Reason = new("Razón", "Reason", "Raison");
    public static readonly Text NoReason = new("No se dio ninguna razón.", "No reason was given.", "Aucune raison n’a été donnée.");
    public static readonly Text WhatChanged = new("Qué cambió", "What changed", "Ce qui a changé");
    public static readonly Text Field = new("Dato", "Field", "Champ");
    public static readonly Text WasSaid = new("Decía", "It said", "Avant");
    public static readonly Text SaysNow = new("Dice", "It says", "Après");
    public static readonly Text Withdrawn = new("Ficha retirada", "Record withdrawn", "Fiche retirée");
    public static readonly Text WithdrawnOn = new("Esta ficha se retiró el {0} y ya no está a la vista.", "This record was withdrawn on {0} and is no longer shown.", "Cette fiche a été retirée le {0} et n’est plus visible.");
    public static readonly Text BackTo = new("Volver a «{0}»", "Back to \"{0}\"", "Retour à « {0} »");
    public static readonly Text State = new("Estado", "State", "État");
    public static readonly Text Who = new("Quién", "Who", "Qui");
    public static readonly Text First = new("Primera versión", "First version", "Première version");
    public static readonly Text SameValues = new("Los mismos datos; solo cambió el estado.", "The same values; only the state changed.", "Les mêmes valeurs ; seul l’état a changé.");
    public static readonly Text NotPublic = new("El público no ve esta ficha.", "The public does not see this record.", "Le public ne voit pas cette fiche.");
    public static readonly Text Spanish = new("En español", "In Spanish", "En espagnol");
    public static readonly Text English = new("En inglés", "In English", "En anglais");
    public static readonly Text French = new("En francés", "In French", "En français");
    public static readonly Text Amount = new("Importe", "Amount", "Montant");
    public static readonly Text Currency = new("Moneda", "Currency", "Monnaie");
    public static readonly Text PriceYear = new("Año de los precios", "Year of prices", "Année des prix");
    public static readonly Text From = new("Desde", "From", "De");
    public static readonly Text To = new("Hasta", "To", "À");
    public static readonly Text DateName = new("Fecha", "Date", "Date");
    public static readonly Text AnnouncedOrActual = new("Anunciada o efectiva", "Announced or actual", "Annoncée ou effective");
    public static readonly Text Actual = new("efectiva", "actual", "effective");
    public static readonly Text Document = new("Documento", "Document", "Document");
    public static readonly Text Place = new("Lugar", "Place", "Passage");
    public static readonly Text Required = new("obligatorio", "required", "obligatoire");
    public static readonly Text Ids = new("Identificadores que hay", "Ids there are", "Identifiants existants");
    public static readonly Text DateHint = new("Año, mes o día, hasta donde se sepa: 2008, 2008-07 o 2008-07-15", "Year, month or day, as far as it is known: 2008, 2008-07 or 2008-07-15", "Année, mois ou jour, selon ce qui est connu : 2008, 2008-07 ou 2008-07-15");
    public static readonly Text LocatorsHint = new("Uno por línea: identificador del documento, espacio y lugar; por ejemplo A-63-265 ¶65", "One a line: id of the document, a space and the place; for example A-63-265 ¶65", "Un par ligne : identifiant du document, une espace et le passage ; par exemple A-63-265 ¶65");
    public static readonly Text PlaceHint = new("El lugar es el párrafo o la sección: ¶65, §3.1", "The place is the paragraph or section: ¶65, §3.1", "Le passage est le paragraphe ou la section : ¶65, §3.1");
    public static readonly Text MoneyHint = new("Importe en unidades, sin separador de miles; moneda por su código ISO 4217, como USD", "Amount in units, without thousands separators; currency by its ISO 4217 code, such as USD", "Montant en unités, sans séparateur de milliers ; monnaie par son code ISO 4217, par exemple USD");
    public static readonly Text AreaHint = new("Nombre o código ISO de tres letras", "Name or three-letter ISO code", "Nom ou code ISO de trois lettres");
    public static readonly Text AreasHint = new("Uno por línea: nombre o código ISO de tres letras", "One a line: name or three-letter ISO code", "Un par ligne : nom ou code ISO de trois lettres");
    public static readonly Text ReferenceHint = new("Identificador de la ficha; al escribir se ofrecen las que hay", "Id of the record; those there are are offered as you type", "Identifiant de la fiche ; ceux qui existent sont proposés pendant la saisie");
    public static readonly Text ReferencesHint = new("Identificadores de fichas, uno por línea", "Ids of records, one a line", "Identifiants de fiches, un par ligne");
    public static readonly Text LinesHint = new("Uno por línea", "One a line", "Un par ligne");
    public static readonly Text NewOf = new("Ficha nueva: {0}", "New record: {0}", "Nouvelle fiche : {0}");
    public static readonly Text EditOf = new("Cambiar: {0}", "Change: {0}", "Modifier : {0}");
    public static readonly Text NewRecord = new("Ficha nueva", "New record", "Nouvelle fiche");
    public static readonly Text FormLead = new("Lo que guarde queda como borrador hasta que alguien lo apruebe.", "What you save stays a draft until someone approves it.", "Ce que vous enregistrez reste à l’état de brouillon jusqu’à son approbation.");
    public static readonly Text Id = new("Identificador", "Id", "Identifiant");
    public static readonly Text IdHelp = new("Vacío, se hace del título. Letras sin acento, cifras, punto y guiones, hasta 64; después no cambia.", "Left empty, it is made of the title. Letters without accents, digits, dots and dashes, at most 64; it never changes afterwards.", "S’il est vide, il est tiré du titre. Lettres sans accent, chiffres, points et traits d’union, 64 au plus ; il ne change plus ensuite.");
    public static readonly Text IdTaken = new("ya hay una ficha «{0}» con otros datos; escriba otro identificador.", "there is a record \"{0}\" with other values already; write another id.", "il existe déjà une fiche « {0} » avec d’autres valeurs ; écrivez un autre identifiant.");
    public static readonly Text WhyHelp = new("Queda en la historia de la ficha y, si es una corrección, en la nota que ve el público.", "It stays in the history of the record and, if this is a correction, in the notice the public sees.", "Elle reste dans l’historique de la fiche et, s’il s’agit d’une correction, dans l’avis que voit le public.");
    public static readonly Text WhyNeeded = new("diga por qué cambia la ficha.", "say why the record changes.", "dites pourquoi la fiche change.");
    public static readonly Text SaveDraft = new("Guardar borrador", "Save draft", "Enregistrer le brouillon");
    public static readonly Text SaveAs = new("Guardar como «{0}»", "Save as \"{0}\"", "Enregistrer comme « {0} »");
    public static readonly Text Cancel = new("Dejarlo como estaba", "Leave it as it was", "Laisser tel quel");
    public static readonly Text NotSaved = new("No se guardó: corrija lo siguiente", "Not saved: mend the following", "Rien n’a été enregistré : corrigez ce qui suit");
    public static readonly Text ThisForm = new("Este formulario", "This form", "Ce formulaire");
    public static readonly Text ConflictTitle = new("Otra persona guardó esta ficha mientras tanto", "Someone else saved this record meanwhile", "Une autre personne a enregistré cette fiche entre-temps");
    public static readonly Text ConflictLead = new("{0} la guardó después de que usted la abriera. Lo que usted escribió sigue en el formulario; lo que solo cambió la otra persona se tomó de ella. Compare, ajuste y guarde de nuevo.", "{0} saved it after you had opened it. What you wrote is still in the form; what only they changed was taken from them. Compare, adjust and save again.", "{0} l’a enregistrée après que vous l’avez ouverte. Ce que vous avez écrit est toujours dans le formulaire ; ce qu’elle seule a changé a été repris. Comparez, ajustez et enregistrez de nouveau.");
    public static readonly Text BeforeBoth = new("Antes", "Before", "Avant");
    public static readonly Text Theirs = new("Lo guardado", "What was saved", "Version enregistrée");
    public static readonly Text Yours = new("Lo suyo", "Yours", "Votre version");
    public static readonly Text WhatNow = new("Qué puede hacer", "What you can do", "Ce que vous pouvez faire");
    public static readonly Text Change = new("Cambiar la ficha", "Change the record", "Modifier la fiche");
    public static readonly Text Pending = new("Pendientes de aprobar", "Waiting for approval", "En attente d’approbation");
    public static readonly Text PendingLead = new("Lo más antiguo primero. Abra una ficha para compararla y aprobarla.", "Oldest first. Open a record to compare and approve it.", "Les plus anciennes d’abord. Ouvrez une fiche pour comparer et approuver.");
    public static readonly Text NothingPending = new("No hay nada pendiente que usted pueda aprobar.", "Nothing is waiting that you may approve.", "Rien n’attend votre approbation.");
    public static readonly Text Record = new("Ficha", "Record", "Fiche");
    public static readonly Text When = new("Cuándo (UTC)", "When (UTC)", "Quand (UTC)");
    public static readonly Text NotAllowed = new("No puede hacerlo con esta cuenta", "This account may not do that", "Ce compte ne le permet pas");
    public static readonly Text NotAllowedRole = new("Pida el papel que hace falta a quien administra el registro.", "Ask whoever administers the register for the role it needs.", "Demandez à la personne qui administre le registre le rôle nécessaire.");
    public static readonly Text NotAllowedSignIn = new("Solo quien tiene una cuenta con ese papel escribe aquí. Entre con la suya.", "Only someone whose account has that role writes here. Sign in with yours.", "Seuls les comptes qui ont ce rôle écrivent ici. Connectez-vous avec le vôtre.");
    public static readonly Text NotMoved = new("La ficha quedó como estaba", "The record stayed as it was", "La fiche est restée telle quelle");
    public static readonly Text MovedMeanwhile = new("Otra persona la guardó mientras tanto. Ábrala de nuevo, mírela y repita lo que quería hacer.", "Someone else saved it meanwhile. Open it again, look at it and repeat what you wanted to do.", "Quelqu’un d’autre l’a enregistrée entre-temps. Rouvrez-la, examinez-la et refaites ce que vous vouliez faire.");
    public static readonly Text ImportInto = new("Importar: {0}", "Import: {0}", "Importer : {0}");
    public static readonly Text Import = new("Importar un archivo", "Import a file", "Importer un fichier");
    public static readonly Text ImportLead = new("El archivo entra entero o no entra. Antes de guardar nada se ve qué haría.", "The file goes in whole or not at all. Before anything is kept you see what it would do.", "Le fichier entre en entier ou pas du tout. Avant tout enregistrement, vous voyez ce qu’il ferait.");
    public static readonly Text Template = new("Plantilla de Excel con instrucciones", "Excel template with instructions", "Modèle Excel avec instructions");
    public static readonly Text FileHelp = new("CSV, XLSX o JSON, hasta 64 MB, con una columna id y las columnas del registro", "CSV, XLSX or JSON, up to 64 MB, with a column id and the columns of the register", "CSV, XLSX ou JSON, 64 Mo au plus, avec une colonne id et les colonnes du registre");
    public static readonly Text ImportedAs = new("Entran como", "They go in as", "Elles entrent comme");
    public static readonly Text CheckFile = new("Revisar el archivo", "Check the file", "Vérifier le fichier");
    public static readonly Text Preview = new("Lo que haría «{0}»", "What \"{0}\" would do", "Ce que ferait « {0} »");
    public static readonly Text WouldImport = new("Fichas nuevas: {0}. Fichas que cambian: {1}. Fichas que ya son así: {2}.", "New records: {0}. Records that change: {1}. Records that are so already: {2}.", "Fiches nouvelles : {0}. Fiches modifiées : {1}. Fiches déjà identiques : {2}.");
    public static readonly Text Imported = new("Importado. Fichas nuevas: {0}; cambiadas: {1}; ya eran así: {2}.", "Imported. New records: {0}; changed: {1}; so already: {2}.", "Importé. Fiches nouvelles : {0} ; modifiées : {1} ; déjà identiques : {2}.");
    public static readonly Text ImportNow = new("Importar", "Import", "Importer");
    public static readonly Text ChooseAgain = new("El archivo es demasiado grande para guardarlo en la página: elíjalo de nuevo abajo e impórtelo.", "The file is too large to be kept in the page: choose it again below and import it.", "Le fichier est trop volumineux pour rester dans la page : choisissez-le de nouveau ci-dessous et importez-le.");
    public static readonly Text NotImported = new("No se importó nada.", "Nothing was imported.", "Rien n’a été importé.");
    public static readonly Text NoFile = new("Elija un archivo que no esté vacío.", "Choose a file that is not empty.", "Choisissez un fichier qui ne soit pas vide.");
    public static readonly Text FaultsOf = new("Lo que hay que corregir en «{0}»", "What to mend in \"{0}\"", "Ce qu’il faut corriger dans « {0} »");
    public static readonly Text RowOf = new("Fila", "Row", "Ligne");
    public static readonly Text ColumnOf = new("Columna", "Column", "Colonne");
    public static readonly Text WhatIsWrong = new("Qué está mal", "What is wrong", "Ce qui ne va pas");
    public static readonly Text PublicSees = new("El público sigue viendo la versión {0}, del {1}.", "The public still sees version {0}, of {1}.", "Le public voit toujours la version {0}, du {1}.");

    public static Text Of(ColumnPart language) => language switch
    {
        ColumnPart.Spanish => Spanish,
        ColumnPart.English => English,
        _ => French,
    };
}
