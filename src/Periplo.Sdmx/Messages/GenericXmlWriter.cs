namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes data as generic SDMX-ML 2.1 (<c>GenericData</c>, <c>GenericTimeSeriesData</c>; SDMX 2.1, section 3A, generic data): components
/// stand by their ids in <c>Value</c> elements, so that a client can read them without knowing the structure.
/// </summary>
public static class GenericXmlWriter
{
    /// <summary>Writes a message in one pass over its cursors, with flat memory for any size.</summary>
    /// <param name="message">What to write.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="timeSeries">True for the root that allows time series alone; time is then at the observation whatever the message says.</param>
    public static void Write(DataMessage message, Stream stream, bool timeSeries)
    {
        using var rows = new Rows(message, stream, timeSeries);
        rows.Run();
    }

    private sealed class Rows : XmlDataWriter
    {
        private readonly ComponentOutput[] dimensions;
        private readonly ComponentOutput[] attributes;
        private readonly ComponentOutput time = Value(DataStructure.TimeDimension);
        private readonly ComponentOutput value = new("<generic:ObsValue value=\"", "\"/>");
        private readonly ComponentOutput atObservation;

        public Rows(DataMessage message, Stream stream, bool timeSeries)
            : base(message, stream, timeSeries)
        {
            dimensions = [.. Layout.Structure.Dimensions.Select(one => Value(one.Id))];
            attributes = [.. Layout.Structure.Attributes.Select(one => Value(one.Id))];
            var id = Layout.IsTimeSeries ? "" : $" id=\"{Layout.DimensionAtObservation}\"";
            atObservation = new($"<generic:ObsDimension{id} value=\"", "\"/>");
        }

        protected override (string Before, string Behind) Root => ("Generic", "Data");

        protected override string Namespaces => $" xmlns:generic=\"{XmlNamespaces.Generic}\"";

        protected override string StructureAttributes => "";

        protected override void BeginDataSet(DataSet set, DataCursor? cursor)
        {
            Output.Write($"\n<message:DataSet structureRef=\"{XmlDataHeader.StructureId}\"{SetAttributes(set, "")}>");
            if (cursor is not null && set.Action != DataAction.Delete)
                WriteAttributes(cursor, Layout.DataSetAttributes);
        }

        protected override void EndDataSet() => Output.Write("</message:DataSet>"u8);

        protected override void BeginSeries(DataCursor cursor, bool delete)
        {
            Output.Write("\n<generic:Series><generic:SeriesKey>"u8);
            WriteKey(cursor, withTime: !Layout.IsTimeSeries);
            Output.Write("</generic:SeriesKey>"u8);
            if (!delete)
                WriteAttributes(cursor, Layout.SeriesAttributes);
        }

        protected override void EndSeries() => Output.Write("</generic:Series>"u8);

        protected override void WriteObservation(DataCursor cursor, bool delete)
        {
            Output.Write("\n<generic:Obs>"u8);
            if (Layout.IsFlat)
            {
                Output.Write("<generic:ObsKey>"u8);
                WriteKey(cursor, withTime: true);
                Output.Write("</generic:ObsKey>"u8);
            }
            else if (Layout.IsTimeSeries)
            {
                atObservation.Write(Output, cursor.Time);
            }
            else
            {
                atObservation.Write(Output, cursor.Code(Layout.ObservationDimension));
            }

            if (!delete)
            {
                value.Write(Output, cursor.Value);
                WriteAttributes(cursor, Layout.ObservationAttributes);
            }

            Output.Write("</generic:Obs>"u8);
        }

        private static ComponentOutput Value(string id) => new($"<generic:Value id=\"{id}\" value=\"", "\"/>");

        private void WriteKey(DataCursor cursor, bool withTime)
        {
            foreach (var dimension in Layout.SeriesDimensions)
                dimensions[dimension].Write(Output, cursor.Code(dimension));
            if (withTime)
                time.Write(Output, cursor.Time);
        }

        private void WriteAttributes(DataCursor cursor, int[] positions)
        {
            var any = false;
            foreach (var position in positions)
            {
                if (cursor.Attribute(position) is not { } text)
                    continue;
                if (!any)
                    Output.Write("<generic:Attributes>"u8);
                any = true;
                attributes[position].Write(Output, text);
            }

            if (any)
                Output.Write("</generic:Attributes>"u8);
        }
    }
}
