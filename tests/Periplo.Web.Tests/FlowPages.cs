using Periplo.Languages;
using Periplo.Web.Flows;

namespace Periplo.Web.Tests;

/// <summary>The pages of flows, one of every kind.</summary>
internal static class FlowPages
{
    /// <summary>A name for each, and how its address is made.</summary>
    public static IReadOnlyList<(string Name, Func<Language, string> Address)> All { get; } =
    [
        ("flows", FlowAddresses.Flows),
        ("flows of a region", to => FlowAddresses.Area(to, "013")),
        ("flows of a country", to => FlowAddresses.Area(to, "GTM")),
        ("flows of nobody", to => FlowAddresses.Area(to, "PCN")),
        ("flows by another method", to => $"{FlowAddresses.Flows(to)}?{FlowAddresses.PeriodWord.In(to)}=1990-1995&{FlowAddresses.MethodWord.In(to)}=sd-return&{FlowAddresses.SexWord.In(to)}={FlowChoice.WordOf("F").In(to)}"),
        ("all flows", to => $"{FlowAddresses.Flows(to)}?{FlowAddresses.ThresholdWord.In(to)}=0"),
        ("circle of flows", to => FlowAddresses.View(to, FlowView.Circle)),
        ("map of flows", to => FlowAddresses.View(to, FlowView.Map)),
        ("matrix of flows", to => FlowAddresses.View(to, FlowView.Matrix)),
        ("flows by method", to => FlowAddresses.View(to, FlowView.Methods)),
        ("flows by origin", to => $"{FlowAddresses.View(to, FlowView.Origins)}?{FlowAddresses.AreaWord.In(to)}=COL"),
        ("flows of a corridor", to => FlowAddresses.Corridor(to, "MEX", "USA")),
        ("method of flows", FlowAddresses.Method),
    ];

    /// <summary>Those that a browser visits.</summary>
    public static IReadOnlyList<string> Layouts { get; } =
        ["flows", "flows of a region", "flows of a country", "flows of nobody", "circle of flows", "flows by method", "flows of a corridor", "method of flows"];
}
