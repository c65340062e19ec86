using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Tests.Movements;

/// <summary>Small datasets of monthly movements made by hand.</summary>
internal static class Monthly
{
    public static readonly DatasetDefinition Definition = new DatasetDefinitions(BundledData.Areas).Movements.Monthly;

    /// <summary>Figures as <c>REPORTING MOVEMENT CITIZENSHIP COUNTERPART MONTH VALUE</c>, one a line; <c>-</c> stands for a missing value.</summary>
    public static Dataset Of(string lines, string source = "TEST", string release = "1")
    {
        var builder = new ObservationsBuilder(Definition);
        foreach (var (dimension, code) in new[] { ("SEX", "_T"), ("AGE", "_T"), ("POST", "_T"), ("TRANSPORT_MODE", "_T"), ("ROUTE", "_T"), ("UNIT_MEASURE", "PS") })
            builder.Set(dimension, code);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var time = Month(cells[4]);
            foreach (var (dimension, code) in new[] { ("FREQ", $"{time.Frequency}"), ("REF_AREA", cells[0]), ("MOVEMENT", cells[1]), ("CITIZENSHIP", cells[2]), ("COUNTERPART_AREA", cells[3]) })
                builder.Set(dimension, code);
            var value = cells[5] == "-" ? double.NaN : double.Parse(cells[5], System.Globalization.CultureInfo.InvariantCulture);
            builder.Add(time, value, double.IsNaN(value) ? ObservationStatus.O : ObservationStatus.A, AttributeSet.Units, SourceRow.Line(1));
        }

        return new(Definition, new("MOVEMENTS_MONTHLY", source, release), [], builder.Build((key, _, _) => throw new InvalidDataException(key)));
    }

    public static TimePeriod Month(string text) => TimePeriod.TryParse(text, out var period) ? period : throw new FormatException(text);
}
