using System.Text;
using System.Text.RegularExpressions;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Tables read by a mapping, as docs/mapping.md promises.</summary>
public sealed class MappingTests
{
    [Fact]
    public void Example_of_the_documentation_is_read_as_it_says()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/mapping.md"));
        var table = SourceFiles.Mapped(Block(page, "table"), Block(page, "mapping"));
        Assert.Equal(new Revision("STOCK", "EJEMPLO", "2023"), table.Revision);
        Assert.Equal(6, table.Observations.Count);
        Assert.Equal(1204, table.Value("COUNTERPART_AREA=HND", "SEX=M"));
        Assert.Equal(12.5, table.Value("COUNTERPART_AREA=PER", "SEX=M"));
        var missing = Assert.Single(table.Where("COUNTERPART_AREA=SLV", "SEX=F"));
        Assert.Equal(ObservationStatus.L, table.Observations.Statuses[missing]);
        Assert.Equal("Mujeres: dato en revisión", table.Attributes(missing).Comment);
        Assert.Equal(SourceRow.Line(4), table.Observations.Rows[missing]);
        Assert.Equal("Las cifras son un ejemplo.", Assert.Single(table.Notes).Es);
        Assert.Equal(Block(page, "mapping"), table.Parameters);
    }

    [Fact]
    public void Sheet_is_read_by_the_same_mapping()
    {
        var book = SmallWorkbooks.Book(("Portada", [["Ejemplo"]]), ("Cuadro 1", [["Ejemplo"], ["País", "Año", "Hombres", "Mujeres", "Observación"], ["Honduras", "2023", "1204", "n.d.", "revisado"]]));
        var mapping = Excerpts.Mapping.Replace("delimiter: \";\"", "sheet: Cuadro 1", StringComparison.Ordinal);
        var table = SourceFiles.Bytes(book, new(MappingFile: "m.yaml", MappingText: mapping), "t.xlsx");
        Assert.Equal(1204, table.Value("COUNTERPART_AREA=HND", "SEX=M"));
        var women = Assert.Single(table.Where("SEX=F"));
        Assert.Equal(("Cuadro 1", 3), table.Observations.Rows[women].In(table.Sheets));
        var refused = SourceFiles.Refused(book, new(MappingFile: "m.yaml", MappingText: Excerpts.Mapping), "t.xlsx");
        Assert.Contains("Cuadro 1", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_are_read_when_the_mapping_names_them()
    {
        var mapping = Excerpts.Mapping.Replace("decimal: comma", "decimal: comma\nencoding: windows-1252", StringComparison.Ordinal);
        var table = SourceFiles.Bytes(Encoding.Latin1.GetBytes(Excerpts.Mapped), new(MappingFile: "m.yaml", MappingText: mapping));
        Assert.Equal(1350, table.Value("COUNTERPART_AREA=HND", "SEX=F"));
    }

    [Theory]
    [InlineData("dataset: STOCK", "dataset: STOCKS", 1, 10, "expected one of")]
    [InlineData("dataset: STOCK", "datset: STOCK", 1, 1, "dataset")]
    [InlineData("dataset: STOCK", "licens: x", 1, 1, "licence")]
    [InlineData("revision: EJEMPLO.2023", "revision: 2023", 2, 11, "SOURCE.RELEASE")]
    [InlineData("SEX: M }", "SEX: H }", 12, 19, "expected one of")]
    [InlineData("SEX: M }", "SEXO: M }", 12, 14, "expected one of")]
    [InlineData("REF_AREA: MEX", "REF_AREA: MEXX", 14, 33, "no area")]
    [InlineData("ORIGIN_BASIS: B, ", "", 1, 1, "ORIGIN_BASIS is missing")]
    [InlineData("decimal: comma", "decimal: point", 8, 12, "thousands")]
    [InlineData("thousands: point", "thousands: [", 8, 1, "YAML")]
    [InlineData("missing: { n.d.: L }", "missing: { n.d.: E }", 15, 18, "expected one of")]
    [InlineData("missing: { n.d.: L }", "notes: *x", 14, 8, "YAML")]
    public void Wrong_mapping_is_named_by_line_and_column(string text, string instead, int line, int column, string says)
    {
        var mapping = Excerpts.Mapping.Replace(text, instead, StringComparison.Ordinal);
        Assert.NotEqual(Excerpts.Mapping, mapping);
        var refused = SourceFiles.Refused(Excerpts.Mapped, new(MappingFile: "m.yaml", MappingText: mapping));
        Assert.Equal("m.yaml", refused.File);
        if (says != "YAML")
            Assert.Equal($"line {line}, column {column}", refused.Place!.En);
        Assert.Contains(says == "YAML" ? "" : says, refused.English(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.200", "1.2", "line 3, column 3", "groups of three digits")]
    [InlineData("1.200", "12x", "line 3, column 3", "not a number")]
    [InlineData("1.200", "-12", "line 3, column 3", "negative")]
    [InlineData("Honduras", "Hondruas", "line 3, column 1", "Did you mean")]
    [InlineData("2023;1.200", "20230;1.200", "line 3, column 2", "1800 to 2100")]
    [InlineData("Hombres", "Varones", "line 2, column 3", "does not say what column")]
    [InlineData("Hombres", "Mujeres", "line 2, column 4", "stands twice")]
    [InlineData(";Mujeres", "", "line 2, column 4", "named by the mapping")]
    [InlineData("1.350,0;", "1.350,0", "line 3, column 4", "4 fields")]
    public void Wrong_table_is_named_by_line_and_column(string text, string instead, string place, string says)
    {
        var refused = SourceFiles.Refused(Excerpts.Mapped.Replace(text, instead, StringComparison.Ordinal), new(MappingFile: "m.yaml", MappingText: Excerpts.Mapping));
        Assert.Equal("t.csv", refused.File);
        Assert.Equal(place, refused.Place!.En);
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Deeply_nested_mapping_is_refused_without_running_out_of_stack()
    {
        var refused = SourceFiles.Refused(Excerpts.Mapped, new(MappingFile: "m.yaml", MappingText: new string('[', 100_000)));
        Assert.Equal("m.yaml", refused.File);
    }

    private static string Block(string page, string which) =>
        Regex.Match(page, $"<!-- example: {which} -->\n```[a-z]+\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
