using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>Which components of data stand where in a message, and the numbers of their values met so far.</summary>
internal sealed class JsonDataLayout
{
    /// <summary>Lays a message out.</summary>
    /// <exception cref="ArgumentException">The dimension at the observation is none of the structure.</exception>
    public JsonDataLayout(DataMessage message)
    {
        var structure = Structure = message.Dataflow.Structure;
        var time = structure.Dimensions.Count;
        Codes = [.. structure.Dimensions.Select(_ => new JsonNumbering<string>())];
        AttributeValues = [.. structure.Attributes.Select(_ => new JsonNumbering<string>())];
        HasObservations = message.Detail is DataDetail.Full or DataDetail.DataOnly;
        var at = message.DimensionAtObservation;
        var position = at == DataStructure.TimeDimension ? time : structure.Position(at);
        if (position < 0 && at != DataMessage.AllDimensions)
            throw new ArgumentException($"{at} is no dimension of {structure.Id}.", nameof(message));

        // A flat list has no keys of series to tell, and a key of no dimension cannot be written: both the other way round.
        IsFlat = HasObservations && (position < 0 || time == 0);
        if (position < 0)
            position = time;
        IsTimeSeries = !IsFlat && position == time;
        var all = Enumerable.Range(0, time + 1);
        SeriesDimensions = IsFlat ? [] : [.. all.Where(one => one != position)];
        ObservationDimensions = IsFlat ? [.. all] : [position];
        if (message.Detail is DataDetail.DataOnly or DataDetail.SeriesKeysOnly)
            return;
        var levels = structure.Attributes.Select(one => LevelOf(one, !IsFlat && position < time ? structure.Dimensions[position].Id : null)).ToList();
        DataSetAttributes = At(JsonLevel.DataSet, levels);
        SeriesAttributes = At(JsonLevel.Series, levels);
        ObservationAttributes = HasObservations ? At(JsonLevel.Observation, levels) : [];
    }

    /// <summary>The structure.</summary>
    public DataStructure Structure { get; }

    /// <summary>True when observations stand in no series.</summary>
    public bool IsFlat { get; }

    /// <summary>True when series are over time, so that those of a series follow each other in a cursor.</summary>
    public bool IsTimeSeries { get; }

    /// <summary>True when there are observations, not keys alone.</summary>
    public bool HasObservations { get; }

    /// <summary>Positions of the dimensions at series; the time has the position behind the others.</summary>
    public int[] SeriesDimensions { get; }

    /// <summary>Positions of the dimensions at observations.</summary>
    public int[] ObservationDimensions { get; }

    /// <summary>Positions of the attributes of data sets.</summary>
    public int[] DataSetAttributes { get; } = [];

    /// <summary>Positions of the attributes of series.</summary>
    public int[] SeriesAttributes { get; } = [];

    /// <summary>Positions of the attributes of observations.</summary>
    public int[] ObservationAttributes { get; } = [];

    /// <summary>Codes of the dimensions.</summary>
    public JsonNumbering<string>[] Codes { get; }

    /// <summary>Periods.</summary>
    public JsonNumbering<TimePeriod> Periods { get; } = new();

    /// <summary>Values of the attributes.</summary>
    public JsonNumbering<string>[] AttributeValues { get; }

    /// <summary>Numbers of the current observation's values of some dimensions.</summary>
    public void Number(DataCursor cursor, int[] dimensions, Span<int> numbers)
    {
        for (var i = 0; i < dimensions.Length; i++)
            numbers[i] = dimensions[i] == Codes.Length ? Periods.Of(cursor.Time) : Codes[dimensions[i]].Of(cursor.Code(dimensions[i]));
    }

    /// <summary>Number of the current observation's value of an attribute, or -1 for none.</summary>
    public int NumberOfAttribute(DataCursor cursor, int attribute) =>
        cursor.Attribute(attribute) is { } text ? AttributeValues[attribute].Of(text) : -1;

    /// <summary>Numbers of the current observation's values of some attributes.</summary>
    public void NumberAttributes(DataCursor cursor, int[] listed, int[] numbers)
    {
        for (var i = 0; i < listed.Length; i++)
            numbers[i] = NumberOfAttribute(cursor, listed[i]);
    }

    /// <summary>
    /// Where an attribute is presented: never above where it is attached. What hangs on a series of time hangs on observations where
    /// there are no such series, unless none of its dimensions is at the observation.
    /// </summary>
    private JsonLevel LevelOf(DataAttribute attribute, string? section) => attribute.Attachment switch
    {
        Attachment.DataSet => JsonLevel.DataSet,
        Attachment.Series when IsTimeSeries => JsonLevel.Series,
        Attachment.Series when section is not null && attribute.Dimensions.Count > 0 && !attribute.Dimensions.Contains(section) => JsonLevel.Series,
        _ => JsonLevel.Observation,
    };

    private static int[] At(JsonLevel level, List<JsonLevel> levels) => [.. Enumerable.Range(0, levels.Count).Where(i => levels[i] == level)];
}
