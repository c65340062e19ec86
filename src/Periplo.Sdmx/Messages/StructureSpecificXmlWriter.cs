using System.Security;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes data as structure-specific SDMX-ML 2.1 (<c>StructureSpecificData</c>, <c>StructureSpecificTimeSeriesData</c>; SDMX 2.1,
/// section 3A, structure-specific data): components stand as attributes of XML, dimensions first and in the order of the structure, since
/// clients compare their places with those of the key. <see cref="DataSchemaWriter"/> writes the schema these messages follow.
/// </summary>
public static class StructureSpecificXmlWriter
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
        private readonly string space;
        private readonly ComponentOutput[] dimensions;
        private readonly ComponentOutput[] attributes;
        private readonly ComponentOutput time = Component(DataStructure.TimeDimension);
        private readonly ComponentOutput value = Component(DataStructure.PrimaryMeasure);
        private bool childless;

        public Rows(DataMessage message, Stream stream, bool timeSeries)
            : base(message, stream, timeSeries)
        {
            dimensions = [.. Layout.Structure.Dimensions.Select(one => Component(one.Id))];
            attributes = [.. Layout.Structure.Attributes.Select(one => Component(one.Id))];
            space = SecurityElement.Escape(XmlNamespaces.OfData(message.Dataflow, Layout.DimensionAtObservation));
        }

        protected override (string Before, string Behind) Root => ("StructureSpecific", "Data");

        protected override string Namespaces =>
            $" xmlns:ss=\"{XmlNamespaces.StructureSpecific}\" xmlns:ns1=\"{space}\" xmlns:xsi=\"{XmlNamespaces.Instance}\"";

        protected override string StructureAttributes => $" namespace=\"{space}\"";

        protected override void BeginDataSet(DataSet set, DataCursor? cursor)
        {
            Output.Write($"\n<message:DataSet ss:structureRef=\"{XmlDataHeader.StructureId}\" xsi:type=\"ns1:DataSetType\" ss:dataScope=\"DataStructure\"{SetAttributes(set, "ss:")}");
            if (cursor is not null && set.Action != DataAction.Delete)
                WriteAttributes(cursor, Layout.DataSetAttributes);
            Output.Write(">"u8);
        }

        protected override void EndDataSet() => Output.Write("</message:DataSet>"u8);

        protected override void BeginSeries(DataCursor cursor, bool delete)
        {
            Output.Write("\n<Series"u8);
            WriteKey(cursor, withTime: !Layout.IsTimeSeries);
            if (!delete)
                WriteAttributes(cursor, Layout.SeriesAttributes);
            childless = true;
        }

        protected override void EndSeries() => Output.Write(childless ? "/>"u8 : "</Series>"u8);

        protected override void WriteObservation(DataCursor cursor, bool delete)
        {
            if (Layout.IsFlat)
            {
                Output.Write("\n<Obs"u8);
                WriteKey(cursor, withTime: true);
            }
            else
            {
                Output.Write(childless ? ">\n<Obs"u8 : "\n<Obs"u8);
                childless = false;
                if (Layout.IsTimeSeries)
                    time.Write(Output, cursor.Time);
                else
                    dimensions[Layout.ObservationDimension].Write(Output, cursor.Code(Layout.ObservationDimension));
            }

            if (!delete)
            {
                value.Write(Output, cursor.Value);
                WriteAttributes(cursor, Layout.ObservationAttributes);
            }

            Output.Write("/>"u8);
        }

        private static ComponentOutput Component(string id) => new($" {id}=\"", "\"");

        private void WriteKey(DataCursor cursor, bool withTime)
        {
            foreach (var dimension in Layout.SeriesDimensions)
                dimensions[dimension].Write(Output, cursor.Code(dimension));
            if (withTime)
                time.Write(Output, cursor.Time);
        }

        private void WriteAttributes(DataCursor cursor, int[] positions)
        {
            foreach (var position in positions)
            {
                if (cursor.Attribute(position) is { } text)
                    attributes[position].Write(Output, text);
            }
        }
    }
}
