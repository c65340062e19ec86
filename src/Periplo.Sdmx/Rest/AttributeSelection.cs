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
        var wanted = query.Attributes ?? [.. structure.Attributes.Select(one => one.Id)];
        var positions = Enumerable.Range(0, structure.Attributes.Count).Where(i => wanted.Contains(structure.Attributes[i].Id)).ToArray();
        var ofObservations = positions.Any(i => structure.Attributes[i].Attachment == Attachment.Observation);

        // Without values and without what hangs on them, the series are left.
        var detail = (positions.Length, query.Measures, ofObservations) switch
        {
            (0, false, _) => DataDetail.SeriesKeysOnly,
            (0, true, _) => DataDetail.DataOnly,
            (_, false, false) => DataDetail.NoData,
            _ => message.Detail,
        };
        var reduced = message.Dataflow with { Structure = structure with { Attributes = [.. positions.Select(i => structure.Attributes[i])] } };
        return message with
        {
            Dataflow = reduced,
            Detail = detail,
            DataSets = [.. message.DataSets.Select(set => set with { Cursor = new Reduced(set.Cursor, reduced.Structure, positions, query.Measures) })],
        };
    }

    private sealed class Reduced(DataCursor source, DataStructure structure, int[] positions, bool measures) : DataCursor
    {
        public override DataStructure Structure => structure;

        public override DataAction Action => source.Action;

        public override TimePeriod Time => source.Time;

        public override double Value => measures ? source.Value : double.NaN;

        public override ObservationStatus Status => source.Status;

        public override bool Read() => source.Read();

        public override string Code(int dimension) => source.Code(dimension);

        public override string? Attribute(int attribute) => source.Attribute(positions[attribute]);
    }
}
