using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <content>
/// Figures derived from protected ones. The rule is one: a derived figure is published only where everybody can calculate
/// it from published figures, so that it tells nothing new.
/// </content>
public sealed partial class ProtectedCells
{
    /// <summary>
    /// The difference of two measures, cell by cell (NET = ARR - DEP), for the periods that have both. Suppressed where either
    /// is; left out where one of the two is not broken down so.
    /// </summary>
    public ProtectedCells Difference(string of, string minus, string measure)
    {
        var subtrahends = Series.Index().Where(one => one.Item.Measure == minus).ToDictionary(one => Identity(one.Item), one => one.Index);
        var (series, differences) = (new List<TableSeries>(), new List<SeriesCells>());
        for (var s = 0; s < cells.Length; s++)
        {
            if (Series[s].Measure != of || !subtrahends.TryGetValue(Identity(Series[s]), out var other))
                continue;
            series.Add(Series[s] with { Measure = measure, Status = Series[s].Status == Series[other].Status ? Series[s].Status : ObservationStatus.E });
            differences.Add(Difference(cells[s], cells[other]));
        }

        return new(keys, series, [.. differences], Scale);
    }

    /// <summary>
    /// The running sum of a measure from the first period on (CHANGE from NET). A cell that was suppressed once stays
    /// suppressed: two sums around it would give away what came between. A cell not listed in a period has not changed in it.
    /// </summary>
    /// <exception cref="StatisticsException">A period is missing between the first and the last.</exception>
    public ProtectedCells RunningSum(string of, string measure)
    {
        var (series, sums) = (new List<TableSeries>(), new List<SeriesCells>());
        foreach (var line in Series.Index().Where(one => one.Item.Measure == of).GroupBy(one => (one.Item.Area, one.Item.Direction)))
        {
            var running = new SortedDictionary<ulong, (long Sum, Suppression State)>();
            var everywhere = new HashSet<ulong>(line.SelectMany(one => cells[one.Index].Keys.Select(keys.Level)));
            var broken = new HashSet<ulong>();
            TimePeriod? last = null;
            foreach (var (s, one) in line.OrderBy(one => one.Item.Period))
            {
                if (last is { } before && before.LastDay.AddDays(1) != one.Period.FirstDay)
                {
                    throw new StatisticsException(new Text(
                        $"Entre {before} y {one.Period} falta un período de {one.Area}: la suma no puede seguir.",
                        $"A period of {one.Area} is missing between {before} and {one.Period}: the sum cannot go on.",
                        $"Entre {before} et {one.Period}, il manque une période de {one.Area} : la somme ne peut pas continuer."));
                }

                last = one.Period;
                broken.UnionWith(everywhere.Where(level => !cells[s].Has(level)));
                Advance(running, cells[s], broken);
                series.Add(one with { Measure = measure });
                sums.Add(new(
                    [.. running.Keys.Select(BreakdownKeys.Unranked)], [.. running.Values.Select(value => value.Sum)], [.. running.Values.Select(value => value.State)], cells[s].Levels));
            }
        }

        return new(keys, series, [.. sums], Scale);
    }

    private void Advance(SortedDictionary<ulong, (long Sum, Suppression State)> running, SeriesCells step, HashSet<ulong> broken)
    {
        for (var c = 0; c < step.Keys.Length; c++)
        {
            var (sum, state) = running.GetValueOrDefault(keys.Ranked(step.Keys[c]));
            running[keys.Ranked(step.Keys[c])] = (sum + step.Counts[c], state == Suppression.Published ? step.States[c] : state);
        }

        // Where a period is not broken down so, what happened in it is not known, which is the same as suppressed.
        if (broken.Count == 0)
            return;
        foreach (var ranked in running.Keys.Where(ranked => broken.Contains(keys.Level(BreakdownKeys.Unranked(ranked)))).ToList())
            running[ranked] = (running[ranked].Sum, Suppression.Complementary);
    }

    private SeriesCells Difference(SeriesCells left, SeriesCells right)
    {
        var all = new SortedDictionary<ulong, (long Count, Suppression State)>();
        for (var c = 0; c < left.Keys.Length; c++)
        {
            if (right.Has(keys.Level(left.Keys[c])))
                all.Add(keys.Ranked(left.Keys[c]), (left.Counts[c], left.States[c]));
        }

        for (var c = 0; c < right.Keys.Length; c++)
        {
            if (!left.Has(keys.Level(right.Keys[c])))
                continue;
            var (count, state) = all.GetValueOrDefault(keys.Ranked(right.Keys[c]));
            all[keys.Ranked(right.Keys[c])] = (count - right.Counts[c], state == Suppression.Published ? right.States[c] : state);
        }

        var levels = left.Levels is null ? right.Levels : right.Levels is null ? left.Levels : [.. left.Levels.Intersect(right.Levels)];
        return new([.. all.Keys.Select(BreakdownKeys.Unranked)], [.. all.Values.Select(value => value.Count)], [.. all.Values.Select(value => value.State)], levels);
    }

    private static (string, TimePeriod, string?) Identity(TableSeries series) => (series.Area, series.Period, series.Direction);
}
