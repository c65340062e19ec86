using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Web.Flows;
using Periplo.Web.Indicators;
using Periplo.Web.Pages;
using Periplo.Web.Registers;

namespace Periplo.Web;

/// <summary>Finds countries, corridors and datasets by what a person types.</summary>
internal static class SearchResults
{
    private static readonly string[] Between = [" a ", " to ", " à ", " → ", "→", " > ", " - ", " – "];

    public static IResult Page(Site site, Language language, string typed)
    {
        var wanted = typed.Trim();
        if (wanted.Length > 100)
            wanted = wanted[..100];
        var found = new List<(string Name, string Address)>();
        Text? suggestion = null;
        if (wanted.Length > 0)
        {
            if (site.Areas.Find(wanted) is { } area)
                Add(area);
            AddCorridor(site, language, wanted, found);
            var key = Spelling.Key(wanted);
            foreach (var one in site.Countries(language).Where(one => key.Length > 1 && Spelling.Key(one.ShortName.In(language)).Contains(key, StringComparison.Ordinal)))
                Add(one);
            foreach (var definition in site.Installation.Definitions.All)
            {
                if (key.Length > 2 && (Spelling.Key(definition.Name.In(language)).Contains(key, StringComparison.Ordinal) || Spelling.Key(definition.Id) == key))
                    found.Add(($"{definition.Name.In(language)} ({definition.Id})", Addresses.Dataset(language, definition.Id)));
            }

            foreach (var indicator in site.Installation.IndicatorRegistry.All)
            {
                if (key.Length > 2 && (Spelling.Key(indicator.Code) == key || Spelling.Key(indicator.Name.In(language)).Contains(key, StringComparison.Ordinal)))
                    found.Add(($"{indicator.Name.In(language)} ({indicator.Code})", IndicatorAddresses.Indicator(language, indicator.Code)));
            }

            if (key.Length > 2 && (Spelling.Key(FlowWords.Flows.In(language)).StartsWith(key, StringComparison.Ordinal) || Spelling.Key(FlowWords.MethodTitle.In(language)).Contains(key, StringComparison.Ordinal)))
                found.AddRange([(FlowWords.Flows.In(language), FlowAddresses.Flows(language)), (FlowWords.MethodTitle.In(language), FlowAddresses.Method(language))]);
            found.AddRange(RecordSearch.Find(site, wanted, language));
            if (found.Count == 0)
                suggestion = Nearest(site, wanted);
        }

        return new RazorComponentResult<SearchPage>(new { Language = language, Wanted = wanted, Suggestion = suggestion?.In(language), Found = found });

        void Add(Area area)
        {
            var one = (area.ShortName.In(language), Addresses.Country(language, area.Id));
            if (!found.Contains(one))
                found.Add(one);
        }
    }

    private static void AddCorridor(Site site, Language language, string wanted, List<(string Name, string Address)> found)
    {
        foreach (var between in Between)
        {
            var at = wanted.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || site.Areas.Find(wanted[..at]) is not { } origin || site.Areas.Find(wanted[(at + between.Length)..]) is not { } destination)
                continue;
            found.Add(($"{origin.ShortName.In(language)} → {destination.ShortName.In(language)}", Addresses.Corridor(language, origin.Id, destination.Id)));
            return;
        }
    }

    private static Text? Nearest(Site site, string wanted)
    {
        try
        {
            site.Areas.Resolve(wanted);
            return null;
        }
        catch (UnknownAreaException unknown)
        {
            return unknown.Explanation;
        }
    }
}
