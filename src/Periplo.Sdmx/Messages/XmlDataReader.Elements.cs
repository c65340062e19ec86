namespace Periplo.Sdmx.Messages;

/// <summary>The way through the elements of a message.</summary>
public sealed partial class XmlDataReader
{
    // Levels of elements: the message, data sets in it, series in them.
    private const int MessageDepth = 0;
    private const int DataSetDepth = 1;
    private const int SeriesDepth = 2;

    private bool behindGroups;
    private bool setChecked;
    private bool seriesRead;
    private bool seriesWrong;
    private bool seriesEmpty;
    private (int Line, int Column) series;

    private enum Place
    {
        Start,
        Message,
        DataSet,
        Series,
        End,
    }

    /// <summary>Reads the head and moves into the first data set, so that its structure is known before its first observation.</summary>
    private void Begin()
    {
        if (place != Place.Start)
            return;
        // What is wrong here is told once; afterwards there is nothing to read.
        place = Place.End;
        lateGroups = XmlLateGroups.Of(stream, find);
        input = new(stream);
        format = XmlRoot.Read(Xml);
        if (Xml.IsEmpty || !Xml.ReadChild(MessageDepth) || Xml.Name != "Header")
            throw Xml.Error(DataRules.BadForm, "The message does not begin with its header.");
        head.Read(Xml);
        NextInMessage();
    }

    private void NextInMessage()
    {
        place = Place.End;
        while (Xml.ReadChild(MessageDepth))
        {
            if (Xml.Name == "DataSet")
            {
                BeginDataSet();
                return;
            }

            if (Xml.Name != "Footer")
                throw Xml.Error(DataRules.BadForm, $"Element {XmlRow.Short(Xml.Name)} does not belong here.");
            Footer = XmlDataHead.ReadMessages(Xml);
        }

        while (Xml.Read())
        {
            // What follows the message must be well-formed too.
        }

        if (dataSets == 0 && LaterDownload is null && Footer.FirstOrDefault(one => one.Severity == "Error") is { } error)
            throw new SdmxFormatException(DataRules.ErrorMessage, $"The service answered with an error: {error.Code} {error.Text}", 1);
    }

    private void BeginDataSet()
    {
        row = (Xml.Line, Xml.Column);
        set = XmlDataSet.Read(Xml, format is DataFormat.GenericXml or DataFormat.GenericTimeSeriesXml, head, find);
        if (lateGroups is not null && dataSets < lateGroups.Count)
            set.Groups = lateGroups[dataSets];
        dataSets++;
        (behindGroups, setChecked) = (false, false);
        statusSlot = Row.Slots.Find("OBS_STATUS");
        if (statusSlot < Row.Slots.FirstAttribute)
            statusSlot = -1;
        place = Xml.IsEmpty ? Place.Message : Place.DataSet;
        Tell("");
    }

    private bool NextInDataSet()
    {
        if (!Xml.ReadChild(DataSetDepth))
        {
            place = Place.Message;
            return false;
        }

        switch (Xml.Name)
        {
            case "Series":
                return BeginSeries();
            case "Obs":
                // Data sets have series or observations, but a message that mixes them says the same.
                if (behindGroups)
                    Row.Clear(Row.Series);
                (behindGroups, seriesWrong) = (true, false);
                return ReadObservation();
            case "Group" when behindGroups && lateGroups is null:
                throw Xml.Error(DataRules.BadForm, "A group stands behind series, in a stream that cannot be read twice.");
            case "Group":
                Set.ReadGroup();
                if (Row.IsWrong)
                    Tell(KeyText(Row.Group.AsSpan(0, Row.Slots.Time), null));
                return false;
            case "Attributes" when !behindGroups:
                Row.Clear(Row.Observation);
                Set.ReadValues(Row.DataSet);
                Tell("");
                return false;
            case "Annotations" or "DataProvider":
                Xml.Skip();
                return false;
            default:
                throw Set.Misplaced();
        }
    }

    private bool BeginSeries()
    {
        series = (Xml.Line, Xml.Column);
        (behindGroups, seriesRead, seriesWrong, seriesEmpty) = (true, false, false, true);
        Row.Clear(Row.Observation);
        Row.Clear(Row.Series);
        place = Place.Series;
        var empty = Xml.IsEmpty;
        if (format is DataFormat.StructureSpecificXml or DataFormat.StructureSpecificTimeSeriesXml)
        {
            Set.ReadTag(Row.Series);
            CompleteSeries();
        }

        return empty && EndSeries();
    }

    private bool NextInSeries()
    {
        if (!Xml.ReadChild(SeriesDepth))
            return EndSeries();
        switch (Xml.Name)
        {
            case "Obs":
                CompleteSeries();
                seriesEmpty = false;
                if (!seriesWrong)
                    return ReadObservation();
                Xml.Skip();
                return false;
            case "SeriesKey" or "Attributes" when !seriesRead:
                Set.ReadValues(Row.Series);
                return false;
            case "Annotations":
                Xml.Skip();
                return false;
            default:
                throw Set.Misplaced();
        }
    }

    /// <summary>Looks at the key of a series once it is read, and gives it the attributes of its groups.</summary>
    private void CompleteSeries()
    {
        if (seriesRead)
            return;
        seriesRead = true;
        var atObservation = Set.Use.DimensionAtObservation;
        // A code that is not known is wrong enough: it is not missing as well.
        var whole = !Row.IsWrong && Action != DataAction.Delete && atObservation != DataMessage.AllDimensions;
        for (var d = 0; d < Row.Slots.Time && whole; d++)
        {
            if (Row.Series[d] is null && Row.Slots.Id(d) != atObservation)
                Row.Fault(DataRules.MissingDimension, $"{Row.Slots.Id(d)} of the series is not given.", series.Line, series.Column);
        }

        Set.Groups.Apply(Row.Series);
        seriesWrong = Row.IsWrong && Tell(KeyText(Row.Series.AsSpan(0, Row.Slots.Time), null));
    }

    /// <summary>Ends a series; one to be deleted without observations is deleted whole and stands for itself.</summary>
    private bool EndSeries()
    {
        CompleteSeries();
        place = Place.DataSet;
        if (Action != DataAction.Delete || !seriesEmpty || seriesWrong)
            return false;
        row = series;
        Row.Clear(Row.Observation);
        Row.Compose(partial: true, row.Line, row.Column);
        return !(Row.IsWrong && Tell(KeyText(Row.Codes, null)));
    }

    private bool ReadObservation()
    {
        row = (Xml.Line, Xml.Column);
        Set.ReadObservation();
        Row.Compose(partial: Action == DataAction.Delete, row.Line, row.Column);
        Set.Groups.Apply(Row.Codes, Row.Series, Row.Observation);
        if (RequiresAttributes && !Row.IsWrong && Action is not (DataAction.Delete or DataAction.Merge))
            RequireAttributes();
        if (Row.IsWrong)
            Tell(KeyText(Row.Codes, Row[Row.Slots.Time] ?? ""));
        else if (!seriesWrong)
            return true;
        return false;
    }

    private void RequireAttributes()
    {
        // Of the data set they are missing once, and its observations are good for all that.
        if (!setChecked)
        {
            setChecked = true;
            Row.RequireAttributes(Attachment.DataSet, row.Line, row.Column);
            Tell("");
        }

        Row.RequireAttributes(Attachment.Series, row.Line, row.Column);
        if (Row.IsWrong && Set.Use.DimensionAtObservation == DataStructure.TimeDimension)
            seriesWrong = Tell(KeyText(Row.Codes, null));
        else
            Row.RequireAttributes(Attachment.Observation, row.Line, row.Column);
    }

    /// <summary>Tells of all that is wrong with what was read last; false where nothing is.</summary>
    private bool Tell(string key)
    {
        if (!Row.IsWrong)
            return false;
        foreach (var fault in Row.TakeFaults())
            Reject(fault.Rule, fault.Detail, fault.Line, fault.Column, key);
        return true;
    }
}
