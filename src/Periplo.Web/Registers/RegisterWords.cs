using Periplo.Languages;

namespace Periplo.Web.Registers;

/// <summary>The sentences of the pages of registers.</summary>
internal static class RegisterWords
{
    public static readonly Text Registers = new("Registros", "Registers");
    public static readonly Text Lead = new(
        "Lo que los gobiernos y los organismos acordaron, hicieron y pagaron, ficha por ficha. Cada ficha dice de qué documento y párrafo sale, y guarda su historia.",
        "What governments and organisations agreed, did and paid, record by record. Each record says which document and paragraph it comes from, and keeps its history.");
    public static readonly Text Register = new("Registro", "Register");
    public static readonly Text Holds = new("Qué reúne", "What it holds");
    public static readonly Text Records = new("Fichas", "Records");
    public static readonly Text SearchIn = new("Palabras", "Words");
    public static readonly Text Any = new("Todos", "Any");
    public static readonly Text IdOf = new("{0} (identificador)", "{0} (id)");
    public static readonly Text Apply = new("Buscar y filtrar", "Search and filter");
    public static readonly Text Clear = new("Quitar todo", "Clear all");
    public static readonly Text WithDrafts = new("Con borradores", "With drafts");
    public static readonly Text Count = new("{0} de {1} fichas", "{0} of {1} records");
    public static readonly Text NoneFits = new("Ninguna ficha lo cumple. Quite algún filtro o alguna palabra.", "No record fits. Take away a filter or a word.");
    public static readonly Text Empty = new("Este registro todavía no tiene fichas públicas.", "This register has no public records yet.");
    public static readonly Text Pages = new("Páginas", "Pages");
    public static readonly Text Before = new("Anterior", "Previous");
    public static readonly Text After = new("Siguiente", "Next");
    public static readonly Text PageOf = new("Página {0} de {1}", "Page {0} of {1}");
    public static readonly Text SortBy = new("Ordenar por {0}", "Sort by {0}");
    public static readonly Text NoSuchQuery = new("«{0}» no se entiende en la lista de este registro.", "\"{0}\" is not understood in the list of this register.");
    public static readonly Text Dataset = new("Conjunto de datos que da este registro", "Dataset this register yields");

    public static readonly Text Yes = new("Sí", "Yes");
    public static readonly Text No = new("No", "No");
    public static readonly Text PricesOf = new("precios de {0}", "prices of {0}");
    public static readonly Text Announced = new("anunciada", "announced");
    public static readonly Text FromTo = new("de {0} a {1}", "from {0} to {1}");
    public static readonly Text Since = new("desde {0}", "since {0}");
    public static readonly Text Until = new("hasta {0}", "until {0}");
    public static readonly Text WithoutValue = new("Sin dato", "No value");

    public static readonly Text Papers = new("Papeles de la ficha", "Papers of the record");
    public static readonly Text Version = new("Versión", "Version");
    public static readonly Text VersionOf = new("Versión {0}, del {1}", "Version {0}, of {1}");
    public static readonly Text PermanentLink = new("Enlace permanente", "Permanent link");
    public static readonly Text Citation = new("Cómo citarla", "How to cite it");
    public static readonly Text Cited = new("Periplo, registro «{0}», ficha {1}, versión {2} ({3}).", "Periplo, register \"{0}\", record {1}, version {2} ({3}).");
    public static readonly Text History = new("Historia", "History");
    public static readonly Text HistoryOf = new("Historia de la ficha", "History of the record");
    public static readonly Text SeeHistory = new("Ver su historia", "See its history");
    public static readonly Text ReferredBy = new("Fichas que se refieren a esta", "Records that refer to this one");
    public static readonly Text SeeAll = new("Ver las {0}", "See all {0}");
    public static readonly Text CorrectedOn = new("Corregida el {0}", "Corrected on {0}");
    public static readonly Text Reason = new("Razón", "Reason");
    public static readonly Text NoReason = new("No se dio ninguna razón.", "No reason was given.");
    public static readonly Text WhatChanged = new("Qué cambió", "What changed");
    public static readonly Text Field = new("Dato", "Field");
    public static readonly Text WasSaid = new("Decía", "It said");
    public static readonly Text SaysNow = new("Dice", "It says");
    public static readonly Text Withdrawn = new("Ficha retirada", "Record withdrawn");
    public static readonly Text WithdrawnOn = new("Esta ficha se retiró el {0} y ya no está a la vista.", "This record was withdrawn on {0} and is no longer shown.");
    public static readonly Text BackTo = new("Volver a «{0}»", "Back to \"{0}\"");
    public static readonly Text State = new("Estado", "State");
    public static readonly Text Who = new("Quién", "Who");
    public static readonly Text First = new("Primera versión", "First version");
    public static readonly Text SameValues = new("Los mismos datos; solo cambió el estado.", "The same values; only the state changed.");
    public static readonly Text NotPublic = new("El público no ve esta ficha.", "The public does not see this record.");
    public static readonly Text PublicSees = new("El público sigue viendo la versión {0}, del {1}.", "The public still sees version {0}, of {1}.");
}
