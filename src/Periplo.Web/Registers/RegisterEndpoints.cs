using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Accounts;

namespace Periplo.Web.Registers;

/// <summary>The pages of every register that read: lists, records and their history.</summary>
internal static class RegisterEndpoints
{
    /// <summary>The forms a list is given in as a file.</summary>
    public static IReadOnlyList<string> FileForms { get; } = [".csv", ".json", ".xlsx"];

    public static void Map(WebApplication app, Site site, RegisterIndex index, Language language)
    {
        Endpoints.Read(app, RegisterAddresses.All(language), () => Endpoints.Page<RegistersPage>(new { Site = site, Language = language }));
        Endpoints.Read(app, RegisterAddresses.Register(language, "{register}"), (HttpContext context, string register) => List(context, site, index, language, register));
        Endpoints.Read(app, RegisterAddresses.Record(language, "{register}", "{record}"), (HttpContext context, string register, string record) => Record(context, site, index, language, register, record));
        Endpoints.Read(app, RegisterAddresses.History(language, "{register}", "{record}"), (HttpContext context, string register, string record) => History(context, site, language, register, record));
    }

    /// <summary>Who asks.</summary>
    public static Person Who(HttpContext context) => Visitor.Of(context).Person;

    private static IResult List(HttpContext context, Site site, RegisterIndex index, Language language, string name)
    {
        var form = FileForms.FirstOrDefault(form => name.EndsWith(form, StringComparison.Ordinal)) ?? "";
        if (site.Installation.Records.Registers.Find(name[..^form.Length]) is not { } register)
            return Endpoints.NotFound(context, null);
        var person = Who(context);
        var asked = RegisterList.Read(register, context.Request.Query, language, person, out var fault);
        if (fault is not null)
            return Endpoints.NotFound(context, RegisterWords.NoSuchQuery.With(fault));
        var table = site.Installation.Records.Table(register.Id);
        var markup = new RecordMarkup(site, language, person);
        if (form.Length > 0)
            return ImportEndpoints.Export(site, person, asked, form, language);
        var records = table.List(asked.Query(person, all: false), language);
        if (records.Records.Count == 0 && asked.Page > 1)
            return Endpoints.NotFound(context, RegisterWords.NoSuchQuery.With($"{asked.Page}"));
        var all = asked.Words.Length == 0 && asked.Filters.Count == 0 ? records.Count : table.List(new(Drafts: asked.Drafts, Take: 0), language).Count;
        return Endpoints.Page<RegisterPage>(new { Language = language, Table = table, Asked = asked, Records = records, All = all, Index = index, Markup = markup });
    }

    private static IResult Record(HttpContext context, Site site, RegisterIndex index, Language language, string registerId, string name)
    {
        var person = Who(context);
        var records = site.Installation.Records;
        // An id may end like a form; then it is the record that is meant.
        var form = name.EndsWith(".json", StringComparison.Ordinal) && Seen(records, person, registerId, name) is null ? ".json" : "";
        if (Seen(records, person, registerId, name[..^form.Length]) is not var (register, head))
            return Endpoints.NotFound(context, null);
        var isReader = Access.May(person, register, head, RecordAct.SeeDraft);
        var shown = isReader ? head.Latest : head.Published;
        if (shown is null)
            return Gone(context, register, head, language, form);
        var markup = new RecordMarkup(site, language, person);
        if (form.Length > 0)
            return RecordJson.Answer(json => RecordJson.Write(json, register, head, shown, markup.Fields(register), OriginOf(context)));
        return Endpoints.Page<RecordDetailPage>(new
        {
            Language = language,
            Register = register,
            Head = head,
            Shown = shown,
            Markup = markup,
            Referring = index.ReferringTo(register.Id, head.Id),
            Correction = head.Corrected is null ? null : Correction.Of(register, head, records.History(Person.Owner(""), register.Id, head.Id)),
            Origin = OriginOf(context),
            Visitor = Visitor.Of(context),
        });
    }

    private static IResult History(HttpContext context, Site site, Language language, string registerId, string id)
    {
        var person = Who(context);
        var records = site.Installation.Records;
        if (Seen(records, person, registerId, id) is not var (register, head))
            return Endpoints.NotFound(context, null);
        if (head.Published is null && !Access.May(person, register, head, RecordAct.SeeDraft))
            return Gone(context, register, head, language, "");
        var versions = records.History(person, register.Id, head.Id);
        return Endpoints.Page<RecordHistoryPage>(new { Language = language, Register = register, Id = head.Id, Versions = versions, Markup = new RecordMarkup(site, language, person) });
    }

    /// <summary>A record that the person may know to exist; null for a draft as for one that never was.</summary>
    public static (Register Register, RecordHead Head)? Seen(Records records, Person person, string registerId, string id) =>
        records.Registers.Find(registerId) is { } register && records.Table(register.Id).Find(id) is { } head && Access.May(person, register, head, RecordAct.See)
            ? (register, head)
            : null;

    /// <summary>Scheme and host that were asked.</summary>
    public static string OriginOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static IResult Gone(HttpContext context, Register register, RecordHead head, Language language, string form)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        return form.Length > 0
            ? RecordJson.Answer(json =>
            {
                json.WriteStartObject();
                json.WriteString("error", RegisterWords.Withdrawn.In(language));
                json.WriteEndObject();
            }, StatusCodes.Status410Gone)
            : Endpoints.Page<WithdrawnPage>(new { Language = language, Register = register, Head = head });
    }
}
