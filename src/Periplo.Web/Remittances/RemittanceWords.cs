using Periplo.Languages;

namespace Periplo.Web.Remittances;

/// <summary>Words of the pages of remittances.</summary>
internal static class RemittanceWords
{
    public static readonly Text Lead = new(
        "Cuánto dinero reciben y envían los países según su balanza de pagos, entre qué países se estima que circula y cuánto cuesta enviarlo. Lo recibido y lo enviado se notifican; entre qué par de países circula no lo notifica nadie: se estima por tres reglas que dan un intervalo.",
        "How much money countries receive and send by their balance of payments, between which countries it is estimated to flow, and what sending it costs. What is received and sent is reported; between which pair of countries it flows nobody reports: it is estimated by three rules that give a range.",
        "Combien d’argent les pays reçoivent et envoient selon leur balance des paiements, entre quels pays on estime qu’il circule et ce que coûte son envoi. Ce qui est reçu et envoyé est déclaré ; entre quels pays l’argent circule, personne ne le déclare : on l’estime selon trois règles qui donnent une fourchette.");

    public static readonly Text CountryChoice = new("País", "Country", "Pays");
    public static readonly Text AllCountries = new("Todos", "All", "Tous");
    public static readonly Text ByCountry = new("Por país", "By country", "Par pays");
    public static readonly Text ByCorridor = new("Por corredor", "By corridor", "Par corridor");
    public static readonly Text Country = new("País", "Country", "Pays");
    public static readonly Text Sender = new("Envía", "Sender", "Envoi");
    public static readonly Text Receiver = new("Recibe", "Receiver", "Réception");
    public static readonly Text NoCountry = new("No es un país ni un territorio.", "It is no country or territory.", "Ce n’est ni un pays ni un territoire.");
    public static readonly Text DollarsShort = new("dólares", "dollars", "dollars");
    public static readonly Text DollarsHead = new("Dólares", "Dollars", "Dollars");
    public static readonly Text DollarsOf200 = new("dólares de cada 200", "dollars of every 200", "dollars sur 200");
    public static readonly Text PercentOf200 = new("% de los 200 dólares que se envían", "% of the 200 dollars sent", "% des 200 dollars envoyés");
    public static readonly Text CountriesCounted = new("países y territorios", "countries and territories", "pays et territoires");
    public static readonly Text AsReported = new(
        "Como las notifica cada país en su balanza de pagos; un país que no notifica no está en cero. El mundo notifica menos enviado que recibido.",
        "As each country reports them in its balance of payments; a country that does not report is not at zero. The world reports less sent than received.",
        "Tels que chaque pays les déclare dans sa balance des paiements ; un pays qui ne déclare pas n’est pas à zéro. Le monde déclare moins d’envois que de réceptions.");

    public static readonly Text OfCountry = new("Corredores de {0}, {1}", "Corridors of {0}, {1}", "Corridors, {1} : {0}");
    public static readonly Text WholeWorld = new("Ver todos los países", "See all countries", "Voir tous les pays");
    public static readonly Text NoMatrix = new(
        "El almacén no tiene estimaciones por corredor de este año. Se hacen con «periplo remittances» a partir de población migrante, remesas e ingresos.",
        "The store has no estimates by corridor for this year. They are made by \"periplo remittances\" out of migrant stocks, remittances and incomes.",
        "L’entrepôt n’a pas d’estimations par corridor pour cette année. Elles sont établies par « periplo remittances » à partir des effectifs de migrants, des transferts et des revenus.");

    public static readonly Text NoSenders = new("No hay corredores estimados hacia este país en este año.", "No corridors into this country are estimated for this year.", "Aucun corridor vers ce pays n’est estimé pour cette année.");
    public static readonly Text NoReceivers = new("No hay corredores estimados que salgan de este país en este año.", "No corridors out of this country are estimated for this year.", "Aucun corridor au départ de ce pays n’est estimé pour cette année.");
    public static readonly Text UnsharedHead = new("Recibido y sin repartir", "Received and not shared out", "Reçu et non réparti");
    public static readonly Text FallbackHead = new("Emigrantes sin ingreso del año", "Emigrants without an income of the year", "Émigrés sans revenu de l’année");
    public static readonly Text FallbackUnit = new("personas que viven donde no se publica el ingreso del año", "persons who live where no income of the year is published", "personnes vivant là où le revenu de l’année n’est pas publié");
    public static readonly Text Fallback = new(
        "{0} de sus emigrantes viven donde no se publica el ingreso del año: se usa el último publicado o, si no hay ninguno, no se supone diferencia.",
        "{0} of its emigrants live where no income of the year is published: the latest published is used or, if there is none, no gap is assumed.",
        "{0} de ses émigrés vivent là où le revenu de l’année n’est pas publié : on prend le dernier publié ou, à défaut, on ne suppose aucun écart.");

    public static readonly Text FallbackOf = new(
        "{0}, {1}: {2} emigrantes viven donde no se publica el ingreso del año.",
        "{0}, {1}: {2} emigrants live where no income of the year is published.",
        "{0}, {1} : {2} émigrés vivent là où le revenu de l’année n’est pas publié.");

    public static readonly Text DrawnOf = new("Se dibujan los {0} primeros de {1} corredores; la tabla los tiene todos.", "The first {0} of {1} corridors are drawn; the table has them all.", "Les {0} premiers corridors sur {1} sont dessinés ; le tableau les contient tous.");
    public static readonly Text ListedOf = new("La tabla tiene los {0} mayores de {1} corredores estimados; todos se descargan con el conjunto de datos.", "The table has the {0} greatest of {1} estimated corridors; all are downloaded with the dataset.", "Le tableau contient les {0} plus grands des {1} corridors estimés ; tous se téléchargent avec le jeu de données.");
    public static readonly Text IncomeRemark = new("Ingreso que no es del año", "Income not of the year", "Revenu d’une autre année");

    /// <summary>The three rules and the balanced variant, short.</summary>
    public static readonly IReadOnlyList<Text> Rules =
    [
        new("Regla 1: migrantes", "Rule 1: migrants", "Règle 1 : migrants"),
        new("Regla 2: ingreso", "Rule 2: income", "Règle 2 : revenu"),
        new("Regla 3: diferencia", "Rule 3: gap", "Règle 3 : écart"),
        new("Regla 3 ajustada", "Rule 3 balanced", "Règle 3 ajustée"),
    ];

    public static readonly Periplo.Charts.IntervalWords Marks = new(
        new("de la menor a la mayor de las tres reglas", "least to greatest of the three rules", "de la plus basse à la plus haute des trois règles"),
        new("regla 3", "rule 3", "règle 3"),
        new("regla 3 ajustada a lo enviado", "rule 3 balanced to outflows", "règle 3 ajustée aux envois"));

    public static readonly Text RulesLead = new(
        "Las tres reglas reparten lo que un país recibe entre los países donde viven sus emigrantes: por su número (1), por su número y el ingreso medio de allí (2), y por su número y la diferencia de ingresos (3, la usual).",
        "The three rules share what a country receives over the countries where its emigrants live: by their number (1), by their number and the mean income there (2), and by their number and the income gap (3, the usual one).",
        "Les trois règles répartissent ce qu’un pays reçoit entre les pays où vivent ses émigrés : selon leur nombre (1), selon leur nombre et le revenu moyen là-bas (2), et selon leur nombre et l’écart de revenus (3, la règle usuelle).");

    public static readonly Text ChooseCorridor = new("Un corredor", "One corridor", "Un corridor");
    public static readonly Text CorridorTitle = new("Remesas estimadas por año, {0} → {1}", "Estimated remittances by year, {0} → {1}", "Transferts estimés par an, {0} → {1}");
    public static readonly Text PriceTitle = new("Lo que costó enviar 200 dólares, {0} → {1}", "What sending 200 dollars cost, {0} → {1}", "Ce qu’a coûté l’envoi de 200 dollars, {0} → {1}");
    public static readonly Text Corridor = new("Corredor de remesas", "Remittance corridor", "Corridor de transferts");
    public static readonly Text NoEstimate = new("No hay estimaciones de este corredor.", "There are no estimates of this corridor.", "Il n’y a pas d’estimations pour ce corridor.");
    public static readonly Text NoPrice = new("La encuesta de precios no cubre este corredor.", "The price survey does not cover this corridor.", "L’enquête sur les prix ne couvre pas ce corridor.");
    public static readonly Text Migrants = new("Migrantes de este corredor", "Migrants of this corridor", "Migrants de ce corridor");
    public static readonly Text Money = new("Remesas de este corredor", "Remittances of this corridor", "Transferts de ce corridor");

    public static readonly Text Prices = new("Lo que cuesta enviar dinero", "What sending money costs", "Ce que coûte l’envoi d’argent");
    public static readonly Text PricesLead = new(
        "El costo de enviar 200 dólares es la comisión más lo que quita el tipo de cambio. La meta 10.c de los Objetivos de Desarrollo Sostenible pide menos de 3 % en promedio y ningún corredor por encima de 5 %.",
        "The cost of sending 200 dollars is the fee and what the exchange rate takes. Target 10.c of the Sustainable Development Goals asks for less than 3% on average and no corridor above 5%.",
        "Le coût d’un envoi de 200 dollars est la commission plus ce que prend le taux de change. La cible 10.c des Objectifs de développement durable demande moins de 3 % en moyenne et aucun corridor au-dessus de 5 %.");

    public static readonly Text Send200 = new("Enviar 200 dólares hoy", "Sending 200 dollars today", "Envoyer 200 dollars aujourd’hui");
    public static readonly Text Latest = new("Última ronda de la encuesta: {0}.", "Latest round of the survey: {0}.", "Dernier relevé de l’enquête : {0}.");
    public static readonly Text CurrentLead = new(
        "La ronda {0} tiene menos de seis meses. Elija el corredor para ver lo que cuesta hoy; los precios son medias y no nombran empresas.",
        "Round {0} is less than six months old. Choose the corridor to see what it costs today; prices are means and name no firms.",
        "Le relevé {0} a moins de six mois. Choisissez le corridor pour voir ce qu’il coûte aujourd’hui ; les prix sont des moyennes et ne nomment aucune entreprise.");

    public static readonly Text NoPrices = new("El almacén no tiene precios de remesas.", "The store has no remittance prices.", "L’entrepôt n’a pas de prix des transferts.");
    public static readonly Text RoundHead = new("Los corredores de una ronda", "The corridors of a round", "Les corridors d’un relevé");
    public static readonly Text Round = new("Ronda", "Round", "Relevé");
    public static readonly Text NoRound = new("No hay ronda «{0}».", "There is no round \"{0}\".", "Il n’y a pas de relevé « {0} ».");
    public static readonly Text CostTitle = new("Costo medio de enviar 200 dólares en el mundo", "Mean cost of sending 200 dollars in the world", "Coût moyen d’un envoi de 200 dollars dans le monde");
    public static readonly Text ShareTitle = new("Corredores por debajo y por encima de 5 %", "Corridors below and above 5%", "Corridors au-dessous et au-dessus de 5 %");
    public static readonly Text ExcessTitle = new("Dinero que se lleva el costo por encima de 3 %", "Money that the cost above 3% takes", "Argent que prend le coût au-delà de 3 %");
    public static readonly Text RoundTitle = new("Costo de enviar 200 dólares por corredor, {0}", "Cost of sending 200 dollars by corridor, {0}", "Coût d’un envoi de 200 dollars par corridor, {0}");
    public static readonly Text MeanOfCorridors = new("Media de corredores", "Mean of corridors", "Moyenne des corridors");
    public static readonly Text MeanOfServices = new("Media de servicios", "Mean of services", "Moyenne des services");
    public static readonly Text WeightedMean = new("Media ponderada", "Weighted mean", "Moyenne pondérée");
    public static readonly Text SmartMean = new("SmaRT medio", "Mean SmaRT", "SmaRT moyen");
    public static readonly Text WeightYear = new("Año de los pesos", "Year of weights", "Année des poids");
    public static readonly Text WeightedShare = new("Dinero que abarca", "Money it takes in", "Argent couvert");
    public static readonly Text ShareOfMoney = new("% del dinero estimado de todos los corredores", "% of the estimated money of all corridors", "% de l’argent estimé de tous les corridors");
    public static readonly Text BelowFive = new("Por debajo de 5 %", "Below 5%", "Au-dessous de 5 %");
    public static readonly Text AboveFive = new("Por encima de 5 %", "Above 5%", "Au-dessus de 5 %");
    public static readonly Text CountBelow = new("Corredores por debajo", "Corridors below", "Corridors au-dessous");
    public static readonly Text CountAbove = new("Corredores por encima", "Corridors above", "Corridors au-dessus");
    public static readonly Text CountPriced = new("Corredores con precio", "Corridors priced", "Corridors relevés");
    public static readonly Text SmartAbove = new("SmaRT por encima de 5 %", "SmaRT above 5%", "SmaRT au-dessus de 5 %");
    public static readonly Text WithoutSmart = new("Sin servicio que cumpla SmaRT", "No service qualifies for SmaRT", "Aucun service admissible à SmaRT");
    public static readonly Text WeightedNote = new(
        "La media ponderada pesa cada corredor con el dinero que la regla 3 estima para él; la media de servicios es el primer componente del indicador 10.c.1 y solo existe donde se tienen los precios uno a uno.",
        "The weighted mean weighs each corridor with the money rule 3 estimates for it; the mean of services is the first component of indicator 10.c.1 and only exists where single prices are held.",
        "La moyenne pondérée pèse chaque corridor par l’argent que la règle 3 lui attribue ; la moyenne des services est la première composante de l’indicateur 10.c.1 et n’existe que là où les prix sont tenus un à un.");

    public static readonly Text ShareNote = new(
        "La proporción de corredores por encima de 5 % es el segundo componente del indicador 10.c.1. Cada ronda cubre los corredores que se encuestaron en ella.",
        "The share of corridors above 5% is the second component of indicator 10.c.1. Each round covers the corridors surveyed in it.",
        "La proportion de corridors au-dessus de 5 % est la seconde composante de l’indicateur 10.c.1. Chaque relevé couvre les corridors qui y ont été enquêtés.");

    public static readonly Text ExcessNote = new(
        "Solo en los corredores con precio: dinero estimado del corredor en un año por lo que su costo medio pasa de 3 %.",
        "Only in the corridors priced: estimated money of the corridor in a year times what its mean cost is above 3%.",
        "Seulement dans les corridors relevés : argent estimé du corridor en un an multiplié par ce qui dépasse 3 % dans son coût moyen.");

    public static readonly Text SeriesNote = new(
        "Es una serie con fecha y no nombra empresas. Dos revisiones de la encuesta son dos series: no se unen. Un mes en el eje es el primero de su trimestre.",
        "It is a dated series and names no firms. Two revisions of the survey are two series: they are not joined. A month on the axis is the first of its quarter.",
        "C’est une série datée qui ne nomme aucune entreprise. Deux révisions de l’enquête font deux séries : elles ne sont pas jointes. Un mois sur l’axe est le premier de son trimestre.");

    public static readonly Text DearestNote = new("Se dibujan los {0} corredores más caros de {1}.", "The {0} dearest corridors of {1} are drawn.", "Les {0} corridors les plus chers sur {1} sont dessinés.");
    public static readonly Text NoSmart = new("De esta ronda solo se publica la media de cada corredor: SmaRT y el número de servicios no se pueden calcular.", "Of this round only the mean of each corridor is published: SmaRT and the number of services cannot be worked out.", "De ce relevé, seule la moyenne de chaque corridor est publiée : SmaRT et le nombre de services ne peuvent être calculés.");
    public static readonly Text FlowNote = new("El dinero del corredor es el estimado por la regla 3 para {0}.", "The money of the corridor is that estimated by rule 3 for {0}.", "L’argent du corridor est celui que la règle 3 estime pour {0}.");
    public static readonly Text Average = new("Costo medio", "Mean cost", "Coût moyen");
    public static readonly Text Smart = new("SmaRT", "SmaRT", "SmaRT");
    public static readonly Text Between = new("entre SmaRT y la media", "between SmaRT and mean", "entre SmaRT et la moyenne");
    public static readonly Text Services = new("Servicios transparentes", "Transparent services", "Services transparents");
    public static readonly Text Qualifying = new("Cumplen SmaRT", "Qualify for SmaRT", "Admissibles à SmaRT");
    public static readonly Text ServicesUnit = new("servicios", "services", "services");
    public static readonly Text NotEstimated = new("no se estima", "not estimated", "non estimé");
    public static readonly Text NoneQualifies = new("ningún servicio cumple", "no service qualifies", "aucun service admissible");
    public static readonly Text NoQuotes = new("no se tienen los precios uno a uno", "single prices are not held", "les prix ne sont pas tenus un à un");

    /// <summary>Which income is not of the year, in words: out of <c>y_j=2017; y_i=none</c>.</summary>
    public static Text Remark(string? code)
    {
        if (code is null)
            return new("ninguno", "none", "aucun");
        var parts = code.Split("; ").Select(part => part.Split('=')).Where(part => part.Length == 2).Select(part =>
        {
            var of = part[0] == "y_j" ? new Text("quien envía", "sender", "envoi") : new Text("quien recibe", "receiver", "réception");
            return part[1] == "none"
                ? new Text($"{of.Es}: sin ingreso", $"{of.En}: no income", $"{of.Fr} : sans revenu")
                : new Text($"{of.Es}: {part[1]}", $"{of.En}: {part[1]}", $"{of.Fr} : {part[1]}");
        }).ToList();
        return new(string.Join("; ", parts.Select(part => part.Es)), string.Join("; ", parts.Select(part => part.En)), string.Join(" ; ", parts.Select(part => part.Fr)));
    }
}
