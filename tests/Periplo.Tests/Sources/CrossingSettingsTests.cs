using System.Text;
using System.Text.RegularExpressions;
using Periplo.Movements;
using Periplo.Sources.Crossings;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Settings of a folder of crossings, as docs/crossings-folder.md promises.</summary>
public sealed partial class CrossingSettingsTests
{
    private const string Least = """
        legal_basis: Migration Act, section 12
        retention_months: 24
        key_file: /etc/periplo/key
        from: 2015-01-01
        countries: { GTM: America/Guatemala }
        source: INM
        publisher: Office
        licence: CC BY 4.0
        """;

    [Fact]
    public void Example_of_the_documentation_is_read_as_it_says()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/crossings-folder.md"));
        var settings = Read(Example().Match(page).Groups["settings"].Value);

        Assert.Equal(("Ley de Migración, artículo 12; acuerdo 4/2026", 120, "/etc/periplo/crossings.key", new DateOnly(2015, 1, 1)), (settings.LegalBasis, settings.RetentionMonths, settings.KeyFile, settings.From));
        Assert.Equal([("GTM", "America/Guatemala"), ("PAN", "-05:00")], settings.Countries.All.Select(country => (country.Area, country.Clock.Name)));
        Assert.Equal("Tecún Umán", settings.PostNames[101].En);
        Assert.Equal("Río Sixaola", settings.PostNames[203].Es);
        Assert.Equal("America/Costa_Rica", settings.Countries.Posts[203].Name);
        Assert.Equal(MovementRule.M1, settings.Rule);
        Assert.Equal((10, 8, false), (settings.MinimumCount, settings.CrossBorderCrossings, settings.KeepDocuments));
        Assert.Equal([3, 5], settings.MigrantPurposes);
        Assert.Equal(("INM", "Instituto de ejemplo", "https://example.org/migracion", "CC BY 4.0"), (settings.Source, settings.Publisher.Es, settings.Url, settings.Licence));
    }

    [Fact]
    public void What_is_not_written_is_as_the_documentation_says()
    {
        var settings = Read(Least);

        Assert.Equal(MovementRule.M1, settings.Rule);
        Assert.Equal((10, 8, false, ""), (settings.MinimumCount, settings.CrossBorderCrossings, settings.KeepDocuments, settings.Url));
        Assert.Empty(settings.MigrantPurposes);
        Assert.Empty(settings.PostNames);
    }

    [Fact]
    public void Criterion_gap_and_interval_of_ones_own_are_read()
    {
        var settings = Read(Least + "\ncriterion: { name: 10-14, threshold: 304, window: 426, backward: true }\ngap: latest\nduplicate_seconds: -1");

        Assert.Equal(new MovementRule(new("10-14", 304, 426, 122, Backward: true), -1, GapRule.Latest), settings.Rule);
        Assert.Equal(ResidenceCriterion.MostOfYear, Read(Least + "\ncriterion: 6-12").Rule.Criterion);
        Assert.Equal(5, Read(Least + "\ncriterion: { name: own, threshold: 304, window: 426, slack: 5 }").Rule.Criterion.Slack);
    }

    [Theory]
    [InlineData("legal_basis", "legal_basis: Migration Act")]
    [InlineData("retention_months", "retention_months: 120")]
    [InlineData("key_file", "key_file: /etc")]
    [InlineData("from", "from: 2015")]
    [InlineData("countries", "countries: {")]
    [InlineData("source", "source: INM")]
    [InlineData("publisher", "publisher: ")]
    [InlineData("licence", "licence: CC")]
    public void What_lacks_is_said_and_how_to_write_it(string key, string example)
    {
        var without = string.Join('\n', Least.Split('\n').Where(line => !line.StartsWith(key, StringComparison.Ordinal)));

        var error = Assert.Throws<InputException>(() => Read(without));

        Assert.Contains(example, error.Explanation.En, StringComparison.Ordinal);
        Assert.StartsWith("crossings.yaml, line 1, column 1", error.Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legal_basis: Migration Act, section 12", "legal_basis: \"\"", 1, 14)]
    [InlineData("retention_months: 24", "retention_months: forever", 2, 19)]
    [InlineData("retention_months: 24", "retention_months: 17", 2, 19)]
    [InlineData("from: 2015-01-01", "from: 01/02/2015", 4, 7)]
    [InlineData("from: 2015-01-01", "from: 1969-12-31", 4, 7)]
    [InlineData("GTM: America/Guatemala", "Atlantis: America/Guatemala", 5, 14)]
    [InlineData("GTM: America/Guatemala", "001: America/Guatemala", 5, 14)]
    [InlineData("GTM: America/Guatemala", "GTM: America/Nowhere", 5, 19)]
    [InlineData("GTM: America/Guatemala", "GTM: -06:00, GT: -06:00", 5, 27)]
    [InlineData("{ GTM: America/Guatemala }", "{ }", 5, 12)]
    [InlineData("source: INM", "source: I N M", 6, 9)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nminimum_count: 2", 9, 16)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nminimum: 20", 9, 1)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nmigrant_purposes: [3, 0]", 9, 23)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nmigrant_purposes: [3, 3]", 9, 19)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\ncriterion: 12-18", 9, 12)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\ncriterion: { name: own, threshold: 366, window: 365 }", 9, 36)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\ncriterion: { name: 12-16, threshold: 300, window: 365 }", 9, 20)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\ngap: middle", 9, 6)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nposts: { 70000: { name: x } }", 9, 10)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nposts: { 7: { clock: -06:00 } }", 9, 13)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\nkeep_documents: yes", 9, 17)]
    [InlineData("licence: CC BY 4.0", "licence: CC BY 4.0\ncross_border_crossings: 0", 9, 25)]
    public void What_is_wrong_is_refused_at_its_place(string good, string bad, int line, int column)
    {
        Assert.Contains(good, Least, StringComparison.Ordinal);

        var error = Assert.Throws<InputException>(() => Read(Least.Replace(good, bad, StringComparison.Ordinal)));

        Assert.StartsWith($"crossings.yaml, line {line}, column {column}: ", error.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_settings_are_read_or_refused_with_a_message()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/crossings-folder.md"));
        var whole = Encoding.UTF8.GetBytes(Example().Match(page).Groups["settings"].Value);
        Property.Holds(TestCounts.Mutations, random =>
        {
            try
            {
                var settings = Read(Encoding.UTF8.GetString(Mutation.Of(whole, random)));
                Assert.NotEmpty(settings.LegalBasis);
                Assert.InRange(settings.MinimumCount, CrossingSettings.LeastMinimumCount, int.MaxValue);
                Assert.InRange(settings.RetentionMonths, 1, 1200);
            }
            catch (InputException error)
            {
                Assert.StartsWith("crossings.yaml", error.Explanation.Es, StringComparison.Ordinal);
            }
        });
    }

    private static CrossingSettings Read(string text) => CrossingSettingsReader.Read("crossings.yaml", text, BundledData.Areas);

    [GeneratedRegex("<!-- example: settings -->\\s*```yaml\\n(?<settings>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
