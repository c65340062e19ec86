using Periplo.Areas;
using Periplo.Tests.Cooperation;
using Xunit;

namespace Periplo.Tests.Areas;

/// <summary>The group of the Member States of the United Nations.</summary>
public sealed class UnitedNationsTests(BundledRecords records) : IClassFixture<BundledRecords>
{
    /// <summary>Countries and territories of UN M49 (and Kosovo) that are not in the group.</summary>
    private const string Others = "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VAT VGB VIR WLF XKX";

    private static IReadOnlyList<Area> Members => BundledData.Areas.Members(BundledData.Areas[AreaRegistry.UnitedNations], null);

    [Fact]
    public void Members_are_193_and_all_other_countries_are_known_not_to_be()
    {
        Assert.Equal(193, Members.Count);
        Assert.All(Members, area => Assert.Equal(AreaKind.Country, area.Kind));
        Assert.Equal(Others.Split(' ').Order(StringComparer.Ordinal), BundledData.Areas.All.Where(area => area.Kind == AreaKind.Country).Except(Members).Select(area => area.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_agree_with_the_registers()
    {
        var members = Members.Select(area => area.Id).ToHashSet();
        // Who is a party to a treaty or a member of a process is a member, but for those the registers know as something else.
        var named = records.Index.Of("treaty-actions").Select(record => record["area"]).Concat(records.Index.Memberships.All.Select(one => one.Area)).OfType<string>().Where(area => area.Length > 0).ToHashSet();
        Assert.Equal(["COK", "NIU", "VAT"], named.Except(members).Order(StringComparer.Ordinal));
        Assert.True(named.Intersect(members).Count() > 180);
        // The consultation of 2008 counts 192 Member States; South Sudan joined in 2011.
        Assert.Equal(192, records.Index.Consultations.Find("un-2008")!.Members);
        Assert.Equal("SSD", Assert.Single(Members, area => area.ValidFrom > 2008).Id);
    }

    [Theory]
    [InlineData("UN_MS")]
    [InlineData("un_ms")]
    [InlineData("Miembros de la ONU")]
    [InlineData("Member States of the United Nations")]
    [InlineData("Membres de l’ONU")]
    public void Group_is_found_by_code_and_name(string name) => Assert.Equal(AreaRegistry.UnitedNations, BundledData.Areas.Find(name)?.Id);
}
