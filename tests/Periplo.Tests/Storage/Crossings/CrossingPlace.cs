using System.Security.Cryptography;
using System.Text;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>A place of its own for a folder of crossings, its key and a public store, gone with it.</summary>
internal sealed class CrossingPlace : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 7, 15, 10, 0, 0, TimeSpan.Zero);

    public string Root { get; } = Directory.CreateTempSubdirectory("periplo-crossings-").FullName;

    public string Folder => Path.Combine(Root, "crossings");

    public string Store => Path.Combine(Root, "public", "periplo.db");

    public string Key => Path.Combine(Root, "key");

    public string Journal => Path.Combine(Folder, "journal");

    public string ReadLog => Path.Combine(Folder, "reads.log");

    public string Settings(string? key = null, string countries = "{ GTM: America/Guatemala, PAN: -05:00 }") => $"""
        legal_basis: Test act, section 1
        retention_months: 24
        key_file: {key ?? Key}
        from: 2015-01-01
        countries: {countries}
        source: TEST
        publisher: Test
        licence: CC0-1.0
        """;

    public static CrossingSettings Read(string file, string text) => CrossingSettingsReader.Read(file, text, BundledData.Areas);

    public CrossingFolder Create(string? settings = null) => CrossingFolder.Create(Folder, settings ?? Settings(), Read, Store, makeKey: true, Now);

    public CrossingFolder Open() => CrossingFolder.Open(Folder, Read, Store);

    /// <summary>Receives crossings as a file of this name, and says whether it was new.</summary>
    public bool Append(string name, params ReadOnlySpan<Crossing> crossings)
    {
        using var writer = Open().BeginWrite();
        using var append = writer.BeginAppend(name, Hash(name), Now);
        append?.Add(crossings.ToArray());
        append?.Commit();
        return append is not null;
    }

    /// <summary>All crossings kept, in order of time.</summary>
    public List<Crossing> All()
    {
        var folder = Open();
        using var reading = folder.Read(folder.Journal().Parts, "ana", "test", Now);
        var all = new List<Crossing>();
        var block = new Crossing[PartsReading.BlockRecords];
        while (reading.Read(block) is > 0 and var read)
            all.AddRange(block.AsSpan(0, read));
        Assert.Equal(reading.Count, all.Count);
        return [.. all.OrderBy(crossing => crossing.Time)];
    }

    public static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public static Crossing At(DateTimeOffset moment, ulong person = 7) => new()
    {
        Person = person, Time = (uint)moment.ToUnixTimeSeconds(), Document = 99, Post = 12, Citizenship = 320, Birthplace = 340, Birth = 30_000,
        Country = 1, Direction = 1, Sex = 2, Purpose = 3, Mode = 2, Resident = 1,
    };

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
