using Periplo.Flows;

namespace Periplo.Tests.Flows;

/// <summary>
/// Four-area examples printed in G. Abel (2013), Demographic Research 28(18); G. Abel and N. Sander (2014), Science 343, supplement; and
/// G. Abel (2018), International Migration Review 52(3), supplement. Births and deaths where a table of them is given. Rows are birthplaces.
/// </summary>
internal static class WorkedFlows
{
    public static IReadOnlyList<string> Labels { get; } = ["A", "B", "C", "D"];

    /// <summary>Abel 2013, without births or deaths.</summary>
    public static FlowInput First { get; } = Of(FirstStart, [950, 100, 60, 0, 80, 505, 75, 5, 90, 30, 800, 40, 40, 45, 0, 180]);

    /// <summary>Abel 2018, without births or deaths.</summary>
    public static FlowInput Second { get; } = Of(SecondStart, [70, 30, 10, 10, 25, 60, 10, 15, 10, 55, 140, 50, 40, 45, 0, 180]);

    /// <summary>Abel and Sander 2014, with births and deaths.</summary>
    public static FlowInput WithVitalEvents { get; } =
        Of(FirstStart, [1060, 60, 10, 10, 45, 540, 40, 0, 70, 75, 770, 70, 30, 30, 20, 230], [80, 20, 60, 60], [70, 30, 50, 10]);

    /// <summary>Abel 2018, where B has more births than native born.</summary>
    public static FlowInput MoreBirthsThanNatives { get; } =
        Of(SecondStart, [75, 25, 5, 0, 20, 45, 30, 15, 30, 40, 150, 60, 30, 30, 20, 230], [10, 50, 25, 60], [30, 10, 40, 10]);

    /// <summary>Distances between the areas that the examples are fitted from where a seed is wanted.</summary>
    public static double[] Distances { get; } = [0, 5, 50, 500, 5, 0, 45, 495, 50, 45, 0, 450, 500, 495, 450, 0];

    private static double[] FirstStart => [1000, 100, 10, 0, 55, 555, 50, 5, 80, 40, 800, 40, 20, 25, 20, 200];

    private static double[] SecondStart => [100, 10, 10, 0, 20, 55, 25, 10, 10, 40, 140, 65, 20, 25, 20, 200];

    public static FlowInput Of(double[] start, double[] end, double[]? births = null, double[]? deaths = null)
    {
        var labels = Labels.Take((int)Math.Sqrt(start.Length)).ToList();
        return new(new(labels, labels, start), new(labels, labels, end), births ?? new double[labels.Count], deaths ?? new double[labels.Count]);
    }
}
