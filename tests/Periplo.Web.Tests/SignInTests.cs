using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Periplo.Observatory;
using Periplo.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Sign-in, sessions, forms and API tokens as someone with bad intent would try them.</summary>
public sealed partial class SignInTests(AccountSite site) : IClassFixture<AccountSite>
{
    [Fact]
    public async Task Session_cookie_is_hidden_from_scripts_and_a_sign_in_changes_it()
    {
        using var browser = new Poster(site.Origin);
        var first = await browser.Fill("/entrar", ("name", "eva"), ("password", AccountSite.Password));
        Assert.Equal((HttpStatusCode.SeeOther, "/cuenta"), (first.Status, first.Location));
        var cookie = Assert.Single(first.Cookies, one => one.StartsWith("periplo=", StringComparison.Ordinal));
        Assert.Matches("^periplo=[A-Za-z0-9_-]{43}; path=/; samesite=lax; httponly$", cookie);
        var before = browser.Session!;

        // The form's token of whoever is signed in is good for signing in again.
        var token = await browser.Token("/cuenta");
        await browser.Post("/en/sign-in", ("form-token", token), ("name", "lector"), ("password", AccountSite.Password));
        Assert.NotEqual(before, browser.Session);
        Assert.Null(site.Accounts.Session(before));
        Assert.Equal("lector", site.Accounts.Session(browser.Session!)!.Person.Name);
    }

    [Fact]
    public async Task Session_cookie_over_tls_is_bound_to_the_host()
    {
        using var browser = new Poster(site.Origin);
        using var none = new StringContent("");
        var page = await browser.Send(HttpMethod.Get, "/entrar", null, ("X-Forwarded-Proto", "https"));
        var form = Assert.Single(page.Cookies);
        Assert.Matches("^periplo-form=[^;]+; path=/; secure; samesite=strict; httponly$", form);
        using var fields = new FormUrlEncodedContent([new("form-token", Poster.Token(page)), new("name", "eva"), new("password", AccountSite.Password)]);
        var answer = await browser.Send(HttpMethod.Post, "/entrar", fields, ("X-Forwarded-Proto", "https"), ("Cookie", form.Split(';')[0]));
        Assert.Matches("^__Host-periplo=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", Assert.Single(answer.Cookies));
    }

    [Fact]
    public async Task Public_page_sets_no_cookie_and_what_is_made_for_a_person_is_not_kept()
    {
        using var browser = new Poster(site.Origin);
        foreach (var address in (string[])["/", "/en", "/paises", "/datos", "/acerca", "/nada", "/health"])
            Assert.Empty((await browser.Get(address)).Cookies);
        using var eva = new Poster(site.Origin, site.Session("eva"));
        foreach (var address in (string[])["/", "/en", "/paises", "/nada", "/pais/GTM.json", "/cuenta", "/en/account/second-factor"])
        {
            var page = await eva.Get(address);
            Assert.Contains("no-store", page.CacheControl, StringComparison.Ordinal);
            Assert.Contains("Cookie", page.Vary, StringComparison.Ordinal);
        }

        Assert.Contains(">eva</a>", (await eva.Get("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">eva</a>", (await browser.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/entrar?volver=%2Fbuscar%3Fq%3Dguinea\"", (await browser.Get("/buscar?q=guinea")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_forged_revoked_or_signed_out_opens_nothing()
    {
        var (_, other) = await site.Another();
        var session = site.Session("eva");
        foreach (var origin in (string[])[site.Origin, other])
        {
            foreach (var forged in (string[])["x", session[..^1], session + "A", new string('A', 43), "%00", new string('A', 3_000)])
            {
                using var thief = new Poster(origin, forged);
                Assert.Equal("/entrar?volver=%2Fcuenta", (await thief.Get("/cuenta")).Location);
            }
        }

        using var eva = new Poster(site.Origin, session);
        using var elsewhere = new Poster(other, session);
        Assert.Equal(HttpStatusCode.OK, (await eva.Get("/cuenta")).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Get("/en/account")).Status);

        // Revoked by a form on one server, gone at once on the other.
        using var second = new Poster(site.Origin, site.Session("eva"));
        var done = await second.Fill("/cuenta", ("do", "session"), ("session", site.Accounts.Session(session)!.Session.Hash));
        Assert.Equal((HttpStatusCode.SeeOther, "/cuenta?hecho=session"), (done.Status, done.Location));
        Assert.Equal("/en/sign-in?back=%2Fen%2Faccount", (await elsewhere.Get("/en/account")).Location);

        // Taken from a browser before it signed out: it opens nothing afterwards.
        var kept = second.Session!;
        var token = await second.Token("/cuenta");
        var left = await second.Post("/salir", ("form-token", token));
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (left.Status, left.Location));
        Assert.Null(second.Session);
        using var taken = new Poster(site.Origin, kept);
        Assert.Equal(HttpStatusCode.SeeOther, (await taken.Get("/cuenta")).Status);
    }

    [Fact]
    public async Task Account_closed_loses_its_session_at_once()
    {
        site.Make("ida");
        using var ida = new Poster(site.Origin, site.Session("ida"));
        Assert.Equal(HttpStatusCode.OK, (await ida.Get("/cuenta")).Status);
        site.Accounts.CloseAccount(AccountSite.Owner, "ida");
        Assert.Equal(HttpStatusCode.SeeOther, (await ida.Get("/cuenta")).Status);
    }

    [Fact]
    public async Task Form_without_its_token_with_a_forged_one_or_anothers_is_refused()
    {
        using var eva = new Poster(site.Origin, site.Session("eva"));
        using var lector = new Poster(site.Origin, site.Session("lector"));
        using var nobody = new Poster(site.Origin);
        var own = await eva.Token("/cuenta");
        var theirs = await lector.Token("/cuenta");
        var nobodys = await nobody.Token("/entrar");
        (string, string)[] change = [("do", "others")];
        foreach (var token in (string[])["", "x", own[..^2], theirs, nobodys, own + own])
        {
            var answer = await eva.Post("/cuenta", [("form-token", token), .. change]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("No se guardó nada", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await eva.Post("/en/account", change)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await nobody.Post("/salir", change)).Status);
        // The token in the address or in a header is none.
        Assert.Equal(HttpStatusCode.BadRequest, (await eva.Post($"/cuenta?form-token={own}", change)).Status);
        // A form of before signing out and in again is another session's.
        site.Accounts.RevokeOthers(site.Accounts.Account("eva").Person, "");
        Assert.Equal(HttpStatusCode.BadRequest, (await eva.Post("/cuenta", [("form-token", own), .. change])).Status);
    }

    [Fact]
    public async Task Only_forms_are_posted_and_only_where_they_are_taken()
    {
        using var browser = new Poster(site.Origin);
        foreach (var address in (string[])["/", "/cuenta/segundo-factor/x", "/pais/GTM", "/nada", "/en/account.json", "/health"])
        {
            var refused = await browser.Post(address, ("a", "b"));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.Status);
            Assert.Equal(["GET", "HEAD"], refused.Allow);
        }

        Assert.Contains("only read", (await browser.Post("/en/countries")).Text, StringComparison.Ordinal);
        foreach (var method in (string[])["PUT", "DELETE", "PATCH"])
        {
            using var fields = new FormUrlEncodedContent([]);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.Send(new(method), "/entrar", fields)).Status);
        }

        foreach (var type in (string[])["application/json", "text/plain"])
        {
            using var content = new StringContent("{}", Encoding.UTF8, type);
            var refused = await browser.Send(HttpMethod.Post, "/en/sign-in", content);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.Status);
            Assert.Contains("Only forms of this site", refused.Text, StringComparison.Ordinal);
        }

        using var broken = new StringContent("--x\r\nContent-Disposition: form-data; na", Encoding.ASCII);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(HttpMethod.Post, "/entrar", broken)).Status);
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 5_000).Select(i => KeyValuePair.Create($"f{i}", "x")));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(HttpMethod.Post, "/entrar", many)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_too_large_is_refused_in_both_languages(bool chunked)
    {
        foreach (var (address, words) in new[] { ("/entrar", "demasiado grande"), ("/en/sign-in", "too large") })
        {
            using var browser = new Poster(site.Origin);
            using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("name=" + new string('x', 3 << 20)));
            body.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
            request.Headers.TransferEncodingChunked = chunked;
            using var client = TestSite.NewClient(site.Origin);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil.example")]
    [InlineData("/%09/evil.example\r\nSet-Cookie: a=b")]
    [InlineData("evil.example")]
    public async Task Sign_in_leads_nowhere_but_home(string back)
    {
        using var browser = new Poster(site.Origin);
        var page = await browser.Get($"/entrar?volver={Uri.EscapeDataString(back)}");
        Assert.DoesNotContain("evil", page.Text, StringComparison.Ordinal);
        var answer = await browser.Post("/entrar", ("form-token", Poster.Token(page)), ("name", "eva"), ("password", AccountSite.Password), ("back", back));
        Assert.Equal((HttpStatusCode.SeeOther, "/cuenta"), (answer.Status, answer.Location));
        Assert.Equal("/cuenta", (await browser.Get($"/entrar?volver={Uri.EscapeDataString(back)}")).Location);
        Assert.Equal("/mapa?anio=2024", (await browser.Get("/entrar?volver=%2Fmapa%3Fanio%3D2024")).Location);
    }

    [Fact]
    public async Task Refused_sign_in_says_the_same_whatever_the_cause()
    {
        site.Make("noe");
        site.Make("iris");
        site.Accounts.CloseAccount(AccountSite.Owner, "iris");
        for (var i = 0; i < Observatory.Accounts.Attempts; i++)
            Assert.Throws<SignInRefusedException>(() => site.Accounts.SignIn("noe", "no es esta frase", ""));
        var said = new HashSet<string>();
        foreach (var (name, password) in new[] { ("lector", "no es esta frase"), ("nadie", AccountSite.Password), ("iris", AccountSite.Password), ("noe", AccountSite.Password) })
        {
            using var browser = new Poster(site.Origin);
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var answer = await browser.Fill("/entrar", ("name", name), ("password", password));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(650), "a refusal that comes at once tells something");
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Null(browser.Session);
            Assert.DoesNotContain(password, answer.Text, StringComparison.Ordinal);
            said.Add(Token().Replace(answer.Text, "").Replace(name, "NAME", StringComparison.Ordinal));
        }

        Assert.Single(said);
    }

    [Fact]
    public async Task Second_step_cannot_be_skipped_or_replayed()
    {
        using var browser = new Poster(site.Origin);
        var page = await browser.Fill("/en/sign-in", ("name", "ana"), ("password", AccountSite.Password), ("back", "/en/data"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(browser.Session);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Get("/en/account")).Status);
        var step = StepField().Match(page.Text).Groups["step"].Value;
        (string, string)[] form = [("form-token", Poster.Token(page)), ("step", step), ("code", Totp.Code(site.Secret, Totp.StepOf(DateTimeOffset.UtcNow) + 1)), ("back", "/en/data")];
        var entered = await browser.Post("/en/sign-in/code", form);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/data"), (entered.Status, entered.Location));

        using var replay = new Poster(site.Origin);
        form[0] = ("form-token", await replay.Token("/en/sign-in"));
        Assert.Equal(HttpStatusCode.Forbidden, (await replay.Post("/en/sign-in/code", form)).Status);
        form[1] = ("step", "x" + step);
        Assert.Equal(HttpStatusCode.Forbidden, (await replay.Post("/en/sign-in/code", form)).Status);
        Assert.Null(replay.Session);
    }

    /// <summary>Who may do what with accounts: nobody, reader, editor, administrator of one register, administrator of all.</summary>
    [Theory]
    [InlineData("see people", "nnnyy")]
    [InlineData("make", "nnnny")]
    [InlineData("invite", "nnnny")]
    [InlineData("role in facts", "nnnyy")]
    [InlineData("role in documents", "nnnny")]
    [InlineData("role everywhere", "nnnny")]
    [InlineData("end-sessions", "nnnny")]
    [InlineData("close", "nnnny")]
    [InlineData("reopen", "nnnny")]
    public async Task Lower_roles_do_nothing_with_accounts(string act, string allowed)
    {
        string?[] people = [null, "lector", "eva", "jefa", "ana"];
        for (var i = 0; i < people.Length; i++)
        {
            var target = $"t{act.Replace(' ', '-')}{i}";
            site.Make(target);
            using var browser = new Poster(site.Origin, people[i] is { } name ? site.SharedSession(name) : null);
            (string, string)[] fields = act switch
            {
                "make" => [("do", "make"), ("name", target + "x")],
                "role in facts" => [("do", "role"), ("name", target), ("register", "facts"), ("role", "Editor")],
                "role in documents" => [("do", "role"), ("name", target), ("register", "documents"), ("role", "Editor")],
                "role everywhere" => [("do", "role"), ("name", target), ("register", "*"), ("role", "Administrator")],
                _ => [("do", act), ("name", target)],
            };
            var entries = site.Installation.Store.LogEnd().Number;
            // The token comes from a page each of them has.
            var token = await browser.Token(people[i] is null ? "/entrar" : "/cuenta");
            var answer = act == "see people" ? await browser.Get("/cuenta/personas") : await browser.Post("/cuenta/personas", [("form-token", token), .. fields]);
            if (allowed[i] == 'y')
                Assert.True(answer.Status == HttpStatusCode.OK || answer.Location?.StartsWith("/cuenta/personas?hecho=", StringComparison.Ordinal) == true, $"{people[i]} {act} {answer.Status}");
            else
            {
                Assert.True(people[i] is null ? answer.Location?.StartsWith("/entrar", StringComparison.Ordinal) == true : answer.Status == HttpStatusCode.Forbidden, $"{people[i]} {act} {answer.Status}");
                Assert.Equal(entries, site.Installation.Store.LogEnd().Number);
            }
        }
    }

    [Fact]
    public async Task Api_token_names_its_person_and_opens_no_page_of_accounts()
    {
        var secret = site.Accounts.MakeToken(site.Accounts.Account("eva").Person, "tablero", Role.Reader, 30);
        using var program = new Poster(site.Origin);
        var page = await program.Send(HttpMethod.Get, "/", null, ("Authorization", $"Bearer {secret}"));
        Assert.Contains(">eva</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", page.CacheControl, StringComparison.Ordinal);
        Assert.Contains("Authorization", page.Vary, StringComparison.Ordinal);
        foreach (var address in (string[])["/cuenta", "/cuenta/segundo-factor", "/cuenta/personas"])
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await program.Send(HttpMethod.Get, address, null, ("Authorization", $"Bearer {secret}"))).Status);
            using var fields = new FormUrlEncodedContent([new("do", "token"), new("name", "más"), new("ceiling", "Approver"), new("days", "365")]);
            Assert.StartsWith("/entrar", (await program.Send(HttpMethod.Post, address, fields, ("Authorization", $"Bearer {secret}"))).Location, StringComparison.Ordinal);
        }

        site.Accounts.RevokeToken(site.Accounts.Account("eva").Person, site.Accounts.Tokens(site.Accounts.Account("eva").Person)[0].Hash);
        foreach (var wrong in (string[])[secret, "x", "periplo_" + new string('A', 43)])
            Assert.Equal(HttpStatusCode.Unauthorized, (await program.Send(HttpMethod.Get, "/", null, ("Authorization", $"Bearer {wrong}"))).Status);
        // A proxy's own sign-in before ours is none of ours.
        Assert.Equal(HttpStatusCode.OK, (await program.Send(HttpMethod.Get, "/acerca", null, ("Authorization", "Basic YTpi"))).Status);
    }

    [Fact]
    public async Task Address_of_a_client_is_believed_only_from_a_proxy()
    {
        // This machine is one: what it forwards is limited as the client it names, and others are not held up.
        var (app, origin) = await TestSite.Serve(site.Installation, requestsPerSecond: null);
        await using var _ = app;
        using var proxy = new Poster(origin);
        var refused = 0;
        for (var i = 0; i < 5_000 && refused == 0; i++)
            refused += (await proxy.Send(HttpMethod.Get, "/health", null, ("X-Forwarded-For", "203.0.113.7"))).Status == HttpStatusCode.TooManyRequests ? 1 : 0;
        Assert.Equal(1, refused);
        Assert.Equal(HttpStatusCode.OK, (await proxy.Send(HttpMethod.Get, "/health", null, ("X-Forwarded-For", "203.0.113.8"))).Status);
    }

    [GeneratedRegex("value=\"[A-Za-z0-9_-]{60,}\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"step\" value=\"(?<step>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StepField();
}
