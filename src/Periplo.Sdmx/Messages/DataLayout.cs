namespace Periplo.Sdmx.Messages;

/// <summary>
/// Which dimension and which attribute of a structure is written at which level of an XML message, after the dimension at the level of
/// the observation and the detail asked for (SDMX 2.1, section 3A, the rules of DataSetType).
/// </summary>
internal sealed class DataLayout
{
    public DataLayout(DataStructure structure, string dimensionAtObservation, DataDetail detail)
    {
        Structure = structure;
        HasObservations = detail is DataDetail.Full or DataDetail.DataOnly;
        // Keys of series alone, or series without observations, need series: a flat message has none.
        DimensionAtObservation = dimensionAtObservation == DataMessage.AllDimensions && !HasObservations ? DataStructure.TimeDimension : dimensionAtObservation;
        IsFlat = DimensionAtObservation == DataMessage.AllDimensions;
        IsTimeSeries = DimensionAtObservation == DataStructure.TimeDimension;
        ObservationDimension = structure.Position(DimensionAtObservation);
        if (!IsFlat && !IsTimeSeries && ObservationDimension < 0)
            throw new ArgumentException($"Structure {structure.Id} has no dimension {dimensionAtObservation}.", nameof(dimensionAtObservation));
        SeriesDimensions = [.. Enumerable.Range(0, structure.Dimensions.Count).Where(dimension => dimension != ObservationDimension)];
        var written = Enumerable.Range(0, detail is DataDetail.Full or DataDetail.NoData ? structure.Attributes.Count : 0).ToLookup(Level);
        DataSetAttributes = [.. written[Attachment.DataSet]];
        SeriesAttributes = [.. written[Attachment.Series]];
        ObservationAttributes = HasObservations ? [.. written[Attachment.Observation]] : [];
    }

    public DataStructure Structure { get; }

    public string DimensionAtObservation { get; }

    /// <summary>Whether there are observations without series.</summary>
    public bool IsFlat { get; }

    /// <summary>Whether time is at the level of the observation.</summary>
    public bool IsTimeSeries { get; }

    /// <summary>Whether observations are written.</summary>
    public bool HasObservations { get; }

    /// <summary>Position of the dimension at the level of the observation where it is not time, else -1.</summary>
    public int ObservationDimension { get; }

    /// <summary>Positions of the dimensions of a series; of a flat observation, of all.</summary>
    public int[] SeriesDimensions { get; }

    /// <summary>Positions of the attributes of the data set.</summary>
    public int[] DataSetAttributes { get; }

    /// <summary>Positions of the attributes of a series.</summary>
    public int[] SeriesAttributes { get; }

    /// <summary>Positions of the attributes of an observation.</summary>
    public int[] ObservationAttributes { get; }

    /// <summary>An attribute stands with the series when it depends on dimensions of the series alone.</summary>
    private Attachment Level(int position)
    {
        var attribute = Structure.Attributes[position];
        if (attribute.Attachment != Attachment.Series || IsTimeSeries)
            return attribute.Attachment;
        if (IsFlat || attribute.Dimensions.Count == 0)
            return Attachment.Observation;
        return attribute.Dimensions.Contains(DimensionAtObservation) ? Attachment.Observation : Attachment.Series;
    }
}
