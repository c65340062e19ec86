using System.Text;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Walks the data sets of a message and says where a data set, a series and an observation begin and end in its XML. A series ends where
/// a code or an attribute of the series changes, and a data set where one of its attributes does, so that nothing a cursor says is lost.
/// </summary>
internal abstract class XmlDataWriter : IDisposable
{
    private readonly DataMessage message;
    private readonly bool timeSeries;
    private readonly string?[] series;
    private readonly string?[] dataSet;
    private TimePeriod seriesTime;

    /// <summary>Writes <paramref name="message"/>; where <paramref name="timeSeries"/>, with the root that allows time series alone.</summary>
    protected XmlDataWriter(DataMessage message, Stream stream, bool timeSeries)
    {
        (this.message, this.timeSeries) = (message, timeSeries);
        Layout = new(message.Dataflow.Structure, timeSeries ? DataStructure.TimeDimension : message.DimensionAtObservation, message.Detail);
        foreach (var id in Layout.Structure.Dimensions.Select(one => one.Id).Concat(Layout.Structure.Attributes.Select(one => one.Id)))
        {
            if (!IsName(id))
                throw new ArgumentException($"{id} cannot be the id of a component.", nameof(message));
        }

        Output = new(stream);
        series = new string?[Layout.SeriesDimensions.Length + Layout.SeriesAttributes.Length];
        dataSet = new string?[Layout.DataSetAttributes.Length];
    }

    /// <summary>What stands at which level.</summary>
    protected DataLayout Layout { get; }

    /// <summary>Where to.</summary>
    protected Utf8Output Output { get; }

    /// <summary>Name of the root element, without <c>TimeSeries</c> in it.</summary>
    protected abstract (string Before, string Behind) Root { get; }

    /// <summary>Declarations of namespaces of the root beside those of every message.</summary>
    protected abstract string Namespaces { get; }

    /// <summary>Attributes of the structure in the header beside those of every message.</summary>
    protected abstract string StructureAttributes { get; }

    /// <inheritdoc/>
    public void Dispose() => Output.Dispose();

    /// <summary>Writes the message whole.</summary>
    public void Run()
    {
        var name = $"message:{Root.Before}{(timeSeries ? "TimeSeries" : "")}{Root.Behind}";
        Output.Write($"""
            <?xml version="1.0" encoding="utf-8"?>
            <{name} xmlns:message="{XmlNamespaces.Message}" xmlns:common="{XmlNamespaces.Common}"{Namespaces}>
            """);
        XmlDataHeader.Write(Output, message, Layout.DimensionAtObservation, StructureAttributes);
        foreach (var set in message.DataSets)
            Write(set);
        Output.Write($"\n</{name}>\n");
        Output.Flush();
    }

    /// <summary>Begins a data set; the cursor stands on its first observation, or there is none.</summary>
    protected abstract void BeginDataSet(DataSet set, DataCursor? cursor);

    /// <summary>Ends a data set.</summary>
    protected abstract void EndDataSet();

    /// <summary>Begins a series.</summary>
    protected abstract void BeginSeries(DataCursor cursor, bool delete);

    /// <summary>Ends a series.</summary>
    protected abstract void EndSeries();

    /// <summary>Writes an observation, its whole key where the message is flat; one to be deleted without value and attributes.</summary>
    protected abstract void WriteObservation(DataCursor cursor, bool delete);

    /// <summary>What stands between the quotes of the attributes every data set may have, each with its name.</summary>
    protected static string SetAttributes(DataSet set, string prefix)
    {
        var text = new StringBuilder($" {prefix}action=\"{Word(set.Action)}\"");
        if (set.ValidFrom is { } from)
            text.Append($" {prefix}validFromDate=\"{XmlDataHeader.Time(from)}\"");
        if (set.ValidTo is { } to)
            text.Append($" {prefix}validToDate=\"{XmlDataHeader.Time(to)}\"");
        return text.ToString();
    }

    private void Write(DataSet set)
    {
        var cursor = Layout.ObservationDimension < 0 ? set.Cursor : new RegroupedCursor(set.Cursor, Layout.ObservationDimension);
        var delete = set.Action == DataAction.Delete;
        var (inSet, inSeries) = (false, false);
        while (cursor.Read())
        {
            if (!inSet || DataSetChanges(cursor))
            {
                if (inSeries)
                    EndSeries();
                if (inSet)
                    EndDataSet();
                (inSet, inSeries) = (true, false);
                KeepDataSet(cursor);
                BeginDataSet(set, cursor);
            }

            if (!Layout.IsFlat && (!inSeries || SeriesChanges(cursor)))
            {
                if (inSeries)
                    EndSeries();
                inSeries = true;
                KeepSeries(cursor);
                BeginSeries(cursor, delete);
            }

            if (Layout.HasObservations)
                WriteObservation(cursor, delete);
        }

        if (inSeries)
            EndSeries();
        if (!inSet)
            BeginDataSet(set, cursor: null);
        EndDataSet();
    }

    private bool DataSetChanges(DataCursor cursor)
    {
        for (var i = 0; i < dataSet.Length; i++)
        {
            if (cursor.Attribute(Layout.DataSetAttributes[i]) != dataSet[i])
                return true;
        }

        return false;
    }

    private void KeepDataSet(DataCursor cursor)
    {
        for (var i = 0; i < dataSet.Length; i++)
            dataSet[i] = cursor.Attribute(Layout.DataSetAttributes[i]);
    }

    private bool SeriesChanges(DataCursor cursor)
    {
        var dimensions = Layout.SeriesDimensions;
        // The last dimensions change most often.
        for (var i = dimensions.Length - 1; i >= 0; i--)
        {
            if (cursor.Code(dimensions[i]) != series[i])
                return true;
        }

        for (var i = 0; i < Layout.SeriesAttributes.Length; i++)
        {
            if (cursor.Attribute(Layout.SeriesAttributes[i]) != series[dimensions.Length + i])
                return true;
        }

        return !Layout.IsTimeSeries && cursor.Time != seriesTime;
    }

    private void KeepSeries(DataCursor cursor)
    {
        var dimensions = Layout.SeriesDimensions;
        for (var i = 0; i < dimensions.Length; i++)
            series[i] = cursor.Code(dimensions[i]);
        for (var i = 0; i < Layout.SeriesAttributes.Length; i++)
            series[dimensions.Length + i] = cursor.Attribute(Layout.SeriesAttributes[i]);
        seriesTime = cursor.Time;
    }

    /// <summary>The word of 2.1 for an action: a merge of 3.0 is what it calls to append.</summary>
    private static string Word(DataAction action) => action == DataAction.Merge ? nameof(DataAction.Append) : action.ToString();

    /// <summary>Whether an id can be the name of an attribute in XML, as every id of a component is (common:NCNameIDType).</summary>
    private static bool IsName(string id) => id.Length > 0 && char.IsAsciiLetter(id[0])
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
