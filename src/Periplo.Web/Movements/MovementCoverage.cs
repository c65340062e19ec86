using System.Runtime.CompilerServices;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Web.Movements;

/// <summary>Which months a country has of a movement in one source.</summary>
/// <param name="Area">Id of the reporting country.</param>
/// <param name="Movement">Code of the movement.</param>
/// <param name="Months">Numbers of the months with any figure, rising.</param>
public sealed record MovementCoverage(string Area, string Movement, IReadOnlyList<int> Months)
{
    // Held with the figures themselves: a page asks for it every time.
    private static readonly ConditionalWeakTable<Dataset, IReadOnlyList<MovementCoverage>> Known = [];

    /// <summary>Name of a movement.</summary>
    public static Text Name(DatasetDefinition monthly, string movement)
    {
        var code = monthly.Structure.Dimensions[monthly.Dimension("MOVEMENT")].CodeList.Find(movement)!;
        return code.Name.Text();
    }

    /// <summary>Countries whose crossings were classified: first and last month and number of months.</summary>
    public static IEnumerable<(string Area, string Source, int First, int Last, int Months)> OfCrossings(Site site)
    {
        if (site.Migration is not { } migration)
            return [];
        var o = migration.Observations;
        var area = migration.Definition.Dimension("REF_AREA");
        return migration.Select(Query.All.Where("FREQ", "M").Where("VINTAGE", "LATEST").Where("MEASURE", "ARR", "DEP")).GroupBy(i => o.Code(area, i))
            .Select(group => (group.Key, migration.Revision.Source, group.Min(i => Charts.Months.Number(o.Times[i])), group.Max(i => Charts.Months.Number(o.Times[i])), group.Select(i => o.Times[i]).Distinct().Count()));
    }

    /// <summary>The address of a figure of a source that is summed over every division not named.</summary>
    public static string Lineage(Language language, Dataset source, Periplo.Sdmx.TimePeriod time, params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        var dimensions = source.Definition.Structure.Dimensions;
        var key = new string[dimensions.Count];
        for (var d = 0; d < key.Length; d++)
        {
            var held = source.Observations.Codes[d];
            key[d] = held.Length == 1 ? held[0] : dimensions[d].Id is "UNIT_MEASURE" or "FREQ" ? held[^1] : "*";
            foreach (var (dimension, code) in codes)
            {
                if (dimension == dimensions[d].Id)
                    key[d] = code;
            }
        }

        return Addresses.Observation(language, source.Definition.Id, source.Revision.Id, string.Join('.', key), time);
    }

    /// <summary>What sources hold together, by country and movement: of an office what it has of its own country.</summary>
    public static IEnumerable<MovementCoverage> Of(ReportingSources sources) => sources.AreOffices
        ? sources.Areas.SelectMany(area => Of(sources.For(area)!).Where(one => one.Area == area))
        : Of(sources.Datasets[0]);

    /// <summary>What a source holds, by country and movement.</summary>
    public static IReadOnlyList<MovementCoverage> Of(Dataset source) => Known.GetValue(source, static dataset =>
    {
        var o = dataset.Observations;
        var (area, movement) = (dataset.Definition.Dimension("REF_AREA"), dataset.Definition.Dimension("MOVEMENT"));
        var found = new SortedDictionary<(string, string), SortedSet<int>>();
        foreach (var i in dataset.Select(Query.All.Where("FREQ", "M")))
        {
            if (Periplo.Sdmx.ObservationStatuses.IsMissing(o.Statuses[i]))
                continue;
            var key = (o.Code(area, i), o.Code(movement, i));
            if (!found.TryGetValue(key, out var months))
                found.Add(key, months = []);
            months.Add(Charts.Months.Number(o.Times[i]));
        }

        return [.. found.Select(pair => new MovementCoverage(pair.Key.Item1, pair.Key.Item2, [.. pair.Value]))];
    });
}
