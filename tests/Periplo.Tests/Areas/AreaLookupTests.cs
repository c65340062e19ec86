using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Periplo.Areas;
using Xunit;

namespace Periplo.Tests.Areas;

public sealed class AreaLookupTests
{
    private static readonly AreaRegistry Registry = BundledData.Areas;

    [Theory]
    [InlineData("MEX", "MEX")]
    [InlineData("mx", "MEX")]
    [InlineData("484", "MEX")]
    [InlineData("mexico", "MEX")]
    [InlineData("MÉXICO", "MEX")]
    [InlineData("Méjico", "MEX")]
    [InlineData("  Mexique ", "MEX")]
    [InlineData("NA", "NAM")]
    [InlineData("4", "AFG")]
    [InlineData("004", "AFG")]
    [InlineData("900", "001")]
    [InlineData("001", "001")]
    [InlineData("1", "001")]
    [InlineData("1830", "419")]
    [InlineData("921", "UN1831")]
    [InlineData("1831", "UN1831")]
    [InlineData("917", "150")]
    [InlineData("2003", "OOO")]
    [InlineData("STL", "XXA")]
    [InlineData("CHI", "XCX")]
    [InlineData("WLD", "001")]
    [InlineData("EAS", "WB_EAS")]
    [InlineData("XK", "XKX")]
    [InlineData("_T", "_T")]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("COTE D’IVOIRE", "CIV")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turquía", "TUR")]
    [InlineData("St Kitts & Nevis", "KNA")]
    public void Find_CodeOrName_GivesArea(string text, string id) => Assert.Equal(id, Registry.Find(text)?.Id);

    [Theory]
    [InlineData("Sudan", "SDN")]
    [InlineData("Sudán", "SDN")]
    [InlineData("Guinea", "GIN")]
    [InlineData("Congo", "COG")]
    [InlineData("Macau", "MAC")]
    [InlineData("Dominica", "DMA")]
    [InlineData("Niger", "NER")]
    [InlineData("Samoa", "WSM")]
    [InlineData("Serbia", "SRB")]
    [InlineData("Georgia", "GEO")]
    [InlineData("Saint Martin", "MAF")]
    [InlineData("Sint Maarten", "SXM")]
    public void Find_NameOfSeveralPlaces_GivesPresentCountry(string text, string id) => Assert.Equal(id, Registry.Find(text)?.Id);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Atlantis")]
    [InlineData("7")]
    [InlineData("99999999999")]
    [InlineData("N/A/N")]
    public void Find_Unknown_GivesNull(string text) => Assert.Null(Registry.Find(text));

    [Fact]
    public void Find_EveryBundledName_GivesItsArea()
    {
        foreach (var area in Registry.All)
        {
            string[] names = [area.Id, area.Id.ToLowerInvariant(), area.Name.Es, area.Name.En, area.Name.Fr, area.ShortName.Es, area.ShortName.En, area.ShortName.Fr];
            Assert.All(names, name => Assert.Equal(area.Id, Registry.Find(name)?.Id));
            if (area.Alpha2 is not null)
                Assert.Same(area, Registry.Find(area.Alpha2));
            if (area.M49 is { } number)
                Assert.Same(area, Registry.Find(number.ToString("000")));
        }
    }

    [Fact]
    public void Find_NameSpelledWithOtherCaseSpacingAndPunctuation_GivesSameArea()
    {
        var spelled = from area in Gen.Elements(Registry.All.ToArray())
                      from seed in Gen.Choose(0, int.MaxValue)
                      select (area, text: Disturbed(area.ShortName.Es, new Random(seed)));
        Prop.ForAll(spelled.ToArbitrary(), pair => Registry.Find(pair.text)?.Id == pair.area.Id).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryFind_EveryId_GivesItsPositionWithoutAllocating()
    {
        var ids = Registry.All.Select(area => Encoding.UTF8.GetBytes(area.Id)).ToArray();
        var wrong = 0;
        // What the runtime sets up for the first look-up of its kind is not of the look-up.
        foreach (var id in ids)
            Registry.TryFind(id, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < ids.Length; i++)
        {
            if (!Registry.TryFind(ids[i], out var position) || position != i)
                wrong++;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZ")]
    [InlineData("mex")]
    [InlineData("MEXI")]
    [InlineData("\0MEX")]
    [InlineData("LONGERTHANEIGHT")]
    public void TryFind_NoId_IsFalse(string text) => Assert.False(Registry.TryFind(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("Mexcio", "MEX", "No hay ningún área «Mexcio». ¿Quiso decir México (MEX)?", "There is no area \"Mexcio\". Did you mean Mexico (MEX)?")]
    [InlineData("guatemaala", "GTM", "No hay ningún área «guatemaala». ¿Quiso decir Guatemala (GTM)?", "There is no area \"guatemaala\". Did you mean Guatemala (GTM)?")]
    [InlineData("Hondruas", "HND", "No hay ningún área «Hondruas». ¿Quiso decir Honduras (HND)?", "There is no area \"Hondruas\". Did you mean Honduras (HND)?")]
    public void Resolve_Misspelled_SuggestsNearest(string text, string id, string es, string en)
    {
        var unknown = Assert.Throws<UnknownAreaException>(() => Registry.Resolve(text));
        Assert.Equal(id, Assert.Single(unknown.Nearest).Id);
        Assert.Equal((es, en), (unknown.Explanation.Es, unknown.Explanation.En));
        Assert.Equal(en, unknown.Message);
    }

    [Theory]
    [InlineData("Qwertyuiop")]
    [InlineData("Q9")]
    [InlineData("7")]
    [InlineData("")]
    public void Resolve_NothingNear_SuggestsNothing(string text)
    {
        var unknown = Assert.Throws<UnknownAreaException>(() => Registry.Resolve(text));
        Assert.Empty(unknown.Nearest);
        Assert.Equal($"No hay ningún área «{text}».", unknown.Explanation.Es);
    }

    [Fact]
    public void Resolve_MistypedCode_SuggestsCodes() =>
        Assert.Contains("MEX", Assert.Throws<UnknownAreaException>(() => Registry.Resolve("MEZ")).Nearest.Select(area => area.Id));

    [Theory]
    [InlineData("Corea", "KOR PRK")]
    [InlineData("Islas Vírgenes", "VGB VIR")]
    public void Resolve_PartOfFewNames_SuggestsThem(string text, string ids) =>
        Assert.Equal(ids.Split(' '), Assert.Throws<UnknownAreaException>(() => Registry.Resolve(text)).Nearest.Select(area => area.Id));

    [Fact]
    public void Resolve_VeryLongText_IsShortenedInTheMessage() =>
        Assert.True(Assert.Throws<UnknownAreaException>(() => Registry.Resolve(new string('x', 5000))).Message.Length < 200);

    [Fact]
    public void Indexer_UnknownId_Throws() => Assert.Throws<KeyNotFoundException>(() => Registry["México"]);

    private static string Disturbed(string name, Random random)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            text.Append(random.Next(2) == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            if (random.Next(4) == 0)
                text.Append(" -.,'()\u0301"[random.Next(8)]);
        }

        return text.ToString();
    }
}
