using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Web.Remittances;

/// <summary>What the page of remittances is asked to show.</summary>
/// <param name="Year">The year.</param>
/// <param name="Country">The country whose corridors are shown, or null.</param>
/// <param name="Years">Years with figures, latest first.</param>
public sealed record RemittanceChoice(int Year, Area? Country, IReadOnlyList<int> Years)
{
    /// <summary>The query that leads here: only what differs from what is shown unasked.</summary>
    public string Query(Language language)
    {
        var parts = new List<string>(2);
        if (Year != Years[0])
            parts.Add($"{RemittanceAddresses.YearWord.In(language)}={Year}");
        if (Country is not null)
            parts.Add($"{RemittanceAddresses.CountryWord.In(language)}={Country.Id}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    /// <summary>What a query asks for; null when the store has no remittances, or with <paramref name="refused"/> when it was not understood.</summary>
    public static RemittanceChoice? Of(Site site, Language language, IQueryCollection query, out Text? refused)
    {
        refused = null;
        var years = Held(site);
        if (years.Count == 0)
            return null;
        var (year, area) = (years[0], default(Area));
        if (query[RemittanceAddresses.YearWord.In(language)].ToString() is { Length: > 0 } asked && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out year) || !years.Contains(year)))
        {
            var shown = asked.Length > 10 ? $"{asked[..10]}…" : asked;
            refused = new($"No hay remesas del año «{shown}».", $"There are no remittances of the year \"{shown}\".", $"Il n’y a pas de transferts de l’année « {shown} ».");
        }

        if (query[RemittanceAddresses.CountryWord.In(language)].ToString() is { Length: > 0 } country)
        {
            area = site.Areas.Find(country);
            if (area is null || area.Kind is not (AreaKind.Country or AreaKind.Composite))
                refused ??= Endpoints.Unknown(site, country) ?? RemittanceWords.NoCountry;
        }

        return refused is null ? new(year, area, years) : null;
    }

    private static List<int> Held(Site site)
    {
        if (site.Remittances is not { } money)
            return [];
        var years = new HashSet<int>();
        foreach (var i in money.Select(MoneyFigures.Balance.Where("REF_AREA", "_T")))
        {
            if (money.Plain(i) >= 0)
                years.Add(money.Observations.Times[i].Year);
        }

        return [.. years.OrderDescending()];
    }
}
