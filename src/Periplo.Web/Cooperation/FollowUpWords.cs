using Periplo.Cooperation;
using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>The sentences of the pages of commitments, portfolio and facts.</summary>
internal static class FollowUpWords
{
    public static readonly Text Commitments = new("Compromisos", "Commitments", "Engagements");
    public static readonly Text Lead = new("Lo que los gobiernos prometieron en planes y declaraciones, qué se hizo y qué no se sabe. La situación se calcula de las acciones y evidencias registradas; quien valora puede poner otra con su razón.", "What governments promised in plans and declarations, what was done and what is not known. The status is worked out from recorded actions and evidence; an assessor can put another over it, with a reason.", "Ce que les gouvernements ont promis dans des plans et des déclarations, ce qui a été fait et ce qu’on ignore. La situation se calcule à partir des actions et des preuves enregistrées ; un évaluateur peut lui en substituer une autre, en donnant ses raisons.");
    public static readonly Text Method = new("Las reglas están en docs/methods/commitment-status.md.", "The rules are in docs/methods/commitment-status.md.", "Les règles se trouvent dans docs/methods/commitment-status.md.");
    public static readonly Text OwnRegister = new("Registros de cooperación de Periplo; cada ficha nombra su documento y párrafo.", "Periplo's registers of cooperation; each record names its document and paragraph.", "Registres de coopération de Periplo ; chaque fiche indique son document et son paragraphe.");
    public static readonly Text Status = new("Situación", "Status", "Situation");
    public static readonly Text Plan = new("Plan o declaración", "Plan or declaration", "Plan ou déclaration");
    public static readonly Text AllPlans = new("Todos los planes", "All plans", "Tous les plans");
    public static readonly Text AllStatuses = new("Todas las situaciones", "All statuses", "Toutes les situations");
    public static readonly Text AllThemes = new("Todos los temas", "All themes", "Tous les thèmes");
    public static readonly Text AllAreas = new("Todos los países", "All countries", "Tous les pays");
    public static readonly Text Theme = new("Tema", "Theme", "Thème");
    public static readonly Text Country = new("País o región", "Country or region", "Pays ou région");
    public static readonly Text Date = new("Fecha", "Date", "Date");
    public static readonly Text DateHint = new("aaaa-mm-dd", "yyyy-mm-dd", "aaaa-mm-jj");
    public static readonly Text Filter = new("Filtrar", "Filter", "Filtrer");
    public static readonly Text NoneFits = new("Ningún compromiso cumple el filtro.", "No commitment fits the filter.", "Aucun engagement ne correspond au filtre.");
    public static readonly Text OverdueTitle = new("Plazos vencidos", "Deadlines passed", "Échéances dépassées");
    public static readonly Text ByPlan = new("Por plan o declaración", "By plan or declaration", "Par plan ou déclaration");
    public static readonly Text Deadline = new("Plazo", "Deadline", "Échéance");
    public static readonly Text NoDeadline = new("sin plazo", "no deadline", "sans échéance");
    public static readonly Text Made = new("Se hizo", "Made", "Pris");
    public static readonly Text By = new("Quién", "By whom", "Par qui");
    public static readonly Text LastKnown = new("Lo último que se sabe", "Latest known", "Dernière information");
    public static readonly Text NothingKnown = new("nada", "nothing", "rien");
    public static readonly Text Report = new("Informe de este plan", "Report of this plan", "Rapport de ce plan");
    public static readonly Text Calendar = new("Calendario (.ics)", "Calendar (.ics)", "Calendrier (.ics)");
    public static readonly Text Recommendations = new("Recomendaciones", "Recommendations", "Recommandations");
    public static readonly Text RecommendationsLead = new("Lo que los documentos recomendaron, y qué se sabe que fue de ello en los documentos posteriores.", "What the documents recommended, and what later documents tell of it.", "Ce que les documents ont recommandé, et ce que des documents ultérieurs en disent.");
    public static readonly Text Fate = new("Qué fue de ella", "Its fate", "Suite donnée");
    public static readonly Text To = new("A quién", "To whom", "À qui");
    public static readonly Text Sources = new("Documento y lugar", "Document and place", "Document et passage");
    public static readonly Text Computed = new("Calculada", "Computed", "Calculée");
    public static readonly Text Declared = new("Valorada", "Assessed", "Évaluée");
    public static readonly Text ChainTitle = new("De la promesa a las cifras", "From the promise to the figures", "De la promesse aux chiffres");
    public static readonly Text Missing = new("Lo que falta", "What is missing", "Ce qui manque");
    public static readonly Text Actions = new("Acciones", "Actions", "Actions");
    public static readonly Text Action = new("Acción", "Action", "Action");
    public static readonly Text Evidence = new("Evidencia", "Evidence", "Preuves");
    public static readonly Text Money = new("Dinero", "Money", "Argent");
    public static readonly Text Trend = new("La cifra que lo sigue", "The figure that follows it", "Le chiffre qui le suit");
    public static readonly Text Responsible = new("Responsable", "Responsible", "Responsable");
    public static readonly Text Period = new("Periodo", "Period", "Période");
    public static readonly Text Direction = new("Sentido", "Direction", "Sens");
    public static readonly Text Strength = new("Fuerza", "Strength", "Force");
    public static readonly Text Assessor = new("Quién lo dice", "Who says so", "Qui le dit");
    public static readonly Text Fund = new("Fondo", "Fund", "Fonds");
    public static readonly Text Project = new("Proyecto", "Project", "Projet");
    public static readonly Text FundOrProject = new("Fondo o proyecto", "Fund or project", "Fonds ou projet");
    public static readonly Text Share = new("Parte", "Share", "Part");
    public static readonly Text Basis = new("En qué se basa", "What it rests on", "Fondement");
    public static readonly Text Amount = new("Importe", "Amount", "Montant");
    public static readonly Text AmountMissing = new("no consta", "not on record", "non précisé");
    public static readonly Text Kind = new("Clase", "Kind", "Type");
    public static readonly Text Gcm = new("Objetivos del Pacto Mundial", "Global Compact objectives", "Objectifs du Pacte mondial");
    public static readonly Text Sdg = new("Metas de los ODS", "SDG targets", "Cibles des ODD");
    public static readonly Text Metric = new("Medida", "Metric", "Indicateur");
    public static readonly Text Target = new("Meta", "Target", "Cible");
    public static readonly Text Towards = new("En favor de", "Towards", "En faveur de");
    public static readonly Text Record = new("Ficha e historia", "Record and history", "Fiche et historique");
    public static readonly Text Gaps = new("Lo que el documento no dice", "What the document does not say", "Ce que le document ne dit pas");
    public static readonly Text ReportTitle = new("Informe de seguimiento", "Follow-up report", "Rapport de suivi");
    public static readonly Text Links = new("Con qué se cuenta", "What there is to go by", "Éléments disponibles");
    public static readonly Text Link = new("Eslabón", "Link", "Maillon");
    public static readonly Text Portfolio = new("Cartera", "Portfolio", "Portefeuille");
    public static readonly Text PortfolioTitle = new("Cartera: proyectos y fondos", "Portfolio: projects and funds", "Portefeuille : projets et fonds");
    public static readonly Text PortfolioLead = new("Programas, proyectos y fondos que nombran los documentos. Nada se convierte de moneda, y un importe que no consta no es cero.", "Programmes, projects and funds that the documents name. Nothing is converted between currencies, and an amount that is not on record is not zero.", "Programmes, projets et fonds que les documents nomment. Rien n’est converti d’une monnaie à l’autre, et un montant non précisé n’est pas zéro.");
    public static readonly Text Projects = new("Proyectos", "Projects", "Projets");
    public static readonly Text Region = new("Región", "Region", "Région");
    public static readonly Text NotTold = new("El documento no lo dice", "The document does not say", "Le document ne le dit pas");
    public static readonly Text Described = new("descritos uno por uno", "described one by one", "décrits un par un");
    public static readonly Text Aggregate = new("contados en conjunto", "counted together", "comptés ensemble");
    public static readonly Text DescribedTitle = new("Los proyectos descritos", "The projects described", "Les projets décrits");
    public static readonly Text AggregateTitle = new("Contados en conjunto", "Counted together", "Comptés ensemble");
    public static readonly Text OtherPortfolios = new("Otras carteras", "Other portfolios", "Autres portefeuilles");
    public static readonly Text Funds = new("Fondos", "Funds", "Fonds");
    public static readonly Text Donor = new("Quién da", "Donor", "Donateur");
    public static readonly Text Derived = new("Derivado: suma hecha por Periplo, que los documentos no dan.", "Derived: a sum made by Periplo that the documents do not give.", "Dérivé : somme faite par Periplo que les documents ne donnent pas.");
    public static readonly Text PortfolioKey = new("cartera", "portfolio", "portefeuille");
    public static readonly Text CurrencyKey = new("moneda", "currency", "monnaie");
    public static readonly Text Facts = new("Hechos", "Facts", "Faits");
    public static readonly Text FactsLead = new("Lo que afirman los documentos fundadores, tal como lo afirman, con documento y párrafo. No se corrige: lo posterior se pone al lado.", "What the founding documents assert, as they assert it, with document and paragraph. It is not corrected: what came later is put beside it.", "Ce qu’affirment les documents fondateurs, tel qu’ils l’affirment, avec document et paragraphe. Ce n’est pas corrigé : ce qui est venu ensuite est placé à côté.");
    public static readonly Text SearchFacts = new("Buscar en los hechos", "Search the facts", "Rechercher dans les faits");
    public static readonly Text NoFact = new("Ningún hecho tiene esas palabras.", "No fact has those words.", "Aucun fait ne contient ces mots.");
    public static readonly Text Subject = new("Asunto", "Subject", "Sujet");
    public static readonly Text Measure = new("Qué se afirma", "What is asserted", "Ce qui est affirmé");
    public static readonly Text Value = new("Valor", "Value", "Valeur");
    public static readonly Text ReferenceDate = new("Fecha de referencia", "Reference date", "Date de référence");
    public static readonly Text Vintage = new("Se afirmó en", "Asserted in", "Affirmé en");
    public static readonly Text Announced = new("anunciada antes de ocurrir", "announced before the event", "annoncée avant l’événement");
    public static readonly Text Denominator = new("Denominador", "Denominator", "Dénominateur");
    public static readonly Text Formula = new("Fórmula", "Formula", "Formule");
    public static readonly Text Recomputed = new("Recalculado", "Worked out again", "Recalculé");
    public static readonly Text Agrees = new("coincide con el valor guardado", "agrees with the value kept", "concorde avec la valeur conservée");
    public static readonly Text Differs = new("no coincide con el valor guardado", "does not agree with the value kept", "ne concorde pas avec la valeur conservée");
    public static readonly Text LaterFigures = new("Cifras posteriores, por revisión", "Later figures, by revision", "Chiffres ultérieurs, par révision");
    public static readonly Text LaterLead = new("Se muestran al lado y no reemplazan lo que el documento afirma.", "They are shown beside and do not replace what the document asserts.", "Ils sont placés à côté et ne remplacent pas ce que le document affirme.");
    public static readonly Text NotInRevision = new("esta revisión no la tiene", "not in this revision", "absent de cette révision");
    public static readonly Text Row = new("Fila", "Row", "Ligne");
    public static readonly Text Note = new("Nota", "Note", "Note");
    public static readonly Text Clear = new("Quitar el filtro", "Clear the filter", "Retirer le filtre");
    public static readonly Text Later = new("posterior a la fecha", "later than the date", "postérieur à la date");
    public static readonly Text Cooperation = new("Cooperación", "Cooperation", "Coopération");

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
    public static Text Day(DateOnly day) => Dates.InWords(day);

    /// <summary>An amount with all its digits.</summary>
    public static Text Of(Money? money) => money is null
        ? AmountMissing
        : Signed(money.Currency, Numbers.In((double)money.Value, NumberStyle.Whole));

    /// <summary>An amount in millions.</summary>
    public static Text Short(Money money) => Signed(money.Currency, Numbers.In((double)money.Value, NumberStyle.Compact));

    /// <summary>A percentage of its denominator.</summary>
    public static Text Percent(int part, int of) => of == 0 ? Text.Same("–") : Numbers.In(100.0 * part / of, NumberStyle.Percent);

    /// <summary>A number with the sign of its currency: before it, and in French behind.</summary>
    private static Text Signed(string currency, Text number) =>
        new($"{Sign(currency)}{number.Es}", $"{Sign(currency)}{number.En}", $"{number.Fr}\u00A0{Sign(currency).TrimEnd('\u00A0')}");

    private static string Sign(string currency) => currency switch
    {
        "USD" => "US$",
        "EUR" => "€",
        _ => currency + "\u00A0",
    };
}
