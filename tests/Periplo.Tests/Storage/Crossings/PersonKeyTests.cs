using System.Security.Cryptography;
using Periplo.Movements;
using Periplo.Storage;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>Persons are replaced by what nobody can turn back without the key.</summary>
public sealed class PersonKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("periplo-key-").FullName;

    [Fact]
    public void Person_is_the_first_64_bits_of_the_keyed_hash_of_its_eight_bytes()
    {
        var key = PersonKey.Read(Written(string.Concat(Enumerable.Range(0, 32).Select(i => $"{i:x2}"))));

        // Reckoned by other programs: HMAC-SHA-256 with the key 00 01 … 1f of 2a 00 00 00 00 00 00 00.
        Assert.Equal(0x8183A9651709A99AUL, key.Of(42));
        Property.Holds(TestCounts.Properties, random =>
        {
            var person = (ulong)random.NextInt64();
            using var slow = new HMACSHA256([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
            Assert.Equal(BitConverter.ToUInt64(slow.ComputeHash(BitConverter.GetBytes(person)), 0), key.Of(person));
        });
    }

    [Fact]
    public void Nobody_stays_nobody_and_documents_and_notes_are_dropped_unless_kept()
    {
        var key = PersonKey.Read(Made());
        var crossing = CrossingPlace.At(CrossingPlace.Now) with { Kind = 77 };
        Crossing[] dropped = [crossing, crossing with { Person = 0 }, crossing with { Person = 8 }, crossing];
        Crossing[] kept = [crossing, crossing with { Document = 0 }, crossing with { Document = 100 }];

        key.Replace(dropped, keepDocuments: false);
        key.Replace(kept, keepDocuments: true);

        Assert.Equal([key.Of(7), 0, key.Of(8), key.Of(7)], dropped.Select(one => one.Person));
        Assert.All(dropped, one => Assert.Equal((0u, (byte)0), (one.Document, one.Kind)));
        Assert.Equal(crossing with { Person = key.Of(7), Document = 0, Kind = 0 }, dropped[0]);
        Assert.Equal(0u, kept[1].Document);
        Assert.Equal(3, kept.Select(one => one.Document).Distinct().Count());
        Assert.DoesNotContain(99u, kept.Select(one => one.Document));
    }

    [Fact]
    public void Replacing_allocates_nothing()
    {
        var key = PersonKey.Read(Made());
        var crossings = Enumerable.Range(0, 20_000).Select(i => CrossingPlace.At(CrossingPlace.Now, (ulong)i)).ToArray();
        key.Replace(crossings.AsSpan(0, 100), keepDocuments: true);

        var before = GC.GetAllocatedBytesForCurrentThread();
        key.Replace(crossings, keepDocuments: true);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void Key_is_made_once_for_its_owner_only_and_read_in_either_form()
    {
        var file = Made();
        var key = PersonKey.Read(file);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Throws<StoreException>(() => PersonKey.Make(file));
        Assert.NotEqual(key.Mark, PersonKey.Read(Made()).Mark);
        Assert.Equal(key.Of(5), PersonKey.Read(Written(Convert.ToBase64String(Convert.FromHexString(File.ReadAllText(file).Trim())))).Of(5));
    }

    [Fact]
    public void Key_behind_a_link_is_read()
    {
        var file = Made();
        var link = Path.Combine(folder, "link");
        File.CreateSymbolicLink(link, file);

        Assert.Equal(PersonKey.Read(file).Mark, PersonKey.Read(link).Mark);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef00")]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZg==")]
    public void Key_that_is_none_is_refused(string text)
    {
        var file = Written(text);

        Assert.Contains(file, Assert.Throws<StoreException>(() => PersonKey.Read(file)).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_that_is_missing_or_open_to_others_is_refused()
    {
        Assert.Contains("is missing", Assert.Throws<StoreException>(() => PersonKey.Read(Path.Combine(folder, "none"))).Explanation.En, StringComparison.Ordinal);

        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs Unix permissions");
            return;
        }

        var file = Made();
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Assert.Throws<StoreException>(() => PersonKey.Read(file)).Explanation.En, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Made()
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        PersonKey.Make(file);
        return file;
    }

    private string Written(string text)
    {
        var file = Made();
        File.WriteAllText(file, text);
        return file;
    }
}
