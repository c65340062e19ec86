using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class MediaTypesTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData(null, DataFormat.GenericXml)]
    [InlineData("", DataFormat.GenericXml)]
    [InlineData("*/*", DataFormat.GenericXml)]
    [InlineData(Browser, DataFormat.GenericXml)]
    [InlineData("application/xml", DataFormat.GenericXml)]
    [InlineData("text/xml", DataFormat.GenericXml)]
    [InlineData("application/*", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.genericdata+xml;version=2.1", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.genericdata+xml", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.structurespecificdata+xml;version=2.1", DataFormat.StructureSpecificXml)]
    [InlineData("Application/Vnd.SDMX.StructureSpecificData+XML; Version=2.1", DataFormat.StructureSpecificXml)]
    [InlineData("application/vnd.sdmx.generictimeseriesdata+xml", DataFormat.GenericTimeSeriesXml)]
    [InlineData("application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1", DataFormat.StructureSpecificTimeSeriesXml)]
    [InlineData("application/json", DataFormat.Json2)]
    [InlineData("application/vnd.sdmx.data+json", DataFormat.Json2)]
    [InlineData("application/vnd.sdmx.data+json;version=1.0.0", DataFormat.Json1)]
    [InlineData("application/vnd.sdmx.data+json;version=1.0.0-wd", DataFormat.Json1)]
    [InlineData("application/vnd.sdmx.data+json;version=\"2.0.0\"", DataFormat.Json2)]
    [InlineData("application/vnd.sdmx.data+json;version=2.0", DataFormat.Json2)]
    [InlineData("text/csv", DataFormat.Csv2)]
    [InlineData("text/*", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0", DataFormat.Csv1)]
    [InlineData("application/vnd.sdmx.data+csv; version=2.0.0", DataFormat.Csv2)]
    [InlineData("text/csv;q=0.5, application/json", DataFormat.Json2)]
    [InlineData("text/csv, application/json;q=0.9", DataFormat.Csv2)]
    [InlineData("application/json, text/csv", DataFormat.Json2)]
    [InlineData("text/csv, application/json", DataFormat.Csv2)]
    [InlineData("*/*, text/csv", DataFormat.Csv2)]
    [InlineData("*/*;q=0.1, text/csv;q=0.05", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.data+json;version=3.0.0, text/csv;q=0.1", DataFormat.Csv2)]
    [InlineData("*/*, application/vnd.sdmx.genericdata+xml;q=0", DataFormat.StructureSpecificXml)]
    [InlineData("nonsense, text/csv", DataFormat.Csv2)]
    [InlineData("text/csv;q=2, application/json;q=0.3", DataFormat.Json2)]
    public void Format_of_data_is_agreed_on_in_2_1(string? accept, DataFormat format)
    {
        var choice = MediaTypes.ForData(RestVersion.V1, accept, null);
        Assert.Equal(format, choice.Format);
        Assert.Equal(MediaTypes.ContentType(format), choice.ContentType);
    }

    [Theory]
    [InlineData(null, DataFormat.Json2)]
    [InlineData("*/*", DataFormat.Json2)]
    [InlineData(Browser, DataFormat.Json2)]
    [InlineData("application/json", DataFormat.Json2)]
    [InlineData("application/xml", DataFormat.GenericXml)]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0", DataFormat.Csv2)]
    [InlineData("application/vnd.sdmx.structurespecificdata+xml;version=2.1", DataFormat.StructureSpecificXml)]
    public void Format_of_data_is_agreed_on_in_3_0(string? accept, DataFormat format)
    {
        Assert.Equal(format, MediaTypes.ForData(RestVersion.V2, accept, null).Format);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/vnd.sdmx.data+xml;version=3.0.0")]
    [InlineData("application/vnd.sdmx.data+json;version=9.0.0")]
    [InlineData("application/vnd.sdmx.data+csv;labels=all")]
    [InlineData("application/vnd.sdmx.data+csv;timeFormat=iso")]
    [InlineData("text/csv;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData(";;;,,,///")]
    [InlineData("*/xml")]
    [InlineData("text/csv;q=abc")]
    public void Nothing_that_is_offered_is_not_acceptable(string accept)
    {
        foreach (var version in Enum.GetValues<RestVersion>())
        {
            var error = Assert.Throws<SdmxQueryException>(() => MediaTypes.ForData(version, accept, null));
            Assert.Equal(406, error.Status);
            Assert.Contains("application/vnd.sdmx.data+csv;version=2.0.0", error.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0;labels=both", "version=1.0.0;labels=both", CsvLabels.Both, false, CsvKeys.None)]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0;labels=name;timeFormat=normalized;keys=both", "version=2.0.0;labels=name;timeFormat=normalized;keys=both", CsvLabels.Name, true, CsvKeys.Both)]
    [InlineData("text/csv;labels=id;timeFormat=original;keys=obs", "version=2.0.0;keys=obs", CsvLabels.Id, false, CsvKeys.Obs)]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0;keys=series", "version=2.0.0;keys=series", CsvLabels.Id, false, CsvKeys.Series)]
    public void Options_of_csv_are_read_and_repeated(string accept, string repeated, CsvLabels labels, bool normalized, CsvKeys keys)
    {
        var choice = MediaTypes.ForData(RestVersion.V1, accept, null);
        Assert.Equal($"application/vnd.sdmx.data+csv;{repeated}", choice.ContentType);
        Assert.Equal((labels, normalized, keys), (choice.Csv!.Labels, choice.Csv.NormalizedTime, choice.Csv.Keys));
        Assert.Equal(choice.Format == DataFormat.Csv1 ? CsvVersion.V1 : CsvVersion.V2, choice.Csv.Version);
    }

    [Theory]
    [InlineData("csv", DataFormat.Csv2)]
    [InlineData("json", DataFormat.Json2)]
    [InlineData("xml", DataFormat.GenericXml)]
    [InlineData("genericdata", DataFormat.GenericXml)]
    [InlineData("structurespecificdata", DataFormat.StructureSpecificXml)]
    [InlineData("generictimeseriesdata", DataFormat.GenericTimeSeriesXml)]
    [InlineData("structurespecifictimeseriesdata", DataFormat.StructureSpecificTimeSeriesXml)]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0", DataFormat.Csv1)]
    public void Parameter_goes_before_the_header(string format, DataFormat expected)
    {
        Assert.Equal(expected, MediaTypes.ForData(RestVersion.V1, "image/png", format).Format);
        Assert.Equal(406, Assert.Throws<SdmxQueryException>(() => MediaTypes.ForData(RestVersion.V1, null, "excel")).Status);
    }

    [Theory]
    [InlineData(RestVersion.V1, null, StructureFormat.Xml21)]
    [InlineData(RestVersion.V1, Browser, StructureFormat.Xml21)]
    [InlineData(RestVersion.V2, null, StructureFormat.Json2)]
    [InlineData(RestVersion.V2, Browser, StructureFormat.Json2)]
    [InlineData(RestVersion.V2, "application/xml", StructureFormat.Xml21)]
    [InlineData(RestVersion.V1, "application/json", StructureFormat.Json2)]
    [InlineData(RestVersion.V1, "application/vnd.sdmx.structure+json;version=1.0.0", StructureFormat.Json1)]
    [InlineData(RestVersion.V1, "application/vnd.sdmx.structure+xml;version=2.1;q=0.5, application/vnd.sdmx.structure+json;q=0.6", StructureFormat.Json2)]
    public void Format_of_structures_is_agreed_on(RestVersion version, string? accept, StructureFormat format)
    {
        Assert.Equal(format, MediaTypes.ForStructures(version, accept, null).Format);
    }

    [Fact]
    public void Structures_in_formats_of_data_are_not_acceptable()
    {
        Assert.Equal(406, Assert.Throws<SdmxQueryException>(() => MediaTypes.ForStructures(RestVersion.V1, "text/csv", null)).Status);
        Assert.Equal(406, Assert.Throws<SdmxQueryException>(() => MediaTypes.ForStructures(RestVersion.V2, "application/vnd.sdmx.structure+xml;version=3.0.0", null)).Status);
        Assert.Equal(406, Assert.Throws<SdmxQueryException>(() => MediaTypes.ForSchema("application/json", null)).Status);
        MediaTypes.ForSchema("application/vnd.sdmx.schema+xml;version=2.1", null);
        MediaTypes.ForSchema("*/*", null);
    }

    [Theory]
    [InlineData(null, "en es fr")]
    [InlineData("", "en es fr")]
    [InlineData("es", "es en fr")]
    [InlineData("es-GT", "es en fr")]
    [InlineData("fr-CA, es;q=0.8, en;q=0.5", "fr es en")]
    [InlineData("de, fr;q=0.4", "fr en es")]
    [InlineData("de", "en es fr")]
    [InlineData("*", "en es fr")]
    [InlineData("es;q=0.2, *;q=0.5", "en fr es")]
    [InlineData("ES;q=0.9,fr;q=0.95", "fr es en")]
    [InlineData("es;q=x, fr", "fr en es")]
    [InlineData(",;,;;q=1", "en es fr")]
    public void Language_is_the_best_match(string? header, string expected)
    {
        Assert.Equal(expected, string.Join(' ', new LanguageChoice(["en", "es", "fr"]).Best(header)));
    }

    [Fact]
    public void Damaged_headers_are_answered_or_not_acceptable()
    {
        var headers = new[] { Browser, "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;q=0.5, application/json;q=0.1", "text/csv", "es-GT, fr;q=0.5, *;q=0.1" };
        var languages = new LanguageChoice(["en", "es", "fr"]);
        Property.HoldsOnAllCores(TestCounts.SdmxRequests / 10, random =>
        {
            var header = System.Text.Encoding.Latin1.GetString(Mutation.Of(System.Text.Encoding.Latin1.GetBytes(headers[random.Next(headers.Length)]), random));
            Assert.Equal(3, languages.Best(header).Distinct().Count());
            try
            {
                Assert.NotEmpty(MediaTypes.ForData(RestVersion.V1, header, null).ContentType);
                Assert.NotEmpty(MediaTypes.ForStructures(RestVersion.V2, header, null).ContentType);
            }
            catch (SdmxQueryException error)
            {
                Assert.Equal(406, error.Status);
            }
        });
    }
}
