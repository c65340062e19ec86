using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Web.Cooperation;

/// <summary>Which commitments are asked for, and how they stood on which date.</summary>
/// <param name="On">The date.</param>
/// <param name="IsToday">Whether no date was asked for.</param>
/// <param name="Plan">Id of a plan, or null.</param>
/// <param name="Status">A status, or null.</param>
/// <param name="Theme">Code of a theme, or null.</param>
/// <param name="Area">Id of an area, or null.</param>
public sealed record CommitmentFilter(DateOnly On, bool IsToday, string? Plan = null, CommitmentStatus? Status = null, string? Theme = null, string? Area = null)
{
    /// <summary>Names of the parts in addresses.</summary>
    public static readonly Text PlanKey = new("plan", "plan", "plan"), StatusKey = new("situacion", "status", "situation"), ThemeKey = new("tema", "theme", "theme"), AreaKey = new("pais", "country", "pays"), DateKey = new("fecha", "date", "date");

    /// <summary>Reads an address; a text instead says what is not understood.</summary>
    public static (CommitmentFilter? Filter, Text? Fault) Read(IQueryCollection query, Language language, Site site)
    {
        string? Asked(Text key) => query[key.In(language)].ToString() is { Length: > 0 } value ? value : null;
        var filter = new CommitmentFilter(site.Installation.Today, IsToday: true, Plan: Asked(PlanKey), Theme: Asked(ThemeKey));
        if (Asked(DateKey) is { } date)
        {
            if (!TimePeriod.TryParse(date, out var day))
                return (null, new($"«{date}» no es una fecha: escriba 2008-08-11.", $"\"{date}\" is no date: write 2008-08-11.", $"« {date} » n’est pas une date : écrivez 2008-08-11."));
            filter = filter with { On = day.LastDay, IsToday = false };
        }

        if (Asked(StatusKey) is { } status)
        {
            if (CommitmentStatuses.Find(status) is not { } known)
                return (null, new($"No hay ninguna situación «{status}».", $"There is no status \"{status}\".", $"Il n’y a pas de situation « {status} »."));
            filter = filter with { Status = known };
        }

        if (Asked(AreaKey) is { } area)
        {
            try
            {
                filter = filter with { Area = site.Areas.Resolve(area).Id };
            }
            catch (UnknownAreaException unknown)
            {
                return (null, unknown.Explanation);
            }
        }

        return (filter, null);
    }

    /// <summary>The commitments, made by the date, that fit.</summary>
    public IReadOnlyList<Standing> Of(Dossier dossier) => [.. dossier.Commitments
        .Where(commitment => commitment.IsMadeBy(On)
            && (Plan is null || commitment.Plan.Id == Plan)
            && (Theme is null || commitment.Themes.Any(theme => theme.Id == Theme))
            && (Area is null || commitment.Areas.Contains(Area)))
        .Select(commitment => Standing.Of(commitment, On))
        .Where(standing => Status is null || standing.Status == Status)];

    /// <summary>The part of an address that asks for the same.</summary>
    public string Query(Language language)
    {
        var parts = new List<string>();
        void Add(Text key, string? value)
        {
            if (value is not null)
                parts.Add($"{key.In(language)}={Uri.EscapeDataString(value)}");
        }

        Add(PlanKey, Plan);
        Add(StatusKey, Status?.Code());
        Add(ThemeKey, Theme);
        Add(AreaKey, Area);
        Add(DateKey, IsToday ? null : $"{On:yyyy-MM-dd}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
