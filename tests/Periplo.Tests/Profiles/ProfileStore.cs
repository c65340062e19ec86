using Periplo.Charts;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Profiles;
using Periplo.Registers;
using Periplo.Storage;
using Periplo.Tests.Profiles;
using Xunit;

[assembly: AssemblyFixture(typeof(ProfileStore))]

namespace Periplo.Tests.Profiles;

/// <summary>A store with the bundled stock and population, all registers, and an edition frozen from them; made when first asked for.</summary>
public sealed class ProfileStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-profiles-");
    private readonly Lazy<(Installation Installation, Edition Edition)> made;
    private readonly Lazy<FontMetrics> font = new(() =>
    {
        using var widths = File.OpenRead(BundledData.Path("fonts/advance-widths.csv"));
        return FontMetrics.Read("advance-widths.csv", widths);
    });

    public ProfileStore() => made = new(() =>
    {
        var installation = new Installation(Store.Open(Path.Combine(folder.FullName, "periplo.db")), new DataFolder(BundledData.Path("."), null), TimeProvider.System);
        installation.LoadRegisters(null, CancellationToken.None);
        Import(installation, "stock-undesa-2024");
        Import(installation, "demography-undesa-2024");
        return (installation, installation.Freeze(Owner, "2026", new("Edición 2026", "Edition 2026", "Édition 2026"), new(2026, 6, 30), CancellationToken.None));
    });

    internal static Person Owner => Person.Owner("test");

    internal Installation Installation => made.Value.Installation;

    internal FontMetrics Font => font.Value;

    internal Edition Edition => made.Value.Edition;

    internal void Import(string table) => Import(Installation, table);

    private static void Import(Installation installation, string table) =>
        installation.Import(BundledData.Path($"starter/{table}.csv.gz"), new(MappingFile: $"{table}.yaml", MappingText: File.ReadAllText(BundledData.Path($"starter/{table}.yaml"))), null, CancellationToken.None);

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
