using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>
/// Decides which estimates a picture marks. Where every number is an estimate (a whole table of the UN is), a mark on
/// each would say nothing: then a note says it once and only what differs from the rest (the imputed) is marked.
/// </summary>
internal static class EstimateMarks
{
    private static readonly Text AllEstimated = new("Todas las cifras son estimaciones de la fuente.", "All figures are estimates of the source.", "Tous les chiffres sont des estimations de la source.");

    /// <summary>The values with the common standing unmarked, and the note that says it, or none.</summary>
    public static (IReadOnlyList<AreaDatum> Values, IReadOnlyList<Text> Notes) Of(IReadOnlyList<AreaDatum> values)
    {
        if (Common(values.Select(one => one.Datum)) is not { } common)
            return (values, []);
        return ([.. values.Select(one => one with { Datum = Unmarked(one.Datum, common) })], [AllEstimated]);
    }

    /// <summary>The same for series.</summary>
    public static (IReadOnlyList<Series> Values, IReadOnlyList<Text> Notes) Of(IReadOnlyList<Series> all)
    {
        if (Common(all.SelectMany(series => series.Points).Select(point => point.Datum)) is not { } common)
            return (all, []);
        return ([.. all.Select(series => series with { Points = [.. series.Points.Select(point => point with { Datum = Unmarked(point.Datum, common) })] })], [AllEstimated]);
    }

    private static Datum Unmarked(Datum datum, char common) => datum.Status == common ? datum with { IsCommon = true } : datum;

    /// <summary>Estimated, when every value is worked out and most are estimated; else null.</summary>
    private static char? Common(IEnumerable<Datum> data)
    {
        Span<int> counts = stackalloc int[128];
        var most = '\0';
        foreach (var datum in data)
        {
            if (datum.Value is null)
                continue;
            if (!datum.IsEstimate || datum.Status >= counts.Length)
                return null;
            if (++counts[datum.Status] > counts[most])
                most = datum.Status;
        }

        // What is imputed, forecast or provisional is never so common that it goes unsaid.
        return most == 'E' ? most : null;
    }
}
