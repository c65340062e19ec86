using Periplo.Charts;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Profiles;
using Periplo.Registers;
using Periplo.Storage;

namespace Periplo.Tests.Profiles;

/// <summary>A store with the bundled stock, population and displaced persons, all registers, and an edition frozen from them.</summary>
public sealed class ProfileStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-profiles-");

    public ProfileStore()
    {
        Installation = new(Store.Open(Path.Combine(folder.FullName, "periplo.db")), new DataFolder(BundledData.Path("."), null), TimeProvider.System);
        Installation.LoadRegisters(null, CancellationToken.None);
        Import("stock-undesa-2024");
        Import("demography-undesa-2024");
        Import("displaced-unhcr-2025");
        using var widths = File.OpenRead(BundledData.Path("fonts/advance-widths.csv"));
        Font = FontMetrics.Read("advance-widths.csv", widths);
        Edition = Installation.Freeze(Owner, "2026", new("Edición 2026", "Edition 2026", "Édition 2026"), new(2026, 6, 30), CancellationToken.None);
    }

    internal static Person Owner => Person.Owner("test");

    internal Installation Installation { get; }

    internal FontMetrics Font { get; }

    internal Edition Edition { get; }

    internal void Import(string table) =>
        Installation.Import(BundledData.Path($"starter/{table}.csv.gz"), new(MappingFile: $"{table}.yaml", MappingText: File.ReadAllText(BundledData.Path($"starter/{table}.yaml"))), null, CancellationToken.None);

    internal Profile Profile(string area, Edition? edition = null)
    {
        edition ??= Edition;
        return new ProfileGenerator(Installation.ProfileMaterial(edition, Font, null, CancellationToken.None), edition, ProfileLinks.None)
            .Of(Installation.Areas.Resolve(area), Installation.ProfileStanding(edition, area));
    }

    internal static byte[] Csv(Profile profile, Language language = Language.Es)
    {
        using var to = new MemoryStream();
        ProfileCsv.Write(profile, language, to);
        return to.ToArray();
    }

    internal static byte[] Document(Profile profile, Language language = Language.Es)
    {
        using var to = new MemoryStream();
        ProfileDocument.Write(profile, language, to);
        return to.ToArray();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
