using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>JSON-stat in the form in which Eurostat's statistics service sends it, and others. The numbers are invented.</summary>
public class JsonStatTests
{
    private const string Dimensions = """
        "dimension":{"freq":{"label":"Time frequency","category":{"index":{"A":0},"label":{"A":"Annual"}}},
        "citizen":{"label":"Country of citizenship","category":{"index":{"SY":1,"AF":0},"label":{"AF":"Afghanistan","SY":"Syria"}}},
        "geo":{"label":"Geopolitical entity","category":{"index":["DE","EL"],"label":{"DE":"Germany","EL":"Greece"}}},
        "time":{"label":"Time","category":{"index":{"2013":0,"2014":1,"2015":2},"label":{"2013":"2013"}}}}
        """;

    private const string Extension = """
        "extension":{"lang":"EN","id":"MIGR_X","agencyId":"ESTAT","version":"1.0","datastructure":{"id":"MIGR_X","agencyId":"ESTAT","version":"23.0"},
        "annotation":[{"type":"OBS_COUNT","title":"7"}],"status":{"label":{"p":"provisional","b":"break in time series"}},"positions-with-no-data":{"time":[]}}
        """;

    private const string Head = "\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Migrants\",\"source\":\"ESTAT\",\"updated\":\"2024-03-01T11:00:00+0100\"";
    private const string Shape = "\"id\":[\"freq\",\"citizen\",\"geo\",\"time\"],\"size\":[1,2,2,3]";

    private static readonly string Sparse =
        $$"""{{{Head}},"value":{"0":10,"1":11.5,"5":15,"11":21},"status":{"1":"p","2":":","3":"c","5":"b"},{{Shape}},{{Dimensions}},{{Extension}}}""";

    [Fact]
    public void Sparse_values_and_flags_are_read_with_the_dimensions_of_the_message()
    {
        using var reader = Reader(Sparse);

        Assert.Equal(
        [
            "Information A.AF.DE 2013 10 OBS_STATUS=A",
            "Information A.AF.DE 2014 11.5 OBS_STATUS=P OBS_FLAG=p",
            "Information A.AF.EL 2015 15 OBS_STATUS=B OBS_FLAG=b",
            "Information A.SY.EL 2015 21 OBS_STATUS=A",
            "Information A.AF.DE 2015 NaN OBS_STATUS=O OBS_FLAG=:",
            "Information A.AF.EL 2013 NaN OBS_STATUS=Q OBS_FLAG=c",
        ], XmlText.Lines(reader));
        var flow = reader.Dataflow;
        Assert.Equal(("ESTAT", "MIGR_X", "1.0", "Migrants", "23.0"), (flow.Agency, flow.Id, flow.Version, flow.Name.In("en"), flow.Structure.Version));
        Assert.Equal(["freq", "citizen", "geo"], flow.Structure.Dimensions.Select(one => one.Id));
        Assert.Equal(["AF Afghanistan", "SY Syria"], flow.Structure.Dimensions[1].CodeList.Codes.Select(code => $"{code.Id} {code.Name.In("en")}"));
        Assert.Equal(("MIGR_X", new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero), "ESTAT"), (reader.Header!.Id, reader.Header.Prepared, reader.Header.Sender));
        Assert.Equal(DataFormat.JsonStat, DataFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(Sparse))));
    }

    [Fact]
    public void Lists_of_values_and_flags_are_read_wherever_they_stand()
    {
        using var reader = Reader($$"""{{{Shape}},"status":["p",null,"","c"],"value":[1,2,null,null,"3",":",null,null,null,null,null,12],{{Dimensions}},"class":"dataset"}""");

        Assert.Equal(
        [
            "Information A.AF.DE 2013 1 OBS_STATUS=P OBS_FLAG=p",
            "Information A.AF.DE 2014 2 OBS_STATUS=A",
            "Information A.AF.EL 2013 NaN OBS_STATUS=Q OBS_FLAG=c",
            "Information A.AF.EL 2014 3 OBS_STATUS=A",
            "Information A.AF.EL 2015 NaN OBS_STATUS=O",
            "Information A.SY.EL 2015 12 OBS_STATUS=A",
        ], XmlText.Lines(reader));
        Assert.Equal(("JSONSTAT", "1.0"), (reader.Dataflow.Id, reader.Dataflow.Version));
    }

    [Fact]
    public void Flag_of_all_cells_and_the_form_before_2_0_are_read()
    {
        using var reader = Reader("""{"value":[1,null,3],"status":"e","dimension":{"id":["area","year"],"size":[1,3],"role":{"time":["year"]},"area":{"category":{"label":{"X":"Somewhere"}}},"year":{"category":{"index":["2020M07","2020Q3","2021"]}}}}""");

        Assert.Equal(
            ["Information X 2020-07 1 OBS_STATUS=E OBS_FLAG=e", "Information X 2020-Q3 NaN OBS_STATUS=O OBS_FLAG=e", "Information X 2021 3 OBS_STATUS=E OBS_FLAG=e"],
            XmlText.Lines(reader));
    }

    [Fact]
    public void Structure_that_is_found_is_used_and_codes_it_has_not_are_told()
    {
        var structure = new DataStructure("MIGR_X", "ESTAT", "23.0", Name("x"),
            [Dimension("GEO", List("GEO", "DE")), Dimension("freq", CodeList.Uncoded), Dimension("citizen", List("CITIZEN", "AF", "SY"))],
            [new(Concept("OBS_FLAG"), List("OBS_FLAG", "p", ":"), Attachment.Observation, Mandatory: false), new(Concept("UNIT"), null, Attachment.Series, Mandatory: true)]);
        var flow = new Dataflow("MIGR_X", "ESTAT", "1.0", Name("x"), structure);
        var asked = new List<StructureReference>();
        using var reader = new JsonStatReader(new NetworkStream(Encoding.UTF8.GetBytes(Sparse), 10), reference =>
        {
            asked.Add(reference);
            return reference.Type == StructureType.DataStructure ? flow : null;
        });
        var faults = new List<DataFault>();
        reader.Rejected = faults.Add;

        Assert.Equal(["Information DE.A.AF 2013 10", "Information DE.A.AF 2014 11.5 OBS_FLAG=p", "Information DE.A.AF 2015 NaN OBS_FLAG=:"], XmlText.Lines(reader));
        Assert.Equal([new(StructureType.Dataflow, "ESTAT", "MIGR_X", "1.0"), new(StructureType.DataStructure, "ESTAT", "MIGR_X", "23.0")], asked);
        Assert.Equal([(DataRules.UnknownCode, "EL.A.AF.2015"), (DataRules.UnknownCode, "EL.A.SY.2015"), (DataRules.UnknownCode, "EL.A.AF.2013")], faults.Select(one => (one.Rule, one.Key)));
        Assert.All(faults, fault => Assert.Equal(1, fault.Line));
    }

    [Theory]
    [InlineData("\"0\":10", "\"12\":10", DataRules.BadForm)]
    [InlineData("\"0\":10", "\"x\":10", DataRules.BadForm)]
    [InlineData("\"1\":\"p\"", "\"12\":\"p\"", DataRules.BadForm)]
    [InlineData("\"1\":\"p\"", "\"one\":\"p\"", DataRules.BadForm)]
    [InlineData("\"0\":10", "\"0\":\"ten\"", DataRules.BadValue)]
    [InlineData("\"0\":10", "\"0\":1e999", DataRules.BadValue)]
    [InlineData("\"2013\":0", "\"MMXIII\":0", DataRules.BadPeriod)]
    [InlineData("\"2013\":0", "\"2013\":1", DataRules.BadForm)]
    [InlineData("\"2013\":0", "\"2013\":\"0\"", DataRules.BadForm)]
    [InlineData("[1,2,2,3]", "[1,2,2,4]", DataRules.BadForm)]
    [InlineData("[1,2,2,3]", "[1,2,2]", DataRules.BadForm)]
    [InlineData("[1,2,2,3]", "[1,2,2,-3]", DataRules.BadForm)]
    [InlineData("\"geo\",\"time\"]", "\"geo\",\"geo\"]", DataRules.BadForm)]
    [InlineData("\"geo\",\"time\"]", "\"geo\",\"age\"]", DataRules.BadForm)]
    [InlineData("[\"DE\",\"EL\"]", "[\"DE\",\"DE\"]", DataRules.BadForm)]
    [InlineData("\"geo\":{", "\"citizen\":{", DataRules.BadForm)]
    [InlineData("\"class\":\"dataset\"", "\"class\":\"collection\"", DataRules.UnknownFormat)]
    [InlineData("\"value\":", "\"values\":", DataRules.BadForm)]
    [InlineData("\"class\":\"dataset\"", "\"class\":\"dataset\",\"class\":\"dataset\"", DataRules.BadForm)]
    public void Wrong_message_is_refused_with_its_rule(string right, string wrong, string rule)
    {
        Assert.Contains(right, Sparse, StringComparison.Ordinal);

        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => XmlText.Lines(Reader(Sparse.Replace(right, wrong, StringComparison.Ordinal)))).Rule);
    }

    [Fact]
    public void Data_without_time_and_errors_are_refused()
    {
        Assert.Equal(DataRules.MissingDimension, Assert.Throws<SdmxFormatException>(() => Reader("{\"id\":[\"a\"],\"size\":[1],\"dimension\":{\"a\":{\"category\":{\"index\":[\"x\"]}}},\"value\":[1]}")).Rule);
        var error = Assert.Throws<SdmxFormatException>(() => Reader("{\"error\":[{\"status\":400,\"label\":\"no such dimension\"}]}"));
        Assert.Equal(DataRules.ErrorMessage, error.Rule);
    }

    [Fact]
    public void Cells_without_end_are_refused()
    {
        var size = string.Join(',', Enumerable.Repeat("1000000", 12));
        var ids = string.Join(',', Enumerable.Range(0, 12).Select(i => $"\"d{i}\""));

        Assert.Throws<SdmxFormatException>(() => Reader($"{{\"id\":[{ids}],\"size\":[{size}],\"dimension\":{{}},\"value\":[]}}"));
        var categories = string.Join(',', Enumerable.Range(0, 70).Select(i => $"\"d{i}\":{{\"category\":{{\"index\":[\"a\",\"b\"]}}}}"));
        Assert.Equal(DataRules.TooLarge, Assert.Throws<SdmxFormatException>(() => Reader(
            $"{{\"id\":[{string.Join(',', Enumerable.Range(0, 70).Select(i => $"\"d{i}\""))}],\"size\":[{string.Join(',', Enumerable.Repeat(2, 70))}],\"dimension\":{{{categories}}},\"value\":[1]}}")).Rule);
    }

    [Fact]
    public void Message_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Sparse.Length; length++)
            Assert.Equal(DataRules.NotJson, Assert.Throws<SdmxFormatException>(() => Reader(Sparse[..length])).Rule);
    }

    [Fact]
    public void Damaged_messages_give_observations_or_say_where_they_are_wrong()
    {
        var originals = new[] { Encoding.UTF8.GetBytes(Sparse), Encoding.UTF8.GetBytes($$"""{{{Head}},{{Shape}},"value":[1,2,3,4,null,6,7,8,9,10,11,12],"status":["p",null,"c"],{{Dimensions}}}""") };
        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 10, random =>
        {
            var damaged = Mutation.Of(originals[random.Next(2)], random);
            try
            {
                using var reader = new JsonStatReader(random.Next(2) == 0 ? new MemoryStream(damaged) : new NetworkStream(damaged, 50), random.Next(2) == 0 ? null : Find);
                if (random.Next(2) == 0)
                    reader.Rejected = fault => Assert.InRange(fault.Line, 1, damaged.Length + 1);
                XmlText.Lines(reader);
            }
            catch (SdmxFormatException error)
            {
                Assert.InRange(error.Line, 1, damaged.Length + 1);
            }
        });
    }

    private static JsonStatReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), null);
}
