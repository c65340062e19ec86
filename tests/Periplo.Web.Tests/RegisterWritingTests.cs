using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Periplo.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Records written by forms, files and programs, in a register that one file declares.</summary>
public sealed partial class RegisterWritingTests(RegisterSite site) : IClassFixture<RegisterSite>
{
    private const string List = "/registros/resource-centres";
    private const string Api = "/api/registers/resource-centres/records";

    [Fact]
    public async Task A_register_of_one_file_has_form_list_record_history_search_files_api_and_dataset()
    {
        using var eva = site.Browser("eva");
        using var jefa = site.Browser("jefa");
        using var anyone = site.Browser(null);
        var made = await Create(eva, "Casa de Tapachula", "House of Tapachula");
        var address = made.Location!;
        Assert.StartsWith(List + "/casa-de-tapachula-", address, StringComparison.Ordinal);
        Assert.Contains("Borrador", (await eva.Get(address)).Text, StringComparison.Ordinal);
        Assert.Contains("Casa de Tapachula", (await jefa.Get("/registros/pendientes")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Move(jefa, address, "approved")).Status);

        var page = (await anyone.Get(address)).Text;
        foreach (var text in (string[])["Casa de Tapachula", "México", "/pais/MEX", "Derecho, Trabajo", "USD 12,500 (precios de 2007)", "15 de julio de 2008", "A/63/265 ¶65", "https://example.org/casa", "external nofollow"])
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("555 0199", page, StringComparison.Ordinal);
        Assert.Contains("555 0199", (await eva.Get(address)).Text, StringComparison.Ordinal);
        Assert.Contains("House of Tapachula", (await anyone.Get(address.Replace("/registros", "/en/registers", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.Contains("Primera versión", (await eva.Get(address + "/historia")).Text, StringComparison.Ordinal);
        foreach (var query in (string[])["", "?area=MEX&kind=public&services=work", "?palabras=tapachulá", "?open=yes&orden=-opened"])
            Assert.Contains("Casa de Tapachula", (await anyone.Get(List + query)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Casa de Tapachula", (await anyone.Get(List + "?services=health")).Text, StringComparison.Ordinal);
        Assert.Contains("Casa de Tapachula", (await anyone.Get("/buscar?q=casa+tapachula")).Text, StringComparison.Ordinal);
        // What the public may not read it cannot find out by searching, filtering or sorting.
        Assert.DoesNotContain("Casa de Tapachula", (await anyone.Get(List + "?palabras=0199")).Text, StringComparison.Ordinal);
        Assert.Contains("Casa de Tapachula", (await eva.Get(List + "?palabras=0199")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get(List + "?orden=telephone")).Status);
        foreach (var form in (string[])[".csv", ".json"])
        {
            var file = (await anyone.Get(List + form)).Text;
            Assert.Contains("Casa de Tapachula", file, StringComparison.Ordinal);
            Assert.DoesNotContain("0199", file, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await anyone.Get(List + ".xlsx")).Status);
        Assert.Contains("\"count\": ", (await anyone.Get(Api + "?area=MEX")).Text, StringComparison.Ordinal);
        Assert.Contains("\"restricted\": true", (await anyone.Get("/api/registers/resource-centres")).Text, StringComparison.Ordinal);
        Assert.Contains("RESOURCE_CENTRES", (await anyone.Get("/datos/RESOURCE_CENTRES")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_answers_as_a_record_that_does_not_exist()
    {
        using var eva = site.Browser("eva");
        using var anyone = site.Browser(null);
        var draft = (await Create(eva, "Borrador oculto", "Hidden draft")).Location!;
        var id = draft[(List.Length + 1)..];
        foreach (var tail in (string[])["", ".json", "/historia", "/editar"])
        {
            var (one, none) = (await anyone.Get(draft + tail), await anyone.Get($"{List}/no-hay-tal{tail}"));
            Assert.Equal(HttpStatusCode.NotFound, one.Status);
            Assert.Equal(none, one with { Allow = none.Allow, Cookies = none.Cookies });
        }

        var api = await anyone.Get($"{Api}/{id}");
        Assert.Equal(HttpStatusCode.NotFound, api.Status);
        Assert.Equal((await anyone.Get(Api + "/no-hay-tal")).Text, api.Text.Replace(id, "no-hay-tal", StringComparison.Ordinal));
        Assert.DoesNotContain("Borrador oculto", (await anyone.Get(List + "?borradores=si&palabras=oculto")).Text, StringComparison.Ordinal);
        Assert.Contains("Borrador oculto", (await eva.Get(List + "?borradores=si&palabras=oculto")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_record()
    {
        using var eva = site.Browser("eva");
        var fields = await Fields(eva, "Dos veces", "Twice");
        var first = await eva.Post(List + "/nueva", fields);
        var again = await eva.Post(List + "/nueva", fields);
        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(first.Location, again.Location);
        Assert.Single(site.Installation.Records.Table(RegisterSite.Register).All, head => head.Latest.Values.Contains("Dos veces"));
        // A record of the same title made anew is another one, unless the register says there may be none.
        Assert.Contains("ya dice lo mismo", (await Create(eva, "Dos veces", "Twice")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_the_difference_and_nothing_is_lost()
    {
        using var eva = site.Browser("eva");
        using var ben = site.Browser("ben");
        var address = (await Create(eva, "Casa de dos", "House of two")).Location!;
        var (hers, his) = (await eva.Get(address + "/editar"), await ben.Get(address + "/editar"));
        Assert.Equal(HttpStatusCode.SeeOther, (await eva.Post(address + "/editar", Change(hers, "Casa de dos", "2009", "Otro año"))).Status);
        var second = await ben.Post(address + "/editar", Change(his, "Casa de los dos", "2008-07-15", "Otro nombre"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("eva la guardó", second.Text, StringComparison.Ordinal);
        var table = Html.Table(second.Text);
        Assert.Contains(table, row => row.SequenceEqual(["Nombre (español)", "Casa de dos", "Casa de dos", "Casa de los dos"]));
        Assert.Contains(table, row => row.SequenceEqual(["Apertura", "15 de julio de 2008", "2009", "15 de julio de 2008"]));
        // His text is still in the form, with her date, which he had not touched.
        Assert.Equal("Casa de los dos", Value(second, "name.es"));
        Assert.Equal("2009", Value(second, "opened"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ben.Post(address + "/editar", Change(second, "Casa de los dos", "2009", "Otro nombre"))).Status);
        var history = (await ben.Get(address + "/historia")).Text;
        Assert.Contains("Otro año", history, StringComparison.Ordinal);
        Assert.Contains("Otro nombre", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_leaves_a_notice_and_a_withdrawn_record_says_so()
    {
        using var eva = site.Browser("eva");
        using var jefa = site.Browser("jefa");
        using var anyone = site.Browser(null);
        var address = (await Create(eva, "Casa corregida", "House put right")).Location!;
        await Move(jefa, address, "approved");
        var form = await eva.Get(address + "/editar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await eva.Post(address + "/editar", Change(form, "Casa bien corregida", "2010", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await eva.Post(address + "/editar", Change(form, "Casa bien corregida", "2010", "El año era otro"))).Status);
        Assert.DoesNotContain("bien corregida", (await anyone.Get(address)).Text, StringComparison.Ordinal);
        await Move(jefa, address, "approved");
        var page = (await anyone.Get(address)).Text;
        foreach (var text in (string[])["Corregida el", "El año era otro", "15 de julio de 2008", "2010", "Casa bien corregida"])
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("jefa", page + (await anyone.Get(address + "/historia")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await Move(eva, address, "withdrawn", await Version(jefa, address))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Move(jefa, address, "withdrawn")).Status);
        foreach (var tail in (string[])["", ".json", "/historia"])
        {
            var gone = await anyone.Get(address + tail);
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.DoesNotContain("bien corregida", gone.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_values_come_back_as_they_were_typed_each_with_its_reason()
    {
        using var eva = site.Browser("eva");
        var answer = await Create(eva, "<b>Negrita</b>", "A & B \"quoted\" <3", ("opened", "2008-13"), ("area", "Nowhere"), ("source.place", ""), ("kind", ""), ("services", "none"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var input in (string[])["i-name-es", "i-opened", "i-area", "i-source-place", "i-kind"])
            Assert.Contains($"<a href=\"#{input}\">", answer.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal("2008-13", Value(answer, "opened"));
        Assert.Equal("Nowhere", Value(answer, "area"));
        Assert.DoesNotContain(site.Installation.Records.Table(RegisterSite.Register).All, head => head.Latest.Values.Contains("2008-13"));
    }

    [Fact]
    public async Task Texts_with_signs_of_markup_are_shown_as_text()
    {
        using var eva = site.Browser("eva");
        var address = (await Create(eva, "Uno & dos \"tres\" <3 '4'", "One & two \"three\" <3 '4'")).Location!;
        using var client = TestSite.NewClient(site.Origin);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", $"periplo={eva.Session}");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var raw = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Uno &amp; dos &quot;tres&quot; &lt;3", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tres\" <3", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_shown_for_what_it_would_do_and_then_imported_whole_or_not_at_all()
    {
        using var eva = site.Browser("eva");
        var before = site.Installation.Records.Table(RegisterSite.Register).Count;
        var bad = await Upload(eva, "id,name.es,name.en,area,kind,open\na1,Uno,One,MEX,public,yes\na2,Dos,Two,NADA,public,maybe\n", "check");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        Assert.Contains("línea 3", bad.Text, StringComparison.Ordinal);
        Assert.Contains("<code>open</code>", bad.Text, StringComparison.Ordinal);
        var unreadable = await Upload(eva, "\u0001\u0002 not a table", "check");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.Status);
        var good = await Upload(eva, "id,name.es,name.en,area,kind,open\na1,Uno importado,One imported,MEX,public,yes\na2,Dos importado,Two imported,GTM,church,no\n", "check");
        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Contains("Fichas nuevas: 2.", good.Text, StringComparison.Ordinal);
        Assert.Equal(before, site.Installation.Records.Table(RegisterSite.Register).Count);
        var done = await eva.Post(List + "/importar", ("form-token", Poster.Token(good)), ("packed", Value(good, "packed")), ("name", "centros.csv"), ("to", "draft"), ("why", ""), ("step", "import"));
        Assert.Contains("Importado. Fichas nuevas: 2", done.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, site.Installation.Records.Table(RegisterSite.Register).Count);
        // An editor does not publish by way of a file.
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload(eva, "id,name.es,name.en,area,kind,open\na3,Tres,Three,MEX,public,yes\n", "import", "approved")).Status);
        using var reader = site.Browser("lector");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(List + "/importar")).Status);
        Assert.Equal(HttpStatusCode.OK, (await eva.Get(List + "/importar.xlsx")).Status);
    }

    [Fact]
    public async Task A_cut_upload_leaves_nothing()
    {
        using var eva = site.Browser("eva");
        var before = site.Installation.Records.Table(RegisterSite.Register).Count;
        var token = await eva.Token(List + "/importar");
        var uri = new Uri(site.Origin);
        using (var socket = new System.Net.Sockets.TcpClient())
        {
            await socket.ConnectAsync(uri.Host, uri.Port, TestContext.Current.CancellationToken);
            var cookies = eva.Cookies.GetCookieHeader(uri);
            var begun = $"POST {List}/importar HTTP/1.1\r\nHost: {uri.Authority}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"step\"\r\n\r\nimport\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n\r\nid,name.es,name.en,area,kind,open\ncut1,Cortado,Cut,MEX,public,yes\n";
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(begun), TestContext.Current.CancellationToken);
            socket.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            // The server has done with the request when it closes or resets the connection; what it says is nobody's concern.
            try
            {
                await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
            }
        }

        Assert.Equal(before, site.Installation.Records.Table(RegisterSite.Register).Count);
        Assert.Null(site.Installation.Records.Table(RegisterSite.Register).Find("cut1"));
    }

    [Fact]
    public async Task Programs_write_with_a_token_and_the_version_they_began_from()
    {
        using var client = TestSite.NewClient(site.Origin);
        var editor = site.Token("eva", Role.Editor);
        const string Values = """{"values": {"name.es": "De un programa", "name.en": "Of a program", "area": "GTM", "kind": "church", "open": "no"}, "why": "nuevo nombre"}""";
        var changed = Values.Replace("De un", "De otro", StringComparison.Ordinal);
        Assert.Equal(401, (await Send(client, HttpMethod.Put, Api + "/p1", null, Values)).Status);
        Assert.Equal(401, (await Send(client, HttpMethod.Put, Api + "/p1", "periplo_wrong", Values)).Status);
        Assert.Equal(403, (await Send(client, HttpMethod.Put, Api + "/p1", site.Token("lector", Role.Reader), Values)).Status);
        Assert.Equal(400, (await Send(client, HttpMethod.Put, Api + "/p1", editor, "{")).Status);
        Assert.Equal(400, (await Send(client, HttpMethod.Put, Api + "/p1", editor, """{"values": {"nothing": "x"}}""")).Status);
        var wrong = await Send(client, HttpMethod.Put, Api + "/p1", editor, Values.Replace("church", "none", StringComparison.Ordinal));
        Assert.Equal(422, wrong.Status);
        Assert.Equal("kind", wrong.Body.GetProperty("faults")[0].GetProperty("column").GetString());
        var made = await Send(client, HttpMethod.Put, Api + "/p1", editor, Values);
        Assert.Equal(201, made.Status);
        var version = made.Body.GetProperty("version").GetInt64();
        Assert.Equal(428, (await Send(client, HttpMethod.Put, Api + "/p1", editor, changed)).Status);
        var conflict = await Send(client, HttpMethod.Put, Api + "/p1", editor, changed, version - 1);
        Assert.Equal(412, conflict.Status);
        Assert.Equal(version, conflict.Body.GetProperty("version").GetInt64());
        var now = await Send(client, HttpMethod.Put, Api + "/p1", editor, changed, version);
        Assert.Equal(200, now.Status);
        version = now.Body.GetProperty("version").GetInt64();
        Assert.Equal(403, (await Send(client, HttpMethod.Post, Api + "/p1/move", editor, """{"to": "approved"}""", version)).Status);
        Assert.Equal(404, (await Send(client, HttpMethod.Get, Api + "/p1", null, null)).Status);
        Assert.Equal(200, (await Send(client, HttpMethod.Post, Api + "/p1/move", site.Token("jefa", Role.Approver), """{"to": "approved"}""", version)).Status);
        Assert.Equal("De otro programa", (await Send(client, HttpMethod.Get, Api + "/p1", null, null)).Body.GetProperty("values").GetProperty("name.es").GetString());
    }

    [Fact]
    public async Task Who_has_no_role_is_led_to_sign_in_or_refused()
    {
        using var anyone = site.Browser(null);
        using var reader = site.Browser("lector");
        foreach (var address in (string[])[List + "/nueva", List + "/importar", "/registros/pendientes", "/registros/documents/A-63-265/editar"])
        {
            var answer = await anyone.Get(address);
            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.StartsWith("/entrar?volver=", answer.Location, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(List + "/nueva")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/registros/documents/A-63-265/editar")).Status);
    }

    private static async Task<Answer> Create(Poster who, string spanish, string english, params (string Name, string Value)[] others) =>
        await who.Post(List + "/nueva", [.. (await Fields(who, spanish, english)).Where(field => others.All(other => other.Name != field.Name)), .. others]);

    private static async Task<(string Name, string Value)[]> Fields(Poster who, string spanish, string english)
    {
        var form = await who.Get(List + "/nueva");
        return
        [
            ("form-token", Poster.Token(form)), ("mark", Value(form, "mark")), ("based-on", "0"), ("name.es", spanish), ("name.en", english), ("area", "México"), ("kind", "public"), ("services", "law"), ("services", "work"),
            ("opened", "2008-07-15"), ("budget", "12500"), ("budget.currency", "USD"), ("budget.price_year", "2007"), ("open", "yes"), ("telephone", "555 0199"), ("link", "https://example.org/casa"), ("source", "A-63-265"), ("source.place", "¶65"),
        ];
    }

    private static (string Name, string Value)[] Change(Answer form, string spanish, string opened, string why) =>
    [
        ("form-token", Poster.Token(form)), ("based-on", Value(form, "based-on")), ("name.es", spanish), ("name.en", Value(form, "name.en")), ("area", "MEX"), ("kind", "public"), ("services", "law"), ("services", "work"),
        ("opened", opened), ("budget", "12500"), ("budget.currency", "USD"), ("budget.price_year", "2007"), ("open", "yes"), ("telephone", "555 0199"), ("link", "https://example.org/casa"), ("source", "A-63-265"), ("source.place", "¶65"), ("why", why),
    ];

    private static async Task<string> Version(Poster who, string address) => Value(await who.Get(address), "based-on");

    private static async Task<Answer> Move(Poster who, string address, string to, string? basedOn = null)
    {
        var page = await who.Get(address);
        // Who may not move a record finds no form for it, but has the token of another page.
        var token = Poster.Token(page) is { Length: > 0 } found ? found : await who.Token(List + "/nueva");
        return await who.Post(address + "/mover", ("form-token", token), ("based-on", basedOn ?? Value(page, "based-on")), ("to", to), ("why", ""));
    }

    private static async Task<Answer> Upload(Poster who, string csv, string step, string to = "draft")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await who.Token(List + "/importar")), "form-token" },
            { new StringContent(step), "step" },
            { new StringContent(to), "to" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "centros.csv" },
        };
        return await who.Send(HttpMethod.Post, List + "/importar", form);
    }

    private static async Task<(int Status, JsonElement Body)> Send(HttpClient client, HttpMethod method, string address, string? token, string? body, long? version = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Add("Authorization", "Bearer " + token);
        if (version is { } number)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{number}\"");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, json.RootElement.Clone());
    }

    /// <summary>What an input of a page holds.</summary>
    private static string Value(Answer page, string name) =>
        Regex.Match(page.Text, $"<input[^>]* name=\"{Regex.Escape(name)}\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)).Value is { Length: > 0 } tag ? ValueAttribute().Match(tag).Groups["value"].Value : "";

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ValueAttribute();
}
