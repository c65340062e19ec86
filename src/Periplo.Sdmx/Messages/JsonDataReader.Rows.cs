using System.Text.Json;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <content>Walks over series and observations of a data set.</content>
public sealed partial class JsonDataReader
{
    private readonly List<JsonCell> cells = [];
    private bool ended;
    private JsonBinding binding = null!;
    private JsonMessageDataSet set = null!;
    private JsonGroups groups = null!;
    private JsonMembers seriesMembers;
    private JsonMembers observationMembers;
    private JsonRecord seriesRecord;
    private JsonPull? observations;
    private bool inSeries;
    private string?[] codes = [];
    private int[] places = [];
    private string?[] seriesAttributes = [];
    private string?[] attributes = [];
    private bool hasTime;
    private bool isPartial;
    private bool isSeriesPartial;
    private bool hasValue;
    private string? period;
    private TimePeriod time;
    private double value;
    private int line;
    private int column;
    private (string Rule, string Detail)? wrong;

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override TimePeriod Time => time;

    /// <inheritdoc/>
    public override bool HasTime => hasTime;

    /// <inheritdoc/>
    public override bool IsPartialKey => isPartial;

    /// <inheritdoc/>
    public override double Value => value;

    /// <inheritdoc/>
    public override bool HasValue => hasValue;

    /// <inheritdoc/>
    public override ObservationStatus Status => StatusOf(binding.Status < 0 ? null : attributes[binding.Status], value);

    /// <inheritdoc/>
    public override string Code(int dimension) => codes[dimension] ?? "";

    /// <inheritdoc/>
    public override string? Attribute(int attribute) => attributes[attribute];

    private void BeginDataSet()
    {
        (set, binding) = (scan.DataSets![sets], bindings[sets]);
        sets++;
        dataflow = binding.Dataflow;
        groups = new(set, binding);
        codes = new string?[Structure.Dimensions.Count];
        places = new int[codes.Length + 1];
        Array.Fill(places, -1);
        seriesAttributes = new string?[Structure.Attributes.Count];
        attributes = new string?[Structure.Attributes.Count];
        if (set.Series is { } place)
        {
            main.GoTo(place);
            main.Read();
            seriesMembers = new(main);
            inSeries = true;
        }
        else if (set.Observations is { } flat)
        {
            BeginFlat(flat);
        }
    }

    private void BeginFlat(JsonPlace place)
    {
        main.GoTo(place);
        main.Read();
        if (binding.SeriesDimensions.Count > 0)
            throw main.Fault(DataRules.BadForm, "dimensions are presented at series, and these observations stand in none");
        BeginKey();
        if (BeginAttributes())
            (observationMembers, observations) = (new(main), main);
    }

    /// <summary>What holds for a whole data set, before a series or a flat list.</summary>
    private void BeginKey()
    {
        (line, column, wrong, hasTime, isPartial, period) = (main.Line, main.Column, null, false, false, null);
        foreach (var dimension in binding.DataSetDimensions)
            Place(dimension, 0);
        foreach (var dimension in binding.ObservationDimensions)
            Forget(dimension);
    }

    /// <summary>Moves to the next row of the data set; false at its end.</summary>
    private bool ReadRow()
    {
        while (true)
        {
            if (observations is not null)
            {
                if (observationMembers.Next())
                {
                    if (ReadObservation(observations))
                        return true;
                    continue;
                }

                // What a series has behind its observations is passed over; it was read before where they stood elsewhere.
                if (observations == main && inSeries)
                    PassSeries();
                observations = null;
            }
            else if (inSeries)
            {
                if (seriesMembers.Next())
                {
                    if (ReadSeries())
                        return true;
                    continue;
                }

                inSeries = false;
                if (set.Observations is { } flat)
                    BeginFlat(flat);
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>Begins a series; true when it is a row of its own, the deletion of all of it.</summary>
    private bool ReadSeries()
    {
        BeginKey();
        ReadKey(main, binding.SeriesDimensions);
        cells.Clear();
        main.Read();
        seriesRecord = new(main);
        JsonPlace? skipped = null;
        var hasAttributes = binding.SeriesAttributes.Count == 0;
        while (seriesRecord.Next(out var name))
        {
            if (name == "attributes" && main.Token == JsonTokenType.StartArray)
            {
                JsonCell.ReadAll(main, cells, binding.SeriesAttributes.Count);
                hasAttributes = true;
            }
            else if (name == "observations" && main.Token == JsonTokenType.StartObject)
            {
                if (!hasAttributes)
                {
                    // The attributes of the series may stand behind: the observations are come back to.
                    var place = main.Place;
                    main.Skip();
                    skipped = place with { Length = main.Position - place.Offset };
                    continue;
                }

                if (BeginAttributes())
                    (observationMembers, observations) = (new(main), main);
                else
                    PassSeries();
                return false;
            }
        }

        if (!BeginAttributes())
            return false;
        if (skipped is { } behind)
        {
            aside.GoTo(behind);
            aside.Read();
            (observationMembers, observations) = (new(aside), aside);
            return false;
        }

        (value, hasValue) = (double.NaN, false);
        seriesAttributes.CopyTo(attributes, 0);
        isPartial = true;
        return set.Action == DataAction.Delete;
    }

    private void PassSeries()
    {
        while (seriesRecord.Next(out _))
        {
        }
    }

    /// <summary>Reads an observation; false when something of it is wrong, which is then told.</summary>
    private bool ReadObservation(JsonPull json)
    {
        (line, column, wrong, isPartial) = (json.Line, json.Column, null, isSeriesPartial || binding.Missing.Count > 0);
        if (binding.Missing.Count > 0 && set.Action != DataAction.Delete)
            throw json.Fault(DataRules.MissingDimension, $"the message has no dimension {binding.Missing[0]}");
        ReadKey(json, binding.ObservationDimensions);
        seriesAttributes.CopyTo(attributes, 0);
        ApplyGroups(atObservation: true, attributes);
        (value, hasValue) = (double.NaN, false);
        var (at, listed) = (0, binding.ObservationAttributes);
        json.Read();
        var items = new JsonItems(json);
        while (items.Next())
        {
            if (at == binding.Measure)
                ReadValue(json);
            else if (at >= binding.Measures && at - binding.Measures < listed.Count)
            {
                var attribute = listed[at - binding.Measures];
                Apply(attribute, JsonCell.Read(json, attribute.Component.Values is not null), attributes);
            }

            at++;
        }

        // Those left out at the end have their defaults.
        for (var i = Math.Max(0, at - binding.Measures); i < listed.Count; i++)
            Apply(listed[i], JsonCell.None, attributes);
        CheckMandatory();
        if (wrong is not null)
            Tell();
        return wrong is null;
    }
}
