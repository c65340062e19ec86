using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;
using static Periplo.Web.Tests.SdmxQuestions;

namespace Periplo.Web.Tests;

/// <summary>Formats, languages, conditions, compression, errors: rows N of the specification.</summary>
public sealed class SdmxNegotiationTests(TestSite site)
{
    private const string Series = "/sdmx/v1/data/DF_MIG_STOCK/A.USA.MEX._T.STOCK._T._T._T.PS";
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData(null, "application/vnd.sdmx.genericdata+xml", "2.1")]
    [InlineData("*/*", "application/vnd.sdmx.genericdata+xml", "2.1")]
    [InlineData(Browser, "application/vnd.sdmx.genericdata+xml", "2.1")]
    [InlineData("application/xml", "application/vnd.sdmx.genericdata+xml", "2.1")]
    [InlineData(Specific, "application/vnd.sdmx.structurespecificdata+xml", "2.1")]
    [InlineData("application/vnd.sdmx.generictimeseriesdata+xml", "application/vnd.sdmx.generictimeseriesdata+xml", "2.1")]
    [InlineData("application/vnd.sdmx.structurespecifictimeseriesdata+xml", "application/vnd.sdmx.structurespecifictimeseriesdata+xml", "2.1")]
    [InlineData(Json1, "application/vnd.sdmx.data+json", "1.0.0")]
    [InlineData(Json2, "application/vnd.sdmx.data+json", "2.0.0")]
    [InlineData("application/json", "application/vnd.sdmx.data+json", "2.0.0")]
    [InlineData(Csv1, "application/vnd.sdmx.data+csv", "1.0.0")]
    [InlineData(Csv2, "application/vnd.sdmx.data+csv", "2.0.0")]
    [InlineData("text/csv", "application/vnd.sdmx.data+csv", "2.0.0")]
    [InlineData("application/json;q=0.3, text/csv;q=0.7, image/*", "application/vnd.sdmx.data+csv", "2.0.0")]
    public async Task N1_and_N3_data_come_in_the_format_asked_for(string? accept, string type, string version)
    {
        var answer = (await site.Ask(Series, accept)).Is(200);
        Assert.Equal((type, version), (answer.Type, answer.Parameter("version")));
        Assert.Equal(8, site.Observations(answer).Count);
    }

    [Theory]
    [InlineData(null, "application/vnd.sdmx.structure+xml", "2.1")]
    [InlineData(Browser, "application/vnd.sdmx.structure+xml", "2.1")]
    [InlineData("application/vnd.sdmx.structure+json;version=1.0.0", "application/vnd.sdmx.structure+json", "1.0.0")]
    [InlineData("application/json", "application/vnd.sdmx.structure+json", "2.0.0")]
    public async Task N2_structures_come_in_the_format_asked_for(string? accept, string type, string version)
    {
        var answer = (await site.Ask("/sdmx/v1/codelist/all/CL_SEX", accept)).Is(200);
        Assert.Equal((type, version), (answer.Type, answer.Parameter("version")));
    }

    [Theory]
    [InlineData("/sdmx/v1/dataflow", "image/png")]
    [InlineData("/sdmx/v1/dataflow", Csv1)]
    [InlineData(Series, "application/vnd.sdmx.data+json;version=7.0.0")]
    [InlineData(Series, "text/csv;labels=none")]
    [InlineData(Series, "*/*;q=0")]
    [InlineData(Series, ",,;;///")]
    [InlineData("/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK", "application/json")]
    public async Task N3_nothing_that_is_offered_is_not_acceptable(string address, string accept)
    {
        Assert.Equal("Error", (await site.Ask(address, accept)).Is(406).Xml.Name.LocalName);
    }

    [Fact]
    public async Task N4_labels_come_in_the_language_liked_best()
    {
        var spanish = (await site.Ask(Series, Csv1 + ";labels=both", ("Accept-Language", "de, es-GT;q=0.9, en;q=0.1"))).Is(200);
        Assert.Equal(["es"], spanish.Content.ContentLanguage);
        Assert.Contains("SEX: Sexo", spanish.Lines[0], StringComparison.Ordinal);
        Assert.Equal("both", spanish.Parameter("labels"));
        var english = (await site.Ask(Series, Csv1 + ";labels=both")).Is(200);
        Assert.Equal(["en"], english.Content.ContentLanguage);
        Assert.Contains("SEX: Sex,", english.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["fr"], (await site.Ask(Series, Json2, ("Accept-Language", "fr"))).Is(200).Content.ContentLanguage);
        var xml = (await site.Ask("/sdmx/v1/codelist/all/CL_SEX", null, ("Accept-Language", "fr"))).Is(200);
        Assert.Equal(["en", "es", "fr"], xml.Elements("Name").SelectMany(one => one.Attributes()).Where(one => one.Name.LocalName == "lang").Select(one => one.Value).Distinct().Order());
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip;q=0.1, br", "br")]
    [InlineData("gzip, deflate, br", "gzip")]
    [InlineData("*", "gzip")]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("zstd", null)]
    [InlineData(null, null)]
    public async Task N5_answer_is_compressed_as_the_client_likes(string? accepted, string? encoding)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(site.Origin) };
        foreach (var address in (string[])[Series, "/sdmx/v1/data/DF_MIG_STOCK/A.USA+MEX.._T.STOCK._T._T._T.PS", "/sdmx/v1/dataflow"])
        {
            // The second time it may be kept.
            for (var time = 0; time < 2; time++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (accepted is not null)
                    request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(encoding is null ? [] : [encoding], answer.Content.Headers.ContentEncoding);
                var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
                await using var plain = encoding switch { "gzip" => new GZipStream(body, CompressionMode.Decompress), "br" => new BrotliStream(body, CompressionMode.Decompress), _ => body };
                Assert.NotNull((await XDocument.LoadAsync(plain, LoadOptions.None, TestContext.Current.CancellationToken)).Root);
                Assert.Equal("Accept, Accept-Encoding, Accept-Language", string.Join(", ", answer.Headers.Vary));
            }
        }
    }

    [Theory]
    [InlineData("/sdmx/v1/dataflow", 200)]
    [InlineData(Series, 200)]
    [InlineData("/sdmx/v1/nothing", 400)]
    [InlineData("/sdmx/v1/data/NOTHING", 404)]
    [InlineData("/sdmx/v2/registration/x", 501)]
    [InlineData("/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/~/A.QQQ", 204)]
    [InlineData("/sdmx", 404)]
    [InlineData("/sdmx/v3/data", 404)]
    public async Task N5_any_site_may_read_whatever_the_answer_says(string address, int status)
    {
        var get = (await site.Ask(address, null, ("Origin", "https://example.org"))).Is(status);
        Assert.Equal("*", Assert.Single(get.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", Assert.Single(get.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(get.Headers.GetValues("X-Content-Type-Options")));
        var head = (await site.Send(HttpMethod.Head, address, null)).Is(status);
        Assert.Empty(head.Body);
        Assert.Equal(get.Content.ContentType, head.Content.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        var options = (await site.Send(HttpMethod.Options, address, null, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"))).Is(204);
        Assert.Equal("*", Assert.Single(options.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("If-None-Match", Assert.Single(options.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.Contains("GET", Assert.Single(options.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Series)]
    [InlineData("/sdmx/v1/dataflow?references=all")]
    [InlineData("/sdmx/v1/availableconstraint/DF_MIG_STOCK")]
    [InlineData("/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK/1.0")]
    [InlineData("/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/~/A.USA.MEX")]
    [InlineData("/sdmx/v2/structure/dataflow")]
    public async Task N6_what_the_client_has_is_not_sent_again(string address)
    {
        var first = (await site.Ask(address, null)).Is(200);
        var tag = first.Headers.ETag!.ToString();
        var changed = first.Content.LastModified!.Value;
        Assert.InRange(changed, new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.UtcNow.AddSeconds(2));
        var same = (await site.Ask(address, null, ("If-None-Match", $"\"other\", {tag}"))).Is(304);
        Assert.Empty(same.Body);
        Assert.Equal(tag, same.Headers.ETag!.ToString());
        (await site.Ask(address, null, ("If-None-Match", "\"other\""))).Is(200);
        (await site.Ask(address, null, ("If-Modified-Since", changed.ToString("r")))).Is(304);
        (await site.Ask(address, null, ("If-Modified-Since", changed.AddDays(1).ToString("ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'")))).Is(304);
        (await site.Ask(address, null, ("If-Modified-Since", changed.AddDays(-1).ToString("ddd MMM dd yyyy HH:mm:ss 'GMT+0000'")))).Is(200);
        (await site.Ask(address, null, ("If-Modified-Since", "nonsense"))).Is(200);
        if (!address.Contains("schema", StringComparison.Ordinal))
            Assert.NotEqual(tag, (await site.Ask(address, address.Contains("v1", StringComparison.Ordinal) ? "application/json" : "application/xml")).Is(200).Headers.ETag!.ToString());
    }

    [Fact]
    public async Task N7_error_of_2_1_is_xml_whatever_was_asked_for()
    {
        foreach (var accept in (string?[])[null, Json1, Csv1])
        {
            var answer = (await site.Ask("/sdmx/v1/data/DF_NOTHING/all", accept)).Is(404);
            Assert.Equal("application/xml", answer.Type);
            var message = Assert.Single(answer.Elements("ErrorMessage"));
            Assert.Equal("100", message.Attribute("code")!.Value);
            Assert.Equal("en", message.Elements().Single().Attributes().Single().Value);
        }
    }

    [Fact]
    public async Task N7_error_of_3_0_is_json()
    {
        var answer = (await site.Ask("/sdmx/v2/data/dataflow/A/B?limit=0", "application/xml")).Is(400);
        Assert.Equal("application/json", answer.Type);
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(140, json.RootElement.GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task N9_schema_judges_the_messages_of_the_flow()
    {
        var answer = (await site.Ask("/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK/1.0", null)).Is(200);
        Assert.Equal("application/vnd.sdmx.schema+xml", answer.Type);
        Assert.Equal("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=PERIPLO:DF_MIG_STOCK(1.0):ObsLevelDim:TIME_PERIOD", answer.Xml.Attribute("targetNamespace")!.Value);
        Assert.EndsWith("AllDimensions", (await site.Ask("/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK/1.0?dimensionAtObservation=AllDimensions", null)).Is(200).Xml.Attribute("targetNamespace")!.Value, StringComparison.Ordinal);
        (await site.Ask("/sdmx/v1/schema/datastructure/PERIPLO/DSD_MIG_STOCK", null)).Is(200);
        (await site.Ask("/sdmx/v2/schema/dataflow/PERIPLO/DF_MIG_STOCK/~", null)).Is(200);
        (await site.Ask("/sdmx/v1/schema/dataflow/PERIPLO/DF_NOTHING", null)).Is(404);
        (await site.Ask("/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK?dimensionAtObservation=NOTHING", null)).Is(400);
    }

    [Theory]
    [InlineData("/sdmx/v1/metadata/MDF_QUALITY/A.B", 501)]
    [InlineData("/sdmx/v1/metadata/MDF_NOTHING", 404)]
    [InlineData("/sdmx/v2/metadata/metadataset/PERIPLO/X", 501)]
    [InlineData("/sdmx/v2/registration/id/x", 501)]
    [InlineData("/sdmx/v1/nonsense", 400)]
    [InlineData("/sdmx/v2/nonsense", 400)]
    [InlineData("/sdmx/v1/process", 404)]
    [InlineData("/sdmx/v1", 404)]
    [InlineData("/sdmx/v1/", 404)]
    [InlineData("/sdmx/v1?x=1", 404)]
    public async Task N10_what_is_not_there_is_said(string address, int status)
    {
        (await site.Ask(address, null)).Is(status);
    }

    [Fact]
    public async Task N10_reports_of_reference_metadata_are_served()
    {
        var all = (await site.Ask("/sdmx/v1/metadata/PERIPLO,MDF_QUALITY,1.0/all", null)).Is(200);
        Assert.Equal(("application/vnd.sdmx.genericmetadata+xml", "2.1"), (all.Type, all.Parameter("version")));
        Assert.True(all.Elements("Report").Count() >= 3);
        var one = (await site.Ask("/sdmx/v2/metadata/structure/dataflow/PERIPLO/DF_MIG_STOCK/~", null)).Is(200);
        Assert.Single(one.Elements("Report"));
        (await site.Ask("/sdmx/v2/metadata/structure/dataflow/PERIPLO/DF_NOTHING/~", null)).Is(204);
        (await site.Ask("/sdmx/v1/metadata/MDF_QUALITY", "application/json")).Is(406);
    }

    [Fact]
    public async Task N11_long_key_is_read_and_a_longer_address_refused()
    {
        // The third of what an address may have is a key of all countries in both positions.
        var areas = string.Join('+', site.Installation.Areas.All.Select(area => area.Id));
        Assert.True(areas.Length > 1_000);
        (await site.Ask($"/sdmx/v1/data/DF_MIG_STOCK/A.{areas}.{areas}._T.STOCK._T._T._T.PS?lastNObservations=1", Csv1)).Is(200);
        (await site.Ask($"/sdmx/v1/data/DF_MIG_STOCK/A.USA.{new string('X', 16_000)}+MEX._T.STOCK._T._T._T.PS", Csv1)).Is(200);
        Assert.Equal("Error", (await site.Ask($"/sdmx/v1/data/DF_MIG_STOCK/A.USA.{new string('X', 17_000)}", Csv1)).Is(414).Xml.Name.LocalName);
    }

    [Theory]
    [InlineData("POST", "/sdmx/v1/data/DF_MIG_STOCK", 405)]
    [InlineData("DELETE", "/sdmx/v1/dataflow", 405)]
    [InlineData("BREW", "/sdmx/v2/data", 405)]
    [InlineData("POST", "/sdmx/v2/structure", 501)]
    [InlineData("PUT", "/sdmx/v2/structure/codelist/A/B/1.0", 501)]
    public async Task Method_that_does_not_read_is_refused(string method, string address, int status)
    {
        var answer = (await site.Send(new(method), address, null)).Is(status);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Allow);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Body_is_refused()
    {
        var origin = new Uri(site.Origin);
        using var socket = new TcpClient(origin.Host, origin.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync("GET /sdmx/v1/dataflow HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_address_in_the_request_line_is_read_as_proxies_send_it()
    {
        var origin = new Uri(site.Origin);
        using var socket = new TcpClient(origin.Host, origin.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {site.Origin}{Series} HTTP/1.1\r\nHost: {origin.Authority}\r\nAccept: {Csv1}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_answers_are_those_made_anew()
    {
        var (app, origin) = await TestSite.Serve(site.Installation, null);
        await using (app)
        {
            using var client = TestSite.NewClient(origin);
            foreach (var address in (string[])["/sdmx/v1/dataflow?references=children", "/sdmx/v1/codelist"])
            {
                var first = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(first, await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
            }
        }
    }
}
