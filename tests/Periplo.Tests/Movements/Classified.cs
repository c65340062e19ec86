using System.IO.Compression;
using System.Text;
using Periplo.Movements;

namespace Periplo.Tests.Movements;

/// <summary>The counts of crossings as the lines of the specimen's result.</summary>
internal static class Classified
{
    public static readonly DateOnly From = new(2015, 1, 1);
    public static readonly DateOnly To = new(2025, 1, 1);
    private static readonly Lazy<Crossing[]> SpecimenCrossings = new(ReadSpecimen);

    /// <summary>The 100,000 crossings of the shared specimen, in the order of the file.</summary>
    public static Crossing[] Specimen()
    {
        _ = SharedData.Path("crossings/crossings_100k.csv.gz");
        return SpecimenCrossings.Value;
    }

    /// <summary>The lines expected of them.</summary>
    public static string[] Expected() => File.ReadAllLines(SharedData.Path("crossings/crossings_100k_expected.csv"))[1..];

    public static string[] Lines(CategoryCounts counts) =>
        [.. counts.Rows().Select(row => $"{row.Country},{row.Month},{row.Direction},{row.Category},{row.Count}")];

    /// <summary>Classifies crossings cut into batches that go to the workers in turn, each from a thread of its own.</summary>
    public static CategoryCounts Counts(
        ReadOnlyMemory<Crossing> crossings, int workers = 1, MovementRule? rule = null, ReportingCountries? countries = null, long expected = 0, long mostBytes = long.MaxValue, bool spill = false, int batch = 1000, DateOnly? to = null)
    {
        var space = Enumerable.Range(0, workers).Select(_ => new MemoryStream()).ToArray();
        using var classification = new CrossingClassification(
            countries ?? ReportingCountries.Specimen, new(From, to ?? To), rule ?? MovementRule.M1, workers, expected, mostBytes, spill ? worker => InMemory(space[worker]) : null);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            for (var at = worker * batch; at < crossings.Length; at += workers * batch)
                classification.Add(worker, crossings.Span.Slice(at, Math.Min(batch, crossings.Length - at)));
        });
        return classification.Count();
    }

    private static Scratch InMemory(MemoryStream stream) => new(
        (at, bytes) =>
        {
            stream.Position = at;
            stream.Write(bytes);
        },
        (at, bytes) =>
        {
            lock (stream)
            {
                stream.Position = at;
                stream.ReadExactly(bytes);
            }
        });

    private static Crossing[] ReadSpecimen()
    {
        var crossings = new List<Crossing>();
        using var stream = new GZipStream(File.OpenRead(SharedData.Path("crossings/crossings_100k.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            crossings.Add(new()
            {
                Person = ulong.Parse(cells[0]),
                Time = (uint)DateTimeOffset.Parse(cells[1]).ToUnixTimeSeconds(),
                Country = (byte)ReportingCountries.Specimen.Position(cells[2]),
                Post = ushort.Parse(cells[3]),
                Direction = cells[4] == "E" ? (byte)1 : (byte)0,
                Citizenship = (ushort)BundledData.Areas[cells[5]].M49!.Value,
                Birthplace = (ushort)BundledData.Areas[cells[6]].M49!.Value,
                Sex = (byte)"UMF".IndexOf(cells[7], StringComparison.Ordinal),
                Birth = (ushort)(DateOnly.Parse(cells[8]).DayNumber - new DateOnly(1900, 1, 1).DayNumber),
                Purpose = byte.Parse(cells[10]),
                Mode = byte.Parse(cells[11]),
                Resident = byte.Parse(cells[12]),
            });
        }

        return [.. crossings];
    }
}
