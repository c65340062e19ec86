using System.Collections.Concurrent;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Rest;

/// <summary>Formats of structures.</summary>
public enum StructureFormat
{
    /// <summary>SDMX-ML 2.1.</summary>
    Xml21,

    /// <summary>SDMX-JSON 1.0.</summary>
    Json1,

    /// <summary>SDMX-JSON 2.0.</summary>
    Json2,
}

/// <summary>The format of data agreed on.</summary>
/// <param name="Format">The format.</param>
/// <param name="Csv">How, where it is SDMX-CSV.</param>
/// <param name="ContentType">What the answer's Content-Type says.</param>
public sealed record DataChoice(DataFormat Format, CsvOptions? Csv, string ContentType);

/// <summary>The format of structures agreed on.</summary>
/// <param name="Format">The format.</param>
/// <param name="ContentType">What the answer's Content-Type says.</param>
public sealed record StructureChoice(StructureFormat Format, string ContentType);

/// <summary>
/// Agrees with a client on a format (RFC 9110, section 12; sdmx-rest, content negotiation). Every answer repeats type and version of what
/// was chosen. Both syntaxes offer everything; they differ in what is sent to a client that does not mind.
/// </summary>
public static class MediaTypes
{
    /// <summary>Type of an XML schema of structure-specific data.</summary>
    public const string Schema = "application/vnd.sdmx.schema+xml;version=2.1";

    /// <summary>Type of reports of reference metadata.</summary>
    public const string Metadata = "application/vnd.sdmx.genericmetadata+xml;version=2.1";

    private const string Vendor = "application/vnd.sdmx.";
    private const int MostKept = 500;

    private static readonly Offer[] Data =
    [
        Offer.Xml(nameof(DataFormat.GenericXml), Vendor + "genericdata+xml"),
        Offer.Xml(nameof(DataFormat.StructureSpecificXml), Vendor + "structurespecificdata+xml"),
        Offer.Xml(nameof(DataFormat.GenericTimeSeriesXml), Vendor + "generictimeseriesdata+xml"),
        Offer.Xml(nameof(DataFormat.StructureSpecificTimeSeriesXml), Vendor + "structurespecifictimeseriesdata+xml"),
        new(nameof(DataFormat.Json2), Vendor + "data+json", "2.0.0", ["application/json", "text/json"]),
        new(nameof(DataFormat.Json1), Vendor + "data+json", "1.0.0", []),
        new(nameof(DataFormat.Csv2), Vendor + "data+csv", "2.0.0", ["text/csv", "application/csv"]),
        new(nameof(DataFormat.Csv1), Vendor + "data+csv", "1.0.0", []),
    ];

    private static readonly Offer[] Structures =
    [
        new(nameof(StructureFormat.Xml21), Vendor + "structure+xml", "2.1", ["application/xml", "text/xml"]),
        new(nameof(StructureFormat.Json2), Vendor + "structure+json", "2.0.0", ["application/json", "text/json"]),
        new(nameof(StructureFormat.Json1), Vendor + "structure+json", "1.0.0", []),
    ];

    private static readonly Offer[] Reports = [new("", Vendor + "genericmetadata+xml", "2.1", ["application/xml", "text/xml"])];
    private static readonly Offer[] Schemas = [new("", Vendor + "schema+xml", "2.1", ["application/xml", "text/xml"])];

    // What a client without a choice gets stands first.
    private static readonly Offer[] DataV2 = [Data[4], Data[1], Data[0], Data[3], Data[2], Data[5], Data[6], Data[7]];
    private static readonly Offer[] StructuresV2 = [Structures[1], Structures[0], Structures[2]];

    private static readonly Dictionary<string, string> DataWords = new()
    {
        ["genericdata"] = Vendor + "genericdata+xml",
        ["structurespecificdata"] = Vendor + "structurespecificdata+xml",
        ["generictimeseriesdata"] = Vendor + "generictimeseriesdata+xml",
        ["structurespecifictimeseriesdata"] = Vendor + "structurespecifictimeseriesdata+xml",
        ["xml"] = "application/xml",
        ["json"] = "application/json",
        ["csv"] = "text/csv",
        // As the .Stat Suite calls them; sdmx-json-parser puts it into every address.
        ["jsondata"] = Vendor + "data+json",
        ["csvfile"] = Vendor + "data+csv",
    };

    private static readonly Dictionary<string, string> StructureWords = new() { ["xml"] = "application/xml", ["json"] = "application/json" };

    private static readonly ConcurrentDictionary<(RestVersion, string?), DataChoice> DataKept = new();
    private static readonly ConcurrentDictionary<(RestVersion, string?), StructureChoice> StructuresKept = new();

    /// <summary>Agrees on a format of data.</summary>
    /// <param name="version">The syntax.</param>
    /// <param name="accept">The header Accept, or null.</param>
    /// <param name="format">The parameter <c>format</c>, which goes before the header, or null: a word (<c>csv</c>, <c>json</c>, <c>genericdata</c>, <c>structurespecificdata</c>) or a media type.</param>
    /// <exception cref="SdmxQueryException">Nothing that is offered will do.</exception>
    public static DataChoice ForData(RestVersion version, string? accept, string? format)
    {
        accept = Asked(accept, format, DataWords);
        if (DataKept.TryGetValue((version, accept), out var kept))
            return kept;
        var offers = version == RestVersion.V1 ? Data : DataV2;
        var (offer, range) = Choose(offers, accept);
        var name = Enum.Parse<DataFormat>(offer.Name);
        CsvOptions? csv = null;
        if (name is DataFormat.Csv1 or DataFormat.Csv2)
            _ = TryOptions(range, name == DataFormat.Csv1 ? CsvVersion.V1 : CsvVersion.V2, out csv);
        var choice = new DataChoice(name, csv, offer.ContentType + Told(csv));
        if (DataKept.Count < MostKept)
            DataKept[(version, accept)] = choice;
        return choice;
    }

    /// <summary>Agrees on a format of structures, availability among them.</summary>
    /// <inheritdoc cref="ForData"/>
    public static StructureChoice ForStructures(RestVersion version, string? accept, string? format)
    {
        accept = Asked(accept, format, StructureWords);
        if (StructuresKept.TryGetValue((version, accept), out var kept))
            return kept;
        var (offer, _) = Choose(version == RestVersion.V1 ? Structures : StructuresV2, accept);
        var choice = new StructureChoice(Enum.Parse<StructureFormat>(offer.Name), offer.ContentType);
        if (StructuresKept.Count < MostKept)
            StructuresKept[(version, accept)] = choice;
        return choice;
    }

    /// <summary>Sees whether a client takes an XML schema.</summary>
    /// <exception cref="SdmxQueryException">It does not.</exception>
    public static void ForSchema(string? accept, string? format) => Choose(Schemas, Asked(accept, format, StructureWords));

    /// <summary>Sees whether a client takes reports of reference metadata.</summary>
    /// <exception cref="SdmxQueryException">It does not.</exception>
    public static void ForMetadata(string? accept, string? format) => Choose(Reports, Asked(accept, format, StructureWords));

    /// <summary>The Content-Type of a format of data without options.</summary>
    public static string ContentType(DataFormat format) => Array.Find(Data, offer => offer.Name == format.ToString())?.ContentType
        ?? throw new ArgumentOutOfRangeException(nameof(format), format, "is not offered");

    private static string? Asked(string? accept, string? format, Dictionary<string, string> words)
    {
        if (format is null)
            return string.IsNullOrWhiteSpace(accept) ? null : accept;
        return words.GetValueOrDefault(format) ?? (format.Contains('/', StringComparison.Ordinal)
            ? format
            : throw SdmxQueryException.NotAcceptable($"format is {RawQuery.Shown(format)}; write {string.Join(", ", words.Keys)} or a media type."));
    }

    private static (Offer Offer, MediaRange? Range) Choose(Offer[] offers, string? accept)
    {
        if (accept is null)
            return (offers[0], null);
        var ranges = MediaRange.Parse(accept);

        // A browser takes pages first and everything after: it gets what a client without a choice gets.
        if (ranges.Any(range => range.Type == "text/html" && range.Weight > 0) && ranges.Any(range => range.Type == "*/*" && range.Weight > 0))
            return (offers[0], null);
        (Offer Offer, MediaRange Range, int Position, int Fit)? best = null;
        foreach (var offer in offers)
        {
            if (offer.Match(ranges) is not { } match || ranges[match.Position].Weight == 0)
                continue;
            var found = (Offer: offer, Range: ranges[match.Position], match.Position, match.Fit);
            if (best is not { } before || IsBetter(found, before))
                best = found;
        }

        return best is { } chosen
            ? (chosen.Offer, chosen.Range)
            : throw SdmxQueryException.NotAcceptable($"None of what is asked for is offered here. Offered are {string.Join(", ", offers.Select(offer => offer.ContentType))}.");
    }

    private static bool IsBetter((Offer Offer, MediaRange Range, int Position, int Fit) one, (Offer Offer, MediaRange Range, int Position, int Fit) before)
    {
        if (one.Range.Weight != before.Range.Weight)
            return one.Range.Weight > before.Range.Weight;
        return one.Fit != before.Fit ? one.Fit > before.Fit : one.Position < before.Position;
    }

    /// <summary>Reads the options of SDMX-CSV in a range; false when one has a value it cannot have.</summary>
    private static bool TryOptions(MediaRange? range, CsvVersion version, out CsvOptions? options)
    {
        var labels = range?.Parameter("labels") switch
        {
            null or "id" => CsvLabels.Id,
            "name" => CsvLabels.Name,
            "both" => CsvLabels.Both,
            _ => (CsvLabels?)null,
        };
        var normalized = range?.Parameter("timeformat") switch
        {
            null or "original" => false,
            "normalized" => true,
            _ => (bool?)null,
        };
        var keys = range?.Parameter("keys") switch
        {
            null or "none" => CsvKeys.None,
            "obs" => CsvKeys.Obs,
            "series" => CsvKeys.Series,
            "both" => CsvKeys.Both,
            _ => (CsvKeys?)null,
        };
        options = labels is null || normalized is null || keys is null ? null : new(version, labels.Value, normalized.Value, version == CsvVersion.V1 ? CsvKeys.None : keys.Value);
        return options is not null;
    }

    private static string Told(CsvOptions? csv)
    {
        if (csv is null)
            return "";
        var labels = csv.Labels switch { CsvLabels.Name => ";labels=name", CsvLabels.Both => ";labels=both", _ => "" };
        var keys = csv.Keys switch { CsvKeys.Obs => ";keys=obs", CsvKeys.Series => ";keys=series", CsvKeys.Both => ";keys=both", _ => "" };
        return labels + (csv.NormalizedTime ? ";timeFormat=normalized" : "") + keys;
    }

    /// <summary>One format that is offered.</summary>
    /// <param name="Name">Its name in the enumeration.</param>
    /// <param name="Type">Its media type.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Plain">Plain types that stand for it.</param>
    private sealed record Offer(string Name, string Type, string Version, string[] Plain)
    {
        public string ContentType { get; } = $"{Type};version={Version}";

        /// <summary>The newest of its type is what a range without a version asks for.</summary>
        private bool IsNewest => Version != "1.0.0";

        /// <summary>XML of 2.1; the generic one is what plain XML means.</summary>
        public static Offer Xml(string name, string type) => new(name, type, "2.1", name == nameof(DataFormat.GenericXml) ? ["application/xml", "text/xml"] : []);

        /// <summary>The range that says most of this format: it decides (RFC 9110, section 12.5.1).</summary>
        public (int Position, int Fit)? Match(IReadOnlyList<MediaRange> ranges)
        {
            (int Position, int Fit)? best = null;
            for (var i = 0; i < ranges.Count; i++)
            {
                if (Fit(ranges[i]) is { } fit && (best is not { } before || fit > before.Fit || (fit == before.Fit && ranges[i].Weight > ranges[before.Position].Weight)))
                    best = (i, fit);
            }

            return best;
        }

        private int? Fit(MediaRange range)
        {
            int? fit = range.Type == Type ? FitVersion(range.Parameter("version"))
                : Array.IndexOf(Plain, range.Type) >= 0 ? 2
                : range.Type == "application/*" || (range.Type == "text/*" && Plain.Length > 0) ? 1
                : range.Type == "*/*" ? 0
                : null;
            return fit is not null && Type.EndsWith("+csv", StringComparison.Ordinal) && !TryOptions(range, CsvVersion.V1, out _) ? null : fit;
        }

        /// <summary><c>2.0</c> and <c>2.0.0</c> are the same, and drafts of a version are taken for it.</summary>
        private int? FitVersion(string? asked)
        {
            if (asked is null)
                return IsNewest ? 3 : null;
            var plain = asked.Split('-')[0];
            return plain == Version || (plain.Length > 0 && Version.StartsWith(plain + ".", StringComparison.Ordinal)) ? 4 : null;
        }
    }
}
