using Periplo.Languages;

namespace Periplo.Flows;

/// <summary>How flows are estimated from stocks.</summary>
public enum FlowMethod
{
    /// <summary>Growth of the stocks; what falls is left out.</summary>
    StockDifferenceDrop,

    /// <summary>Growth of the stocks; what falls counts as return.</summary>
    StockDifferenceReturn,

    /// <summary>A number of moves spread as the stock of migrants is (Dennett).</summary>
    RatesDennett,

    /// <summary>Transition rates that turn the first table into the second (Rogers and von Rabenau). May give negative cells.</summary>
    RatesRogers,

    /// <summary>Demographic accounts with moves from and to outside, shared out as at the other date, never below zero; fewest moves.</summary>
    AccountingOpen,

    /// <summary>Demographic accounts with moves from and to outside (Abel 2013); fewest moves.</summary>
    AccountingOpenDr,

    /// <summary>Closed demographic accounts; fewest moves that explain the stocks (quasi-independence).</summary>
    ClosedMinimum,

    /// <summary>Closed demographic accounts; residence at the end independent of residence at the start, by birthplace.</summary>
    ClosedIndependence,

    /// <summary>Closed demographic accounts; weighted mean of the two others (Azose and Raftery 2019).</summary>
    PseudoBayes,
}

/// <summary>Names of the methods.</summary>
public static class FlowMethods
{
    private static readonly (string Id, Text Name)[] Named =
    [
        ("sd-drop", new("Diferencia de poblaciones, sin descensos", "Stock difference, falls dropped", "Différence des stocks, baisses omises")),
        ("sd-return", new("Diferencia de poblaciones, descensos como retorno", "Stock difference, falls as return", "Différence des stocks, baisses comptées comme retours")),
        ("rates-dennett", new("Tasas (Dennett)", "Rates (Dennett)", "Taux (Dennett)")),
        ("rates-rogers", new("Tasas (Rogers y von Rabenau)", "Rates (Rogers and von Rabenau)", "Taux (Rogers et von Rabenau)")),
        ("da-open", new("Cuentas demográficas abiertas", "Open demographic accounts", "Comptes démographiques ouverts")),
        ("da-open-dr", new("Cuentas demográficas abiertas (Abel 2013)", "Open demographic accounts (Abel 2013)", "Comptes démographiques ouverts (Abel 2013)")),
        ("da-closed-qi", new("Cuentas demográficas cerradas, mínimo de movimientos", "Closed demographic accounts, fewest moves", "Comptes démographiques fermés, minimum de déplacements")),
        ("da-closed-ind", new("Cuentas demográficas cerradas, independencia", "Closed demographic accounts, independence", "Comptes démographiques fermés, indépendance")),
        ("da-closed-pb", new("Cuentas demográficas cerradas, pseudobayesiano", "Closed demographic accounts, pseudo-Bayes", "Comptes démographiques fermés, pseudo-bayésien")),
    ];

    /// <summary>All methods, in the order they are shown.</summary>
    public static IReadOnlyList<FlowMethod> All { get; } = Enum.GetValues<FlowMethod>();

    /// <summary>Id in files, commands and addresses, such as <c>da-closed-pb</c>.</summary>
    public static string Id(this FlowMethod method) => Named[(int)method].Id;

    /// <summary>Name for people.</summary>
    public static Text Name(this FlowMethod method) => Named[(int)method].Name;

    /// <summary>Whether the method needs births and deaths.</summary>
    public static bool NeedsVitalEvents(this FlowMethod method) => method >= FlowMethod.AccountingOpen;

    /// <summary>Whether the world is closed in it: everybody who leaves an area arrives in another.</summary>
    public static bool IsClosed(this FlowMethod method) => method >= FlowMethod.ClosedMinimum;

    /// <summary>The method of an id; null where there is none.</summary>
    public static FlowMethod? Find(string id)
    {
        var found = Array.FindIndex(Named, named => string.Equals(named.Id, id, StringComparison.Ordinal));
        return found < 0 ? null : (FlowMethod)found;
    }
}
