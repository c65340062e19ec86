using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>How each country counts its migrants, as the source of its stock says (M1.09).</summary>
internal static class DefinitionUsed
{
    /// <summary>Id that declarations use.</summary>
    public const string Method = "definition-used";

    /// <summary>The definition of every country's latest stock.</summary>
    /// <param name="table">The table with the stock.</param>
    /// <param name="stock">Code of the indicator of the stock.</param>
    public static IEnumerable<IndicatorValue> Values(IndicatorTable table, string stock = "M1.01")
    {
        if (table.Registry.All.FirstOrDefault(indicator => indicator.Measures[0].Method == Method) is not { } indicator)
            return [];
        return table.Areas.Take(table.Countries).Select(area => table.Latest(stock, area)).Where(value => value?.DefinitionUsed is not null).Select(value =>
            value! with { Indicator = indicator, Key = new(indicator.Measures[0].Id), Value = double.NaN, Words = value.DefinitionUsed, Unit = indicator.Measures[0].Unit, Status = ObservationStatus.A });
    }
}
