using System.Globalization;
using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <content>Understands keys, attributes and values.</content>
public sealed partial class JsonDataReader
{
    /// <summary>Reads the current name as places of values, with colons between, of some dimensions.</summary>
    private void ReadKey(JsonPull json, List<JsonBoundDimension> dimensions)
    {
        var key = json.IsEscaped ? Encoding.UTF8.GetBytes(json.Text()) : json.Value;
        for (var i = 0; i < dimensions.Count; i++)
        {
            var end = key.IndexOf((byte)':');
            if ((end < 0) != (i == dimensions.Count - 1))
                throw json.Fault(DataRules.BadForm, $"a key has not as many places as there are dimensions, {dimensions.Count}");
            var part = end < 0 ? key : key[..end];
            key = end < 0 ? default : key[(end + 1)..];
            if (part.Length == 0)
                Leave(dimensions[i]);
            else if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                Place(dimensions[i], place);
            else
                throw json.Fault(DataRules.BadForm, "a key is not made of places of values with colons between");
        }
    }

    private void Place(JsonBoundDimension dimension, int place)
    {
        places[dimension.Position] = place;
        if (place >= dimension.Count)
        {
            wrong ??= (DataRules.UnknownCode, $"the key names value {place} of {dimension.Component.Id}, of which the message lists {dimension.Count}");
            Forget(dimension);
            return;
        }

        var text = dimension.Component.Values![place];
        if (dimension.Position == codes.Length)
        {
            period = text;
            if (dimension.Periods[place] is { } known)
                (time, hasTime) = (known, true);
            else
                wrong ??= (DataRules.BadPeriod, $"{Short(text)} is no period this library knows");
            return;
        }

        codes[dimension.Position] = dimension.Codes[place] ?? text;
        if (dimension.Codes[place] is null)
            wrong ??= (DataRules.UnknownCode, $"{dimension.Component.Id} is {Short(text)}, which its code list does not have");
    }

    /// <summary>A place left open: of deletions alone (SDMX 3.0).</summary>
    private void Leave(JsonBoundDimension dimension)
    {
        if (set.Action != DataAction.Delete)
            wrong ??= (DataRules.MissingDimension, $"the key gives no value of {dimension.Component.Id}");
        isPartial = true;
        Forget(dimension);
    }

    private void Forget(JsonBoundDimension dimension)
    {
        places[dimension.Position] = -1;
        if (dimension.Position == codes.Length)
            (hasTime, period) = (false, null);
        else
            codes[dimension.Position] = null;
    }

    /// <summary>
    /// Attributes of what the observations to come stand in: the data set, then keys with open places, then the series; false when
    /// something of them or of the key is wrong, which is then told.
    /// </summary>
    private bool BeginAttributes()
    {
        Array.Clear(seriesAttributes);
        Apply(binding.DataSetAttributes, set.Attributes, seriesAttributes);
        ApplyGroups(atObservation: false, seriesAttributes);
        Apply(binding.SeriesAttributes, cells, seriesAttributes);
        cells.Clear();
        isSeriesPartial = isPartial;
        if (wrong is not null)
            Tell();
        return wrong is null;
    }

    private void ApplyGroups(bool atObservation, string?[] to)
    {
        if (groups.IsEmpty)
            return;
        foreach (var group in groups.Of(places, atObservation))
            Apply(binding.GroupAttributes, group, to);
    }

    private void Apply(List<JsonBoundAttribute> components, List<JsonCell> given, string?[] to)
    {
        for (var i = 0; i < components.Count; i++)
            Apply(components[i], i < given.Count ? given[i] : JsonCell.None, to);
    }

    private void Apply(JsonBoundAttribute attribute, JsonCell cell, string?[] to)
    {
        if (attribute.Value(cell, out var fault) is { } text)
            to[attribute.Position] = text;
        wrong ??= fault;
    }

    private void CheckMandatory()
    {
        if (!RequiresAttributes || set.Action is not (DataAction.Append or DataAction.Replace))
            return;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is null && Structure.Attributes[i].Mandatory)
                wrong ??= (DataRules.MissingAttribute, $"the attribute {Structure.Attributes[i].Id} must be given");
        }
    }

    /// <summary>Null, nothing and NaN are missing values, of which null says nothing of the value (SDMX 3.0); numbers may be written as texts.</summary>
    private void ReadValue(JsonPull json)
    {
        hasValue = json.Token != JsonTokenType.Null;
        if (json.Token == JsonTokenType.Number && binding.MeasureValues is null)
        {
            value = json.Number();
            if (!double.IsFinite(value))
                wrong ??= (DataRules.BadValue, "the value is larger than a number can be");
            return;
        }

        var text = binding.MeasureValues is { } listed && json.TryIndex(out var index) && index < listed.Count ? listed[index] : JsonWalk.AnyText(json);
        if (text is null or "" or "NaN")
            value = double.NaN;
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            wrong ??= (DataRules.BadValue, $"the value {Short(text)} is no number");
    }

    private void Tell() => Reject(wrong!.Value.Rule, wrong.Value.Detail, line, column, KeyText(codes, period));

    private static string Short(string? text) => text is null ? "null" : text.Length <= 100 ? text : $"{text.AsSpan(0, 100)}…";
}
