using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>A count of moves by one side.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Origin">Label of the area that is left.</param>
/// <param name="Destination">Label of the area that is entered.</param>
/// <param name="Count">Persons, not below zero.</param>
/// <param name="Duration">How long one must stay or be away to be counted; null when it is not said.</param>
public sealed record ReportedCount(int Year, string Origin, string Destination, double Count, StayDuration? Duration = null);

/// <summary>What is held of one side.</summary>
/// <param name="Side">Who reports.</param>
/// <param name="Reporters">Ids of the areas that report, in ordinal order.</param>
/// <param name="Years">First and last year; null when there are none.</param>
/// <param name="Counts">Corridors and years.</param>
public sealed record ReportedSide(ReportingSide Side, IReadOnlyList<string> Reporters, (int First, int Last)? Years, int Counts)
{
    /// <summary>Says that the side is missing; null when some of it is held.</summary>
    public Text? Missing => Counts > 0 ? null : Side == ReportingSide.Origin ? MissingFlows.Emigration : MissingFlows.Immigration;

    /// <summary>The side in counts.</summary>
    public static ReportedSide Of(ReportingSide side, IReadOnlyList<ReportedCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new(
            side, [.. counts.Select(count => side == ReportingSide.Origin ? count.Origin : count.Destination).Distinct().Order(StringComparer.Ordinal)],
            counts.Count == 0 ? null : (counts.Min(count => count.Year), counts.Max(count => count.Year)), counts.Count);
    }
}

/// <summary>Counts of either side in the figures held.</summary>
public static class ReportedCounts
{
    /// <summary>All pairs that a side reports, by countries and territories: unknown areas and groups have nobody on the other side.</summary>
    /// <param name="revisions">Revisions of <c>FLOWS</c>, the preferred first: a pair and year two of them have is taken from the first.</param>
    /// <param name="side">Who reports.</param>
    /// <param name="areas">The areas.</param>
    public static IReadOnlyList<ReportedCount> Of(IReadOnlyList<Dataset> revisions, ReportingSide side, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        ArgumentNullException.ThrowIfNull(areas);
        var known = new HashSet<(int, string, string)>();
        var counts = new List<ReportedCount>();
        foreach (var dataset in revisions)
        {
            var (to, from) = (dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension("COUNTERPART_AREA"));
            foreach (var i in dataset.Select(Query(side, "P")))
            {
                var figure = new ReportedFigure(side, dataset.Observations.Times[i].Year, dataset, i);
                var (origin, destination) = (dataset.Observations.Code(from, i), dataset.Observations.Code(to, i));
                if (figure.Persons is { } persons && origin != destination && IsPlace(origin) && IsPlace(destination) && known.Add((figure.Year, origin, destination)))
                    counts.Add(new(figure.Year, origin, destination, persons, StayDurations.Find(figure.Duration)));
            }
        }

        return counts;

        bool IsPlace(string id) => areas[id].Kind is AreaKind.Country or AreaKind.Composite or AreaKind.Former;
    }

    /// <summary>The counts of a span of years, both ends included; all of them when it is null.</summary>
    /// <exception cref="StatisticsException">There are counts, and none of those years.</exception>
    public static IReadOnlyList<ReportedCount> During(IReadOnlyList<ReportedCount> counts, ReportingSide side, (int From, int To)? years)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (years is not { } span || counts.Count == 0)
            return counts;
        IReadOnlyList<ReportedCount> within = [.. counts.Where(count => count.Year >= span.From && count.Year <= span.To)];
        if (within.Count > 0)
            return within;
        var (first, last) = (counts.Min(count => count.Year), counts.Max(count => count.Year));
        throw new StatisticsException(side == ReportingSide.Origin
            ? new(
                $"No hay emigración de {span.From} a {span.To}; la que hay va de {first} a {last}.", $"There is no emigration from {span.From} to {span.To}; what there is runs from {first} to {last}.", $"Il n’y a pas d’émigration de {span.From} à {span.To} ; celle dont on dispose va de {first} à {last}.")
            : new(
                $"No hay inmigración de {span.From} a {span.To}; la que hay va de {first} a {last}.", $"There is no immigration from {span.From} to {span.To}; what there is runs from {first} to {last}.", $"Il n’y a pas d’immigration de {span.From} à {span.To} ; celle dont on dispose va de {first} à {last}."));
    }

    /// <summary>What a side reports in a year by a definition of origin, of everybody.</summary>
    internal static Query Query(ReportingSide side, string basis) => Statistics.Query.All
        .Where("FREQ", "A").Where("FLOW_TYPE", side == ReportingSide.Origin ? "EMI" : "IMM").Where("ORIGIN_BASIS", basis).Where("FLOW_GROUP", "_T")
        .Where("SEX", "_T").Where("AGE", "_T").Where("EST_METHOD", "REP").Where("STATISTIC", "EST").Where("UNIT_MEASURE", "PS");
}
