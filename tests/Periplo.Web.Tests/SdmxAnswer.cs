using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>What the server said to a query.</summary>
internal sealed record SdmxAnswer(int Status, HttpResponseHeaders Headers, HttpContentHeaders Content, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Type => Content.ContentType?.MediaType;

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public XElement Xml => XDocument.Parse(Text).Root!;

    /// <summary>A parameter of the Content-Type.</summary>
    public string? Parameter(string name) => Content.ContentType?.Parameters.FirstOrDefault(one => one.Name == name)?.Value;

    /// <summary>Elements of any namespace.</summary>
    public IEnumerable<XElement> Elements(string name) => Xml.DescendantsAndSelf().Where(one => one.Name.LocalName == name);

    /// <summary>The answer, which must be of a status.</summary>
    public SdmxAnswer Is(int status)
    {
        Assert.True(Status == status, $"{status} expected, {Status} answered: {(Text.Length > 500 ? Text[..500] : Text)}");
        return this;
    }
}

/// <summary>Asks the site as programs do.</summary>
internal static class SdmxQuestions
{
    public const string Csv1 = "application/vnd.sdmx.data+csv;version=1.0.0";
    public const string Csv2 = "application/vnd.sdmx.data+csv;version=2.0.0";
    public const string Generic = "application/vnd.sdmx.genericdata+xml;version=2.1";
    public const string Specific = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    public const string Json1 = "application/vnd.sdmx.data+json;version=1.0.0";
    public const string Json2 = "application/vnd.sdmx.data+json;version=2.0.0";

    /// <summary>Asks; the address goes out as it is written.</summary>
    public static Task<SdmxAnswer> Ask(this TestSite site, string address, string? accept, params (string Name, string Value)[] headers) =>
        Send(site, HttpMethod.Get, address, accept, headers);

    /// <summary>Asks by any method.</summary>
    public static async Task<SdmxAnswer> Send(this TestSite site, HttpMethod method, string address, string? accept, params (string Name, string Value)[] headers)
    {
        var uri = new Uri(site.Origin + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, answer.Headers, answer.Content.Headers, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The observations of a message in any format: key, period and value.</summary>
    public static List<(string Key, string Time, double Value, string Status)> Observations(this TestSite site, SdmxAnswer answer)
    {
        using var reader = DataMessages.Open(new MemoryStream(answer.Is(200).Body), site.Installation.Sdmx().Structures.Resolve);
        reader.RequiresAttributes = false;
        var rows = new List<(string, string, double, string)>();
        while (reader.Read())
        {
            var key = string.Join('.', Enumerable.Range(0, reader.Structure.Dimensions.Count).Select(reader.Code));
            rows.Add((key, reader.Time.ToString(), reader.Value, $"{reader.Status.Letter()}"));
        }

        return rows;
    }
}
