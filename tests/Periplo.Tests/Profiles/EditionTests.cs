using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Registers;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Profiles;

/// <summary>Editions: what is frozen stays, drafts until validated, comparisons.</summary>
public sealed class EditionTests(ProfileStore store)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Edition_holds_its_revisions_with_their_hashes()
    {
        var edition = Assert.Single(store.Installation.Editions(), one => one.Id == "2026");
        Assert.Equal(store.Edition.Revisions, edition.Revisions);
        Assert.Contains(edition.Revisions, one => one is { Dataset: "STOCK", Revision: "UNDESA.2024" } && one.Hash.Length == 64);
        Assert.Equal(new DateOnly(2026, 6, 30), edition.Cutoff);
        Assert.StartsWith("Periplo ", edition.Software, StringComparison.Ordinal);
    }

    [Fact]
    public void Edition_gives_the_same_bytes_after_more_was_imported()
    {
        var before = store.Profile("GTM", store.Installation.Edition("2026", Cancellation));
        var (csv, document) = (ProfileStore.Csv(before), ProfileStore.Document(before));
        store.Import("remittances-wb-2023");
        var after = store.Profile("GTM", store.Installation.Edition("2026", Cancellation));
        Assert.Equal(csv, ProfileStore.Csv(after));
        Assert.Equal(document, ProfileStore.Document(after));

        var compared = store.Installation.CompareEditions("2026", null, store.Installation.Areas["GTM"], store.Font, Cancellation);
        var change = Assert.Single(compared.Changes, one => one.Row.Indicator.Code == "R1.01");
        Assert.Null(change.Before!.Value);
        Assert.True(change.After!.Value!.Value > 0);
        Assert.Equal("nuevo", change.Words.Es);
        Assert.DoesNotContain(compared.Changes, one => one.Row.Indicator.Code == "M1.01");
    }

    [Fact]
    public void Edition_of_changed_content_is_refused()
    {
        var edition = store.Edition with { Id = "forged", Revisions = [.. store.Edition.Revisions.Select(one => one with { Hash = new string('0', 64) })] };
        var refused = Assert.Throws<StatisticsException>(() => store.Installation.ProfileMaterial(edition, store.Font, null, Cancellation));
        Assert.Contains("UNDESA.2024", refused.Explanation.Es, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026", "2026-06-30", "ya hay", "Ya hay una edición")]
    [InlineData("../x", "2026-06-30", "código", "no sirve de código")]
    [InlineData("working", "2026-06-30", "código", "no sirve de código")]
    [InlineData("later", "9999-01-01", "por venir", "está por venir")]
    public void Freeze_refuses_what_cannot_be_an_edition(string id, string cutoff, string about, string message)
    {
        var refused = Assert.Throws<StatisticsException>(() => store.Installation.Freeze(ProfileStore.Owner, id, Text.Same("x"), DateOnly.Parse(cutoff, System.Globalization.CultureInfo.InvariantCulture), Cancellation));
        Assert.True(refused.Explanation.Es.Contains(message, StringComparison.Ordinal), about);
    }

    [Fact]
    public void Freeze_is_refused_to_the_public() =>
        Assert.ThrowsAny<RegisterException>(() => store.Installation.Freeze(Person.Public, "public", Text.Same("x"), new(2026, 1, 1), Cancellation));

    [Fact]
    public void Edition_that_is_not_there_is_named_with_those_that_are()
    {
        var refused = Assert.Throws<StatisticsException>(() => store.Installation.Edition("1999", Cancellation));
        Assert.Contains("2026", refused.Explanation.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_is_a_draft_until_a_named_office_validates_it()
    {
        Assert.True(store.Profile("HND").Standing.IsDraft);
        Write("profile-validations", "hnd-2026", new()
        {
            ["edition"] = "2026", ["area"] = "HND", ["office.es"] = "Oficina de Estadística", ["office.en"] = "Statistics Office", ["office.fr"] = "Bureau de statistique", ["date"] = "2026-07-15",
        });
        Write("profile-comments", "hnd-1", new()
        {
            ["edition"] = "2026", ["area"] = "HND", ["section"] = "migrants", ["office.es"] = "Oficina de Estadística", ["office.en"] = "Statistics Office", ["office.fr"] = "Bureau de statistique", ["date"] = "2026-07-01",
            ["words.es"] = "Falta el censo.", ["words.en"] = "The census is missing.", ["words.fr"] = "Il manque le recensement.",
        });
        var standing = store.Profile("HND").Standing;
        Assert.False(standing.IsDraft);
        Assert.Equal("Validado por Oficina de Estadística, 15 de julio de 2026.", standing.Words.Es);
        Assert.Equal(SectionKind.Migrants, Assert.Single(standing.Comments).Section);
        Assert.True(store.Profile("GTM").Standing.IsDraft);
        Assert.True(store.Profile("HND", store.Installation.Edition(null, Cancellation)).Standing.IsDraft);
    }

    [Fact]
    public void Sections_have_the_codes_that_comments_use()
    {
        var codes = store.Installation.Records.Registers.Get("profile-comments").Field("section")!.Codes!.Codes;
        Assert.Equal(SectionNames.All.Select(SectionNames.Code), codes.Select(code => code.Id));
        Assert.All(SectionNames.All, kind => Assert.Equal(SectionNames.Title(kind), codes.First(code => code.Id == SectionNames.Code(kind)).Name.Text()));
        Assert.All(SectionNames.All, kind => Assert.Equal(kind, SectionNames.Find(SectionNames.Code(kind))));
    }

    private void Write(string register, string id, Dictionary<string, string> values)
    {
        var definition = store.Installation.Records.Registers.Get(register);
        store.Installation.Records.Import(
            ProfileStore.Owner, register, [new(Text.Same(id), id, [.. definition.Columns.Select(column => values.GetValueOrDefault(column.Name, ""))])], definition.Workflow.Published.Id, "", Cancellation);
    }
}
