using System.Globalization;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Accounts;

namespace Periplo.Web.Registers;

/// <summary>Registers for programs; docs/api.md describes it.</summary>
internal static class RegisterApi
{
    private const long Limit = 1 << 20;

    private static readonly Text NoRegister = new("No hay ningún registro «{0}».", "There is no register \"{0}\".", "Il n’y a pas de registre « {0} ».");
    private static readonly Text NoRecord = new("No hay ninguna ficha «{0}».", "There is no record \"{0}\".", "Il n’y a pas de fiche « {0} ».");
    private static readonly Text NoVersion = new("Diga en If-Match qué versión cambia: If-Match: \"{0}\".", "Say in If-Match which version you change: If-Match: \"{0}\".", "Dites dans If-Match quelle version vous changez : If-Match: \"{0}\".");
    private static readonly Text NotJson = new("El cuerpo tiene que ser un objeto JSON como el que describe docs/api.md: {0}", "The body has to be a JSON object as docs/api.md describes: {0}", "Le corps doit être un objet JSON tel que le décrit docs/api.md : {0}");

    public static void Map(WebApplication app, Site site)
    {
        var records = site.Installation.Records;
        const string One = "/api/registers/{register}";
        const string Record = One + "/records/{record}";
        Endpoints.Read(app, "/api/registers", (HttpContext context) => All(context, site));
        Endpoints.Read(app, One, (HttpContext context, string register) => records.Registers.Find(register) is { } found ? RecordJson.Answer(json => RegisterJson.Write(json, found)) : Error(context, 404, NoRegister.With(Cut(register))));
        Endpoints.Read(app, One + "/records", (HttpContext context, string register) => List(context, site, register));
        Endpoints.Read(app, Record, (HttpContext context, string register, string record) => Read(context, site, register, record));
        Endpoints.Read(app, Record + "/history", (HttpContext context, string register, string record) => History(context, site, register, record));
        app.MapPut(Record, (HttpContext context, string register, string record) => Put(context, site, register, record)).WithMetadata(new Writing(Limit, HttpMethods.Put)).DisableAntiforgery();
        app.MapPost(Record + "/move", (HttpContext context, string register, string record) => Move(context, site, register, record)).WithMetadata(new Writing(Limit, HttpMethods.Post)).DisableAntiforgery();
    }

    private static IResult All(HttpContext context, Site site) => RecordJson.Answer(json =>
    {
        json.WriteStartArray();
        foreach (var register in site.Installation.Records.Registers.All)
        {
            json.WriteStartObject();
            json.WriteString("id", register.Id);
            RegisterJson.Write(json, "name", register.Name);
            RegisterJson.Write(json, "description", register.Description);
            json.WriteNumber("records", site.Installation.Records.Table(register.Id).List(new(Take: 0), Language.En).Count);
            json.WriteString("address", RegisterEndpoints.OriginOf(context) + RegisterAddresses.Api(register.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static IResult List(HttpContext context, Site site, string registerId)
    {
        if (site.Installation.Records.Registers.Find(registerId) is not { } register)
            return Error(context, 404, NoRegister.With(Cut(registerId)));
        var person = RegisterEndpoints.Who(context);
        var asked = RegisterList.Read(register, context.Request.Query, Language.En, person, out var fault);
        // A filter that is misspelt must not give everything.
        fault ??= context.Request.Query.Keys.FirstOrDefault(key => !RegisterList.IsParameter(register, key, Language.En));
        if (fault is not null)
            return Error(context, 400, RegisterWords.NoSuchQuery.With(Cut(fault)));
        var markup = new RecordMarkup(site, Language.En, person);
        var found = site.Installation.Records.Table(register.Id).List(asked.Query(person, all: false), Language.En);
        var fields = markup.Fields(register).ToList();
        var origin = RegisterEndpoints.OriginOf(context);
        return RecordJson.Answer(json =>
        {
            json.WriteStartObject();
            json.WriteString("register", register.Id);
            json.WriteNumber("count", found.Count);
            json.WriteNumber("page", asked.Page);
            json.WriteNumber("per_page", RegisterList.PerPage);
            json.WriteStartArray("records");
            foreach (var head in found.Records)
                RecordJson.Write(json, register, head, RegisterTable.Seen(head, asked.Drafts)!, fields, origin);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static IResult Read(HttpContext context, Site site, string registerId, string id)
    {
        var person = RegisterEndpoints.Who(context);
        if (RegisterEndpoints.Seen(site.Installation.Records, person, registerId, id) is not var (register, head))
            return Error(context, 404, NoRecord.With(Cut(id)));
        var shown = Access.May(person, register, head, RecordAct.SeeDraft) ? head.Latest : head.Published;
        return shown is null ? Error(context, 410, RegisterWords.Withdrawn) : Answer(context, site, register, head, shown, StatusCodes.Status200OK);
    }

    private static IResult History(HttpContext context, Site site, string registerId, string id)
    {
        var person = RegisterEndpoints.Who(context);
        if (RegisterEndpoints.Seen(site.Installation.Records, person, registerId, id) is not var (register, head))
            return Error(context, 404, NoRecord.With(Cut(id)));
        if (head.Published is null && !Access.May(person, register, head, RecordAct.SeeDraft))
            return Error(context, 410, RegisterWords.Withdrawn);
        var fields = new RecordMarkup(site, Language.En, person).Fields(register).ToList();
        return RecordJson.Answer(json =>
        {
            json.WriteStartArray();
            foreach (var version in site.Installation.Records.History(person, register.Id, id))
            {
                json.WriteStartObject();
                RecordJson.WriteVersion(json, register, version, fields);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static async Task<IResult> Put(HttpContext context, Site site, string registerId, string id)
    {
        var person = RegisterEndpoints.Who(context);
        if (site.Installation.Records.Registers.Find(registerId) is not { } register)
            return Error(context, 404, NoRegister.With(Cut(registerId)));
        if (!Access.May(person, register, null, RecordAct.Write))
            return Error(context, 403, RegisterWords.NotAllowedRole);
        var (body, refused) = await Body(context);
        if (refused is not null)
            return refused;
        using var _ = body!;
        var head = site.Installation.Records.Table(register.Id).Find(id);
        var basedOn = Match(context);
        if (head is not null && basedOn is null)
            return Error(context, 428, NoVersion.With($"{head.Latest.Number}"));
        if (Values(register, body!.RootElement, out var fault) is not { } values)
            return Error(context, 400, NotJson.With(fault));
        return Done(context, site, register, () => site.Installation.Records.Write(person, register.Id, id, values, basedOn ?? 0, Text(body.RootElement, "why")), head is null ? 201 : 200);
    }

    private static async Task<IResult> Move(HttpContext context, Site site, string registerId, string id)
    {
        var person = RegisterEndpoints.Who(context);
        if (RegisterEndpoints.Seen(site.Installation.Records, person, registerId, id) is not var (register, head))
            return Error(context, 404, NoRecord.With(Cut(id)));
        var (body, refused) = await Body(context);
        if (refused is not null)
            return refused;
        using var _ = body!;
        if (Match(context) is not { } basedOn)
            return Error(context, 428, NoVersion.With($"{head.Latest.Number}"));
        var (to, why) = (Text(body!.RootElement, "to"), Text(body.RootElement, "why"));
        return Done(context, site, register, () => site.Installation.Records.Move(person, register.Id, id, to, basedOn, why), 200);
    }

    private static IResult Done(HttpContext context, Site site, Register register, Func<RecordHead> write, int status)
    {
        try
        {
            var head = write();
            return Answer(context, site, register, head, head.Latest, status);
        }
        catch (RecordConflictException conflict)
        {
            return Error(context, 412, conflict.Explanation, json => json.WriteNumber("version", conflict.Now.Latest.Number));
        }
        catch (RecordRefusedException refused)
        {
            var language = LanguageOf(context);
            return Error(context, 422, refused.Explanation, json =>
            {
                json.WriteStartArray("faults");
                foreach (var fault in refused.Faults)
                {
                    json.WriteStartObject();
                    json.WriteString("column", fault.Column.Name);
                    json.WriteString("reason", fault.Reason.In(language));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        catch (AccessRefusedException refused)
        {
            return Error(context, 403, refused.Explanation);
        }
        catch (RegisterException refused)
        {
            return Error(context, 422, refused.Explanation);
        }
    }

    private static IResult Answer(HttpContext context, Site site, Register register, RecordHead head, RecordVersion version, int status)
    {
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version.Number}\"");
        var fields = new RecordMarkup(site, Language.En, RegisterEndpoints.Who(context)).Fields(register);
        return RecordJson.Answer(json => RecordJson.Write(json, register, head, version, fields, RegisterEndpoints.OriginOf(context)), status);
    }

    private static IResult Error(HttpContext context, int status, Text explanation, Action<Utf8JsonWriter>? more = null) => RecordJson.Answer(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", explanation.In(LanguageOf(context)));
        more?.Invoke(json);
        json.WriteEndObject();
    }, status);

    private static Language LanguageOf(HttpContext context)
    {
        var wanted = context.Request.Headers.AcceptLanguage.ToString();
        foreach (var language in Site.Languages)
        {
            if (wanted.StartsWith(language.Tag(), StringComparison.OrdinalIgnoreCase))
                return language;
        }

        return Language.En;
    }

    private static async Task<(JsonDocument? Body, IResult? Refused)> Body(HttpContext context)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = 4 }, context.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
                return (body, null);
            body.Dispose();
            return (null, Error(context, 400, NotJson.With("{")));
        }
        catch (JsonException)
        {
            return (null, Error(context, 400, NotJson.With("JSON")));
        }
    }

    /// <summary>The number in If-Match, or null.</summary>
    private static long? Match(HttpContext context) =>
        long.TryParse(context.Request.Headers.IfMatch.ToString().Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string[]? Values(Register register, JsonElement body, out string fault)
    {
        fault = "values";
        if (!body.TryGetProperty("values", out var given) || given.ValueKind != JsonValueKind.Object)
            return null;
        var values = new string[register.Columns.Count];
        Array.Fill(values, "");
        foreach (var property in given.EnumerateObject())
        {
            fault = $"values.{Cut(property.Name)}";
            var position = register.Position(property.Name);
            if (position < 0 || property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                return null;
            values[position] = Read(property.Value);
        }

        return values;
    }

    private static string Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Read(value) : "";

    private static string Read(JsonElement value)
    {
        try
        {
            return value.GetString()?.Trim(' ') ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: the check of records says what is wrong with what stands for it.
            return "\uFFFD";
        }
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
