using System.Text;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>Import, check and export of records, on every engine.</summary>
public sealed class RecordImportTests : IDisposable
{
    private const string Head = "id,name.es,name.en,area,city,kind,services,free,contact,parent,website\n";
    private readonly ResourceCentres centres = new();

    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    public void Dispose() => centres.Dispose();

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_import_takes_all_rows_or_none_and_once(string engine)
    {
        using var registry = new Registry(engine, centres.Folder);
        var good = Head + "a,A,A,GTM,Ayutla,government,legal,yes,Eva,,\nb,B,B,GTM,Tecún,consulate,jobs|legal,no,,a,https://example.org/b\n";

        Assert.Equal(new(2, 0, 0), Import(registry, Registry.Editor, good));
        Assert.Equal(new(0, 0, 2), Import(registry, Registry.Editor, good));
        Assert.Equal(2, registry.Installation.Store.LogEnd().Number);
        var refused = Assert.Throws<RecordsRefusedException>(() => Import(registry, Registry.Editor, good + "c,C,C,GTM,X,government,legal,yes,Eva,nobody,\n"));
        Assert.Equal(["line 4 parent"], refused.Faults.Select(fault => $"{fault.Place.En} {fault.Column}"));
        Assert.Equal(2, registry.Records.Table(ResourceCentres.Id).Count);
        Assert.Equal(new(0, 1, 1), Import(registry, Registry.Editor, good.Replace("Ayutla", "Malacatán", StringComparison.Ordinal)));
        Assert.Equal(new(0, 2, 0), Import(registry, Registry.Approver, good, "approved"));
        Assert.Equal(2, registry.Open().Records.Table(ResourceCentres.Id).Published.Count());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Each_fault_is_told_by_line_and_column(string engine)
    {
        using var registry = new Registry(engine, centres.Folder);
        Import(registry, Registry.Editor, Head + "held,H,H,GTM,Ayutla,government,legal,yes,Eva,,https://example.org/h\n");

        var check = registry.Installation.ValidateRecords(Registry.Editor, ResourceCentres.Id, "c.csv", Stream(Head +
            "a,A,A,GTM,Uno,government,legal,yes,Eva,,\n" +
            "a,A,A,GTM,Dos,government,legal,yes,Eva,,\n" +
            "b b,A,A,GTM,Tres,government,legal,yes,Eva,,\n" +
            "d,A,A,GTM,Uno,government,legal,yes,Eva,,\n" +
            "e,H,H,GTM,Ayutla,government,legal,yes,Eva,,\n" +
            "f,F,F,GTM,Cinco,government,legal,yes,Eva,ghost,https://example.org/h\n" +
            "g,=cmd,G,XYZ,Seis,government,legal,yes,Eva,,\n"), null, null, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["line 3 id", "line 4 id", "line 5 area", "line 6 area", "line 7 parent", "line 7 website", "line 8 name.es", "line 8 area"],
            check.Faults.Select(fault => $"{fault.Place.En} {fault.Column}"));
        Assert.Equal(1, registry.Installation.Store.LogEnd().Number);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Roles_are_kept(string engine)
    {
        using var registry = new Registry(engine, centres.Folder);
        var good = Head + "a,A,A,GTM,Ayutla,government,legal,yes,Eva,,\n";
        var reader = new Person("rosa", new Dictionary<string, Role> { [ResourceCentres.Id] = Role.Reader });

        Assert.Throws<AccessRefusedException>(() => Import(registry, Person.Public, good));
        Assert.Throws<AccessRefusedException>(() => Import(registry, reader, good));
        Assert.Throws<AccessRefusedException>(() => Import(registry, Registry.Editor, good, "approved"));
        Assert.Throws<AccessRefusedException>(() => registry.Installation.ValidateRecords(reader, ResourceCentres.Id, "c.csv", Stream(good), null, null, TestContext.Current.CancellationToken));
        Assert.Throws<AccessRefusedException>(() => Export(registry, Person.Public, new(Drafts: true), restricted: false));
        Assert.Throws<AccessRefusedException>(() => Export(registry, Person.Public, new(), restricted: true));
        Assert.Throws<AccessRefusedException>(() => Export(registry, Person.Public, new(Filters: [(Column("contact"), "Eva")]), restricted: false));
        Assert.Equal(0, registry.Installation.Store.LogEnd().Number);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_export_has_what_is_published_and_a_later_import_of_it_empties_nothing(string engine)
    {
        using var registry = new Registry(engine, centres.Folder);
        Import(registry, Registry.Approver, Head + "a,A,A,GTM,Ayutla,government,legal,yes,Eva,,\nb,B,B,MEX,Tapachula,consulate,jobs,no,Luz,a,\n", "approved");
        Import(registry, Registry.Editor, Head + "z,Z,Z,GTM,Borrador,government,legal,yes,Eva,,\n");

        var shown = Export(registry, Person.Public, new(), restricted: false);

        Assert.DoesNotContain("Borrador", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("contact", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva", shown, StringComparison.Ordinal);
        Assert.Contains("Borrador", Export(registry, Registry.Editor, new(Drafts: true), restricted: false), StringComparison.Ordinal);
        Assert.Contains("Luz", Export(registry, Registry.Editor, new(), restricted: true), StringComparison.Ordinal);
        Assert.DoesNotContain("Ayutla", Export(registry, Person.Public, new(Filters: [(Column("area"), "MEX")]), restricted: false), StringComparison.Ordinal);
        Assert.Equal(new(0, 0, 2), Import(registry, Registry.Approver, shown, "approved"));
        Assert.Equal(new(0, 1, 1), Import(registry, Registry.Approver, shown.Replace("Ayutla", "Malacatán", StringComparison.Ordinal), "approved"));
        Assert.Equal("Eva", ResourceCentres.Register.Value(registry.Records.Table(ResourceCentres.Id).Find("a")!.Latest.Values, "contact"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_records_that_come_with_Periplo_load_into_an_empty_store_and_only_once(string engine)
    {
        using var registry = new Registry(engine);

        registry.Installation.LoadRegisters(null, TestContext.Current.CancellationToken);

        foreach (var file in Directory.GetFiles(BundledData.Path("registers/records"), "*.csv"))
        {
            var register = registry.Records.Registers.Get(Path.GetFileNameWithoutExtension(file));
            using var stream = File.OpenRead(file);
            var rows = RecordTable.ReadCsv(register, file, stream);
            var table = registry.Records.Table(register.Id);
            Assert.Equal(rows.Count, table.Published.Count());
            Assert.All(rows, row => Assert.Equal(row.Values, table.Find(row.Id)!.Published!.Values));
        }

        var written = registry.Installation.Store.LogEnd();
        registry.Installation.LoadRegisters(null, TestContext.Current.CancellationToken);
        Assert.Equal(written, registry.Installation.Store.LogEnd());
        Assert.True(registry.Installation.VerifyLog(written.Hash, TestContext.Current.CancellationToken).IsWhole);
    }

    [Fact]
    public void An_import_cut_off_leaves_nothing()
    {
        using var registry = new Registry("SQLite", centres.Folder);
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => registry.Installation.ImportRecords(
            Registry.Editor, ResourceCentres.Id, "c.csv", Stream(Head + "a,A,A,GTM,Ayutla,government,legal,yes,Eva,,\n"), null, "", null, source.Token));

        Assert.Equal(0, registry.Installation.Store.LogEnd().Number);
    }

    private static Column Column(string name) => ResourceCentres.Register.Columns[ResourceCentres.Register.Position(name)];

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static ImportCount Import(Registry registry, Person person, string text, string? state = null) =>
        registry.Installation.ImportRecords(person, ResourceCentres.Id, "c.csv", Stream(text), state, "prueba", null, TestContext.Current.CancellationToken);

    private static string Export(Registry registry, Person person, RecordQuery query, bool restricted)
    {
        using var bytes = new MemoryStream();
        registry.Installation.ExportRecords(person, ResourceCentres.Id, RecordForm.Csv, query, restricted, Language.Es, bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
