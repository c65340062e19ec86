using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>A browser without a window: keeps cookies, fills the forms of pages and posts them.</summary>
internal sealed partial class Poster : IDisposable
{
    private readonly HttpClient client;
    private readonly string origin;

    public Poster(string origin, string? session = null)
    {
        this.origin = origin;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = Cookies }) { BaseAddress = new(origin) };
        if (session is not null)
            Cookies.Add(new Uri(origin), new Cookie("periplo", session, "/"));
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The session the browser has now, or null.</summary>
    public string? Session => Cookies.GetCookies(new Uri(origin))["periplo"]?.Value;

    public async Task<Answer> Get(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await Read(answer);
    }

    /// <summary>The token of the forms of a page.</summary>
    public async Task<string> Token(string page) => Token(await Get(page));

    public static string Token(Answer page) => TokenField().Match(page.Text) is { Success: true } found ? found.Groups["token"].Value : "";

    /// <summary>Fills the form of a page and posts it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="fields">Its fields.</param>
    public async Task<Answer> Fill(string page, params (string Name, string Value)[] fields) => await Post(page, [("form-token", await Token(page)), .. fields]);

    /// <summary>Posts fields as they are.</summary>
    public async Task<Answer> Post(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Send(HttpMethod.Post, address, form);
    }

    public async Task<Answer> Send(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Read(answer);
    }

    public void Dispose() => client.Dispose();

    private static async Task<Answer> Read(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Location?.ToString(),
        answer.Headers.CacheControl?.ToString() ?? "",
        string.Join(", ", answer.Headers.Vary),
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        answer.Content.Headers.Allow.ToList(),
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}

/// <summary>What a server answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string CacheControl, string Vary, IReadOnlyList<string> Cookies, IReadOnlyList<string> Allow, string Text);
