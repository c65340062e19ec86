using Periplo.Languages;

namespace Periplo.Remittances;

/// <summary>What must stand under every chart and table of bilateral remittances.</summary>
public static class MatrixWords
{
    /// <summary>The caveats, in order.</summary>
    public static IReadOnlyList<Text> Caveats { get; } =
    [
        new(
            "Son estimaciones de Periplo, no flujos que alguien haya notificado; las tres reglas dan un intervalo, no un margen de error.",
            "These are estimates by Periplo, not flows that anybody reported; the three rules give a range, not a margin of error.",
            "Ce sont des estimations de Periplo, non des flux déclarés ; les trois règles donnent une fourchette, non une marge d’erreur."),
        new(
            "El dinero que viaja sin registro (en mano, por canales informales) no se cuenta.",
            "Money that travels unrecorded (by hand, through informal channels) is not counted.",
            "L’argent qui circule sans être enregistré (de la main à la main, par des voies informelles) n’est pas compté."),
        new(
            "El dinero que pasa por centros financieros puede figurar en el país por donde pasa y no en aquel de donde sale.",
            "Money routed through financial centres may be attributed to the country it passes through and not to the one it comes from.",
            "L’argent qui transite par des centres financiers peut être attribué au pays de transit et non au pays d’où il vient."),
        new(
            "El ingreso es el PIB por habitante en dólares corrientes, que sustituye al ingreso nacional bruto por habitante que pide el método; donde falta el del año se usa el último publicado, y donde no hay ninguno no se supone diferencia de ingresos.",
            "Income is GDP per head in current dollars, which stands in for the gross national income per head the method asks for; where that of the year is missing the latest published is used, and where there is none no income gap is assumed.",
            "Le revenu est le PIB par habitant en dollars courants, à la place du revenu national brut par habitant que demande la méthode ; lorsque celui de l’année manque, on prend le dernier publié, et lorsqu’il n’y en a aucun on ne suppose aucun écart de revenus."),
        new(
            "La población migrante se publica cada cinco años; entre dos fechas se interpola en línea recta.",
            "Migrant stocks are published every five years; between two dates they are interpolated on a straight line.",
            "L’effectif des migrants est publié tous les cinq ans ; entre deux dates, il est interpolé en ligne droite."),
        new(
            "Los corredores políticamente cerrados, como el de India y Pakistán, quedan fuera en ambos sentidos (closed-corridors.csv).",
            "Politically closed corridors, such as that of India and Pakistan, are left out both ways (closed-corridors.csv).",
            "Les corridors politiquement fermés, comme celui de l’Inde et du Pakistan, sont exclus dans les deux sens (closed-corridors.csv)."),
    ];

    /// <summary>How the three rules estimate, for papers.</summary>
    public static Text Method { get; } = new(
        "Remesas recibidas repartidas entre los países de destino de los emigrantes por tres reglas (Ratha y Shaw 2007), y la tercera ajustada a las remesas enviadas que se notifican (docs/methods/remittances.md).",
        "Remittances received, shared over the countries where emigrants live by three rules (Ratha and Shaw 2007), and the third balanced to the remittances senders report (docs/methods/remittances.md).",
        "Envois de fonds reçus, répartis entre les pays de destination des émigrés selon trois règles (Ratha et Shaw 2007), la troisième étant ajustée aux envois déclarés par les pays d’origine des fonds (docs/methods/remittances.md).");

    /// <summary>How the balanced matrix differs, to stand beside its figures.</summary>
    public static Text Balanced { get; } = new(
        "Regla 3 ajustada a las remesas enviadas que notifican los países: otro método, que no debe mezclarse con las tres reglas.",
        "Rule 3 balanced to the remittances that countries report sending: another method, not to be mixed with the three rules.",
        "Règle 3 ajustée aux envois de fonds que les pays déclarent : une autre méthode, à ne pas mélanger avec les trois règles.");
}
