using Periplo.Sdmx;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>Many observations of the migrant flow, made without a thing of memory each: series of 4,000 years, sexes and ages by their numbers.</summary>
/// <param name="ages">Ages of each sex.</param>
/// <param name="written">Asked how much is written when the second and the last observation are read.</param>
internal sealed class LongCursor(int ages, Func<long> written) : DataCursor
{
    public const int Years = 4000;

    private static readonly string[] Sexes = ["_T", "F", "M"];

    private readonly string[] names = [.. Enumerable.Range(0, ages).Select(i => $"Y{i}")];
    private int at = -1;

    public int Count => Sexes.Length * ages * Years;

    public double Sum => (Count - 1.0) * Count / 2;

    public long WrittenAtFirst { get; private set; }

    public long WrittenAtLast { get; private set; }

    public override DataStructure Structure => Xml.MigrantData.Structure;

    public override TimePeriod Time => TimePeriod.OfYear(1000 + (at % Years));

    public override double Value => at;

    public override ObservationStatus Status => ObservationStatus.A;

    public override bool Read()
    {
        if (at == 0)
            WrittenAtFirst = written();
        if (at == Count - 2)
            WrittenAtLast = written();
        return ++at < Count;
    }

    public override string Code(int dimension) => dimension switch
    {
        0 => "A",
        1 => "DE",
        2 => "SO",
        3 => Sexes[at / Years / ages],
        _ => names[at / Years % ages],
    };

    public override string? Attribute(int attribute) => attribute switch
    {
        1 => "PS",
        4 => "A",
        5 when at % 100 == 0 => "a remark",
        _ => null,
    };
}
