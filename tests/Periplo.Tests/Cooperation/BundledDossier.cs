using Periplo.Cooperation;
using Periplo.Observatory;
using Periplo.Storage;
using Periplo.Tests.Cooperation;
using Xunit;

[assembly: AssemblyFixture(typeof(BundledDossier))]

namespace Periplo.Tests.Cooperation;

/// <summary>The records and figures that come with Periplo, in a store of their own; made when first asked for.</summary>
public sealed class BundledDossier : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-dossier-");
    private readonly Lazy<Installation> installation;

    public BundledDossier() => installation = new(() =>
    {
        var made = new Installation(Store.Open(Path.Combine(folder.FullName, "periplo.db")), new DataFolder(BundledData.Path("."), null), TimeProvider.System);
        made.LoadRegisters(null, CancellationToken.None);
        return made;
    });

    internal Installation Installation => installation.Value;

    internal Dossier Dossier => Installation.Dossier();

    /// <summary>Imports bundled tables of figures.</summary>
    internal void Import(params string[] tables)
    {
        foreach (var table in tables)
            Installation.Import(BundledData.Path($"starter/{table}.csv.gz"), new(MappingFile: $"{table}.yaml", MappingText: File.ReadAllText(BundledData.Path($"starter/{table}.yaml"))), null, CancellationToken.None);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
