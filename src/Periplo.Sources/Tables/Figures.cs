using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>The figures a reader has read so far. What the collection refuses becomes a message with its place.</summary>
internal sealed class Figures(DatasetDefinition definition, Reading reading, IReadOnlyList<string> sheets)
{
    private readonly ObservationsBuilder builder = new(definition);
    private int lastYear;

    public Figures(DatasetDefinition definition, Reading reading)
        : this(definition, reading, [])
    {
    }

    public DatasetDefinition Definition => definition;

    /// <summary>Sheets the rows refer to.</summary>
    public IReadOnlyList<string> Sheets => sheets;

    /// <summary>Last year a figure is for.</summary>
    /// <exception cref="InputException">There is no figure.</exception>
    public int LastYear() => builder.Count > 0 ? lastYear : throw new InputException(reading.File, null, Refusals.NoFigures);

    /// <summary>True for what may be below zero: everything that is not a count or an amount, and balances.</summary>
    public static bool MayBeNegative(DatasetDefinition definition, string measure) =>
        !definition.AdditiveMeasures.Contains(measure) || measure is "NET_MIG" or "NET_MIG_5Y" or "NET";

    /// <summary>Sets codes for the figures added from now on.</summary>
    public void Set(params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        foreach (var (dimension, code) in codes)
            builder.Set(dimension, code);
    }

    /// <summary>Sets codes of dimensions that have none yet.</summary>
    public void SetWhereUnset(params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        foreach (var (dimension, code) in codes)
        {
            if (!builder.IsSet(dimension))
                builder.Set(dimension, code);
        }
    }

    /// <summary>Sets the code of a dimension by its position.</summary>
    public void Set(int dimension, string code) => builder.Set(dimension, code);

    /// <summary>Adds a figure.</summary>
    public void Add(TimePeriod time, double value, ObservationStatus status, AttributeSet set, SourceRow row)
    {
        lastYear = Math.Max(lastYear, time.Year);
        try
        {
            builder.Add(time, value, status, set, row);
        }
        catch (InvalidOperationException e)
        {
            throw new InputException(reading.File, Place(row), Refusals.TooManyFigures, e);
        }
    }

    /// <summary>Adds a figure that is not there.</summary>
    public void AddMissing(TimePeriod time, AttributeSet set, SourceRow row, ObservationStatus reason = ObservationStatus.O) =>
        Add(time, double.NaN, reason, set, row);

    /// <summary>Sorts the figures.</summary>
    public Observations Build()
    {
        if (builder.Count == 0)
            throw new InputException(reading.File, null, Refusals.NoFigures);
        return builder.Build((key, kept, repeated) =>
        {
            // Of two rows that disagree the later one is named as the place, the earlier one as the reason.
            var (first, second) = kept.Packed <= repeated.Packed ? (kept, repeated) : (repeated, kept);
            throw new InputException(reading.File, Place(second), Refusals.Disagree(key, Place(first)));
        });
    }

    private Text Place(SourceRow row)
    {
        var (sheet, number) = row.In(sheets);
        return sheet is null
            ? new Text($"línea {number}", $"line {number}", $"ligne {number}")
            : new Text($"hoja «{sheet}», fila {number}", $"sheet \"{sheet}\", row {number}", $"feuille « {sheet} », ligne {number}");
    }
}
