namespace Periplo.Indicators;

/// <content>Which years there are values of.</content>
public sealed partial class IndicatorTable
{
    /// <summary>Years in which any area has a value, earliest first.</summary>
    public IReadOnlyList<int> Years(string code, IndicatorKey key)
    {
        var years = new SortedSet<int>();
        foreach (var column in columns[Source(code)].Where(column => column.Key == key))
        {
            for (var at = 0; at < column.Grid.Values.Length; at++)
            {
                if (!double.IsNaN(column.Grid.Values[at]))
                    years.Add(column.Grid.FirstYear + (at % column.Grid.Years));
            }
        }

        foreach (var ranking in rankings[Source(code)].Where(ranking => ranking.Key == key))
            years.UnionWith(ranking.Rows.Keys.Select(at => at.Year));
        return [.. years];
    }
}
