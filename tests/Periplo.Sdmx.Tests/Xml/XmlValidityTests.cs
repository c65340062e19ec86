using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Messages of data judged by the official schemas and, structure-specific ones, by the schema written for their flow.</summary>
public class XmlValidityTests
{
    [Fact]
    public void Messages_of_every_variant_and_detail_are_valid()
    {
        DataRow[] rows = [.. Few(), Row("M.TR.AF.F.Y0-4", "2021-03", double.NaN, "O", "PUBLISHER=P & P", "SOURCE_DETAIL=census", "COMMENT_OBS=<none>"), Row("Q.TR.AF.M.Y0-4", "2021-Q2", -1.5e-9)];
        foreach (var dimension in new[] { "TIME_PERIOD", "SEX", "AllDimensions" })
        {
            foreach (var detail in Enum.GetValues<DataDetail>())
            {
                // Without observations a flat message has series.
                var atObservation = dimension == "AllDimensions" && detail is (DataDetail.SeriesKeysOnly or DataDetail.NoData) ? "TIME_PERIOD" : dimension;
                foreach (var format in Formats)
                {
                    if (format.IsTimeSeries() && dimension != "TIME_PERIOD")
                        continue;
                    var message = Message(rows) with { DimensionAtObservation = dimension, Detail = detail };

                    Valid(message, format, atObservation);
                }
            }
        }
    }

    [Fact]
    public void Messages_with_history_deletions_and_agreements_are_valid()
    {
        var (then, later) = (new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-6)));
        foreach (var format in Formats)
        {
            var message = new DataMessage(Header, Flow,
            [
                new(new RowCursor(Structure, Few()), DataAction.Replace, then),
                new(new RowCursor(Structure, Few()), DataAction.Delete, ValidTo: later),
                new(new RowCursor(Structure, []), DataAction.Information),
                new(new RowCursor(Structure, Few()), DataAction.Merge, then, later),
            ])
            { Provision = new StructureReference(StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0") };

            Valid(message, format, "TIME_PERIOD");
        }
    }

    [Fact]
    public void Random_messages_are_valid()
    {
        Property.Holds(Math.Max(3, TestCounts.Properties / 50), random =>
        {
            var flow = RandomData.Flow(random);
            var message = RandomData.Message(random, flow);
            var format = Formats[random.Next(4)];
            Valid(message, format, format.IsTimeSeries() ? "TIME_PERIOD" : message.DimensionAtObservation);
        });
    }

    [Theory]
    [InlineData("REF_AREA=\"DE\"", "REF_AREA=\"XX\"")]
    [InlineData("REF_AREA=\"DE\"", "")]
    [InlineData("REF_AREA=\"DE\"", "REF_AREA=\"DE\" OTHER=\"1\"")]
    [InlineData("OBS_VALUE=\"10890\"", "OBS_VALUE=\"many\"")]
    [InlineData("OBS_STATUS=\"A\"", "OBS_STATUS=\"?\"")]
    [InlineData("TIME_PERIOD=\"2020\"", "TIME_PERIOD=\"MMXX\"")]
    [InlineData("TIME_PERIOD=\"2020\"", "")]
    [InlineData("<Series", "<Row/><Series")]
    public void Schema_of_the_flow_refuses_what_its_structure_does_not_allow(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(Written(Message(Few()), DataFormat.StructureSpecificXml));
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0);

        Assert.NotEmpty(OfficialXmlSchemas.Errors(Encoding.UTF8.GetBytes(text[..at] + wrong + text[(at + right.Length)..]), XmlText.Schema(Flow, "TIME_PERIOD")));
    }

    [Fact]
    public void Schema_has_lists_of_one_identity_and_ids_of_any_kind_apart()
    {
        // Two lists that differ in content alone, and one whose id cannot be a name of XML as it stands.
        var structure = Structure with
        {
            Dimensions = [Dimension("A", List("1@", "x")), Dimension("B", List("1@", "y")), Dimension("C", List("1$", "z")), Dimension("D", new("CL", "1.AG", "1.0", Name("n"), [new("q", Name("q"))]))],
            Attributes = [],
        };
        var flow = Flow with { Structure = structure };

        Valid(new(Header, flow, [new(new RowCursor(structure, [DataRow.Of(structure, ["x", "y", "z", "q"], "2020", 1, [])]))]), DataFormat.StructureSpecificXml, "TIME_PERIOD");
    }

    [Fact]
    public void Errors_of_a_service_are_valid()
    {
        var stream = new MemoryStream();
        XmlErrors.Write(stream, new(100, "No results", "Nothing <matches> & more"), new(140, "Syntax"));

        Assert.Empty(OfficialXmlSchemas.Errors(stream.ToArray()));
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("""<message:ErrorMessage code="100"><common:Text xml:lang="en">No results: Nothing &lt;matches&gt; &amp; more</common:Text></message:ErrorMessage>""", text, StringComparison.Ordinal);
    }

    private static void Valid(DataMessage message, DataFormat format, string dimensionAtObservation)
    {
        var bytes = Written(message, format);
        byte[][] schemas = format is DataFormat.GenericXml or DataFormat.GenericTimeSeriesXml ? [] : [XmlText.Schema(message.Dataflow, dimensionAtObservation)];

        Assert.True(OfficialXmlSchemas.Errors(bytes, schemas) is [], string.Join('\n', [format.ToString(), .. OfficialXmlSchemas.Errors(bytes, schemas).Take(5), Encoding.UTF8.GetString(bytes)]));
    }
}
