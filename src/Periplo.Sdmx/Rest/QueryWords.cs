using System.Globalization;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Rest;

/// <summary>Words and numbers that parameters of both syntaxes take.</summary>
internal static class QueryWords
{
    /// <summary>Parameters of queries for data that both syntaxes have.</summary>
    public static DataQuery Data(RawQuery raw) => new()
    {
        UpdatedAfter = Moment(raw, "updatedAfter"),
        First = Positive(raw, "firstNObservations"),
        Last = Positive(raw, "lastNObservations"),
        DimensionAtObservation = raw.Take("dimensionAtObservation"),
        IncludeHistory = Flag(raw, "includeHistory"),
    };

    /// <summary>A moment, or null.</summary>
    public static DateTimeOffset? Moment(RawQuery raw, string name) =>
        raw.Take(name) is not { } text ? null
        : QueryPeriods.TryMoment(text, out var moment) ? moment
        : throw SdmxQueryException.Syntax($"{name} is {RawQuery.Shown(text)}; write a date and time such as 2024-05-15T14:15:00Z.");

    /// <summary>A period, or null.</summary>
    public static TimePeriod? Period(RawQuery raw, string name, bool atEnd) =>
        raw.Take(name) is not { } text ? null
        : QueryPeriods.TryParse(text, atEnd, out var period) ? period
        : throw SdmxQueryException.Syntax($"{name} is {RawQuery.Shown(text)}, which is no period; write 2024, 2024-S1, 2024-Q1, 2024-01, 2024-W01 or 2024-01-31.");

    /// <summary>A positive integer, or null. One larger than can be is as good as the largest.</summary>
    public static int? Positive(RawQuery raw, string name) => Number(raw, name, 1) is { } number ? (int)Math.Min(number, int.MaxValue) : null;

    /// <summary>An integer of at least <paramref name="least"/>, or null.</summary>
    public static long? Number(RawQuery raw, string name, long least)
    {
        if (raw.Take(name) is not { } text)
            return null;
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : long.MaxValue;
            if (number >= least)
                return number;
        }

        throw SdmxQueryException.Syntax($"{name} is {RawQuery.Shown(text)}, which is no integer of at least {least}.");
    }

    /// <summary>True or false; false where it is not given.</summary>
    public static bool Flag(RawQuery raw, string name) => raw.Take(name) switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        var text => throw SdmxQueryException.Syntax($"{name} is {RawQuery.Shown(text)}; write true or false."),
    };

    /// <summary>How much of structures (<c>detail</c>).</summary>
    public static StructureDetail Detail(RawQuery raw, RestVersion version) => raw.Take("detail") switch
    {
        null or "full" => StructureDetail.Full,
        "allstubs" => StructureDetail.AllStubs,
        "referencestubs" => StructureDetail.ReferenceStubs,
        "allcompletestubs" => StructureDetail.AllCompleteStubs,
        "referencecompletestubs" => StructureDetail.ReferenceCompleteStubs,
        "referencepartial" => StructureDetail.ReferencePartial,
        "raw" when version == RestVersion.V2 => StructureDetail.Raw,
        var text => throw SdmxQueryException.Syntax(
            $"detail is {RawQuery.Shown(text)}; write full, allstubs, referencestubs, allcompletestubs, referencecompletestubs or referencepartial."),
    };

    /// <summary>What is told beside structures (<c>references</c>).</summary>
    public static StructureQuery References(StructureQuery query, IEnumerable<string> words, RestVersion version)
    {
        var related = RelatedStructures.None;
        var types = new List<StructureType>();
        foreach (var word in words)
        {
            switch (word)
            {
                case "none":
                    break;
                case "parents":
                    related |= RelatedStructures.Parents;
                    break;
                case "parentsandsiblings":
                    related |= RelatedStructures.ParentsAndSiblings;
                    break;
                case "ancestors" when version == RestVersion.V2:
                    related |= RelatedStructures.Ancestors;
                    break;
                case "children":
                    related |= RelatedStructures.Children;
                    break;
                case "descendants":
                    related |= RelatedStructures.Descendants;
                    break;
                case "all":
                    related |= RelatedStructures.All;
                    break;
                default:
                    if (ResourceNames.Find(word, version) is not { } named)
                        throw SdmxQueryException.Syntax($"references is {RawQuery.Shown(word)}; write none, parents, parentsandsiblings, children, descendants, all or the name of a resource.");
                    types.AddRange(named);
                    break;
            }
        }

        return query with { References = related, ReferenceTypes = types };
    }

    /// <summary>Values between separators, each of which must be there.</summary>
    public static IReadOnlyList<string> List(string text, char separator, string what)
    {
        if (!text.Contains(separator))
            return [text];
        var parts = text.Split(separator);
        if (parts.Contains(""))
            throw SdmxQueryException.Syntax($"{what} {RawQuery.Shown(text)} has nothing between two separators.");
        return parts;
    }

    /// <summary>Refuses what cannot be an agency, an id or an item.</summary>
    public static IReadOnlyList<string> Ids(IReadOnlyList<string> ids, string what)
    {
        foreach (var id in ids)
        {
            if (id.Length == 0 || id.AsSpan().ContainsAnyExcept(StructureIds.Letters))
                throw SdmxQueryException.Syntax($"{what} {RawQuery.Shown(id)} is no id.");
        }

        return ids;
    }

    /// <summary>What of availability is told beside it (<c>references</c>).</summary>
    public static IReadOnlyList<StructureType> AvailabilityReferences(IEnumerable<string> words)
    {
        var types = new List<StructureType>();
        foreach (var word in words)
        {
            switch (word)
            {
                case "none":
                    break;
                case "all":
                    types.AddRange([
                        StructureType.Dataflow, StructureType.DataStructure, StructureType.ConceptScheme, StructureType.CodeList, StructureType.DataProviderScheme,
                    ]);
                    break;
                case "dataflow":
                    types.Add(StructureType.Dataflow);
                    break;
                case "datastructure":
                    types.Add(StructureType.DataStructure);
                    break;
                case "conceptscheme":
                    types.Add(StructureType.ConceptScheme);
                    break;
                case "codelist":
                    types.Add(StructureType.CodeList);
                    break;
                case "dataproviderscheme":
                    types.Add(StructureType.DataProviderScheme);
                    break;
                case "valuelist":
                    // Known, and none is held.
                    break;
                default:
                    throw SdmxQueryException.Syntax(
                        $"references is {RawQuery.Shown(word)}; write none, all, dataflow, datastructure, conceptscheme, codelist or dataproviderscheme.");
            }
        }

        return [.. types.Distinct()];
    }

    /// <summary>Whether what is in the answer is asked for, or what may still be chosen (<c>mode</c>).</summary>
    public static bool IsExact(RawQuery raw) => raw.Take("mode") switch
    {
        null or "exact" => true,
        "available" => false,
        var text => throw SdmxQueryException.Syntax($"mode is {RawQuery.Shown(text)}; write exact or available."),
    };

    /// <summary>Which parts of data (<c>detail</c> of 2.1).</summary>
    public static DataDetail DataParts(RawQuery raw) => raw.Take("detail") switch
    {
        null or "full" => DataDetail.Full,
        "dataonly" => DataDetail.DataOnly,
        "serieskeysonly" => DataDetail.SeriesKeysOnly,
        "nodata" => DataDetail.NoData,
        var text => throw SdmxQueryException.Syntax($"detail is {RawQuery.Shown(text)}; write full, dataonly, serieskeysonly or nodata."),
    };
}
