using System.Text;
using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web.Cooperation;

/// <summary>From an address to a page or file of processes, instruments, consultations and documents.</summary>
internal static class ProcessEndpoints
{
    private static readonly string[] Tables = ["", ".csv", ".json"];

    /// <summary>Regions a list may be cut to: continents, then those of the Americas.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["002", "019", "013", "029", "005", "142", "150", "009"];

    public static void Map(WebApplication app, Site site, Language language)
    {
        Endpoints.Read(app, ProcessAddresses.Hub(language), () => Endpoints.Page<HubPage>(new { Site = site, Language = language }));
        Endpoints.Read(app, ProcessAddresses.Processes(language), () => Endpoints.Page<ProcessesPage>(new { Site = site, Language = language, Lives = new ProcessFigures(site, language).Lives() }));
        foreach (var form in (string[])["", ".csv", ".json", ".svg"])
            Endpoints.Read(app, ProcessAddresses.Lives(language) + form, (HttpContext context) => Show(context, site, language, form, new ProcessFigures(site, language).Lives(), ProcessAddresses.Processes(language), ProcessWords.Processes));
        foreach (var form in Tables)
        {
            Endpoints.Read(app, ProcessAddresses.Members(language) + form, (HttpContext context) => Members(context, site, language, form));
            Endpoints.Read(app, ProcessAddresses.Instruments(language) + form, (HttpContext context) => Instruments(context, site, language, form));
            Endpoints.Read(app, ProcessAddresses.Activities(language) + form, (HttpContext context) => Activities(context, site, language, form));
        }

        Endpoints.Read(app, ProcessAddresses.Process(language, "{id}"), (HttpContext context, string id) => Process(context, site, language, id));
        Endpoints.Read(app, ProcessAddresses.Instrument(language, "{id}"), (HttpContext context, string id) => Instrument(context, site, language, id));
        Endpoints.Read(app, ProcessAddresses.Instrument(language, "{id}") + "/{view}", (HttpContext context, string id, string view) => InstrumentView(context, site, language, id, view));
        Endpoints.Read(app, ProcessAddresses.Consultations(language), () => Endpoints.Page<ConsultationsPage>(new { Site = site, Language = language }));
        Endpoints.Read(app, ProcessAddresses.Consultation(language, "{id}"), (HttpContext context, string id) => Consultation(context, site, language, id));
        Endpoints.Read(app, ProcessAddresses.Consultation(language, "{id}") + "/{view}", (HttpContext context, string id, string view) => ConsultationView(context, site, language, id, view));
        Endpoints.Read(app, ProcessAddresses.Documents(language), (HttpContext context) => Endpoints.Page<DocumentsPage>(new { Site = site, Language = language, Asked = context.Request.Query["q"].ToString() }));
        Endpoints.Read(app, ProcessAddresses.Document(language, "{id}"), (HttpContext context, string id) => site.Cooperation.Find("documents", id) is { } document
            ? Endpoints.Page<DocumentPage>(new { Site = site, Language = language, Document = document })
            : Endpoints.NotFound(context, null));
        Endpoints.Read(app, ProcessAddresses.Mandates(language), () => Endpoints.Page<MandatesPage>(new { Site = site, Language = language }));
        Endpoints.Read(app, ProcessAddresses.Practices(language), () => Endpoints.Page<PracticesPage>(new { Site = site, Language = language }));
        if (language != Language.Es)
            return;
        Endpoints.Read(app, "/api/processes/{id}", (HttpContext context, string id) => ProcessApi.Process(context, site, id));
        Endpoints.Read(app, "/api/consultations/{id}", (HttpContext context, string id) => ProcessApi.Consultation(context, site, id));
    }

    /// <summary>The day a query asks for; null where it is no date.</summary>
    private static DateOnly? Day(HttpContext context, Language language, DateOnly otherwise)
    {
        var asked = context.Request.Query[ProcessAddresses.DateWord(language)].ToString();
        if (asked.Length == 0)
            return otherwise;
        // A year or month is asked for as it ended.
        return RecordCheck.TryDate(asked, out var date) ? date.LastDay : null;
    }

    private static IResult NoDate(HttpContext context, Language language) =>
        Endpoints.NotFound(context, ProcessWords.BadDate.With(Shown(context.Request.Query[ProcessAddresses.DateWord(language)].ToString())));

    private static string Shown(string text) => text.Length > 40 ? $"{text[..40]}…" : text;

    /// <summary>The region a query asks for; false where there is no such region.</summary>
    private static bool TryRegion(HttpContext context, Site site, out Area? region)
    {
        region = null;
        var asked = context.Request.Query["region"].ToString();
        return asked.Length == 0 || asked == "001" || (site.Areas.TryGet(asked, out region) && region.Kind == AreaKind.Region);
    }

    private static IResult Members(HttpContext context, Site site, Language language, string form)
    {
        if (Day(context, language, site.Cooperation.LastStated) is not { } day)
            return NoDate(context, language);
        var view = new ProcessFigures(site, language).MembersOn(day);
        return form.Length > 0
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.Page<MembersPage>(new { Site = site, Language = language, Day = day, View = view });
    }

    private static IResult Instruments(HttpContext context, Site site, Language language, string form)
    {
        if (!TryRegion(context, site, out var region))
            return Endpoints.NotFound(context, null);
        var figures = new ProcessFigures(site, language);
        return form.Length > 0
            ? Endpoints.File(context, site, figures.Matrix(region, all: true), language, form)
            : Endpoints.Page<InstrumentsPage>(new { Site = site, Language = language, Region = region });
    }

    private static IResult Activities(HttpContext context, Site site, Language language, string form)
    {
        var region = context.Request.Query["region"].ToString();
        var activities = new ActivityMatrix(site, language, region);
        if (region.Length > 0 && !activities.Regions.Exists(one => one.Code == region))
            return Endpoints.NotFound(context, null);
        return form.Length > 0
            ? Endpoints.File(context, site, activities.View, language, form)
            : Endpoints.Page<ActivitiesPage>(new { Site = site, Language = language, Activities = activities });
    }

    private static IResult Process(HttpContext context, Site site, Language language, string id)
    {
        if (site.Cooperation.Find("processes", id) is not { } process)
            return Endpoints.NotFound(context, null);
        return Day(context, language, site.Cooperation.LastStated) is { } day
            ? Endpoints.Page<ProcessPage>(new { Site = site, Language = language, Process = process, Day = day, Asked = context.Request.Query[ProcessAddresses.DateWord(language)].ToString() })
            : NoDate(context, language);
    }

    private static IResult Instrument(HttpContext context, Site site, Language language, string id) =>
        site.Cooperation.Treaties.Find(id) is { } instrument
            ? Endpoints.Page<InstrumentPage>(new { Site = site, Language = language, Instrument = instrument })
            : Endpoints.NotFound(context, null);

    private static IResult InstrumentView(HttpContext context, Site site, Language language, string id, string word)
    {
        if (site.Cooperation.Treaties.Find(id) is not { } instrument)
            return Endpoints.NotFound(context, null);
        var (_, form) = Endpoints.Split(word);
        var figures = new ProcessFigures(site, language);
        var address = ProcessAddresses.Instrument(language, id) + "/" + word[..^form.Length];
        var view = address == ProcessAddresses.InstrumentMap(language, id) ? figures.PartiesMap(instrument)
            : address == ProcessAddresses.InstrumentCourse(language, id) ? figures.PartiesCourse(instrument)
            : null;
        return view is null ? Endpoints.NotFound(context, null) : Show(context, site, language, form, view, ProcessAddresses.Instrument(language, id), instrument.Short);
    }

    private static IResult Consultation(HttpContext context, Site site, Language language, string name)
    {
        var isCalendar = name.EndsWith(".ics", StringComparison.Ordinal);
        var id = isCalendar ? name[..^4] : name;
        if (site.Cooperation.Consultations.Find(id) is not { } consultation)
            return Endpoints.NotFound(context, null);
        if (!isCalendar)
            return Endpoints.Page<ConsultationPage>(new { Site = site, Language = language, Consultation = consultation });
        if (consultation.Dates.Count == 0)
            return Endpoints.NotFound(context, null);
        var dates = consultation.Dates.Select((date, i) => new CalendarDate($"consultation-{id}-{i + 1}", date.Day, date.What, consultation.Record.Version.At));
        return Results.Text(CalendarFile.Write(consultation.Name, dates, language), "text/calendar; charset=utf-8", Encoding.UTF8);
    }

    private static IResult ConsultationView(HttpContext context, Site site, Language language, string id, string word)
    {
        if (site.Cooperation.Consultations.Find(id) is not { } consultation)
            return Endpoints.NotFound(context, null);
        var (_, form) = Endpoints.Split(word);
        var address = ProcessAddresses.Consultation(language, id) + "/" + word[..^form.Length];
        if (address == ProcessAddresses.Letters(language, id) && form.Length == 0)
            return Endpoints.Page<LettersPage>(new { Site = site, Language = language, Consultation = consultation });
        var figures = new ProcessFigures(site, language);
        var view = address == ProcessAddresses.ConsultationMap(language, id) ? figures.AnsweredMap(consultation)
            : address == ProcessAddresses.Positions(language, id) ? figures.Positions(consultation)
            : null;
        return view is null ? Endpoints.NotFound(context, null) : Show(context, site, language, form, view, ProcessAddresses.Consultation(language, id), consultation.Name);
    }

    private static IResult Show(HttpContext context, Site site, Language language, string form, View view, string back, Text backWords) => form.Length > 0
        ? Endpoints.File(context, site, view, language, form)
        : Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = back, BackWords = backWords.In(language) });
}
