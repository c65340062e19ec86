using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>Reads the rows of a mapped table into figures.</summary>
internal sealed class MappedRows
{
    private readonly Mapping mapping;
    private readonly MappedColumns columns;
    private readonly TableRows rows;
    private readonly Figures figures;
    private readonly Reading reading;
    private readonly MappedAttributes attributes;
    private readonly LocalNumbers numbers;
    private readonly CodeCache<TimePeriod> periods = new();
    private readonly (int Dimension, int Column, CodeCache<string?> Codes)[] coded;
    private readonly (int Dimension, string Code)[][] fixedCodes;
    private readonly TimePeriod?[] fixedTimes;
    private readonly bool[] mayBeNegative;
    private readonly int frequency;
    private readonly int measure;
    private readonly string?[] codes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> marks;

    public MappedRows(Mapping mapping, MappedColumns columns, TableRows rows, Figures figures, Reading reading)
    {
        (this.mapping, this.columns, this.rows, this.figures, this.reading) = (mapping, columns, rows, figures, reading);
        attributes = new(mapping, columns, rows);
        numbers = new(mapping.DecimalComma, mapping.Thousands);
        var dimensions = mapping.Definition.Structure.Dimensions;
        codes = new string?[dimensions.Count];
        (frequency, measure) = (mapping.Definition.Structure.Position("FREQ"), mapping.Definition.Dimension(mapping.Definition.MeasureDimension));
        coded = [.. dimensions.Select((one, i) => (i, columns.Of(one.Id), new CodeCache<string?>())).Where(one => one.Item2 >= 0)];
        foreach (var (dimension, code) in mapping.Constants.Where(constant => constant.Key != Mapping.Time))
            Set(mapping.Definition.Dimension(dimension), code);
        fixedCodes = [.. columns.Values.Select(value => value.Column.Codes
            .Where(pair => pair.Key != Mapping.Time).Select(pair => (mapping.Definition.Dimension(pair.Key), pair.Value)).ToArray())];
        fixedTimes = [.. columns.Values.Select(value => FixedTime(value.Column))];
        mayBeNegative = new bool[columns.Values.Count];
        marks = mapping.Missing.Keys.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads them all.</summary>
    public void Read()
    {
        var time = columns.Of(Mapping.Time);
        while (rows.Next())
        {
            if (mapping.End is { } end && rows.Count > 0 && rows.Text(0).StartsWith(end, StringComparison.Ordinal))
                return;
            if (rows is CsvRows && rows.Count != columns.Width)
                throw rows.Fault(Math.Min(rows.Count, columns.Width) - 1, Refusals.FieldCount(rows.Count, columns.Width));
            if (!SetCodes())
                continue;
            papers ??= columns.Of("REVISION") >= 0 ? PapersColumns.Read(rows, columns) : null;
            papers?.Check(rows, columns);
            attributes.Move();
            var period = time >= 0 ? Period(time) : default;
            for (var i = 0; i < columns.Values.Count; i++)
                AddValue(i, fixedTimes[i] ?? period);
        }
    }

    /// <summary>Revision and papers, from the mapping or from the columns of the table.</summary>
    public (Revision Revision, Papers Papers) Papers()
    {
        if (mapping.Revision is { } revision)
            return (revision, mapping.Papers!);
        return papers is null
            ? throw new InputException(reading.File, null, Refusals.NoFigures)
            : (new(mapping.Definition.Id, papers.Source, papers.Release), papers.Papers);
    }

    private PapersColumns? papers;

    /// <summary>Sets the codes of the row; false when the mapping leaves the row out.</summary>
    private bool SetCodes()
    {
        foreach (var (dimension, column, known) in coded)
        {
            var cell = rows[column];
            if (!known.TryGet(cell, out var code))
                code = known.Add(cell, Code(dimension, column));
            if (code is null)
                return false;
            Set(dimension, code);
        }

        return true;
    }

    private void Set(int dimension, string code)
    {
        codes[dimension] = code;
        figures.Set(dimension, code);
    }

    private string? Code(int dimension, int column)
    {
        var one = mapping.Definition.Structure.Dimensions[dimension];
        var text = rows.Text(column);
        if (mapping.Codes.TryGetValue(one.Id, out var map) && map.TryGetValue(text, out var mapped))
            return mapped;
        if (Mapping.Code(mapping.Definition, one.Id, text, reading.Area) is { } code)
            return code;
        if (!Mapping.IsArea(one.Id))
            throw rows.Fault(column, Refusals.NotOneOf(Refusals.Shown(text), [.. map?.Keys ?? [], .. one.CodeList.Codes.Select(known => known.Id)]));
        throw rows.Fault(column, text.Length == 0 ? Refusals.MissingArea : reading.UnknownArea(text));
    }

    private TimePeriod Period(int column)
    {
        var cell = rows[column];
        if (periods.TryGet(cell, out var period))
            return period;
        var text = rows.Text(column);
        return TimePeriod.TryParse(text, out period) && TableRows.IsYear(period.Year)
            ? periods.Add(cell, period)
            : throw rows.Fault(column, text.All(char.IsAsciiDigit) ? Refusals.NotYear(Refusals.Shown(text)) : Refusals.NotPeriod(Refusals.Shown(text)));
    }

    private TimePeriod? FixedTime(ValueColumn column) =>
        (column.Codes.TryGetValue(Mapping.Time, out var text) || mapping.Constants.TryGetValue(Mapping.Time, out text)) && TimePeriod.TryParse(text, out var period)
            ? period
            : null;

    private void AddValue(int index, TimePeriod time)
    {
        var (position, column) = columns.Values[index];
        foreach (var (dimension, code) in fixedCodes[index])
            Set(dimension, code);
        var (set, status, stated) = attributes.Of(index);
        var cell = position < rows.Count ? rows[position] : default;
        if (IsMark(cell, position, out var reason))
        {
            // The status of the row says why a value is missing, when it says so; else the mark does.
            if (stated?.IsMissing() == true && (reason is not null || column.Codes.Count == 0))
                reason = stated;
            if (reason is null && mapping.EmptyNeedsReason)
            {
                throw rows.Fault(position, new Text(
                    "falta el valor y OBS_STATUS no dice por qué; escriba el valor, o L, M, O o Q en OBS_STATUS.",
                    "the value is missing and OBS_STATUS does not say why; write the value, or L, M, O or Q in OBS_STATUS.",
                    "la valeur manque et OBS_STATUS ne dit pas pourquoi ; écrivez la valeur, ou L, M, O ou Q dans OBS_STATUS."));
            }

            if (reason is { } why)
                figures.AddMissing(Checked(time, position), set, rows.Row, why);
            return;
        }

        var value = numbers.Read(rows, position);
        if (status.IsMissing())
        {
            // A wide row holds values and marks side by side: the status of the row is then that of its marks.
            status = column.Codes.Count > 0 ? column.Status ?? mapping.Status : throw rows.Fault(position, new Text(
                $"hay un valor, pero OBS_STATUS {status} dice que falta; corrija uno de los dos.", $"there is a value, but OBS_STATUS {status} says that it is missing; correct one of the two.", $"il y a une valeur, mais OBS_STATUS {status} dit qu’elle manque ; corrigez l’un des deux."));
        }

        if (value < 0 && !Figures.MayBeNegative(mapping.Definition, codes[measure]!))
            throw rows.Fault(position, Refusals.Negative(Refusals.Shown(cell)));
        figures.Add(Checked(time, position), value, status, set, rows.Row);
    }

    private bool IsMark(ReadOnlySpan<byte> cell, int position, out ObservationStatus? reason)
    {
        reason = null;
        cell = cell.Trim((byte)' ');

        // A plain number is the common case, and no mark begins with a digit.
        if (!cell.IsEmpty && (char.IsAsciiDigit((char)cell[0]) || mapping.Missing.Count == 0))
            return false;
        var text = cell.IsEmpty ? "" : rows.Text(position);
        return mapping.Missing.TryGetValue(text, out reason) || text.Length == 0;
    }

    private TimePeriod Checked(TimePeriod time, int position) => frequency < 0 || codes[frequency] is not { Length: 1 } code || code[0] == time.Frequency || code == "N"
        ? time
        : throw rows.Fault(Math.Max(columns.Of(Mapping.Time), columns.Of(Mapping.Time) < 0 ? position : 0), new Text(
            $"el periodo {time} no es de frecuencia {code} sino {time.Frequency}; corrija FREQ o el periodo.",
            $"the period {time} is not of frequency {code} but {time.Frequency}; correct FREQ or the period.",
            $"la période {time} n’est pas de fréquence {code} mais {time.Frequency} ; corrigez FREQ ou la période."));
}
