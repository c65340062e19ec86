using System.Globalization;
using Periplo.Cooperation;
using Periplo.Registers;

namespace Periplo.Profiles;

/// <summary>Editions, validations and comments as the registers hold them.</summary>
public static class EditionRecords
{
    /// <summary>The editions of the register, those that can be read.</summary>
    public static IEnumerable<Edition> Read(RegisterTable table) => PublishedRecord.Of(table).Select(record => new Edition(
        record.Id, record.Said("name"), record.Date("cutoff")?.LastDay ?? DateOnly.MinValue, record["software"],
        [.. record.Several("revisions").Select(written => written.Split('/')).Where(parts => parts.Length == 3).Select(parts => new FrozenRevision(parts[0], parts[1], parts[2]))],
        (long)(record.Number("records") ?? 0)));

    /// <summary>The values of an edition's record, by the columns of the register.</summary>
    public static string[] Values(Register register, Edition edition)
    {
        var written = new Dictionary<string, string>
        {
            ["name.es"] = edition.Name.Es, ["name.en"] = edition.Name.En, ["name.fr"] = edition.Name.Fr,
            ["cutoff"] = edition.Cutoff.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["software"] = edition.Software,
            ["revisions"] = string.Join(Register.Separator, edition.Revisions.Select(one => $"{one.Dataset}/{one.Revision}/{one.Hash}")),
            ["records"] = edition.Records.ToString(CultureInfo.InvariantCulture),
        };
        return [.. register.Columns.Select(column => written.GetValueOrDefault(column.Name, ""))];
    }

    /// <summary>Who validated the edition of an area's profile and what was said of it.</summary>
    /// <param name="validations">Published records of <c>profile-validations</c>.</param>
    /// <param name="comments">Published records of <c>profile-comments</c>.</param>
    /// <param name="edition">Code of the edition.</param>
    /// <param name="area">Id of the area.</param>
    public static EditionStanding Standing(IEnumerable<PublishedRecord> validations, IEnumerable<PublishedRecord> comments, string edition, string area)
    {
        bool Concerns(PublishedRecord record) => record["edition"] == edition && record["area"] == area && record.Date("date") is not null;
        return new(
            [.. validations.Where(Concerns).Select(record => new EditionValidation(edition, area, record.Said("office"), record.Date("date")!.Value, record.Words("note"))).OrderBy(one => one.Date.LastDay)],
            [.. comments.Where(record => Concerns(record) && SectionNames.Find(record["section"]) is not null)
                .Select(record => new SectionComment(edition, area, SectionNames.Find(record["section"])!.Value, record.Said("office"), record.Date("date")!.Value, record.Said("words"), record.Words("answer")))
                .OrderBy(one => one.Date.LastDay)]);
    }
}
