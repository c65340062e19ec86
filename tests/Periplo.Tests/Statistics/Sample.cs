using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Tests.Statistics;

/// <summary>One observation as a test writes it.</summary>
internal sealed record SampleRow(string[] Codes, TimePeriod Time, double Value, ObservationStatus Status, AttributeSet Set, SourceRow Row);

/// <summary>Small datasets made by hand or at random.</summary>
internal static class Sample
{
    public static DatasetDefinitions Definitions { get; } = new(BundledData.Areas);

    public static Papers Papers { get; } = new(
        new("Naciones Unidas, «Población migrante»", "United Nations, \"Migrant stock\"", "United Nations, \"Migrant stock\""), "https://example.org/stock", "CC BY 3.0 IGO", new("Censos, encuestas", "Censuses, surveys", "Censuses, surveys"));

    /// <summary>A figure of STOCK, plain unless told otherwise.</summary>
    public static SampleRow Stock(
        string to, string from, int year, double value, string sex = "_T", string age = "_T", string measure = "STOCK",
        ObservationStatus status = ObservationStatus.A, AttributeSet? set = null, int row = 2) => new(
            ["A", to, from, "_T", measure, sex, age, "_T", measure == "STOCK" ? "PS" : "PT"],
            TimePeriod.OfYear(year), value, status, set ?? AttributeSet.Units, SourceRow.Line(row));

    public static SampleRow MissingStock(string to, string from, int year, string sex = "_T") =>
        Stock(to, from, year, double.NaN, sex, status: ObservationStatus.O);

    public static Observations Build(DatasetDefinition definition, IEnumerable<SampleRow> rows)
    {
        var builder = new ObservationsBuilder(definition);
        foreach (var row in rows)
        {
            for (var d = 0; d < row.Codes.Length; d++)
                builder.Set(d, row.Codes[d]);
            builder.Add(row.Time, row.Value, row.Status, row.Set, row.Row);
        }

        return builder.Build((key, _, _) => throw new InvalidDataException(key));
    }

    public static Part Part(DatasetDefinition definition, Observations observations, string release = "2024", string file = "stock.csv", string? sha = null)
    {
        var chunks = ObservationChunk.Cut(observations).Select(chunk => chunk.Hash).ToList();
        return new(
            new(definition.Id, "UNDESA", release), new(file, sha ?? new string('a', 64), 1234), "sample 1", "", Papers, observations.Count, [], [], [],
            new DateTimeOffset(2026, 7, 1, 12, 0, 0, 123, TimeSpan.Zero), chunks);
    }

    public static Dataset Dataset(DatasetDefinition definition, IEnumerable<SampleRow> rows, string release = "2024")
    {
        var observations = Build(definition, rows);
        var part = Part(definition, observations, release);
        return new(definition, part.Revision, [part], observations);
    }

    public static Dataset Stock(params SampleRow[] rows) => Dataset(Definitions.Stock, rows);

    /// <summary>Figures with distinct keys in order of key, over few codes so that queries meet them.</summary>
    public static List<SampleRow> Random(DatasetDefinition definition, Random random, int most)
    {
        var codes = definition.Structure.Dimensions.Select(dimension =>
        {
            var list = dimension.CodeList.Codes;
            return Enumerable.Range(0, random.Next(1, 6)).Select(_ => list[random.Next(list.Count)].Id).Distinct().ToArray();
        }).ToArray();
        AttributeSet[] sets =
        [
            AttributeSet.Units, new(3), new(0, "BR"), new(0, "C", "Nota: «año», \"y\""), new(6, null, "a\nb,c"),
        ];
        var rows = new Dictionary<string, SampleRow>();
        for (var i = random.Next(most + 1); i > 0; i--)
        {
            var key = codes.Select(list => list[random.Next(list.Length)]).ToArray();
            var time = Period(random);
            var value = Value(random);
            rows.TryAdd($"{string.Join('.', key)}:{time}", new(
                key, time, value, double.IsNaN(value) ? "LMOQ"[random.Next(4)] switch { var c => (ObservationStatus)c } : "ABEIP"[random.Next(5)] switch { var c => (ObservationStatus)c },
                sets[random.Next(sets.Length)], SourceRow.Line(random.Next(1, 1 << 21))));
        }

        return [.. rows.Values.OrderBy(row => row, Comparer<SampleRow>.Create(CompareKeys))];
    }

    /// <summary>Every column of every observation, to compare and to read in a failure.</summary>
    public static List<string> Lines(Observations o, bool rows = true) => [.. Enumerable.Range(0, o.Count).Select(i =>
        Line(o.Key(i), o.Values[i], o.Statuses[i], o.AttributeSets[o.Attributes[i]], rows ? o.Rows[i] : default))];

    public static List<string> Lines(IEnumerable<SampleRow> all, bool rows = true) => [.. all.Select(row =>
        Line($"{string.Join('.', row.Codes)}:{row.Time}", row.Value, row.Status, row.Set, rows ? row.Row : default))];

    public static TimePeriod Period(string text) => TimePeriod.TryParse(text, out var period) ? period : throw new FormatException(text);

    public static TimePeriod Period(Random random) => random.Next(4) switch
    {
        0 => Period($"{random.Next(2018, 2022)}-Q{random.Next(1, 5)}"),
        1 => Period($"{random.Next(2018, 2022)}-{random.Next(1, 13):00}"),
        _ => TimePeriod.OfYear(random.Next(1990, 2025)),
    };

    public static void Shuffle<T>(Random random, List<T> list) => random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));

    private static int CompareKeys(SampleRow left, SampleRow right)
    {
        for (var d = 0; d < left.Codes.Length; d++)
        {
            var order = string.CompareOrdinal(left.Codes[d], right.Codes[d]);
            if (order != 0)
                return order;
        }

        return left.Time.CompareTo(right.Time);
    }

    private static string Line(string key, double value, ObservationStatus status, AttributeSet set, SourceRow row) =>
        $"{key} {value:R} {status} {set.UnitMultiplier} {set.DataType} {set.Comment} {row.Packed}";

    private static double Value(Random random) => random.Next(8) switch
    {
        0 => double.NaN,
        1 => 0,
        2 => -random.Next(1, 100_000),
        3 => random.Next(1_000_000) / 10.0,
        4 => random.Next(1_000_000_000) / 1000.0,
        5 => random.NextDouble() * Math.Pow(10, random.Next(-12, 20)),
        _ => random.Next(300_000_000),
    };
}
