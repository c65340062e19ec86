using Periplo.Cooperation;
using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>The sentences of the pages of commitments, portfolio and facts.</summary>
internal static class FollowUpWords
{
    private static readonly string[] Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
    private static readonly string[] MonthsEn = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly Text Commitments = new("Compromisos", "Commitments");
    public static readonly Text Lead = new("Lo que los gobiernos prometieron en planes y declaraciones, qué se hizo y qué no se sabe. La situación se calcula de las acciones y evidencias registradas; quien valora puede poner otra con su razón.", "What governments promised in plans and declarations, what was done and what is not known. The status is worked out from recorded actions and evidence; an assessor can put another over it, with a reason.");
    public static readonly Text Method = new("Las reglas están en docs/methods/commitment-status.md.", "The rules are in docs/methods/commitment-status.md.");
    public static readonly Text OwnRegister = new("Registros de cooperación de Periplo; cada ficha nombra su documento y párrafo.", "Periplo's registers of cooperation; each record names its document and paragraph.");
    public static readonly Text Status = new("Situación", "Status");
    public static readonly Text Plan = new("Plan o declaración", "Plan or declaration");
    public static readonly Text AllPlans = new("Todos los planes", "All plans");
    public static readonly Text AllStatuses = new("Todas las situaciones", "All statuses");
    public static readonly Text AllThemes = new("Todos los temas", "All themes");
    public static readonly Text AllAreas = new("Todos los países", "All countries");
    public static readonly Text Theme = new("Tema", "Theme");
    public static readonly Text Country = new("País o región", "Country or region");
    public static readonly Text Date = new("Fecha", "Date");
    public static readonly Text DateHint = new("aaaa-mm-dd", "yyyy-mm-dd");
    public static readonly Text Filter = new("Filtrar", "Filter");
    public static readonly Text NoneFits = new("Ningún compromiso cumple el filtro.", "No commitment fits the filter.");
    public static readonly Text OverdueTitle = new("Plazos vencidos", "Deadlines passed");
    public static readonly Text ByPlan = new("Por plan o declaración", "By plan or declaration");
    public static readonly Text Deadline = new("Plazo", "Deadline");
    public static readonly Text NoDeadline = new("sin plazo", "no deadline");
    public static readonly Text Made = new("Se hizo", "Made");
    public static readonly Text By = new("Quién", "By whom");
    public static readonly Text LastKnown = new("Lo último que se sabe", "Latest known");
    public static readonly Text NothingKnown = new("nada", "nothing");
    public static readonly Text Report = new("Informe de este plan", "Report of this plan");
    public static readonly Text Calendar = new("Calendario (.ics)", "Calendar (.ics)");
    public static readonly Text Recommendations = new("Recomendaciones", "Recommendations");
    public static readonly Text RecommendationsLead = new("Lo que los documentos recomendaron, y qué se sabe que fue de ello en los documentos posteriores.", "What the documents recommended, and what later documents tell of it.");
    public static readonly Text Fate = new("Qué fue de ella", "Its fate");
    public static readonly Text To = new("A quién", "To whom");
    public static readonly Text Sources = new("Documento y lugar", "Document and place");
    public static readonly Text Computed = new("Calculada", "Computed");
    public static readonly Text Declared = new("Valorada", "Assessed");
    public static readonly Text ChainTitle = new("De la promesa a las cifras", "From the promise to the figures");
    public static readonly Text Missing = new("Lo que falta", "What is missing");
    public static readonly Text Actions = new("Acciones", "Actions");
    public static readonly Text Action = new("Acción", "Action");
    public static readonly Text Evidence = new("Evidencia", "Evidence");
    public static readonly Text Money = new("Dinero", "Money");
    public static readonly Text Trend = new("La cifra que lo sigue", "The figure that follows it");
    public static readonly Text Responsible = new("Responsable", "Responsible");
    public static readonly Text Period = new("Periodo", "Period");
    public static readonly Text Direction = new("Sentido", "Direction");
    public static readonly Text Strength = new("Fuerza", "Strength");
    public static readonly Text Assessor = new("Quién lo dice", "Who says so");
    public static readonly Text Fund = new("Fondo", "Fund");
    public static readonly Text Project = new("Proyecto", "Project");
    public static readonly Text FundOrProject = new("Fondo o proyecto", "Fund or project");
    public static readonly Text Share = new("Parte", "Share");
    public static readonly Text Basis = new("En qué se basa", "What it rests on");
    public static readonly Text Amount = new("Importe", "Amount");
    public static readonly Text AmountMissing = new("no consta", "not on record");
    public static readonly Text Kind = new("Clase", "Kind");
    public static readonly Text Gcm = new("Objetivos del Pacto Mundial", "Global Compact objectives");
    public static readonly Text Sdg = new("Metas de los ODS", "SDG targets");
    public static readonly Text Metric = new("Medida", "Metric");
    public static readonly Text Target = new("Meta", "Target");
    public static readonly Text Towards = new("En favor de", "Towards");
    public static readonly Text Record = new("Ficha e historia", "Record and history");
    public static readonly Text Gaps = new("Lo que el documento no dice", "What the document does not say");
    public static readonly Text ReportTitle = new("Informe de seguimiento", "Follow-up report");
    public static readonly Text Links = new("Con qué se cuenta", "What there is to go by");
    public static readonly Text Link = new("Eslabón", "Link");
    public static readonly Text Portfolio = new("Cartera", "Portfolio");
    public static readonly Text PortfolioTitle = new("Cartera: proyectos y fondos", "Portfolio: projects and funds");
    public static readonly Text PortfolioLead = new("Programas, proyectos y fondos que nombran los documentos. Nada se convierte de moneda, y un importe que no consta no es cero.", "Programmes, projects and funds that the documents name. Nothing is converted between currencies, and an amount that is not on record is not zero.");
    public static readonly Text Projects = new("Proyectos", "Projects");
    public static readonly Text Region = new("Región", "Region");
    public static readonly Text NotTold = new("El documento no lo dice", "The document does not say");
    public static readonly Text Described = new("descritos uno por uno", "described one by one");
    public static readonly Text Aggregate = new("contados en conjunto", "counted together");
    public static readonly Text DescribedTitle = new("Los proyectos descritos", "The projects described");
    public static readonly Text AggregateTitle = new("Contados en conjunto", "Counted together");
    public static readonly Text OtherPortfolios = new("Otras carteras", "Other portfolios");
    public static readonly Text Funds = new("Fondos", "Funds");
    public static readonly Text Donor = new("Quién da", "Donor");
    public static readonly Text Derived = new("Derivado: suma hecha por Periplo, que los documentos no dan.", "Derived: a sum made by Periplo that the documents do not give.");
    public static readonly Text PortfolioKey = new("cartera", "portfolio");
    public static readonly Text CurrencyKey = new("moneda", "currency");
    public static readonly Text Facts = new("Hechos", "Facts");
    public static readonly Text FactsLead = new("Lo que afirman los documentos fundadores, tal como lo afirman, con documento y párrafo. No se corrige: lo posterior se pone al lado.", "What the founding documents assert, as they assert it, with document and paragraph. It is not corrected: what came later is put beside it.");
    public static readonly Text SearchFacts = new("Buscar en los hechos", "Search the facts");
    public static readonly Text NoFact = new("Ningún hecho tiene esas palabras.", "No fact has those words.");
    public static readonly Text Subject = new("Asunto", "Subject");
    public static readonly Text Measure = new("Qué se afirma", "What is asserted");
    public static readonly Text Value = new("Valor", "Value");
    public static readonly Text ReferenceDate = new("Fecha de referencia", "Reference date");
    public static readonly Text Vintage = new("Se afirmó en", "Asserted in");
    public static readonly Text Announced = new("anunciada antes de ocurrir", "announced before the event");
    public static readonly Text Denominator = new("Denominador", "Denominator");
    public static readonly Text Formula = new("Fórmula", "Formula");
    public static readonly Text Recomputed = new("Recalculado", "Worked out again");
    public static readonly Text Agrees = new("coincide con el valor guardado", "agrees with the value kept");
    public static readonly Text Differs = new("no coincide con el valor guardado", "does not agree with the value kept");
    public static readonly Text LaterFigures = new("Cifras posteriores, por revisión", "Later figures, by revision");
    public static readonly Text LaterLead = new("Se muestran al lado y no reemplazan lo que el documento afirma.", "They are shown beside and do not replace what the document asserts.");
    public static readonly Text NotInRevision = new("esta revisión no la tiene", "not in this revision");
    public static readonly Text Row = new("Fila", "Row");
    public static readonly Text Note = new("Nota", "Note");
    public static readonly Text Clear = new("Quitar el filtro", "Clear the filter");
    public static readonly Text Later = new("posterior a la fecha", "later than the date");
    public static readonly Text Cooperation = new("Cooperación", "Cooperation");

    /// <summary>Name of a link of the chain.</summary>
    public static Text Of(ChainLink link) => link switch
    {
        ChainLink.Actions => Actions,
        ChainLink.Evidence => Evidence,
        ChainLink.Money => Money,
        ChainLink.Trend => Trend,
        _ => Deadline,
    };

    /// <summary>A day in words.</summary>
    public static Text Day(DateOnly day) => new($"{day.Day} de {Months[day.Month - 1]} de {day.Year}", $"{day.Day} {MonthsEn[day.Month - 1]} {day.Year}");

    /// <summary>An amount with all its digits.</summary>
    public static Text Of(Money? money) => money is null
        ? AmountMissing
        : Text.Same($"{Sign(money.Currency)}{Numbers.Format((double)money.Value, NumberStyle.Whole, Language.En)}");

    /// <summary>An amount in millions.</summary>
    public static Text Short(Money money)
    {
        var (es, en) = (Numbers.Format((double)money.Value, NumberStyle.Compact, Language.Es), Numbers.Format((double)money.Value, NumberStyle.Compact, Language.En));
        return new($"{Sign(money.Currency)}{es}", $"{Sign(money.Currency)}{en}");
    }

    /// <summary>A percentage of its denominator.</summary>
    public static Text Percent(int part, int of) => of == 0 ? Text.Same("–") : Numbers.In(100.0 * part / of, NumberStyle.Percent);

    private static string Sign(string currency) => currency switch
    {
        "USD" => "US$",
        "EUR" => "€",
        _ => currency + "\u00A0",
    };
}
