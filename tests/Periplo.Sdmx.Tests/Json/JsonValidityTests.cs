using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>Messages of data judged by the official schemas of SDMX-JSON.</summary>
public class JsonValidityTests
{
    [Fact]
    public void Messages_of_every_variant_and_detail_are_valid()
    {
        DataRow[] rows =
        [
            .. Few(), Row("M.TR.AF.F.Y0-4", "2021-03", double.NaN, "O", "PUBLISHER=P & P", "SOURCE_DETAIL=census", "COMMENT_OBS=<none> \"é\""),
            Row("Q.TR.AF.M.Y0-4", "2021-Q2", -1.5e-9), Row("A.TR.AF.M.Y0-4", "2021-W05", double.PositiveInfinity), Row("A.DE.SO._T._T", "2021-02-28", 1),
        ];
        foreach (var version in Versions)
        {
            foreach (var dimension in new[] { "TIME_PERIOD", "SEX", "AGE", "AllDimensions" })
            {
                foreach (var detail in Enum.GetValues<DataDetail>())
                {
                    Valid(Message(rows) with { DimensionAtObservation = dimension, Detail = detail, Languages = ["fr", "es-MX", "*"] }, version);
                    Valid(Message() with { DimensionAtObservation = dimension, Detail = detail }, version);
                }
            }
        }
    }

    [Fact]
    public void Messages_with_history_deletions_and_agreements_are_valid()
    {
        var (then, later) = (new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-6)));
        foreach (var version in Versions)
        {
            Valid(
                new(Header, Flow,
                [
                    new(new RowCursor(Structure, Few()), DataAction.Replace, then),
                    new(new RowCursor(Structure, Few()), DataAction.Delete, ValidTo: later),
                    new(new RowCursor(Structure, []), DataAction.Information),
                    new(new RowCursor(Structure, Few()), DataAction.Merge, then, later),
                ])
                { Provision = new StructureReference(StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0") },
                version);
            Valid(new(Header, Flow, []), version);
        }
    }

    [Fact]
    public void Free_codes_of_dimensions_are_valid_in_2_0()
    {
        Valid(Message([Row("A.DE.SO._T.0 to 4", "2020", 1), Row("A.DE.SO._T.Y5", "2020", 1)]), JsonVersion.V2);
    }

    [Fact]
    public void Random_messages_are_valid()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var version = Versions[random.Next(2)];
            var flow = Clean(RandomData.Flow(random), version);
            Valid(RandomData.Message(random, flow), version);
        });
    }

    [Theory]
    [InlineData("\"links\"", "\"left\"")]
    [InlineData("\"Replace\"", "\"Change\"")]
    [InlineData("\"relationship\"", "\"relation\"")]
    [InlineData("\"keyPosition\":1,", "")]
    [InlineData("\"id\":\"M1\"", "\"id\":\"M 1\"")]
    [InlineData("\"0:0:0:0:0\"", "\"0:0:0:0:x\"")]
    [InlineData("2020-01-01T00:00:00Z", "2020-01-01")]
    public void Schemas_refuse_what_is_wrong(string right, string wrong)
    {
        foreach (var version in Versions)
        {
            var text = Text(Message(Few()), version);
            Assert.Contains(right, text, StringComparison.Ordinal);

            Assert.NotEmpty(OfficialJsonSchemas.Errors(SchemaOf(version), Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Errors_of_a_service_are_valid_by_every_schema()
    {
        var stream = new MemoryStream();
        JsonErrors.Write(stream, new(204, "No results", "Nothing \"matches\""), new(422, "Semantics"));
        var bytes = stream.ToArray();

        Assert.Equal("""{"errors":[{"code":204,"title":"No results","detail":"Nothing \"matches\""},{"code":422,"title":"Semantics"}]}""", Encoding.UTF8.GetString(bytes));
        foreach (var schema in new[] { OfficialJsonSchemas.Data1, OfficialJsonSchemas.Data2, OfficialJsonSchemas.Structure1, OfficialJsonSchemas.Structure2 })
            Assert.Empty(OfficialJsonSchemas.Errors(schema, bytes));
    }

    /// <summary>The flow with ids as the standard has them: letters of Latin, and no free codes where a version has no way to say them.</summary>
    private static Dataflow Clean(Dataflow flow, JsonVersion version)
    {
        var dimensions = flow.Structure.Dimensions.Select(one => one with
        {
            CodeList = one.CodeList == CodeList.Uncoded && version == JsonVersion.V1 ? List("CL_FREE", "a", "b", "c") : Clean(one.CodeList)!,
        });
        var attributes = flow.Structure.Attributes.Select(one => one with { CodeList = Clean(one.CodeList) });
        return flow with { Structure = flow.Structure with { Dimensions = [.. dimensions], Attributes = [.. attributes] } };
    }

    private static CodeList? Clean(CodeList? list) =>
        list is null || list == CodeList.Uncoded ? list : List(list.Id, [.. list.Codes.Select(code => code.Id).Where(id => id != "ñ")]);

    private static string SchemaOf(JsonVersion version) => version == JsonVersion.V1 ? OfficialJsonSchemas.Data1 : OfficialJsonSchemas.Data2;

    private static void Valid(DataMessage message, JsonVersion version)
    {
        var bytes = Written(message, version);

        var errors = OfficialJsonSchemas.Errors(SchemaOf(version), bytes);
        Assert.True(errors is [], string.Join('\n', [version.ToString(), .. errors.Take(5), Encoding.UTF8.GetString(bytes)]));
    }
}
