using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>A dimension of a message, its values understood by the structure.</summary>
/// <param name="Component">The dimension in the message.</param>
/// <param name="Position">Its position in the structure's key; the count of the dimensions for the time.</param>
internal sealed record JsonBoundDimension(JsonComponent Component, int Position)
{
    /// <summary>Codes in the order of the message's values, null where the structure has no such code.</summary>
    public string?[] Codes { get; init; } = [];

    /// <summary>Periods in the order of the message's values, null where a text is none.</summary>
    public TimePeriod?[] Periods { get; init; } = [];

    /// <summary>Count of the values.</summary>
    public int Count => Component.Values?.Count ?? 0;
}

/// <summary>An attribute of a message, its values understood by the structure.</summary>
internal sealed class JsonBoundAttribute
{
    private readonly ComponentTexts? known;
    private readonly string?[] texts = [];

    /// <summary>Understands the values of an attribute.</summary>
    public JsonBoundAttribute(JsonComponent component, DataStructure structure)
    {
        (Component, Position) = (component, PositionOf(component.Id, structure));
        if (Position < 0)
            return;
        known = new(structure.Attributes[Position].CodeList);
        texts = new string?[component.Values?.Count ?? 0];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = component.Values![i] is { } text && known.TryFind(text, out var found) ? found : null;
    }

    /// <summary>The attribute in the message.</summary>
    public JsonComponent Component { get; }

    /// <summary>Its position in the structure's attributes, or -1 where the structure has no such attribute.</summary>
    public int Position { get; }

    /// <summary>
    /// The value of a cell, or the default of the message, or null where there is none.
    /// </summary>
    /// <param name="cell">What data give.</param>
    /// <param name="wrong">What is wrong, or null.</param>
    public string? Value(JsonCell cell, out (string Rule, string Detail)? wrong)
    {
        wrong = null;
        var text = cell.Text;
        if (!cell.IsNone && Component.Values is { } values)
        {
            if (cell.Index < 0 || cell.Index >= values.Count)
            {
                wrong = (DataRules.UnknownCode, $"{Component.Id} is value {text ?? $"{cell.Index}"} of {values.Count} in the message's list");
                return null;
            }

            text = values[cell.Index];
            if (text is not null && Position >= 0 && texts[cell.Index] is { } understood)
                return understood;
        }

        if ((text ??= Component.Default) is null)
            return null;
        if (Position < 0)
            wrong = (DataRules.UnknownComponent, $"the structure has no attribute {Component.Id}");
        else if (known!.TryFind(text, out var found))
            return found;
        else
            wrong = (DataRules.UnknownCode, $"{Component.Id} is {text}, which its code list does not have");
        return null;
    }

    private static int PositionOf(string id, DataStructure structure)
    {
        for (var i = 0; i < structure.Attributes.Count; i++)
        {
            if (structure.Attributes[i].Id == id)
                return i;
        }

        return -1;
    }
}

/// <summary>A structure of a message beside the structure of the flow its data belong to.</summary>
internal sealed class JsonBinding
{
    /// <summary>Puts both beside each other.</summary>
    /// <exception cref="SdmxFormatException">The message has a dimension the structure has not, or has one twice.</exception>
    public JsonBinding(JsonMessageStructure message, Dataflow dataflow)
    {
        (Dataflow, Message) = (dataflow, message);
        var structure = dataflow.Structure;
        var time = structure.Dimensions.Count;
        var present = new bool[time + 1];
        foreach (var component in message.Dimensions)
        {
            var position = structure.Position(component.Id);
            if (position < 0 && component.IsTime)
                position = time;
            if (position < 0)
                throw new SdmxFormatException(DataRules.UnknownComponent, $"the structure has no dimension {component.Id}", component.Line, component.Column);
            if (present[position])
                throw new SdmxFormatException(DataRules.BadForm, $"the dimension {component.Id} is given twice", component.Line, component.Column);
            present[position] = true;
            var bound = position == time
                ? new JsonBoundDimension(component, position) { Periods = PeriodsOf(component) }
                : new JsonBoundDimension(component, position) { Codes = CodesOf(component, structure.Dimensions[position].CodeList) };
            (component.Level switch
            {
                JsonLevel.DataSet => DataSetDimensions,
                JsonLevel.Series => SeriesDimensions,
                _ => ObservationDimensions,
            }).Add(bound);
        }

        Missing = [.. structure.Dimensions.Select(dimension => dimension.Id).Append(DataStructure.TimeDimension).Where((_, i) => !present[i])];
        var attributes = message.Attributes.ConvertAll(component => new JsonBoundAttribute(component, structure));
        DataSetAttributes = attributes.FindAll(one => one.Component.Level == JsonLevel.DataSet);
        GroupAttributes = attributes.FindAll(one => one.Component.Level == JsonLevel.DimensionGroup);
        SeriesAttributes = attributes.FindAll(one => one.Component.Level == JsonLevel.Series);
        ObservationAttributes = attributes.FindAll(one => one.Component.Level == JsonLevel.Observation);
        var measures = message.Measures;
        Measures = measures?.Count ?? 1;
        Measure = measures is null ? 0 : measures.FindIndex(one => one.Id == "OBS_VALUE");
        if (Measure < 0 && measures is { Count: 1 })
            Measure = 0;
        if (Measure < 0 && Measures > 1)
        {
            throw new SdmxFormatException(
                DataRules.UnknownComponent, "the message has several measures and none is OBS_VALUE", measures![0].Line, measures[0].Column);
        }

        MeasureValues = Measure >= 0 ? measures?[Measure].Values : null;
        Status = structure.Attributes.ToList().FindIndex(one => one.Id == "OBS_STATUS");
    }

    /// <summary>The flow.</summary>
    public Dataflow Dataflow { get; }

    /// <summary>The structure of the message.</summary>
    public JsonMessageStructure Message { get; }

    /// <summary>Dimensions with one value for a whole data set.</summary>
    public List<JsonBoundDimension> DataSetDimensions { get; } = [];

    /// <summary>Dimensions of keys of series, in their order.</summary>
    public List<JsonBoundDimension> SeriesDimensions { get; } = [];

    /// <summary>Dimensions of keys of observations, in their order.</summary>
    public List<JsonBoundDimension> ObservationDimensions { get; } = [];

    /// <summary>Ids of dimensions of the structure, the time among them, that the message does not have.</summary>
    public List<string> Missing { get; }

    /// <summary>Attributes given for a data set.</summary>
    public List<JsonBoundAttribute> DataSetAttributes { get; }

    /// <summary>Attributes given for keys with open places.</summary>
    public List<JsonBoundAttribute> GroupAttributes { get; }

    /// <summary>Attributes given for a series.</summary>
    public List<JsonBoundAttribute> SeriesAttributes { get; }

    /// <summary>Attributes given for an observation.</summary>
    public List<JsonBoundAttribute> ObservationAttributes { get; }

    /// <summary>Count of the measures, which stand first in an observation.</summary>
    public int Measures { get; }

    /// <summary>Which of the measures is the value, or -1.</summary>
    public int Measure { get; }

    /// <summary>Values of the measure where data name them by their places.</summary>
    public List<string?>? MeasureValues { get; }

    /// <summary>Position of OBS_STATUS in the structure's attributes, or -1.</summary>
    public int Status { get; }

    /// <summary>
    /// The dimensions in the order of places of keys with open places: that of the key, as far as the message says it.
    /// </summary>
    public List<JsonBoundDimension> KeyOrder() =>
        [.. DataSetDimensions.Concat(SeriesDimensions).Concat(ObservationDimensions)
            .OrderBy(one => one.Component.KeyPosition < 0 ? int.MaxValue : one.Component.KeyPosition)];

    private static TimePeriod?[] PeriodsOf(JsonComponent component)
    {
        var periods = new TimePeriod?[component.Values?.Count ?? 0];
        for (var i = 0; i < periods.Length; i++)
            periods[i] = TimePeriod.TryParse(component.Values![i], out var period) ? period : null;
        return periods;
    }

    private static string?[] CodesOf(JsonComponent component, CodeList list)
    {
        var codes = new string?[component.Values?.Count ?? 0];
        for (var i = 0; i < codes.Length; i++)
        {
            var text = component.Values![i];
            if (list == CodeList.Uncoded)
                codes[i] = text;
            else if (text is not null && list.Position(text) is var position and >= 0)
                codes[i] = list.Codes[position].Id;
        }

        return codes;
    }
}
