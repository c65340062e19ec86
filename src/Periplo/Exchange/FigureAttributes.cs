using System.Runtime.InteropServices;
using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>A series at a moment, as far as its attributes go.</summary>
/// <param name="Key">The key.</param>
/// <param name="Run">The run of the revision preferred.</param>
/// <param name="Decimals">DECIMALS.</param>
/// <param name="Papers">Its papers: those of the last figure of the run.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeriesHead(int Key, int Run, string? Decimals, SeriesPapers Papers);

/// <summary>
/// The attributes of figures, found by the ids of a structure. What a series or a set of attributes says is one text for all its
/// figures, so that writers may know it again. Serves one thread.
/// </summary>
internal sealed class FigureAttributes
{
    private static readonly string?[] Letters = [.. Enumerable.Range(0, 128).Select(letter => Enum.IsDefined((ObservationStatus)letter) ? ((char)letter).ToString() : null)];

    private readonly FlowSeries series;
    private readonly Role[] roles;
    private readonly Dictionary<(ReferenceDay, TimePeriod), string?> days = [];
    private readonly Lazy<(ReferenceDay[] Days, string?[] Units)> measures;

    /// <summary>The attributes of a structure.</summary>
    /// <exception cref="ArgumentException">The structure has an attribute that is not known here.</exception>
    public FigureAttributes(FlowSeries series, DataStructure structure)
    {
        this.series = series;
        roles = [.. structure.Attributes.Select(attribute => RoleOf(attribute.Id))];
        measures = new(() => (
            Array.ConvertAll(series.Codes[series.Rules.Measure], code => series.Rules.Day(code)),
            Array.ConvertAll(series.Codes[series.Rules.Measure], code => series.Rules.Unit(code))));
    }

    private enum Role
    {
        Status,
        Multiplier,
        Confidentiality,
        Decimals,
        DataType,
        ReferenceDay,
        Comment,
        SourceType,
        SourceDetail,
        Method,
        Licence,
        Revision,
        Unit,
        Nature,
        SeriesComment,
        FigureSource,
    }

    /// <summary>An attribute of a figure, or null.</summary>
    /// <param name="attribute">Position in the attributes of the structure.</param>
    /// <param name="head">The series.</param>
    /// <param name="revision">The revision the figure is of.</param>
    /// <param name="observation">Its place in the columns of the revision.</param>
    public string? Of(int attribute, in SeriesHead head, FlowRevision revision, int observation)
    {
        var role = roles[attribute];
        if (role is >= Role.SourceType and <= Role.Revision)
            return OfSeries(role, head.Papers);
        var observations = revision.Dataset.Observations;
        return role switch
        {
            Role.Status => Letters[(int)observations.Statuses[observation]],
            Role.Multiplier => revision.Multipliers[observations.Attributes[observation]],
            // Only free figures are published; what the source suppressed is named and has no value (CL_CONF_STATUS).
            Role.Confidentiality => observations.Statuses[observation] == ObservationStatus.Q ? "C" : "F",
            Role.Decimals => head.Decimals,
            Role.DataType => observations.AttributeSets[observations.Attributes[observation]].DataType,
            Role.ReferenceDay => Day(Measure(head.Key).Day, observations.Times[observation]),
            Role.Comment => observations.AttributeSets[observations.Attributes[observation]].Comment,
            Role.Unit => Measure(head.Key).Unit,
            // Estimated, or as the country's data were given to whoever publishes them (UNSD, CL_NATURE).
            Role.Nature => observations.Statuses[observation] is ObservationStatus.E or ObservationStatus.I or ObservationStatus.F ? "E" : "C",
            Role.SeriesComment => head.Papers.Method,
            // Named only where it is not that of the series: mostly one publication gave them all.
            _ => revision.PapersOf(observation).SourceDetail is var source && source != head.Papers.SourceDetail ? source : null,
        };
    }

    private static string? OfSeries(Role role, SeriesPapers papers) => role switch
    {
        Role.SourceType => papers.SourceType,
        Role.SourceDetail => papers.SourceDetail,
        Role.Method => papers.Method,
        Role.Licence => papers.Licence,
        _ => papers.Revision,
    };

    private static Role RoleOf(string id) => id switch
    {
        "OBS_STATUS" => Role.Status,
        "UNIT_MULT" => Role.Multiplier,
        "CONF_STATUS" => Role.Confidentiality,
        "DECIMALS" => Role.Decimals,
        "DATA_TYPE" => Role.DataType,
        "REF_DATE" => Role.ReferenceDay,
        "COMMENT_OBS" => Role.Comment,
        "DATA_SOURCE_TYPE" => Role.SourceType,
        "SOURCE_DETAIL" => Role.SourceDetail,
        "METHOD" => Role.Method,
        "LICENCE" => Role.Licence,
        "REVISION" => Role.Revision,
        "UNIT_MEASURE" => Role.Unit,
        "NATURE" => Role.Nature,
        "COMMENT_TS" => Role.SeriesComment,
        "OBS_SOURCE" => Role.FigureSource,
        _ => throw new ArgumentException($"The figures have no attribute {id}.", nameof(id)),
    };

    private (ReferenceDay Day, string? Unit) Measure(int key)
    {
        var code = series.Positions[series.Rules.Measure] is { Length: > 0 } column ? column[key] : 0;
        return (measures.Value.Days[code], measures.Value.Units[code]);
    }

    private string? Day(ReferenceDay day, TimePeriod period)
    {
        if (day == ReferenceDay.None)
            return null;
        if (!days.TryGetValue((day, period), out var text))
            days.Add((day, period), text = day.In(period)?.ToString("yyyy-MM-dd"));
        return text;
    }
}
