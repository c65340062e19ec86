using Xunit;

namespace Periplo.Tests.Commands;

/// <summary><c>periplo profile</c>: documents, editions, and what is told when something fails.</summary>
public sealed class ProfileCommandTests
{
    private static readonly string[] ImportStock = ["import", BundledData.Path("starter/stock-undesa-2024.csv.gz"), "--mapping", BundledData.Path("starter/stock-undesa-2024.yaml")];

    [Fact]
    public void Documents_of_an_edition_are_the_same_bytes_and_failures_leave_the_others()
    {
        using var command = new Command();
        Assert.Equal(0, command.Run(ImportStock).Code);
        Assert.Equal(0, command.Run("profile", "freeze", "2026", "--cutoff", "2026-06-30").Code);
        Assert.Contains("STOCK/UNDESA.2024", command.Run("profile", "editions").Output, StringComparison.Ordinal);

        var (first, second) = (Path.Combine(command.Folder, "first"), Path.Combine(command.Folder, "second"));
        Assert.Equal(0, command.Run("profile", "GTM", "--edition", "2026", "--language", "es,fr", "--format", "csv,docx", "--output", first).Code);
        // A folder stands where a document should go: that one fails, the others of the region are made.
        Directory.CreateDirectory(Path.Combine(second, "BLZ.es.csv"));
        var region = command.Run("profile", "--members", "013", "--edition", "2026", "--format", "csv,docx", "--output", second);
        Assert.Equal(1, region.Code);
        Assert.Contains("BLZ.es.csv", region.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("GTM", region.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(second, "BLZ.es.docx")));
        foreach (var name in new[] { "GTM.es.csv", "GTM.es.docx" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name)));
        Assert.True(new FileInfo(Path.Combine(first, "GTM.fr.docx")).Length > 10_000);

        var compared = command.Run("profile", "compare", "GTM", "2026");
        Assert.Equal(0, compared.Code);
        Assert.Contains("0 filas cambiaron", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_says_what_is_wrong_and_writes_nothing()
    {
        using var command = new Command();
        Assert.Equal(0, command.Run(ImportStock).Code);
        foreach (var (arguments, message) in new (string[], string)[]
        {
            (["GTM", "--format", "odt"], "«odt» no es uno de"),
            (["GTM", "--language", "es,de"], "«de» no es uno de"),
            (["GTM", "--edition", "1999"], "No hay ninguna edición «1999»"),
            (["Atlántida"], "Atlántida"),
            ([], "Diga un área"),
            (["GTM", "--to", "GTM"], "dos países distintos"),
            (["ATA"], "ATA.es.html: no hay ningún dato"),
        })
        {
            var refused = command.Run(["profile", .. arguments, "--output", Path.Combine(command.Folder, "out")]);
            Assert.Equal(1, refused.Code);
            Assert.Contains(message, refused.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.Exists(Path.Combine(command.Folder, "out")) ? Directory.GetFiles(Path.Combine(command.Folder, "out")) : []);
    }
}
