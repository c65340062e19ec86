using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Statistics;
using Periplo.Web.Accounts;

namespace Periplo.Web.Registers;

/// <summary>
/// Files of records in and out. Between the check of a file and its confirmation the file travels with the page, so that
/// nothing of it stays on the server and any server can take the confirmation.
/// </summary>
internal static class ImportEndpoints
{
    private const int MostPacked = 3 << 20;

    public static void Map(WebApplication app, Site site, Language language)
    {
        var address = RegisterAddresses.Import(language, "{register}");
        Endpoints.Read(app, address, (HttpContext context, string register) => Form(context, site, language, register));
        Endpoints.Read(app, address + ".xlsx", (HttpContext context, string register) => Template(context, site, language, register));
        Endpoints.Write(app, address, (HttpContext context, string register) => Take(context, site, language, register), Endpoints.UploadLimit);
    }

    /// <summary>The records of a list as a file.</summary>
    public static IResult Export(Site site, Person person, RegisterList asked, string form, Language language)
    {
        var (kind, type) = form switch
        {
            ".csv" => (RecordForm.Csv, "text/csv; charset=utf-8"),
            ".xlsx" => (RecordForm.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => (RecordForm.Json, "application/json; charset=utf-8"),
        };
        return File(site, person, asked.Register, kind, asked.Query(person, all: true), language, type, form == ".xlsx" ? asked.Register.Id + form : null);
    }

    private static IResult File(Site site, Person person, Register register, RecordForm kind, RecordQuery query, Language language, string type, string? name)
    {
        var restricted = Access.May(person, register, null, RecordAct.SeeRestricted);
        return Results.Stream(to => Task.Run(() => site.Installation.ExportRecords(person, register.Id, kind, query, restricted, language, new Blocking(to))), type, name);
    }

    private static IResult Form(HttpContext context, Site site, Language language, string registerId)
    {
        if (Allowed(context, site, registerId, out var register) is { } refusal)
            return refusal;
        return Page(context, language, register, new());
    }

    private static IResult Template(HttpContext context, Site site, Language language, string registerId)
    {
        if (Allowed(context, site, registerId, out var register) is { } refusal)
            return refusal;
        return File(site, Visitor.Of(context).Person, register, RecordForm.Xlsx, new(Take: 0), language, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", register.Id + ".xlsx");
    }

    private static IResult Take(HttpContext context, Site site, Language language, string registerId)
    {
        if (Allowed(context, site, registerId, out var register) is { } refusal)
            return refusal;
        var form = context.Request.Form;
        var person = Visitor.Of(context).Person;
        var to = form["to"].ToString() is { Length: > 0 } state ? state : register.Workflow.First.Id;
        var answer = new Answered(To: to, Why: form[RecordEntry.WhyInput].ToString().Trim());
        try
        {
            if (Brought(form) is not var (name, bytes))
                return Unfit(context, language, register, answer with { Error = RegisterWords.NoFile });
            answer = answer with { Name = name };
            if (form["step"].ToString() == "import")
                return Page(context, language, register, answer with { Done = site.Installation.ImportRecords(person, register.Id, name, new MemoryStream(bytes), to, answer.Why, progress: null, context.RequestAborted) });
            var check = site.Installation.ValidateRecords(person, register.Id, name, new MemoryStream(bytes), to, progress: null, context.RequestAborted);
            return check.Faults.Count > 0
                ? Unfit(context, language, register, answer with { Faults = check.Faults })
                : Page(context, language, register, answer with { Check = check.Count, Packed = Pack(bytes) });
        }
        catch (AccessRefusedException)
        {
            return RecordFormEndpoints.Refused(context);
        }
        catch (RecordsRefusedException refused)
        {
            return Unfit(context, language, register, answer with { Faults = refused.Faults });
        }
        catch (RegisterException refused)
        {
            return Unfit(context, language, register, answer with { Error = refused.Explanation });
        }
        catch (InputException refused)
        {
            return Unfit(context, language, register, answer with { Error = refused.Explanation });
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            return Unfit(context, language, register, answer with { Error = RegisterWords.NoFile });
        }
    }

    private static (string Name, byte[] Bytes)? Brought(IFormCollection form)
    {
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var from = file.OpenReadStream();
            var bytes = new byte[file.Length];
            from.ReadExactly(bytes);
            return (Shown(file.FileName), bytes);
        }

        if (form["packed"].ToString() is not { Length: > 0 } packed)
            return null;
        using var unpacked = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        for (int read; (read = zip.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > Endpoints.UploadLimit)
                throw new InvalidDataException("What was packed is larger than any upload.");
            unpacked.Write(buffer, 0, read);
        }

        return (Shown(form["name"].ToString()), unpacked.ToArray());
    }

    private static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. last.Where(c => !char.IsControl(c)).Take(100)]);
    }

    private static string? Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes);
        return packed.Length * 4 / 3 <= MostPacked ? Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length)) : null;
    }

    private static IResult? Allowed(HttpContext context, Site site, string registerId, out Register register)
    {
        register = site.Installation.Records.Registers.Find(registerId)!;
        if (register is null)
            return Endpoints.NotFound(context, null);
        return Access.May(Visitor.Of(context).Person, register, null, RecordAct.Import) ? null : RecordFormEndpoints.Refused(context);
    }

    private static RazorComponentResult Unfit(HttpContext context, Language language, Register register, Answered answer)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page(context, language, register, answer);
    }

    private static RazorComponentResult Page(HttpContext context, Language language, Register register, Answered answer) => Endpoints.Page<ImportPage>(new
    {
        Language = language,
        Visitor = Visitor.Of(context),
        Register = register,
        answer.Name,
        answer.Packed,
        answer.To,
        answer.Why,
        answer.Check,
        answer.Done,
        answer.Faults,
        answer.Error,
    });

    private sealed record Answered(string Name = "", string? Packed = null, string To = "", string Why = "", ImportCount? Check = null, ImportCount? Done = null, Text? Error = null)
    {
        public IReadOnlyList<RowFault> Faults { get; init; } = [];
    }
}
