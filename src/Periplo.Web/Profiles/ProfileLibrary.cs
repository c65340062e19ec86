using Periplo.Languages;
using Periplo.Registers;
using Periplo.Web.Registers;

namespace Periplo.Web.Profiles;

/// <summary>A profile that someone else published.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Title">Its title, in its own language.</param>
/// <param name="About">Year, publisher and language in a line.</param>
/// <param name="Year">Its year as it is written, or empty.</param>
/// <param name="Areas">Ids of the areas it is of.</param>
public sealed record ThirdPartyProfile(string Id, string Title, string About, string Year, IReadOnlyList<string> Areas);

/// <summary>The register of profiles by others, as the page of profiles shows it.</summary>
internal static class ProfileLibrary
{
    /// <summary>Id of the register.</summary>
    public const string Register = "profiles";

    /// <summary>The published records, by title; none where the installation has no such register.</summary>
    public static IReadOnlyList<ThirdPartyProfile> All(Site site, Language language)
    {
        if (site.Installation.Records.Registers.Find(Register) is not { } register || site.Installation.Records.Tables().GetValueOrDefault(Register) is not { } table)
            return [];
        var markup = new RecordMarkup(site, language, Person.Public);
        var area = register.Field("area") ?? register.Field("areas");
        var year = register.Field("year") ?? register.Field("date");
        Field?[] about = [year, register.Field("publisher"), register.Field("language")];
        return
        [
            .. table.List(new(), language).Records.Select(head => head.Published is not { } version ? null : new ThirdPartyProfile(
                head.Id,
                markup.Name(register, version.Values),
                string.Join(" · ", about.OfType<Field>().Select(field => markup.Plain(field, version.Values)).Where(text => text.Length > 0)),
                year is null ? "" : markup.Plain(year, version.Values),
                area is null ? [] : register.Value(version.Values, area.Id).Split(Periplo.Registers.Register.Separator, StringSplitOptions.RemoveEmptyEntries))).OfType<ThirdPartyProfile>(),
        ];
    }
}
