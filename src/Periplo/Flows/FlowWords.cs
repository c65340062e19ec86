using Periplo.Languages;

namespace Periplo.Flows;

/// <summary>What must stand beside every figure of estimated flows.</summary>
public static class FlowWords
{
    /// <summary>How they are made, for papers.</summary>
    public static Text Method { get; } = new(
        "Flujos estimados de la población migrante por lugar de nacimiento en dos fechas y, en la contabilidad demográfica, de la población, los nacimientos y las defunciones (docs/methods/flows.md).",
        "Flows estimated from migrant stocks by birthplace at two dates and, in demographic accounting, from population, births and deaths (docs/methods/flows.md).",
        "Flux estimés à partir des populations migrantes par lieu de naissance à deux dates et, dans la comptabilité démographique, de la population, des naissances et des décès (docs/methods/flows.md).");

    /// <summary>The caveats, in order.</summary>
    public static IReadOnlyList<Text> Caveats { get; } =
    [
        new(
            "Son estimaciones de Periplo, no flujos que alguien haya contado: dos métodos dan cifras muy distintas de los mismos datos, y el que se use debe nombrarse.",
            "These are estimates by Periplo, not flows that anybody counted: two methods give very different figures from the same data, and the one used must be named.",
            "Ce sont des estimations de Periplo, non des flux que quelqu’un aurait comptés : deux méthodes donnent des chiffres très différents à partir des mêmes données, et il faut nommer celle qui est utilisée."),
        new(
            "Son transiciones: personas que vivían en un área a mitad del primer año y en otra a mitad del último. Quien se fue y volvió entre ambas fechas, o murió antes de la segunda, no cuenta; quien se movió varias veces cuenta una.",
            "They are transitions: persons who lived in one area in the middle of the first year and in another in the middle of the last. Who left and came back between both dates, or died before the second, does not count; who moved several times counts once.",
            "Ce sont des transitions : personnes qui vivaient dans une zone au milieu de la première année et dans une autre au milieu de la dernière. Qui est parti et revenu entre les deux dates, ou est mort avant la seconde, ne compte pas ; qui s’est déplacé plusieurs fois compte une fois."),
        new(
            "Los totales de cinco años no se comparan con los de cuatro ni con los de un año sin dividirlos antes entre los años.",
            "Totals of five years do not compare with those of four or of one unless divided by the years before.",
            "Les totaux de cinq ans ne se comparent pas à ceux de quatre ans ou d’un an sans être d’abord divisés par le nombre d’années."),
        new(
            "Los intervalos dicen cuánto cambiaría la cifra si la población migrante, los nacimientos y las defunciones se hubieran contado con los errores que se suponen (incertidumbre de los datos de entrada). No incluyen el error del método, que puede ser mayor.",
            "Intervals say how much the figure would change if stocks, births and deaths had been counted with the errors assumed (input uncertainty). They do not include the error of the method, which may be larger.",
            "Les intervalles disent de combien le chiffre changerait si les populations migrantes, les naissances et les décès avaient été comptés avec les erreurs supposées (incertitude des données d’entrée). Ils ne comprennent pas l’erreur de la méthode, qui peut être plus grande."),
        new(
            "El tipo de dato (DATA_TYPE) es el del destino: donde cuenta ciudadanos extranjeros y no nacidos en el extranjero, una naturalización parece una salida.",
            "The type of data (DATA_TYPE) is that of the destination: where it counts foreign citizens and not the foreign-born, a naturalisation looks like a departure.",
            "Le type de donnée (DATA_TYPE) est celui de la destination : lorsqu’elle compte les citoyens étrangers et non les personnes nées à l’étranger, une naturalisation ressemble à un départ."),
    ];

    /// <summary>Says which areas were taken together and in which periods.</summary>
    /// <param name="periods">The periods, as words.</param>
    /// <param name="whole">The former state.</param>
    /// <param name="members">Its parts.</param>
    public static Text Together(string periods, Text whole, IReadOnlyList<Text> members)
    {
        ArgumentNullException.ThrowIfNull(whole);
        string Joined(Language language) => string.Join(", ", members.Select(member => member.In(language)));
        return new(
            $"{periods}: {Joined(Language.Es)} se toman juntos como {whole.Es}, porque en alguna de las fechas no todos tienen cifras propias.",
            $"{periods}: {Joined(Language.En)} are taken together as {whole.En}, since at one of the dates not all of them have figures of their own.",
            $"{periods} : {Joined(Language.Fr)} sont pris ensemble comme {whole.Fr}, car à l’une des dates tous n’ont pas de chiffres propres.");
    }

    /// <summary>Says which residences have no accounts.</summary>
    /// <param name="areas">Their names.</param>
    public static Text LeftOut(IReadOnlyList<Text> areas)
    {
        string Joined(Language language) => string.Join(", ", areas.Select(area => area.In(language)));
        return new(
            $"Sin población, nacimientos y defunciones publicados, quedan fuera de la contabilidad demográfica: {Joined(Language.Es)}. Quienes nacieron allí cuentan como nacidos en un lugar sin residencia propia.",
            $"Without published population, births and deaths, these stay out of demographic accounting: {Joined(Language.En)}. Persons born there count as born in a place without residence of its own.",
            $"Faute de population, de naissances et de décès publiés, restent hors de la comptabilité démographique : {Joined(Language.Fr)}. Les personnes qui y sont nées comptent comme nées dans un lieu sans résidence propre.");
    }

    /// <summary>Says what the intervals rest on.</summary>
    /// <param name="replicates">How many replicates.</param>
    /// <param name="seed">Where their randomness begins.</param>
    public static Text Replicates(int replicates, ulong seed) => new(
        $"Los intervalos salen de {replicates} réplicas (semilla {seed}) y se guardan del total y de los corredores de {FlowPublication.LeastWithInterval} personas o más. Con menos de 200 réplicas son una primera idea; con «--replicates 1000» salen mejores.",
        $"Intervals come from {replicates} replicates (seed {seed}) and are kept of the total and of corridors of {FlowPublication.LeastWithInterval} persons or more. With fewer than 200 replicates they are a first idea; \"--replicates 1000\" makes better ones.",
        $"Les intervalles proviennent de {replicates} réplicats (graine {seed}) et sont conservés pour le total et pour les corridors de {FlowPublication.LeastWithInterval} personnes ou plus. Avec moins de 200 réplicats, ils donnent une première idée ; « --replicates 1000 » en produit de meilleurs.");

    /// <summary>Says why a table is not among the figures.</summary>
    /// <param name="period">The period.</param>
    /// <param name="method">The method.</param>
    /// <param name="why">The reason.</param>
    public static Text NotMade(FlowPeriod period, FlowMethod method, Text why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new($"{period}, {method.Id()}: {why.Es}", $"{period}, {method.Id()}: {why.En}", $"{period}, {method.Id()} : {why.Fr}");
    }

    /// <summary>Why a table with flows below zero is not kept.</summary>
    public static Text Negative { get; } = new(
        "la tabla tiene flujos negativos y no se guarda.", "the table has flows below zero and is not kept.", "le tableau a des flux négatifs et n’est pas conservé.");
}
