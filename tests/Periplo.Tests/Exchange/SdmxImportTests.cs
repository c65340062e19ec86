using System.IO.Compression;
using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>Messages of SDMX into the store: identical, once, whole or not at all.</summary>
public sealed class SdmxImportTests
{
    private const string Rows = """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS
        dataflow,PERIPLO:DF_MIG_STOCK(1.0),I,A,GTM,HND,B,STOCK,_T,_T,_T,PS,2020,10,A,nota
        dataflow,PERIPLO:DF_MIG_STOCK(1.0),I,A,GTM,HND,B,STOCK,_T,_T,_T,PS,2021,11,A,
        dataflow,PERIPLO:DF_MIG_STOCK(1.0),I,A,GTM,SLV,B,STOCK,_T,_T,_T,PS,2021,20,E,

        """;

    private static readonly string Head = Rows[..(Rows.IndexOf('\n', StringComparison.Ordinal) + 1)];

    public static TheoryData<DataFormat> Written =>
    [
        DataFormat.GenericXml, DataFormat.GenericTimeSeriesXml, DataFormat.StructureSpecificXml, DataFormat.StructureSpecificTimeSeriesXml,
        DataFormat.Json1, DataFormat.Json2, DataFormat.Csv1, DataFormat.Csv2,
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_dataset_comes_back_from_every_format_identical(DataFormat format)
    {
        using var office = new ImportPlace();
        using var place = new ImportPlace();
        var random = new Random(TestCounts.Seed);
        foreach (var definition in office.Installation.Definitions.All.Where(one => one.Id == "INDICATORS" || Sample.Definitions.Find(one.Id) is not null))
        {
            var dataset = office.Keep(Sample.Dataset(definition, Fitting(definition, random)));
            using var message = new MemoryStream();
            office.Installation.ExportSdmx(new(definition.Dataflow.Id) { Format = format }, message);
            var path = place.Write($"{definition.Id}-{format}.msg", message.ToArray());
            // Without being told, every figure goes back to the revision it is of.
            var result = place.Import(path);
            Assert.Equal(dataset.Revision, Assert.Single(result.Kept).Part.Revision);
            var held = place.Store.Load(definition, dataset.Revision)!;
            Assert.Equal(Sample.Lines(dataset.Observations, rows: false), Sample.Lines(held.Observations, rows: false));
            var before = place.Catalogue();
            Assert.False(place.Import(path).IsNew);
            Assert.Equal(before, place.Catalogue());
        }
    }

    [Fact]
    public void Figures_keep_message_sender_time_and_row()
    {
        using var place = new ImportPlace();
        var dataset = Sample.Stock(Sample.Stock("GTM", "HND", 2020, 10), Sample.Stock("GTM", "HND", 2021, 11));
        var kept = Assert.Single(place.Import(place.Write("m.xml", ImportPlace.Message(dataset, DataFormat.StructureSpecificXml))).Kept);
        // Whoever sends it is the source, and the day it was prepared names the release.
        Assert.Equal("GTM-INE.2026-11-28", kept.Part.Revision.Id);
        Assert.Equal("sdmx 1", kept.Part.Reader);
        foreach (var said in (string[])["message: M1", "sender: GTM-INE", "prepared: 2026-11-28T10:30:00Z", "retrieved: 2026-11-29T", "flow: PERIPLO:DF_MIG_STOCK(1.0)", "format: SDMX-ML 2.1 structure-specific"])
            Assert.Contains(said, kept.Part.Parameters, StringComparison.Ordinal);
        Assert.Contains("message M1 of GTM-INE", Assert.Single(kept.Part.Notes).En, StringComparison.Ordinal);
        Assert.Equal("m.xml", kept.Part.File.Name);
        var held = place.Store.Load(place.Installation.Definitions.Stock, kept.Part.Revision)!;
        Assert.All(held.Observations.Rows, row => Assert.True(row.Packed > 0));
    }

    [Fact]
    public void Packed_messages_are_unpacked()
    {
        using var place = new ImportPlace();
        Assert.True(place.Import(place.Write("m.csv.gz", SourceFiles.Gzip(Encoding.UTF8.GetBytes(Rows))), "GZ").IsNew);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("data.csv").Open())
            entry.Write(Encoding.UTF8.GetBytes(Rows));
        Assert.True(place.Import(place.Write("m.zip", bytes.ToArray()), "ZIP").IsNew);
        Assert.Equal(place.Lines("STOCK", "GZ.2026-11-29").Select(Figure), place.Lines("STOCK", "ZIP.2026-11-29").Select(Figure));

        static string Figure(string line) => line[..line.LastIndexOf(' ')];
    }

    [Fact]
    public void Message_that_only_adds_is_a_part_more_of_the_revision()
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Rows), "INE");
        var kept = Assert.Single(place.Import(place.Write("b.csv", Rows + Row("R", "SLV", 2022, "21")), "INE").Kept);
        Assert.Equal((1, 0, 0), (kept.Added, kept.Changed, kept.Removed));
        Assert.Equal("INE.2026-11-29", kept.Part.Revision.Id);
        Assert.Equal(1, kept.Part.Observations);
        Assert.Equal(
            ["a.csv:2", "a.csv:3", "a.csv:4", "b.csv:5"],
            place.Lines("STOCK", "INE.2026-11-29").Select(line => line.Split(' ')[^1]));
    }

    [Fact]
    public void Message_that_changes_makes_another_release_and_leaves_the_one_held()
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Rows), "INE");
        var before = place.Lines("STOCK", "INE.2026-11-29");
        var kept = Assert.Single(place.Import(place.Write("b.csv", Head + Row("R", "HND", 2021, "99") + Row("A", "HND", 2022, "12") + Row("D", "SLV", 2021, "")), "INE").Kept);
        Assert.Equal((1, 1, 1), (kept.Added, kept.Changed, kept.Removed));
        Assert.Equal("INE.2026-11-29-02", kept.Part.Revision.Id);
        Assert.Equal(before, place.Lines("STOCK", "INE.2026-11-29"));
        // What stays comes from the file and row it came from before.
        Assert.Equal(
            [
                "A.GTM.HND.B.STOCK._T._T._T.PS:2020 10 A 0  nota a.csv:2", "A.GTM.HND.B.STOCK._T._T._T.PS:2021 99 A 0   b.csv:2", "A.GTM.HND.B.STOCK._T._T._T.PS:2022 12 A 0   b.csv:3",
            ],
            place.Lines("STOCK", "INE.2026-11-29-02"));
        // The first file again goes back to what it said, and again to the same release as nothing else is new.
        var back = Assert.Single(place.Import(Path.Combine(place.Folder, "a.csv"), "INE").Kept);
        Assert.Equal((1, 1, 0, "INE.2026-11-29-03"), (back.Added, back.Changed, back.Removed, back.Part.Revision.Id));
        Assert.False(place.Import(Path.Combine(place.Folder, "a.csv"), "INE").IsNew);
    }

    [Fact]
    public void Merge_changes_what_it_names_and_delete_takes_what_it_names()
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Rows), "INE");
        place.Import(place.Write("b.csv", Head + Row("M", "HND", 2020, "", comment: "otra nota") + Row("M", "HND", 2021, "12") + Row("D", "SLV", null, "")), "INE");
        Assert.Equal(
            ["A.GTM.HND.B.STOCK._T._T._T.PS:2020 10 A 0  otra nota b.csv:2", "A.GTM.HND.B.STOCK._T._T._T.PS:2021 12 A 0   b.csv:3"],
            place.Lines("STOCK", "INE.2026-11-29-02"));
        place.Import(place.Write("c.csv", Head + Row("D", "HND", 2020, "", comment: "-") + Row("D", "HND", 2021, "-")), "INE");
        Assert.Equal(["A.GTM.HND.B.STOCK._T._T._T.PS:2020 10 A 0   c.csv:2"], place.Lines("STOCK", "INE.2026-11-29-03"));
    }

    [Fact]
    public void Whole_answer_takes_the_place_of_all_that_is_held()
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Rows), "INE", whole: true);
        var kept = Assert.Single(place.Import(place.Write("b.csv", Head + Row("I", "HND", 2021, "11")), "INE", whole: true).Kept);
        Assert.Equal((0, 0, 2, "INE.2026-11-29-02"), (kept.Added, kept.Changed, kept.Removed, kept.Part.Revision.Id));
        Assert.False(place.Import(place.Write("c.csv", Head + Row("R", "HND", 2021, "11")), "INE", whole: true).IsNew);
    }

    [Theory]
    [InlineData("A", "HND", 2021, "99", "held-already", null)]
    [InlineData("M", "HND", 1999, "", "nothing-to-merge", null)]
    [InlineData("R", "HND", 2021, "99", "changes 1 figures and deletes 0 of revision INE.2024", "INE.2024")]
    [InlineData("D", "HND", 2021, "", "changes 0 figures and deletes 1 of revision INE.2024", "INE.2024")]
    [InlineData("R", "XXX", 2021, "1", "unknown-code", null)]
    [InlineData("R", "HND", 2021, "uno", "bad-value", null)]
    public void Message_that_cannot_be_taken_leaves_the_store_as_it_was(string action, string origin, int year, string value, string says, string? revision)
    {
        using var place = new ImportPlace();
        place.Import(place.Write("a.csv", Rows), "INE", "INE.2024");
        var before = place.Catalogue();
        var refused = Assert.Throws<InputException>(() => place.Import(
            place.Write("b.csv", Head + Row("R", "GTM", 2021, "1") + Row(action, origin, year, value, comment: action == "M" ? "x" : "")), "INE", revision));
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(3, new HashSet<string> { refused.Reason.Es, refused.Reason.En, refused.Reason.Fr }.Count);
        Assert.Equal(before, place.Catalogue());
    }

    [Fact]
    public void Message_of_a_foreign_structure_needs_mapping_and_structure()
    {
        using var place = new ImportPlace();
        var path = place.Write("m.csv", ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10"));
        Assert.Contains("--structure", Assert.Throws<InputException>(() => place.Import(path, mapping: ForeignFlow.Mapping)).Reason.En, StringComparison.Ordinal);
        Assert.Empty(place.Store.Parts());
    }

    [Fact]
    public void Message_without_a_source_to_be_is_refused()
    {
        using var place = new ImportPlace();
        Assert.Contains("--source", Assert.Throws<InputException>(() => place.Import(place.Write("m.csv", Rows))).Reason.En, StringComparison.Ordinal);
        Assert.Contains("cannot be a source", Assert.Throws<InputException>(() => place.Import(place.Write("m.csv", Rows), "IN E")).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "unknown-format")]
    [InlineData("hola\n", "unknown-format")]
    [InlineData("<a/>", "unknown-format")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "not-xml")]
    [InlineData("{\"a\":", "")]
    public void Bytes_that_are_no_message_are_refused_with_the_rule(string text, string rule)
    {
        using var place = new ImportPlace();
        var refused = Assert.Throws<InputException>(() => place.Import(place.Write("m", text), "INE"));
        Assert.Contains(rule.Length == 0 ? "[" : $"[{rule}]", refused.Reason.En, StringComparison.Ordinal);
        Assert.Empty(place.Store.Parts());
    }

    [Fact]
    public void File_that_is_not_there_is_named()
    {
        using var place = new ImportPlace();
        Assert.Equal("nowhere.xml", Assert.Throws<InputException>(() => place.Import("nowhere.xml")).File);
    }

    private static string Row(string action, string origin, int? year, string value, string comment = "") =>
        $"dataflow,PERIPLO:DF_MIG_STOCK(1.0),{action},A,GTM,{origin},B,STOCK,_T,_T,_T,PS,{year},{value},{(value.Length > 0 && value != "-" ? "A" : "")},{comment}\n";

    /// <summary>Random figures of a dataset that follow its rules: years with FREQ A, counts not below zero.</summary>
    private static List<SampleRow> Fitting(DatasetDefinition definition, Random random)
    {
        var (frequency, measure) = (definition.Structure.Position("FREQ"), definition.Dimension(definition.MeasureDimension));
        var rows = Sample.Random(definition, random, 60).Select(row =>
        {
            row.Codes[frequency] = row.Time.Frequency.ToString();
            return row with { Value = Math.Abs(row.Value) > 1e15 ? 1 : definition.AdditiveMeasures.Contains(row.Codes[measure]) ? Math.Abs(row.Value) : row.Value };
        }).DistinctBy(row => $"{string.Join('.', row.Codes)}:{row.Time}").ToList();
        return rows.Count > 0 ? rows : Fitting(definition, random);
    }
}
