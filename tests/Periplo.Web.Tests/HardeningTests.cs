using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

public sealed class HardeningTests(TestSite site)
{
    [Fact]
    public async Task Every_answer_carries_the_headers_that_protect()
    {
        var address = PageKinds.All.Select(kind => kind.Address(Language.Es)).Concat(
            ["/pais/GTM/origenes.csv", "/pais/GTM/origenes.json", "/datos/STOCK/UNDESA.2024.csv?REF_AREA=ABW", "/health", "/nada", "/nada.json", SiteAssets.Address("site.js"), "/pais/GT"]);
        foreach (var one in address)
        {
            using var answer = await site.Client.GetAsync(one, TestContext.Current.CancellationToken);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.DoesNotContain('*', policy);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            foreach (var telling in (string[])["Server", "X-Powered-By", "Set-Cookie", "blazor-enhanced-nav"])
                Assert.False(answer.Headers.Contains(telling), $"{one} answers with {telling}");
        }
    }

    [Fact]
    public async Task Picture_may_style_itself_and_nothing_else()
    {
        using var answer = await site.Client.GetAsync("/pais/GTM/origenes.svg", TestContext.Current.CancellationToken);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task Method_that_does_not_read_is_refused(string method)
    {
        foreach (var address in (string[])["/", "/pais/GTM", "/datos/STOCK", "/health", "/nada", "/pais/GTM.json"])
        {
            using var request = new HttpRequestMessage(new(method), address);
            using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pais/GTM")]
    [InlineData("/pais/GTM/origenes.csv")]
    [InlineData("/datos/STOCK/UNDESA.2024.csv?REF_AREA=ABW")]
    [InlineData("/health")]
    [InlineData("/nada")]
    public async Task Head_answers_as_get_without_the_body(string address)
    {
        using var get = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Body_is_refused()
    {
        // Announced and not sent: the server does not wait for it.
        foreach (var announced in (string[])["Content-Length: 1000", "Transfer-Encoding: chunked"])
            Assert.StartsWith("HTTP/1.1 413", await FirstLine($"GET /pais/GTM HTTP/1.1\r\nHost: x\r\n{announced}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_long_address_is_refused_by_its_length()
    {
        using var answer = await site.Client.GetAsync("/pais/" + new string('a', 40_000), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Fact]
    public async Task Client_that_asks_too_much_is_told_to_wait()
    {
        var (app, origin) = await TestSite.Serve(site.Installation, requestsPerSecond: 5);
        await using var _ = app;
        using var client = TestSite.NewClient(origin);
        foreach (var (address, word) in new[] { ("/", "espere"), ("/en/about", "wait") })
        {
            // The allowance is finite, so a burst ends in a refusal however slow the machine is.
            for (var i = 0; i < 10_000; i++)
            {
                using var answer = await client.GetAsync(i < 9_000 ? "/health" : address, TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                    break;
                Assert.True(i < 9_999, "no refusal");
            }

            using var refused = await client.GetAsync(address, TestContext.Current.CancellationToken);
            if (refused.StatusCode != HttpStatusCode.TooManyRequests)
                continue;
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
            Assert.Contains(word, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(refused.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task Failure_of_the_server_shows_no_inner_workings()
    {
        var folder = Directory.CreateTempSubdirectory("periplo-broken-");
        try
        {
            var store = Path.Combine(folder.FullName, "periplo.db");
            var installation = TestSite.NewInstallation(store);
            var (app, origin) = await TestSite.Serve(installation, null);
            await using var _ = app;
            foreach (var file in folder.EnumerateFiles())
                file.Delete();
            // A connection kept open since the start would go on reading the file that is no longer there.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            using var client = TestSite.NewClient(origin);
            foreach (var (address, type, words) in new[]
            {
                ("/", "text/html", "No es culpa suya"), ("/en", "text/html", "not your fault"), ("/pais/GTM.json", "application/json", "No es culpa suya"), ("/en/country/GTM.csv", "text/plain", "not your fault"),
            })
            {
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
                Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
                Assert.Contains(words, text, StringComparison.Ordinal);
                Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
                Assert.DoesNotContain("periplo.db", text, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Request_that_is_no_http_gets_no_failure_of_ours()
    {
        foreach (var said in (string[])["GET /\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET http:// HTTP/1.1\r\nHost: x\r\n\r\n"])
        {
            var line = await FirstLine(said);
            Assert.True(line is null || line.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), line);
        }
    }

    private async Task<string?> FirstLine(string said)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(site.Origin).Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Script_and_sheets_stay_within_their_budget()
    {
        int Packed(string ending) => SiteAssets.All.Where(asset => asset.Name.EndsWith(ending, StringComparison.Ordinal)).Sum(asset =>
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
                gzip.Write(asset.Bytes);
            return (int)packed.Length;
        });
        Assert.InRange(Packed(".js"), 1, 60_000);
        Assert.InRange(Packed(".css"), 1, 15_000);
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_under_the_hash_of_their_content()
    {
        var html = await site.Page("/");
        foreach (var address in Html.Attributes(html, "href").Concat(Html.Attributes(html, "src")).Where(address => address.StartsWith("/assets/", StringComparison.Ordinal)).Distinct())
        {
            using var answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }
}
