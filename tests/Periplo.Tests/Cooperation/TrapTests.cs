using Periplo.Cooperation;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>The twelve traps of the founding documents, one test each; docs/registers-facts.md says which records carry them.</summary>
public sealed class TrapTests(BundledDossier bundled)
{
    [Fact]
    public void Trap_01_vintages_stand_side_by_side_and_the_seed_is_not_overwritten()
    {
        using var own = new BundledDossier();
        own.Import("stock-undesa-2024");
        var file = Path.Combine(Path.GetTempPath(), $"periplo-{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, "year,dest_iso3,orig_iso3,both,male,female,data_type\n2000,USA,MEX,173588441,100000000,73588441,B\n1990,USA,MEX,153011473,100000000,53011473,B\n");
        own.Installation.Import(file, new(Release: "2019"), null, CancellationToken.None);
        File.Delete(file);
        var fact = Get(own, "Q001");
        Assert.Equal(175_000_000, fact.Value);
        Assert.Equal([("UNDESA.2024", 174_566_152), ("UNDESA.2019", 173_588_441)], own.Installation.LaterFigures(fact).Select(one => (one.Revision.Id, one.Total!.Value.Value)));
        Assert.Equal([153_916_063, 153_011_473], own.Installation.LaterFigures(Get(own, "Q002")).Select(one => one.Total!.Value.Value));
        Assert.Equal(154_000_000, Get(own, "Q002").Value);
        Assert.All(own.Installation.LaterFigures(fact), one => Assert.NotEqual((double)fact.Value!.Value, one.Total!.Value.Value));
    }

    [Fact]
    public void Trap_02_the_three_per_cent_is_of_the_receiving_labour_force_and_the_gain_is_shared()
    {
        Assert.Contains("labour force of the receiving country", Get("Q004-quota").Denominator!.En, StringComparison.Ordinal);
        Assert.Contains("shared fairly equally", Get("Q004").Note!.En, StringComparison.Ordinal);
        Assert.Equal("Mainly developing countries", Get("Q004-gainers").ValueInWords!.En);
    }

    [Fact]
    public void Trap_03_member_states_are_not_governments()
    {
        Assert.Equal((46, "Member States"), (Get("Q030").Value, Get("Q030").Unit!.En));
        Assert.Equal((47, "governments"), (Get("Q031").Value, Get("Q031").Unit!.En));
        Assert.Equal(47, Again("Q035-sum").Result);
        Assert.Equal("governments", Get("Q035").Unit!.En);
        Assert.Contains("47", Get("Q035").Denominator!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Trap_04_the_193_addressees_mix_members_and_others_so_both_rates_name_their_denominator()
    {
        Assert.Equal("addressees", Get("Q022").Unit!.En);
        Assert.Equal((33.2m, true), (Get("Q024-rate").Value, Again("Q024-rate").Agrees));
        Assert.Equal((33.3m, true), (Get("Q024-rate-members").Value, Again("Q024-rate-members").Agrees));
        Assert.Contains("193", Get("Q024-rate").Denominator!.En, StringComparison.Ordinal);
        Assert.Contains("192", Get("Q024-rate-members").Denominator!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Trap_05_the_bali_meeting_is_kept_as_third_and_the_contradiction_is_shown()
    {
        Assert.Equal((3, Fact.Disputed), (Get("Q077").Value, Get("Q077").Status.Id));
        Assert.Equal((1, Fact.Disputed), (Get("Q077-first").Value, Get("Q077-first").Status.Id));
        Assert.Contains("The third stands", Get("Q077").Note!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Trap_06_the_count_of_consultative_processes_has_its_date_and_definition()
    {
        Assert.Equal([9m, 13m, 14m], new[] { "Q045", "Q046", "Q048" }.Select(id => Get(id).Value!.Value));
        Assert.Equal(14, Again("Q048").Result);
        Assert.All(new[] { "Q045", "Q046", "Q048" }, id =>
        {
            Assert.NotNull(Get(id).Date);
            Assert.NotNull(Get(id).Note);
        });
    }

    [Fact]
    public void Trap_07_the_global_migration_group_grows_with_dates() =>
        Assert.Equal(
            [("2005", 6m), ("2006", 10m), ("2008", 13m), ("2012", 16m)],
            new[] { "Q049", "Q050", "Q051", "Q052" }.Select(id => ($"{Get(id).Date!.Value.Year}", Get(id).Value!.Value)));

    [Fact]
    public void Trap_08_dates_told_before_the_event_are_announced()
    {
        foreach (var id in new[] { "Q082", "Q083" })
        {
            Assert.Equal(Fact.Announced, Get(id).Status.Id);
            Assert.True(Get(id).IsDateAnnounced);
            Assert.Contains("Treaty Collection", Get(id).Note!.En, StringComparison.Ordinal);
        }

        Assert.All(bundled.Dossier.Facts.All.Where(fact => fact.Status.Id == Fact.Announced), fact => Assert.True(fact.IsDateAnnounced));
    }

    [Fact]
    public void Trap_09_the_lost_chart_of_64_answers_is_not_invented()
    {
        Assert.Contains("not invented", Get("Q024").Note!.En, StringComparison.Ordinal);
        Assert.DoesNotContain(bundled.Dossier.Facts.OfRow("Q024"), fact => fact.Sources.Any(source => source.Place is "¶22"));
    }

    [Fact]
    public void Trap_10_offering_to_host_is_not_hosting()
    {
        Assert.Contains("Offered", Get("Q090-argentina").ValueInWords!.En, StringComparison.Ordinal);
        Assert.Contains("Held", Get("Q090-mexico").ValueInWords!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Trap_11_derived_values_are_labelled_and_work_out_again()
    {
        var derived = bundled.Dossier.Facts.All.Where(fact => fact.Status.Id == Fact.Derived).ToList();
        Assert.NotEmpty(derived);
        Assert.All(derived, fact => Assert.NotNull(fact.Formula));
        Assert.All(bundled.Dossier.Facts.All.Where(fact => fact.Formula is not null), fact => Assert.True(bundled.Dossier.Facts.Recompute(fact)!.Agrees, fact.Id));
        Assert.Equal(50_000_000, Again("Q019").Result);
    }

    [Fact]
    public void Trap_12_a_digit_lost_in_the_text_is_restored_and_said_so()
    {
        Assert.Equal((280, "more-than"), (Get("Q015").Value, Get("Q015").Qualifier!.Id));
        foreach (var (id, year) in new[] { ("Q085-cat", 1984), ("Q085-cedaw", 1979), ("Q085-crc", 1989) })
            Assert.Equal(year, Get(id).Date!.Value.Year);
        Assert.All(new[] { "Q015", "Q085-cat", "Q085-cedaw", "Q085-crc" }, id => Assert.Contains("restored", Get(id).Note!.En, StringComparison.Ordinal));
        Assert.DoesNotContain(bundled.Dossier.Facts.All, fact => $"{fact.ValueInWords?.Es}{fact.Measure.Es}{fact.Subject.Es}".Contains('\uFFFD', StringComparison.Ordinal));
    }

    private static Fact Get(BundledDossier from, string id) => from.Dossier.Facts.Find(id) ?? throw new InvalidOperationException(id);

    private Fact Get(string id) => Get(bundled, id);

    private Recomputed Again(string id) => bundled.Dossier.Facts.Recompute(Get(id))!;
}
