using System.Globalization;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// Fits a query to the structure of the flow it is about: says what of it the structure does not have, fills keys up, writes words for
/// groups of components out, and turns filters that are keys or ranges of time into such, so that a source has one thing to look at.
/// </summary>
public static class QueryFit
{
    private const string Value = "OBS_VALUE";

    /// <summary>The query as a source takes it.</summary>
    /// <exception cref="SdmxQueryException">The structure does not have what the query names.</exception>
    public static DataQuery To(Dataflow flow, DataRequest request)
    {
        var (query, structure) = (request.Query, flow.Structure);
        if (query.DimensionAtObservation is { } level && level is not (DataStructure.TimeDimension or DataMessage.AllDimensions) && structure.Position(level) < 0)
            throw SdmxQueryException.Syntax($"dimensionAtObservation is {RawQuery.Shown(level)}, which is no dimension of {structure.Id}; write TIME_PERIOD, AllDimensions or a dimension.");
        query = Keys(query, structure, request.Version);
        if (request.Measures?.FirstOrDefault(measure => measure != Value) is { } unknown)
            throw Unknown(request.Version, unknown, structure);
        if (query.Filters.Count > 0)
            query = Filters(query, structure, request.Version);
        if (query.Attributes is not null)
            query = query with { Attributes = Attributes(query.Attributes, structure, request.Version) };
        return query.Sort.Count > 0 ? query with { Sort = Sort(query, structure, request.Version) } : query;
    }

    private static DataQuery Keys(DataQuery query, DataStructure structure, RestVersion version)
    {
        var count = structure.Dimensions.Count;
        var fits = true;
        foreach (var key in query.Keys)
        {
            fits &= key.Positions.Count == count;
            if (key.Positions.Count > count || (version == RestVersion.V1 && key.Positions.Count != count))
            {
                throw SdmxQueryException.Syntax(
                    $"The key has {key.Positions.Count} positions; {structure.Id} has {count}: {string.Join('.', structure.Dimensions.Select(one => one.Id))}.");
            }
        }

        // What is left out at the end is open in 3.0.
        return fits ? query : query with
        {
            Keys = [.. query.Keys.Select(key => new KeySelection([.. key.Positions, .. Enumerable.Repeat<IReadOnlyList<string>>([], count - key.Positions.Count)]))],
        };
    }

    private static DataQuery Filters(DataQuery query, DataStructure structure, RestVersion version)
    {
        var left = new List<ComponentFilter>();
        foreach (var filter in query.Filters)
        {
            if (filter.Component == DataStructure.TimeDimension)
                query = InTime(query, filter, left);
            else if (structure.Position(filter.Component) is var position and >= 0)
                query = InKey(query, filter, position, structure.Dimensions.Count, left);
            else if (filter.Component == Value)
                left.Add(Numbers(filter));
            else if (structure.Attributes.Any(one => one.Id == filter.Component))
                left.Add(filter);
            else
                throw Unknown(version, filter.Component, structure);
        }

        return query with { Filters = left };
    }

    /// <summary>A range of time is what every source is quick at.</summary>
    private static DataQuery InTime(DataQuery query, ComponentFilter filter, List<ComponentFilter> left)
    {
        var read = filter.Alternatives.Select(one => one.Select(Plain).ToArray()).ToArray();
        if (read is not [var conditions] || conditions.Any(one => one.Operator is not (ConditionOperator.Ge or ConditionOperator.Le)))
        {
            left.Add(new(filter.Component, read));
            return query;
        }

        foreach (var (kind, value) in conditions)
        {
            var period = TimePeriod.TryParse(value, out var told) ? told : default;
            if (kind == ConditionOperator.Ge && !(query.From is { } from && from.FirstDay >= period.FirstDay))
                query = query with { From = period };
            else if (kind == ConditionOperator.Le && !(query.To is { } to && to.LastDay <= period.LastDay))
                query = query with { To = period };
        }

        return query;

        static Condition Plain(Condition one)
        {
            var atEnd = one.Operator is ConditionOperator.Le or ConditionOperator.Gt;
            return QueryPeriods.TryParse(one.Value, atEnd, out var period) ? one with { Value = period.ToString() } : one;
        }
    }

    /// <summary>Codes of a dimension are a position of the key, where there is one key at most.</summary>
    private static DataQuery InKey(DataQuery query, ComponentFilter filter, int position, int count, List<ComponentFilter> left)
    {
        var codes = new List<string>();
        foreach (var alternative in filter.Alternatives)
        {
            if (alternative is [{ Operator: ConditionOperator.Eq } only])
                codes.Add(only.Value);
        }

        var key = query.Keys.Count == 1 ? query.Keys[0].Positions : [.. Enumerable.Repeat<IReadOnlyList<string>>([], count)];
        List<string> both = key[position].Count == 0 ? codes : [.. key[position].Where(codes.Contains)];

        // No code at all would ask for all: what contradicts itself stays a filter.
        if (codes.Count < filter.Alternatives.Count || query.Keys.Count > 1 || both.Count == 0)
        {
            left.Add(filter);
            return query;
        }

        return query with { Keys = [new([.. key.Select((one, i) => i == position ? both : one)])] };
    }

    private static ComponentFilter Numbers(ComponentFilter filter)
    {
        foreach (var condition in filter.Alternatives.SelectMany(one => one))
        {
            var comparesTexts = condition.Operator is ConditionOperator.Co or ConditionOperator.Nc or ConditionOperator.Sw or ConditionOperator.Ew;
            if (!comparesTexts && !(double.TryParse(condition.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)))
                throw SdmxQueryException.Syntax($"c[{Value}] has {RawQuery.Shown(condition.Value)}, which is no number.");
        }

        return filter;
    }

    /// <summary>Ids of the attributes that words ask for; null for all. Reports of reference metadata (<c>msd</c>) have none here.</summary>
    private static IReadOnlyList<string>? Attributes(IReadOnlyList<string> words, DataStructure structure, RestVersion version)
    {
        if (words.Contains("none") && words.Count > 1)
            throw SdmxQueryException.Syntax("attributes is none, or it names some.");
        var ids = new HashSet<string>();
        foreach (var word in words)
        {
            switch (word)
            {
                case "dsd" or "all":
                    return null;
                case "none" or "msd":
                    break;
                case "dataset":
                    ids.UnionWith(structure.Attributes.Where(one => one.Attachment == Attachment.DataSet).Select(one => one.Id));
                    break;
                case "series":
                    ids.UnionWith(structure.Attributes.Where(one => one.Attachment == Attachment.Series).Select(one => one.Id));
                    break;
                case "obs":
                    ids.UnionWith(structure.Attributes.Where(one => one.Attachment == Attachment.Observation).Select(one => one.Id));
                    break;
                default:
                    ids.Add(structure.Attributes.Any(one => one.Id == word) ? word : throw Unknown(version, word, structure));
                    break;
            }
        }

        return [.. structure.Attributes.Select(one => one.Id).Where(ids.Contains)];
    }

    private static List<SortKey> Sort(DataQuery query, DataStructure structure, RestVersion version)
    {
        var keys = new List<SortKey>();
        foreach (var (component, descending) in query.Sort)
        {
            var level = query.DimensionAtObservation ?? DataStructure.TimeDimension;
            var dimensions = structure.Dimensions.Select(one => one.Id).Append(DataStructure.TimeDimension);
            IEnumerable<string> named = component switch
            {
                "*" => dimensions,
                "series_key" => dimensions.Where(one => one != level),
                _ when component == Value || dimensions.Contains(component) || structure.Attributes.Any(one => one.Id == component) => [component],
                _ => throw Unknown(version, component, structure),
            };
            keys.AddRange(named.Where(one => !keys.Exists(key => key.Component == one)).Select(one => new SortKey(one, descending)).ToArray());
        }

        return keys;
    }

    private static SdmxQueryException Unknown(RestVersion version, string component, DataStructure structure) =>
        SdmxQueryException.Semantics(version, $"{structure.Id} has no component {RawQuery.Shown(component)}.");
}
