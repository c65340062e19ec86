using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Requests nobody meant, to the running server: each gets an answer of its version, and none fails it.</summary>
public sealed class SdmxHostileTests(TestSite site)
{
    private static readonly string[] Good =
    [
        "/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/A.USA.MEX+GTM._T.STOCK._T._T._T.PS?startPeriod=2015&endPeriod=2020&detail=dataonly", "/sdmx/v1/data/DF_MIG_STOCK/A.USA.MEX._T.STOCK._T._T._T.PS/all?lastNObservations=1&format=csv",
        "/sdmx/v1/data/DF_DEMOGRAPHY/all?lastNObservations=1&dimensionAtObservation=AllDimensions", "/sdmx/v1/dataflow/PERIPLO/all/latest?references=all&detail=referencestubs", "/sdmx/v1/codelist/all/CL_SEX/all/F+M",
        "/sdmx/v1/availableconstraint/DF_MIG_STOCK/A.USA.MEX._T.STOCK._T._T._T.PS/all/SEX?mode=available&references=all", "/sdmx/v1/schema/dataflow/PERIPLO/DF_MIG_STOCK/1.0",
        "/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/~/A.USA.MEX,A.CAN.GTM?c[TIME_PERIOD]=ge:2010+le:2020&attributes=none&limit=10&offset=2&sort=TIME_PERIOD:desc", "/sdmx/v2/structure/codelist/*/CL_SEX/~/F,M?references=parents",
        "/sdmx/v2/availability/dataflow/PERIPLO/DF_MIG_STOCK/~/A.USA/SEX?c[SEX]=F&mode=exact", "/sdmx/v2/schema/dataflow/PERIPLO/DF_MIG_STOCK/~",
    ];

    private static readonly string[] Pieces =
    [
        "%00", "..", "/../", "%2F", "%FF", "%C3%28", "%", "%zz", "é", "*", "+", "++", "%2B", ",", ".", "~", "?", "&", "&&", "=", "[", "]", "c[SEX]=F", "c[", ":", "NaN", "99999999999999999999", "-1", "0000", "2024-Q9", "<x>", "'", "\"", ";", " ",
        "%20", "all", "latest", "none", "%0d%0aX:y", "startPeriod=", "&detail=full", "{", "|", "\\", "#", "/", "//", "v1", "v9",
    ];

    private static readonly string[] Accepts =
        ["*/*", "", "text/csv", "application/json", SdmxQuestions.Specific, SdmxQuestions.Json1, "image/png", ",,;q=,", "text/csv;labels=both;q=0.5, */*;q=0.1", "application/vnd.sdmx.data+csv;version=99", "\u0001"];

    [Fact]
    public async Task Damaged_requests_are_answered_by_status_and_body_of_their_version()
    {
        var random = new Random(TestCounts.Seed);
        for (var i = 0; i < TestCounts.SdmxRequests; i++)
        {
            var address = Damaged(random);
            var accept = Accepts[random.Next(Accepts.Length)];
            try
            {
                Check(address, await site.Ask(address, accept, ("If-None-Match", Accepts[random.Next(Accepts.Length - 1)]), ("Accept-Language", Pieces[random.Next(10, 20)]), ("Accept-Encoding", Pieces[random.Next(9, 20)])));
            }
            catch (HttpRequestException)
            {
                // What our own client will not send, or the server cuts off as no HTTP, is no query; that the server still answers is what counts.
                Assert.Equal(HttpStatusCode.OK, (await site.Ask("/health")).Status);
            }
        }
    }

    [Theory]
    [InlineData("/sdmx/v1/data/DF_MIG_STOCK/%00")]
    [InlineData("/sdmx/v1/data/DF_MIG_STOCK/%C3%28")]
    [InlineData("/sdmx/v1/data/DF_MIG_STOCK/%")]
    [InlineData("/sdmx/v1/data/DF_MIG_STOCK/all?startPeriod=%FF")]
    [InlineData("/sdmx/v1/../v2/data")]
    [InlineData("/sdmx/v1/codelist/%3Cscript%3E")]
    [InlineData("/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/~/*?c[SEX]=F&c[SEX]=M")]
    public async Task Address_that_makes_no_sense_is_a_mistake_of_the_client(string address)
    {
        Check(address, (await site.Ask(address, null)).Is(400));
    }

    private static void Check(string address, SdmxAnswer answer)
    {
        Assert.True(answer.Status is 200 or 204 or 304 or (>= 400 and < 500) or 501, $"{address} answers {answer.Status}: {answer.Text}");
        if (answer.Status < 400)
            return;
        if (answer.Type == "application/json")
            Assert.NotEqual(0, JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").GetArrayLength());
        else if (answer.Type == "application/xml")
            Assert.Equal("Error", XDocument.Parse(answer.Text).Root!.Name.LocalName);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    private static string Damaged(Random random)
    {
        var text = new StringBuilder(Good[random.Next(Good.Length)]);
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var at = random.Next("/sdmx/v1".Length, text.Length + 1);
            if (random.Next(3) == 0)
                text.Remove(Math.Min(at, text.Length - 1), Math.Min(text.Length - Math.Min(at, text.Length - 1), random.Next(1, 12)));
            else
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            if (text.Length <= "/sdmx/v1".Length)
                text.Append("/data");
        }

        return text.ToString();
    }
}
