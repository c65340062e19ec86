using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Accounts;

namespace Periplo.Web.Registers;

/// <summary>The forms that write records, and the list of what waits for approval.</summary>
internal static class RecordFormEndpoints
{
    private const int MostWaiting = 300;

    public static void Map(WebApplication app, Site site, Language language)
    {
        Endpoints.Read(app, RegisterAddresses.Pending(language), (HttpContext context) => Pending(context, site, language));
        Endpoints.Read(app, RegisterAddresses.New(language, "{register}"), (HttpContext context, string register) => Form(context, site, language, register, null));
        Endpoints.Write(app, RegisterAddresses.New(language, "{register}"), (HttpContext context, string register) => Save(context, site, language, register, null));
        Endpoints.Read(app, RegisterAddresses.Edit(language, "{register}", "{record}"), (HttpContext context, string register, string record) => Form(context, site, language, register, record));
        Endpoints.Write(app, RegisterAddresses.Edit(language, "{register}", "{record}"), (HttpContext context, string register, string record) => Save(context, site, language, register, record));
        Endpoints.Write(app, RegisterAddresses.Move(language, "{register}", "{record}"), (HttpContext context, string register, string record) => Move(context, site, language, register, record));
    }

    /// <summary>The way to sign in, and 403 to who has and lacks the role for it.</summary>
    public static IResult Refused(HttpContext context)
    {
        if (!Visitor.Of(context).Person.IsSomebody && HttpMethods.IsGet(context.Request.Method) && AccountAddresses.Local(context.Request.Path + context.Request.QueryString) is { } back)
            return Results.LocalRedirect(AccountAddresses.SignIn(Endpoints.LanguageOf(context.Request.Path), back));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.Headers.CacheControl = "no-store";
        return Endpoints.Message(context, RegisterWords.NotAllowed, Visitor.Of(context).Person.IsSomebody ? RegisterWords.NotAllowedRole : RegisterWords.NotAllowedSignIn, null);
    }

    private static IResult Pending(HttpContext context, Site site, Language language)
    {
        var person = Visitor.Of(context).Person;
        var records = site.Installation.Records;
        if (!records.Registers.All.Any(register => person.In(register.Id) >= Role.Reader))
            return Refused(context);
        var waiting = records.Registers.All
            .SelectMany(register => records.Table(register.Id).All.Where(head => IsWaiting(person, register, head)).Select(head => (register, head)))
            .OrderBy(pair => pair.head.Latest.Number).Take(MostWaiting).ToList();
        return Endpoints.Page<PendingPage>(new { Language = language, Waiting = waiting, Markup = new RecordMarkup(site, language, person) });
    }

    /// <summary>Whether a record is not public as it is and the person may make it so.</summary>
    private static bool IsWaiting(Person person, Register register, RecordHead head) =>
        register.Workflow.Find(head.Latest.State) is { Public: false }
        && register.Workflow.Moves.Any(move => move.From == head.Latest.State && register.Workflow.Find(move.To)!.Public && Access.MayMove(person, register, head, move.To));

    private static IResult Form(HttpContext context, Site site, Language language, string registerId, string? id)
    {
        if (Allowed(context, site, registerId, id, out var register, out var head) is { } refusal)
            return refusal;
        return Page(context, site, language, register, head, head is null ? RecordEntry.New(register) : RecordEntry.Of(head), null);
    }

    private static IResult Save(HttpContext context, Site site, Language language, string registerId, string? id)
    {
        if (Allowed(context, site, registerId, id, out var register, out var head) is { } refusal)
            return refusal;
        var person = Visitor.Of(context).Person;
        var entry = RecordEntry.Read(register, context.Request.Form, site.Areas);
        if (head is not null && entry.Why.Length == 0)
        {
            // Said together with whatever else is wrong, so that nobody mends a form twice.
            var wrong = site.Installation.Records.Faults(register.Id, head.Id, entry.Values).Select(fault => new EntryFault(RecordEntry.InputOf(fault.Column), fault.Column.Title, fault.Reason));
            return Unfit(context, site, language, register, head, entry with { Faults = [.. wrong, new(RecordEntry.WhyInput, RegisterWords.Reason, RegisterWords.WhyNeeded)] });
        }

        if (head is null && !RecordCheck.IsId(entry.IdOf(register)))
            return Unfit(context, site, language, register, head, entry with { Faults = [new(RecordEntry.IdInput, RegisterWords.Id, RegisterWords.IdHelp)] });
        var wanted = head?.Id ?? entry.IdOf(register);
        try
        {
            var saved = site.Installation.Records.Write(person, register.Id, wanted, entry.Values, head is null ? 0 : entry.BasedOn, entry.Why);
            return Endpoints.SeeOther(RegisterAddresses.Record(language, register.Id, saved.Id));
        }
        catch (RecordConflictException conflict) when (conflict.Now.Latest.Values.AsSpan().SequenceEqual(entry.Values))
        {
            // The same form sent twice: it is done already.
            return Endpoints.SeeOther(RegisterAddresses.Record(language, register.Id, wanted));
        }
        catch (RecordConflictException) when (head is null)
        {
            return Unfit(context, site, language, register, null, entry with { Faults = [new(RecordEntry.IdInput, RegisterWords.Id, RegisterWords.IdTaken.With(wanted))] });
        }
        catch (RecordConflictException conflict)
        {
            var before = site.Installation.Records.History(Person.Owner(""), register.Id, wanted).FirstOrDefault(version => version.Number == entry.BasedOn)?.Values ?? conflict.Now.Latest.Values;
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return Page(context, site, language, register, conflict.Now, entry.OnTopOf(register, before, conflict.Now), new(before, conflict.Now, entry.Values));
        }
        catch (RegisterException error) when (error is not AccessRefusedException)
        {
            return Unfit(context, site, language, register, head, entry with { Faults = RecordEntry.From(error) });
        }
    }

    private static IResult Move(HttpContext context, Site site, Language language, string registerId, string id)
    {
        var person = Visitor.Of(context).Person;
        if (RegisterEndpoints.Seen(site.Installation.Records, person, registerId, id) is not var (register, _))
            return Endpoints.NotFound(context, null);
        var form = context.Request.Form;
        try
        {
            _ = long.TryParse(form[RecordEntry.BasedOnInput].ToString(), out var basedOn);
            site.Installation.Records.Move(person, register.Id, id, form["to"].ToString(), basedOn, form[RecordEntry.WhyInput].ToString().Trim());
            return Endpoints.SeeOther(RegisterAddresses.Record(language, register.Id, id));
        }
        catch (RecordConflictException conflict) when (conflict.Now.Latest.State == form["to"].ToString())
        {
            return Endpoints.SeeOther(RegisterAddresses.Record(language, register.Id, id));
        }
        catch (AccessRefusedException)
        {
            return Refused(context);
        }
        catch (RecordConflictException)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return Endpoints.Message(context, RegisterWords.NotMoved, RegisterWords.MovedMeanwhile, null);
        }
        catch (RegisterException error)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Endpoints.Message(context, RegisterWords.NotMoved, error.Explanation, null);
        }
    }

    /// <summary>What is answered instead when the person may not write the record; null when they may. Drafts they may not know of are not there.</summary>
    private static IResult? Allowed(HttpContext context, Site site, string registerId, string? id, out Register register, out RecordHead? head)
    {
        var person = Visitor.Of(context).Person;
        (register, head) = (default!, null);
        if (site.Installation.Records.Registers.Find(registerId) is not { } found)
            return Endpoints.NotFound(context, null);
        register = found;
        if (id is not null)
        {
            if (RegisterEndpoints.Seen(site.Installation.Records, person, registerId, id) is not var (_, seen))
                return Endpoints.NotFound(context, null);
            head = seen;
        }

        return Access.May(person, register, head, RecordAct.Write) ? null : Refused(context);
    }

    private static RazorComponentResult Unfit(HttpContext context, Site site, Language language, Register register, RecordHead? head, RecordEntry entry)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page(context, site, language, register, head, entry, null);
    }

    private static RazorComponentResult Page(HttpContext context, Site site, Language language, Register register, RecordHead? head, RecordEntry entry, EntryConflict? conflict)
    {
        var visitor = Visitor.Of(context);
        return Endpoints.Page<RecordFormPage>(new
        {
            Site = site,
            Language = language,
            Visitor = visitor,
            Register = register,
            Markup = new RecordMarkup(site, language, visitor.Person),
            Entry = entry,
            Head = head,
            Conflict = conflict,
        });
    }
}
