using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>One observation as a test writes it.</summary>
internal sealed record DataRow(string[] Codes, TimePeriod Time, double Value, string?[] Attributes)
{
    /// <summary>A row whose attributes are <c>NAME=text</c>.</summary>
    public static DataRow Of(DataStructure structure, string[] codes, string time, double value, IEnumerable<string> attributes)
    {
        Assert.True(TimePeriod.TryParse(time, out var period));
        var texts = new string?[structure.Attributes.Count];
        foreach (var attribute in attributes)
        {
            var equals = attribute.IndexOf('=');
            var position = structure.Attributes.ToList().FindIndex(one => one.Id == attribute[..equals]);
            texts[position] = attribute[(equals + 1)..] is { Length: > 0 } text ? text : null;
        }

        return new(codes, period, value, texts);
    }
}

/// <summary>Passes over rows.</summary>
internal sealed class RowCursor(DataStructure structure, IEnumerable<DataRow> rows) : DataCursor
{
    private readonly IEnumerator<DataRow> rows = rows.GetEnumerator();
    private readonly int status = structure.Attributes.ToList().FindIndex(one => one.Id == "OBS_STATUS");

    public override DataStructure Structure => structure;

    public override TimePeriod Time => rows.Current.Time;

    public override double Value => rows.Current.Value;

    public override ObservationStatus Status =>
        status >= 0 && rows.Current.Attributes[status] is { Length: 1 } text ? (ObservationStatus)text[0]
        : double.IsNaN(Value) ? ObservationStatus.O : ObservationStatus.A;

    public override bool Read() => rows.MoveNext();

    public override string Code(int dimension) => rows.Current.Codes[dimension];

    public override string? Attribute(int attribute) => rows.Current.Attributes[attribute];
}
