using Periplo.Cooperation;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>Instruments and their dated lists of parties.</summary>
public sealed class TreatiesTests(BundledRecords bundled) : IClassFixture<BundledRecords>
{
    private Treaties Treaties => bundled.Index.Treaties;

    [Fact]
    public void Eighteen_instruments_at_least_stand_in_their_order()
    {
        Assert.True(Treaties.Instruments.Count >= 18);
        Assert.Equal(Treaties.Instruments.Select(one => one.Record.Number("order")).Order(), Treaties.Instruments.Select(one => one.Record.Number("order")));
    }

    [Fact]
    public void No_cell_says_that_a_state_is_not_a_party()
    {
        foreach (var instrument in Treaties.Instruments)
        {
            foreach (var area in BundledData.Areas.All)
            {
                var cell = Treaties.Cell(instrument, area.Id);
                Assert.Equal(instrument.AsOf is null, cell.Standing == TreatyStanding.NoList);
                foreach (var language in Enum.GetValues<Language>())
                {
                    var words = cell.Words.In(language);
                    Assert.DoesNotContain("not a party", words, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("no es parte", words, StringComparison.OrdinalIgnoreCase);
                    if (instrument.AsOf is { } date)
                        Assert.Contains(DateWords.In(date).In(language), words, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void A_list_gives_parties_signatories_and_no_record_with_its_date()
    {
        var convention = Treaties.Find("ICRMW")!;
        Assert.Equal(new Text("parte desde el 23 de febrero de 2007 (lista de agosto de 2022)", "party since 23 February 2007 (list of August 2022)", "partie depuis le 23 février 2007 (liste d’août 2022)"), Treaties.Cell(convention, "ARG").Words);
        Assert.Equal(TreatyStanding.Signatory, Treaties.Cell(convention, "ARM").Standing);
        Assert.Equal(new Text("sin registro (lista de agosto de 2022)", "no record (list of August 2022)", "sans mention (liste d’août 2022)"), Treaties.Cell(convention, "USA").Words);
        Assert.Equal(new Text("no hay lista", "no list held", "aucune liste"), Treaties.Cell(Treaties.Find("ICERD")!, "MEX").Words);
    }

    [Fact]
    public void Counts_have_their_denominator_and_there_is_none_without_a_list()
    {
        var convention = Treaties.Find("ICRMW")!;
        var all = BundledData.Areas.All.Select(area => area.Id).ToList();
        var count = Treaties.Count(convention, all)!.Value;
        Assert.Equal((57, 11, all.Count), (count.Parties, count.Signatories, count.Areas));
        Assert.Equal(all.Count - 68, count.NoRecord);
        Assert.Equal(new TreatyCount(1, 1, 3), Treaties.Count(convention, ["ARG", "ARM", "USA"]));
        Assert.Null(Treaties.Count(Treaties.Find("ICERD")!, all));
    }

    [Fact]
    public void Parties_over_time_never_fall_and_end_with_those_whose_year_is_known()
    {
        foreach (var instrument in Treaties.Instruments)
        {
            var course = Treaties.Course(instrument);
            Assert.Equal(course.Select(point => point.Parties).Order(), course.Select(point => point.Parties));
            if (instrument.AsOf is { } date)
            {
                Assert.Equal(date.Year, course[^1].Year);
                Assert.Equal(Treaties.Of(instrument).Count(action => action is { IsParty: true, Party: not null }), course[^1].Parties);
            }
        }
    }

    [Fact]
    public void Trap_8_dates_announced_before_the_event_are_told_from_actual_ones()
    {
        var protocol = Treaties.Find("TIP2000")!;
        Assert.True(protocol.InForce is not null);
        var announced = bundled.Index.Of("facts").Where(fact => fact["row"] is "Q082" or "Q083").ToList();
        Assert.NotEmpty(announced);
        Assert.All(announced, fact => Assert.Equal("announced", fact["date.status"]));
        // The convention of 1990 did come into force on the day given.
        Assert.Equal(("2003-07-01", false), (Treaties.Find("ICRMW")!.InForce.ToString(), Treaties.Find("ICRMW")!.IsAnnounced));
    }
}
