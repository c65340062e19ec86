using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Storage.Crossings;

namespace Periplo.Tests.Writer;

/// <summary>The crossings and states the program writes into a folder: the same in every run, so that a test knows what must be there.</summary>
public static class WrittenCrossings
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the folder and its key, with a public store elsewhere.</summary>
    public static CrossingFolder Create(string place) => CrossingFolder.Create(Folder(place), "# made by a test\n", (_, _) => Settings(place), Store(place), makeKey: true, Now);

    /// <summary>Opens the folder.</summary>
    public static CrossingFolder Open(string place) => CrossingFolder.Open(Folder(place), (_, _) => Settings(place), Store(place));

    /// <summary>The crossings of a part, with the keys of their source; each part is longer than the one before.</summary>
    public static Crossing[] Part(int number) =>
    [
        .. Enumerable.Range(0, 1000 * (number + 1)).Select(row => new Crossing
        {
            Person = (ulong)(1 + (row * 7919 % 500)),
            Time = (uint)((number * 100_000) + row),
            Document = (uint)row,
            Direction = (byte)(row % 2),
            Country = (byte)(number % 8),
            Citizenship = 320,
            Birth = Crossing.UnknownBirth,
        }),
    ];

    /// <summary>Receives the parts that lack, each followed by a state that has seen it, and says so line by line.</summary>
    public static void Run(string place, int parts, TextWriter told)
    {
        var folder = Open(place);
        told.WriteLine("opened");
        for (var number = 0; number < parts; number++)
        {
            using var writer = folder.BeginWrite();
            var name = $"part-{number}.bin";
            using (var append = writer.BeginAppend(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), Now))
            {
                if (append is not null)
                {
                    told.WriteLine($"writing {number}");
                    foreach (var batch in Part(number).Chunk(700))
                        append.Add(batch);
                    append.Commit();
                    told.WriteLine($"committed {number}");
                }
            }

            Renew(folder, writer);
            told.WriteLine($"state {number}");
        }
    }

    /// <summary>The number a state keeps: crossings up to its entry of the journal.</summary>
    public static long Counted(CrossingFolder folder)
    {
        using var state = folder.ReadState("writer", "test", Now)!;
        return Counted(state);
    }

    private static long Counted(StateReading state)
    {
        var segments = state.Files.Where(name => name.StartsWith("segment-", StringComparison.Ordinal))
            .Sum(name => BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(Path.Combine(state.Folder, name))));
        var total = long.Parse(File.ReadAllText(Path.Combine(state.Folder, "total")), CultureInfo.InvariantCulture);
        return segments == total ? total : throw new InvalidDataException($"The segments have {segments}, the total is {total}.");
    }

    private static void Renew(CrossingFolder folder, CrossingWriter writer)
    {
        using var before = folder.ReadState("writer", "test", Now);
        if (before?.Mark.Position == writer.Journal.Position)
            return;
        using var state = writer.BeginState();
        var total = before is null ? 0 : Counted(before);
        foreach (var name in before?.Files.Where(name => name != "total") ?? [])
            state.Carry(name);
        var bytes = new byte[4096];
        foreach (var part in writer.Journal.PartsAfter(before?.Mark.Position ?? 0)!)
        {
            total += part.Count;
            BinaryPrimitives.WriteInt64LittleEndian(bytes, part.Count);
            File.WriteAllBytes(Path.Combine(state.Folder, $"segment-{part.Number}"), bytes);
        }

        File.WriteAllText(Path.Combine(state.Folder, "total"), $"{total}");
        state.Commit(writer.Journal.Position);
    }

    private static string Folder(string place) => Path.Combine(place, "crossings");

    private static string Store(string place) => Path.Combine(place, "public", "periplo.db");

    private static CrossingSettings Settings(string place) => new()
    {
        LegalBasis = "Test",
        RetentionMonths = 120,
        KeyFile = Path.Combine(place, "key"),
        From = new(1970, 1, 1),
        Countries = ReportingCountries.Specimen,
        Source = "TEST",
        Publisher = Text.Same("Test"),
        Licence = "CC0-1.0",
    };
}
