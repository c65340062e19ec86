using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Rest;

/// <summary>
/// What of a message the parameters <c>attributes</c> and <c>measures</c> of 3.0 leave, in the terms writers know: a detail of 2.1 where
/// one says the same, else a structure with fewer attributes.
/// </summary>
public static class AttributeSelection
{
    /// <summary>The message with the parts a query asks for.</summary>
    public static DataMessage Of(DataMessage message, DataQuery query)
    {
        if (query.Attributes is null && query.Measures)
            return message;
        var structure = message.Dataflow.Structure;
        var wanted = query.Attributes is { } ids ? structure.Attributes.Where(one => ids.Contains(one.Id)).ToArray() : [.. structure.Attributes];

        // Without values and without what hangs on them, the series are left.
        var detail = (wanted.Length, query.Measures, wanted.Any(one => one.Attachment == Attachment.Observation)) switch
        {
            (0, false, _) => DataDetail.SeriesKeysOnly,
            (0, true, _) => DataDetail.DataOnly,
            (_, false, false) => DataDetail.NoData,
            _ => message.Detail,
        };
        var reduced = structure with { Attributes = wanted };
        return message with
        {
            Dataflow = message.Dataflow with { Structure = reduced },
            Detail = detail,
            DataSets = [.. message.DataSets.Select(set => set with { Cursor = new Reduced(set.Cursor, reduced, query.Measures) })],
        };
    }

    /// <summary>Observations with some attributes. A source may have left the others out already, so they are found by their ids.</summary>
    private sealed class Reduced(DataCursor source, DataStructure structure, bool measures) : DataCursor
    {
        private readonly int[] positions =
            [.. structure.Attributes.Select(wanted => source.Structure.Attributes.TakeWhile(one => one.Id != wanted.Id).Count())];

        public override DataStructure Structure => structure;

        public override DataAction Action => source.Action;

        public override TimePeriod Time => source.Time;

        public override double Value => measures ? source.Value : double.NaN;

        public override ObservationStatus Status => source.Status;

        public override bool Read() => source.Read();

        public override string Code(int dimension) => source.Code(dimension);

        public override string? Attribute(int attribute) =>
            positions[attribute] < source.Structure.Attributes.Count ? source.Attribute(positions[attribute]) : null;
    }
}
