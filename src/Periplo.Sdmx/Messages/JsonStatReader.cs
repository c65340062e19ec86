using System.Globalization;
using System.Text.Json;
using Periplo.Sdmx.Json;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Reads data sets of JSON-stat 2.0 (json-stat.org/format), as Eurostat's statistics service sends them. A cell without value and without flag
/// is no observation; one with a flag alone is an observation whose value is missing.
/// </summary>
/// <remarks>
/// The message is passed over twice, since the dimensions may stand behind the values; a stream that cannot be positioned is put aside
/// first. Memory: the dimensions and the flags, not the values. Flags are the attribute OBS_FLAG, where the structure has it, and what they
/// mean in CL_OBS_STATUS is the status and the attribute OBS_STATUS.
/// </remarks>
public sealed class JsonStatReader : DataReader
{
    private readonly Stream source;
    private readonly Spool? spool;
    private readonly JsonStatScan scan;
    private readonly JsonPull json;
    private readonly Target[] targets;
    private readonly int flagAttribute;
    private readonly int statusAttribute;
    private readonly ComponentTexts flagTexts;
    private readonly string[] codes;
    private readonly bool isList;
    private JsonItems items;
    private JsonMembers members;
    private long cell = -1;
    private Queue<KeyValuePair<long, string>>? leftover;
    private (string Rule, string Detail)? wrong;
    private bool ended;
    private TimePeriod time;
    private double value;
    private string? flag;
    private int line;
    private int column;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The message, from where the stream stands.</param>
    /// <param name="finder">Finds the structure Eurostat names. Where it finds none, or there is no finder, the message's own dimensions are the structure.</param>
    /// <exception cref="SdmxFormatException">The message is no data set of JSON-stat.</exception>
    public JsonStatReader(Stream stream, StructureFinder? finder)
    {
        source = stream;
        if (!stream.CanSeek)
            spool = Spool.Of(stream);
        try
        {
            var seekable = spool?.Stream ?? stream;
            scan = JsonStatScan.Read(seekable);
            Dataflow = Find(finder) ?? JsonStatFlow.Of(scan);
            targets = [.. scan.Dimensions.Select(TargetOf)];
            codes = new string[Structure.Dimensions.Count];
            if (scan.Time < 0)
                throw new SdmxFormatException(DataRules.MissingDimension, "the message has no dimension of time", 1, 1);
            for (var i = 0; i < codes.Length; i++)
            {
                if (targets.Count(target => target.Position == i) is var count and not 1)
                    throw new SdmxFormatException(DataRules.MissingDimension, $"the message has {count} dimensions for {Structure.Dimensions[i].Id}", 1, 1);
            }

            flagAttribute = PositionOf(JsonStatFlow.FlagAttribute);
            statusAttribute = PositionOf(JsonStatFlow.StatusAttribute);
            flagTexts = new(flagAttribute < 0 ? null : Structure.Attributes[flagAttribute].CodeList);
            json = new(seekable, scan.Values);
            json.Read();
            isList = json.Token == JsonTokenType.StartArray;
            if (isList)
                items = new(json);
            else
                members = new(json);
        }
        catch
        {
            spool?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override MessageHeader? Header => new(Dataflow.Id, scan.Updated ?? default, scan.Flow?.Agency ?? scan.Source);

    /// <inheritdoc/>
    public override Dataflow Dataflow { get; }

    /// <summary>Publications for everybody inform: they do not say what is to be done with them.</summary>
    public override DataAction Action => DataAction.Information;

    /// <inheritdoc/>
    public override int DataSets => 1;

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override TimePeriod Time => time;

    /// <inheritdoc/>
    public override double Value => value;

    /// <inheritdoc/>
    public override ObservationStatus Status => JsonStatFlags.Status(flag, value);

    /// <inheritdoc/>
    public override string Code(int dimension) => codes[dimension];

    /// <inheritdoc/>
    public override string? Attribute(int attribute) =>
        attribute == flagAttribute ? flag : attribute == statusAttribute ? Status.ToString() : null;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (ended)
            return false;

        // Whatever is thrown, what follows cannot be understood any more.
        ended = true;
        while (NextCell())
        {
            if (!Understand())
                continue;
            ended = false;
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        spool?.Dispose();
        source.Dispose();
    }

    /// <summary>Moves to the next cell with a value or a flag: values first, then cells that have flags alone.</summary>
    private bool NextCell()
    {
        while (leftover is null)
        {
            if (!(isList ? items.Next() : members.Next()))
            {
                leftover = new([.. scan.Flags.OrderBy(one => one.Key)]);
                break;
            }

            (line, column) = (json.Line, json.Column);
            cell = isList ? cell + 1 : ReadPlace();
            if (cell >= scan.Cells)
                throw json.Fault(DataRules.BadForm, $"there is a value for cell {cell} of {scan.Cells}");
            flag = scan.Flags.Remove(cell, out var own) ? own : scan.Flag;
            if (json.Token == JsonTokenType.Null && flag is null)
                continue;
            ReadValue();
            return true;
        }

        if (!leftover.TryDequeue(out var alone))
            return false;
        (cell, flag, value, wrong, line, column) = (alone.Key, alone.Value, double.NaN, null, scan.FlagLine, 1);
        return cell < scan.Cells ? true : throw new SdmxFormatException(DataRules.BadForm, $"there is a flag for cell {cell} of {scan.Cells}", line, column);
    }

    private long ReadPlace()
    {
        if (json.IsEscaped || !long.TryParse(json.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            throw json.Fault(DataRules.BadForm, "a value is not given for the place of a cell");
        json.Read();
        return place;
    }

    /// <summary>Null, nothing, a colon and NaN are missing values; numbers may be written as texts.</summary>
    private void ReadValue()
    {
        (value, wrong) = (double.NaN, null);
        if (json.Token == JsonTokenType.Number)
            value = json.Number();
        else if (JsonWalk.AnyText(json) is { Length: > 0 } text && text is not (":" or "NaN")
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            wrong = (DataRules.BadValue, "the value is no number");
        }

        if (double.IsInfinity(value))
            wrong = (DataRules.BadValue, "the value is larger than a number can be");
    }

    /// <summary>Sets key and flag of the current cell; false when something of it is wrong, which is then told.</summary>
    private bool Understand()
    {
        var (rest, period) = (cell, "");
        for (var i = targets.Length - 1; i >= 0; i--)
        {
            var dimension = scan.Dimensions[i];
            var place = (int)(rest % dimension.Codes.Count);
            rest /= dimension.Codes.Count;
            var text = dimension.Codes[place];
            if (i == scan.Time)
            {
                period = text;
                if (targets[i].Periods[place] is { } known)
                    time = known;
                else
                    wrong ??= (DataRules.BadPeriod, $"{text} is no period this library knows");
                continue;
            }

            codes[targets[i].Position] = targets[i].Codes[place] ?? text;
            if (targets[i].Codes[place] is null)
                wrong ??= (DataRules.UnknownCode, $"{dimension.Id} is {text}, which its code list does not have");
        }

        if (flag is not null && flagAttribute >= 0)
        {
            if (flagTexts.TryFind(flag.AsSpan(), out var known))
                flag = known;
            else
                wrong ??= (DataRules.UnknownCode, $"the flag is {flag}, which the code list of {JsonStatFlow.FlagAttribute} does not have");
        }

        if (wrong is { } fault)
            Reject(fault.Rule, fault.Detail, line, column, KeyText(codes, period));
        return wrong is null;
    }

    private Dataflow? Find(StructureFinder? finder)
    {
        if (finder is null)
            return null;
        return (scan.Flow is { } flow ? finder(flow) : null) ?? (scan.Structure is { } structure ? finder(structure) : null);
    }

    /// <summary>A dimension beside that of the structure, in which letters may be of another case: Eurostat's differ so between its services.</summary>
    private Target TargetOf(JsonStatDimension dimension)
    {
        if (scan.Time >= 0 && dimension == scan.Dimensions[scan.Time])
            return new(-1, [], [.. dimension.Codes.Select(PeriodOf)]);
        var position = Structure.Position(dimension.Id);
        for (var i = 0; position < 0 && i < Structure.Dimensions.Count; i++)
        {
            if (Structure.Dimensions[i].Id.Equals(dimension.Id, StringComparison.OrdinalIgnoreCase))
                position = i;
        }

        if (position < 0)
            throw new SdmxFormatException(DataRules.UnknownComponent, $"the structure has no dimension {dimension.Id}", 1, 1);
        var list = Structure.Dimensions[position].CodeList;
        return new(position, [.. dimension.Codes.Select(code => list == CodeList.Uncoded ? code : list.Find(code)?.Id)], []);
    }

    /// <summary>A period, also in the way of statistical offices that put no hyphen in it (2020M07).</summary>
    private static TimePeriod? PeriodOf(string text)
    {
        if (TimePeriod.TryParse(text, out var period))
            return period;
        return text.Length > 5 && char.IsAsciiLetterUpper(text[4]) && TimePeriod.TryParse($"{text.AsSpan(0, 4)}-{text.AsSpan(4)}", out period) ? period : null;
    }

    private int PositionOf(string attribute)
    {
        for (var i = 0; i < Structure.Attributes.Count; i++)
        {
            if (Structure.Attributes[i].Id == attribute)
                return i;
        }

        return -1;
    }

    /// <summary>A dimension of the message in the structure.</summary>
    /// <param name="Position">Its position in the key, -1 for the time.</param>
    /// <param name="Codes">Codes of its categories, null where the structure has none.</param>
    /// <param name="Periods">Periods of its categories, null where they are none.</param>
    private readonly record struct Target(int Position, string?[] Codes, TimePeriod?[] Periods);
}
