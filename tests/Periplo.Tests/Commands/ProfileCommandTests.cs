using Periplo.Areas;
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
    public void All_are_the_193_members_of_the_United_Nations_and_a_process_has_its_members()
    {
        using var command = new Command();
        Assert.Equal(0, command.Run(ImportStock).Code);
        var all = Path.Combine(command.Folder, "all");
        var made = command.Run("profile", "--all", "--format", "csv", "--output", all);
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Contains("193 documentos", made.Output, StringComparison.Ordinal);
        var members = BundledData.Areas.Members(BundledData.Areas[AreaRegistry.UnitedNations], null).Select(area => $"{area.Id}.es.csv");
        Assert.Equal(members.Order(StringComparer.Ordinal), Directory.GetFiles(all).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // Bolivia joined in 2024 and Venezuela in 2012, as the register has it.
        Assert.Equal(0, command.Run("profile", "freeze", "2020", "--cutoff", "2020-06-30").Code);
        Assert.Equal("ARG BRA PRY URY VEN", Made("mercosur", "--edition", "2020"));
        Assert.Equal("ARG BOL BRA PRY URY VEN", Made("MERCOSUR"));

        var polynesia = command.Run("profile", "--members", "061", "--format", "csv", "--output", Path.Combine(command.Folder, "polynesia"));
        Assert.Equal(0, polynesia.Code);
        Assert.Contains("Sin ningún dato, y por eso sin perfil: 1 (PCN).", polynesia.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(command.Folder, "polynesia", "PYF.es.csv")));
        Assert.Equal(0, command.Run("profile", "--process", "MERCOSUR", "--format", "csv", "--output", Path.Combine(command.Folder, "polynesia")).Code);
        Assert.True(new FileInfo(Path.Combine(command.Folder, "polynesia", "process-mercosur.es.csv")).Length > 10_000);

        string Made(string process, params string[] more)
        {
            var folder = Path.Combine(command.Folder, process + more.Length);
            Assert.Equal(0, command.Run(["profile", "--members", process, "--format", "csv", "--output", folder, .. more]).Code);
            return string.Join(' ', Directory.GetFiles(folder).Select(file => Path.GetFileName(file)[..3]).Order(StringComparer.Ordinal));
        }
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
            (["--members", "gmg"], "gmg"),
            (["--process", "gmg"], "gmg"),
            (["GTM", "--process", "mercosur"], "solo uno de ellos"),
            (["--members", "WB_HIC"], "No se conocen los miembros de Ingreso alto"),
            (["--members", "nada"], "nada"),
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
