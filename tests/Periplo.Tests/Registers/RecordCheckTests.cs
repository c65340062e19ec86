using System.Diagnostics;
using Periplo.Languages;
using Periplo.Registers;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>What no record may hold, column by column.</summary>
public sealed class RecordCheckTests
{
    private static readonly RecordCheck Check = new(BundledData.Areas);

    [Fact]
    public void A_centre_is_right() => Assert.Empty(Check.Faults(ResourceCentres.Register, ResourceCentres.Centre()));

    [Fact]
    public void A_record_may_lack_French_and_then_says_it_in_English()
    {
        var register = ResourceCentres.Register;
        var (without, with) = (ResourceCentres.Centre(), ResourceCentres.Centre(("name.fr", "Point d’accueil")));
        var french = register.Columns[register.Position("name.fr")];

        Assert.Empty(Check.Faults(register, with));
        Assert.Equal(("Centre", "Point d’accueil"), (french.Shown(without), french.Shown(with)));
        Assert.Equal("Centro", register.Columns[register.Position("name.es")].Shown(without));
        Assert.Equal((Language.En, Language.Fr), (register.Title.Words(without).LanguageOf(Language.Fr), register.Title.Words(with).LanguageOf(Language.Fr)));
        Assert.Equal(Language.Es, register.Title.Words(without).LanguageOf(Language.Es));
    }

    [Fact]
    public void A_French_text_does_not_stand_for_the_others()
    {
        var faults = Check.Faults(ResourceCentres.Register, ResourceCentres.Centre(("note.fr", "Sur rendez-vous")));

        Assert.Equal(["note.es", "note.en"], faults.Select(fault => fault.Column.Name));
    }

    [Theory]
    [InlineData("since", "2008-13", "is no date")]
    [InlineData("since", "15/07/2008", "is no date")]
    [InlineData("since", "2008-02-30", "is no date")]
    [InlineData("since", "1066", "is no date")]
    [InlineData("since", "٢٠٠٨", "is no date")]
    [InlineData("since.status", "maybe", "is neither")]
    [InlineData("open.to", "mañana", "is no date")]
    [InlineData("area", "Guatemala", "is no area")]
    [InlineData("area", "ZZZ", "is no area")]
    [InlineData("kind", "embassy", "is no code of this list")]
    [InlineData("services", "legal|embassy", "is no code of this list")]
    [InlineData("services", "legal||jobs", "empty")]
    [InlineData("services", "legal| jobs", "blanks")]
    [InlineData("services", "legal|legal", "repeated")]
    [InlineData("visits", "NaN", "is no number")]
    [InlineData("visits", "Infinity", "is no number")]
    [InlineData("visits", "1e400", "is no number")]
    [InlineData("visits", "1,000", "is no number")]
    [InlineData("visits", "99999999999999999999999999999999", "is no number")]
    [InlineData("visits", "-1", "is less than 0")]
    [InlineData("budget", "-5", "is less than 0")]
    [InlineData("budget.currency", "dollars", "is no currency")]
    [InlineData("budget.price_year", "10", "is no date")]
    [InlineData("parent", "../../etc", "cannot be the id")]
    [InlineData("website", "javascript:alert(1)", "is no address")]
    [InlineData("website", "example.org", "is no address")]
    [InlineData("free", "true", "is neither")]
    [InlineData("city", "=cmd|' /C calc'!A0", "formula")]
    [InlineData("city", "@SUM(A1)", "formula")]
    [InlineData("city", "+1+1", "formula")]
    [InlineData("city", "-2+3", "formula")]
    [InlineData("city", "\t=1", "formula")]
    [InlineData("city", "<script>alert(1)</script>", "markup")]
    [InlineData("note.es", "a <img src=x onerror=alert(1)>", "markup")]
    [InlineData("city", "a\u0000b", "control characters")]
    [InlineData("city", "a\nb", "line breaks")]
    [InlineData("city", "Tec\uFFFDn", "lost")]
    [InlineData("city", "a\uFFFE", "lost")]
    [InlineData("city", "", "is missing")]
    [InlineData("name.en", "", "missing in this language")]
    [InlineData("contact", "", "one of these is needed")]
    public void A_wrong_value_is_refused_with_its_reason(string column, string value, string reason)
    {
        var values = ResourceCentres.Centre((column, value));
        if (column.StartsWith("budget.", StringComparison.Ordinal))
            values[ResourceCentres.Register.Position("budget")] = "5";
        if (column == "since.status")
            values[ResourceCentres.Register.Position("since")] = "2008";

        var faults = Check.Faults(ResourceCentres.Register, values);

        Assert.Contains(faults, fault => fault.Reason.En.Contains(reason, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.NotEqual(fault.Reason.Es, fault.Reason.En));
    }

    [Theory]
    [InlineData("open.from", "2010", "open.to", "2009", "open.to")]
    [InlineData("note.es", "Nota", "note.en", "", "note.en")]
    [InlineData("budget", "5", "budget.currency", "", "budget.currency")]
    [InlineData("budget", "", "budget.currency", "USD", "budget")]
    [InlineData("source", "A-63-265", "source.place", "", "source.place")]
    public void Values_that_do_not_go_together_are_refused(string first, string value, string second, string other, string at)
    {
        var faults = Check.Faults(ResourceCentres.Register, ResourceCentres.Centre((first, value), (second, other)));

        Assert.Equal([at], faults.Select(fault => fault.Column.Name));
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains("damaged", Assert.Single(Check.Faults(ResourceCentres.Register, ResourceCentres.Centre(("city", $"a{(char)0xD83D}")))).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void A_text_of_a_megabyte_is_refused_soon_and_without_repeating_it()
    {
        var watch = Stopwatch.StartNew();
        foreach (var column in ResourceCentres.Register.Columns)
        {
            var faults = Check.Faults(ResourceCentres.Register, ResourceCentres.Centre((column.Name, new string('a', 1 << 20))));

            Assert.NotEmpty(faults);
            Assert.All(faults, fault => Assert.True(fault.Reason.En.Length < 2_000, column.Name));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Random_texts_never_do_more_than_being_refused() => Property.Holds(TestCounts.Properties * 10, random =>
    {
        var values = ResourceCentres.Centre();
        foreach (var column in ResourceCentres.Register.Columns)
        {
            if (random.Next(3) == 0)
                values[column.Position] = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65_536)));
        }

        Check.Faults(ResourceCentres.Register, values);
    });
}
