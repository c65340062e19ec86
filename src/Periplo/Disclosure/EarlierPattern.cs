using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>
/// What was published of some series before. Two vintages of a month that suppress different cells can be subtracted from
/// one another; so what was suppressed stays suppressed, and what was published hides nothing, as long as the count has not
/// changed by the minimum.
/// </summary>
public sealed class EarlierPattern
{
    private readonly Dictionary<(string Area, TimePeriod Period, string Measure, string? Direction), Dictionary<ulong, (bool Suppressed, double Value)>> series = [];

    private EarlierPattern()
    {
    }

    /// <summary>The pattern of cells protected before, with their counts.</summary>
    public static EarlierPattern Of(ProtectedCells cells)
    {
        var pattern = new EarlierPattern();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var (one, key, count, suppressed) = cells.Inside(cell);
            pattern.Add((one.Area, one.Period, one.Measure, one.Direction), key, suppressed, (double)count / cells.Scale);
        }

        return pattern;
    }

    /// <summary>
    /// The pattern of a revision as published. The counts of its suppressed cells are not in it, so these stay suppressed
    /// however much they may have changed, unless they are zero now.
    /// </summary>
    /// <param name="dataset">The revision.</param>
    /// <param name="constants">Which of its figures are meant, by the codes of dimensions that are the same for all: VINTAGE, STATISTIC, RESIDENCE_RULE.</param>
    public static EarlierPattern Of(Dataset dataset, IReadOnlyDictionary<string, string> constants)
    {
        var (pattern, keys, all) = (new EarlierPattern(), new BreakdownKeys(dataset.Definition), dataset.Observations);
        var (area, measure) = (dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension(dataset.Definition.MeasureDimension));
        var direction = dataset.Definition.Structure.Position("DIRECTION");
        var query = constants.Aggregate(Query.All, (narrower, constant) => narrower.Where(constant.Key, constant.Value));
        foreach (var i in dataset.Select(query))
        {
            ulong key = 0;
            for (var d = 0; d < keys.Dimensions.Length; d++)
            {
                var code = all.Code(keys.Positions[d], i);
                key |= code == "_T" ? 0 : keys.Part(d, code);
            }

            pattern.Add(
                (all.Code(area, i), all.Times[i], all.Code(measure, i), direction < 0 ? null : all.Code(direction, i)),
                key, all.Statuses[i] == ObservationStatus.Q, dataset.Plain(i));
        }

        return pattern;
    }

    internal EarlierVintage Of(TableSeries one, ulong key, long count, long minimum, int scale)
    {
        if (!series.TryGetValue((one.Area, one.Period, one.Measure, one.Direction), out var cells) || !cells.TryGetValue(key, out var before)
            || Math.Abs(before.Value - ((double)count / scale)) * scale >= minimum)
        {
            return EarlierVintage.None;
        }

        return before.Suppressed ? EarlierVintage.Suppressed : EarlierVintage.Published;
    }

    private void Add((string, TimePeriod, string, string?) one, ulong key, bool suppressed, double value)
    {
        if (!series.TryGetValue(one, out var cells))
            series.Add(one, cells = []);
        cells[key] = (suppressed, value);
    }
}
