using Periplo.Charts;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>
/// One history worked out by hand under rule set M1 (docs/methods/movements.md), as the method page shows it: Guatemala,
/// clock six hours behind UTC, observed from 2015-01-01 to 2025-01-01, 365 of 487 days. No real person.
/// </summary>
public static class WorkedHistory
{
    /// <summary>First day observed.</summary>
    public static readonly DateOnly ObservedFrom = new(2015, 1, 1);

    /// <summary>The day after the last day observed.</summary>
    public static readonly DateOnly ObservedTo = new(2025, 1, 1);

    /// <summary>Days of the window.</summary>
    public const int Window = 487;

    private static readonly Text Arrival = new("llegada de migrante: pasa a residente", "migrant arrival: becomes resident", "arrivée migratoire : devient résident");
    private static readonly Text Trip = new("viaje de residente, menos de 90 días", "trip of a resident, less than 90 days", "voyage d’un résident, moins de 90 jours");
    private static readonly Text Home = new("regreso de residente", "returning resident", "retour d’un résident");
    private static readonly Text Departure = new("salida de migrante: deja de ser residente", "migrant departure: no longer resident", "départ migratoire : n’est plus résident");
    private static readonly Text Visit = new("visita, menos de 90 días", "visit, less than 90 days", "visite, moins de 90 jours");
    private static readonly Text Leaving = new("salida de no residente", "departing non-resident", "sortie d’un non-résident");

    /// <summary>The crossings in order, with what the hand computation finds of each: end of window, days in, residence before and after, category.</summary>
    public static IReadOnlyList<TimelineCrossing> Crossings { get; } =
    [
        Of(new(2017, 3, 10), isEntry: true, 461, before: false, after: true, "LT", Arrival),
        Of(new(2017, 12, 20), isEntry: false, 259, before: true, after: true, "VISIT", Trip),
        Of(new(2018, 1, 15), isEntry: true, 259, before: true, after: true, "RET", Home),
        Of(new(2018, 10, 1), isEntry: false, 11, before: true, after: false, "LT", Departure),
        Of(new(2020, 1, 20), isEntry: true, 13, before: false, after: false, "VISIT", Visit),
        Of(new(2020, 2, 2), isEntry: false, 0, before: false, after: false, "RET", Leaving),
    ];

    /// <summary>The days in the country: from each entry to the exit behind it.</summary>
    public static IReadOnlyList<TimelineSpan> Presence { get; } =
        [new(new(2017, 3, 10), new(2017, 12, 20)), new(new(2018, 1, 15), new(2018, 10, 1)), new(new(2020, 1, 20), new(2020, 2, 2))];

    /// <summary>Why each crossing is what it is, step by step.</summary>
    public static IReadOnlyList<Text> Steps { get; } =
    [
        new(
            "Entrada del 10 de marzo de 2017. Es el primer cruce y llega más de 365 días después del inicio: antes no residía. La ventana termina el 10 de julio de 2018. Dentro: 285 días hasta el 20 de diciembre y 176 desde el 15 de enero, 461; fuera, 26. Como 26 no pasa de 122, es llegada de migrante (LT) y desde aquí reside.",
            "Entry of 10 March 2017. It is the first crossing and comes more than 365 days after the start: no resident before. The window ends on 10 July 2018. In: 285 days to 20 December and 176 from 15 January, 461; out, 26. As 26 is not above 122, it is a migrant arrival (LT), and resident from here on.",
            "Entrée du 10 mars 2017. C’est le premier passage et il vient plus de 365 jours après le début : non-résident auparavant. La fenêtre se termine le 10 juillet 2018. Dans le pays : 285 jours jusqu’au 20 décembre et 176 à partir du 15 janvier, 461 ; au-dehors, 26. Comme 26 ne dépasse pas 122, c’est une arrivée migratoire (LT), et la personne est résidente à partir de là."),
        new(
            "Salida del 20 de diciembre de 2017. Reside. La ventana termina el 21 de abril de 2019. Dentro: 259 días, del 15 de enero al 1 de octubre de 2018; fuera, 228. Los días dentro pasan de 122: no es migración. Vuelve a los 26 días: viaje de menos de 90 (VISIT).",
            "Exit of 20 December 2017. Resident. The window ends on 21 April 2019. In: 259 days, 15 January to 1 October 2018; out, 228. The days in are above 122: no migration. Back after 26 days: a trip of less than 90 (VISIT).",
            "Sortie du 20 décembre 2017. Résident. La fenêtre se termine le 21 avril 2019. Dans le pays : 259 jours, du 15 janvier au 1er octobre 2018 ; au-dehors, 228. Les jours dans le pays dépassent 122 : pas de migration. Retour après 26 jours : un voyage de moins de 90 (VISIT)."),
        new(
            "Entrada del 15 de enero de 2018. Entra quien reside: nunca es migración. Regreso de residente (RET). Ventana hasta el 17 de mayo de 2019: 259 días dentro y 228 fuera, que no cuentan.",
            "Entry of 15 January 2018. A resident enters: never a migration. Returning resident (RET). Window to 17 May 2019: 259 days in and 228 out, which do not count.",
            "Entrée du 15 janvier 2018. Un résident entre : jamais une migration. Retour d’un résident (RET). Fenêtre jusqu’au 17 mai 2019 : 259 jours dans le pays et 228 au-dehors, qui ne comptent pas."),
        new(
            "Salida del 1 de octubre de 2018. Reside. La ventana termina el 31 de enero de 2020. Dentro: 11 días, desde el 20 de enero; fuera, 476. Como 11 no pasa de 122, es salida de migrante (LT) y deja de residir.",
            "Exit of 1 October 2018. Resident. The window ends on 31 January 2020. In: 11 days, from 20 January; out, 476. As 11 is not above 122, it is a migrant departure (LT), and resident no more.",
            "Sortie du 1er octobre 2018. Résident. La fenêtre se termine le 31 janvier 2020. Dans le pays : 11 jours, à partir du 20 janvier ; au-dehors, 476. Comme 11 ne dépasse pas 122, c’est un départ migratoire (LT), et la personne n’est plus résidente."),
        new(
            "Entrada del 20 de enero de 2020. No reside. La ventana termina el 21 de mayo de 2021. Dentro: 13 días; fuera, 474, que pasan de 122: no es migración. Sale a los 13 días: visita de menos de 90 (VISIT).",
            "Entry of 20 January 2020. No resident. The window ends on 21 May 2021. In: 13 days; out, 474, above 122: no migration. Out after 13 days: a visit of less than 90 (VISIT).",
            "Entrée du 20 janvier 2020. Non-résident. La fenêtre se termine le 21 mai 2021. Dans le pays : 13 jours ; au-dehors, 474, plus de 122 : pas de migration. Sortie après 13 jours : une visite de moins de 90 (VISIT)."),
        new(
            "Salida del 2 de febrero de 2020. Sale quien no reside: nunca es migración (RET). De los últimos 180 días estuvo 14, contados el de entrada y el de salida: no pasa de 90.",
            "Exit of 2 February 2020. A non-resident leaves: never a migration (RET). Of the last 180 days 14 were spent inside, those of entry and exit counted: not above 90.",
            "Sortie du 2 février 2020. Un non-résident sort : jamais une migration (RET). Sur les 180 derniers jours, 14 ont été passés dans le pays, entrée et sortie comprises : pas plus de 90."),
    ];

    /// <summary>The timeline with its address.</summary>
    public static View View(Site site)
    {
        var credits = new Credits(
            "timeline", new("Una historia de cruces resuelta a mano", "A history of crossings worked out by hand", "Une histoire de passages résolue à la main"), new("días", "days", "jours"),
            [new("Ejemplo inventado; regla M1 (365 de 487 días).", "Made-up example; rule M1 (365 of 487 days).", "Exemple inventé ; règle M1 (365 jours sur 487).")],
            [new("No es de ninguna persona.", "It is of no person.", "Il n’est celui d’aucune personne.")]);
        var history = new CrossingHistory(new(new(2017, 1, 1), new(2022, 1, 1)), Presence, Crossings);
        return new(MovementAddresses.Method, _ => "", HistoryTimeline.Draw(credits, history, 760, site.Font))
        {
            Narrow = HistoryTimeline.Draw(CountryFigures.Narrow(credits), history, CountryFigures.NarrowWidth, site.Font),
        };
    }

    private static TimelineCrossing Of(DateOnly day, bool isEntry, int daysIn, bool before, bool after, string category, Text meaning) =>
        new(day, isEntry, day.AddDays(Window), daysIn, before, after, category, meaning);
}
