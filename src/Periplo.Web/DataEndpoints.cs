using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Pages;

namespace Periplo.Web;

/// <summary>The catalogue, datasets, their files, and where each figure came from.</summary>
internal static class DataEndpoints
{
    public static void Map(WebApplication app, Site site, Language language)
    {
        var root = Addresses.Catalogue(language);
        Endpoints.Read(app, root, () => Endpoints.Page<CataloguePage>(new { Site = site, Language = language }));
        Endpoints.Read(app, root + "/{dataset}", (HttpContext context, string dataset) => Dataset(context, site, language, dataset, null));
        Endpoints.Read(app, root + "/{dataset}/{revision}", (HttpContext context, string dataset, string revision) => Dataset(context, site, language, dataset, revision));
        Endpoints.Read(app, root + "/{dataset}/{revision}/{key}/{time}", (HttpContext context, string dataset, string revision, string key, string time) => Trace(context, site, language, dataset, revision, key, time));
    }

    private static IResult Dataset(HttpContext context, Site site, Language language, string name, string? revisionName)
    {
        var (last, form) = Endpoints.Split(revisionName ?? name);
        if (site.Installation.Definitions.Find(revisionName is null ? last : name) is not { } definition)
            return Endpoints.NotFound(context, null);
        try
        {
            var revisions = site.Installation.Revisions(definition);
            if (revisions.Count == 0 && form.Length == 0)
                return Endpoints.Page<DatasetPage>(new { Site = site, Language = language, Definition = definition, Dataset = (Dataset?)null, Revisions = revisions });
            var dataset = site.Installation.Dataset(definition, site.Installation.Revision(definition, revisionName is null ? null : last));
            if (form.Length == 0)
                return Endpoints.Page<DatasetPage>(new { Site = site, Language = language, Definition = definition, Dataset = dataset, Revisions = revisions });
            var query = Asked(context.Request.Query, dataset.Definition, site);
            return form switch
            {
                ".csv" => Results.Stream(to => Task.Run(() => DatasetCsv.Write(dataset, query, attributes: true, language, new Blocking(to))), "text/csv; charset=utf-8"),
                ".json" => Results.Stream(to => Task.Run(() => DatasetJson.Write(dataset, query, language, new Blocking(to))), "application/json; charset=utf-8"),
                _ => Endpoints.NotFound(context, null),
            };
        }
        catch (StatisticsException error)
        {
            return Endpoints.NotFound(context, error.Explanation);
        }
    }

    /// <summary>A query from an address: <c>?REF_AREA=USA+MEX&amp;TIME_PERIOD=1990..2020</c>.</summary>
    private static Query Asked(IQueryCollection asked, DatasetDefinition definition, Site site)
    {
        var query = Query.All;
        foreach (var (name, values) in asked)
        {
            var value = values.ToString();
            if (name == DataStructure.TimeDimension)
            {
                var ends = value.Split("..");
                query = ends.Length <= 2 ? query.During(Period(ends[0]), Period(ends[^1])) : throw NotUnderstood(name, value);
                continue;
            }

            var position = definition.Structure.Position(name);
            if (position < 0)
                throw NotUnderstood(name, value);
            var list = definition.Structure.Dimensions[position].CodeList;
            // A plus in a query string arrives as a space.
            query = query.Where(name, [.. value.Split(' ', '+', ',').Select(code => list.Find(code) is not null ? code : site.Areas.Find(code)?.Id ?? throw NotUnderstood(name, code))]);
        }

        return query;

        TimePeriod? Period(string text) => text.Length == 0 ? null : TimePeriod.TryParse(text, out var period) ? period : throw NotUnderstood(DataStructure.TimeDimension, text);

        StatisticsException NotUnderstood(string name, string value) => new(new Text(
            $"{name}={value} no se entiende en {definition.Id}: escriba DIMENSIÓN=código+código o TIME_PERIOD=1990..2020.",
            $"{name}={value} is not understood in {definition.Id}: write DIMENSION=code+code or TIME_PERIOD=1990..2020.",
            $"{name}={value} n’a pas de sens dans {definition.Id} : écrivez DIMENSION=code+code ou TIME_PERIOD=1990..2020."));
    }

    private static IResult Trace(HttpContext context, Site site, Language language, string dataset, string revision, string key, string time)
    {
        var (period, form) = Endpoints.Split(time);
        try
        {
            if (site.Installation.Definitions.Find(dataset) is null || Views.Trace.Find(site.Installation, dataset, revision, key, period) is not { } trace)
                return Endpoints.NotFound(context, null);
            if (form.Length == 0)
                return Endpoints.Page<TracePage>(new { Language = language, Trace = trace });
            if (form != ".csv")
                return Endpoints.NotFound(context, null);
            using var bytes = new MemoryStream();
            DatasetCsv.Write(trace.Dataset, [.. trace.Total.Addends], attributes: true, language, bytes, header: true);
            return Results.Bytes(bytes.ToArray(), "text/csv; charset=utf-8");
        }
        catch (StatisticsException error)
        {
            return Endpoints.NotFound(context, error.Explanation);
        }
    }
}
