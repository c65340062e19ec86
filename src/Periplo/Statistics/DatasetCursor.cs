using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Passes over selected observations of a dataset.</summary>
internal sealed class DatasetCursor(Dataset dataset, List<int> selected) : DataCursor
{
    private int at = -1;

    public override DataStructure Structure => dataset.Definition.Structure;

    public override TimePeriod Time => dataset.Observations.Times[selected[at]];

    public override double Value => dataset.Observations.Values[selected[at]];

    public override ObservationStatus Status => dataset.Observations.Statuses[selected[at]];

    public override bool Read() => ++at < selected.Count;

    public override string Code(int dimension) => dataset.Observations.Code(dimension, selected[at]);

    public override string? Attribute(int attribute)
    {
        var set = dataset.Observations.AttributeSets[dataset.Observations.Attributes[selected[at]]];
        return Structure.Attributes[attribute].Id switch
        {
            "OBS_STATUS" => Status.Letter().ToString(),
            "UNIT_MULT" => set.UnitMultiplier.ToString(),
            "DATA_TYPE" => set.DataType,
            _ => set.Comment,
        };
    }
}
