using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Profiles;

/// <summary>Profiles made of the bundled figures, and the files written of them.</summary>
public sealed class ProfileTests(ProfileStore store)
{
    [Fact]
    public void Profile_has_every_section_in_the_order_of_the_skeleton()
    {
        var profile = store.Profile("GTM");
        Assert.Equal(SectionNames.All, profile.Sections.Select(section => section.Kind));
        Assert.Equal(Enumerable.Range(0, 14), profile.Sections.Select(section => section.Number));
        Assert.Equal(8, profile[SectionKind.Summary].Blocks.OfType<TilesBlock>().Single().Tiles.Count);
        Assert.Equal(5, profile[SectionKind.Summary].Blocks.OfType<SentenceBlock>().Count());
    }

    [Theory]
    [InlineData("GTM")]
    [InlineData("NRU")]
    [InlineData("PRK")]
    [InlineData("005")]
    [InlineData("001")]
    public void Section_is_never_empty_and_names_what_it_lacks(string area)
    {
        var profile = store.Profile(area);
        foreach (var section in profile.Sections)
        {
            Assert.NotEmpty(section.Blocks);
            var shown = section.Blocks.OfType<IndicatorsBlock>().SelectMany(block => block.Rows).Where(row => row.Value is { IsFilled: true }).Select(row => row.Indicator.Code).ToHashSet();
            var missing = section.Blocks.OfType<GapBlock>().SelectMany(block => block.Gaps).ToList();
            Assert.DoesNotContain(missing, gap => shown.Contains(gap.Indicator.Code));
            Assert.All(missing, gap => Assert.True(gap.Reason.Fr.Length > 0 && gap.Filler.Es.Length > 0));
        }

        // Every indicator stands in one section besides that of quality: with a value, or as a gap.
        var told = profile.Sections.Where(section => section.Kind != SectionKind.Quality).SelectMany(section => section.Blocks)
            .SelectMany(block => block switch
            {
                IndicatorsBlock rows => rows.Rows.Select(row => row.Indicator.Code).Distinct(),
                GapBlock gaps => gaps.Gaps.Select(gap => gap.Indicator.Code),
                _ => [],
            }).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(
            store.Installation.IndicatorRegistry.All.Where(indicator => indicator.Block.Id != "Q1").Select(indicator => indicator.Code).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Blocks_of_a_profile_have_ids_of_their_own()
    {
        var ids = store.Profile("USA").Sections.SelectMany(section => section.Blocks).Select(block => block switch
        {
            FigureBlock figure => figure.Id,
            TableBlock table => table.Id,
            IndicatorsBlock rows => rows.Id,
            _ => null,
        }).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Row_tells_the_value_of_the_source_with_its_quality()
    {
        var row = store.Profile("GTM").Indicators.First(one => one.Indicator.Code == "M1.01");
        // UN DESA, International Migrant Stock 2024: Guatemala 2024, both sexes, all origins.
        var stock = store.Installation.Indicators(TestContext.Current.CancellationToken).Latest("M1.01", "GTM")!;
        Assert.Equal(2024, row.Value!.Period.Year);
        Assert.Equal(stock.Value, row.Value.Value);
        Assert.Contains(Numbers.Format(stock.Value, NumberStyle.Whole, Language.Es), row.Shown.Es, StringComparison.Ordinal);
        Assert.Contains(row.Value.Inputs, input => input is { Collection: "STOCK", Revision: "UNDESA.2024" });
    }

    [Fact]
    public void Sentence_rests_on_values_or_says_which_guard_refused_it() => Assert.All(
        new[] { "GTM", "USA", "TUV", "MEX" }.SelectMany(area => store.Profile(area).Sections).SelectMany(section => section.Blocks).OfType<SentenceBlock>(), sentence =>
        {
            Assert.DoesNotContain('{', sentence.Words.Es + sentence.Words.En + sentence.Words.Fr);
            Assert.EndsWith(".", sentence.Words.Fr, StringComparison.Ordinal);
            if (sentence.Refused is { } guard)
                Assert.Contains(guard.Refusal.Es, sentence.Words.Es, StringComparison.Ordinal);
            else
                Assert.NotEmpty(sentence.RestsOn);
        });

    [Theory]
    [InlineData("MEX")]
    [InlineData("TON")]
    [InlineData("001")]
    public void Charts_cut_no_name(string area)
    {
        foreach (var figure in store.Profile(area).Figures.SelectMany(block => new[] { block.Figure, block.Narrow }).OfType<Figure>())
        {
            Assert.DoesNotContain(figure.Marks.OfType<LabelMark>(), mark =>
                Enum.GetValues<Language>().Any(language => mark.Words.In(language).Contains('…', StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Chart_is_drawn_once_in_a_profile()
    {
        var drawn = store.Profile("MEX").Sections.Where(section => section.Kind is not SectionKind.Corridors).SelectMany(section => section.Blocks).OfType<FigureBlock>().SelectMany(block => block.Indicators.Select(one => one.Code)).ToList();
        Assert.Equal(drawn.Distinct(), drawn);
    }

    [Fact]
    public void Names_of_measures_do_not_repeat_that_of_their_indicator()
    {
        var names = store.Profile("MEX").Indicators.ToLookup(row => row.Indicator.Code, row => row.Name);
        Assert.Equal("Población total", names["P1.01"].First().Es);
        Assert.Equal("Remesas por habitante y por emigrante: por habitante", names["R1.04"].First().Es);
        Assert.Equal("Produit et revenu par habitant\u00A0: PIB par habitant", names["D1.01"].First().Fr);
    }

    // displaced-unhcr-2025: 262,411 internally displaced in Mexico at the end of 2025; internal-displacement-idmc-2024: 390,250 at the end of 2024.
    [Fact]
    public void Sentence_of_the_displaced_names_whose_count_it_is()
    {
        store.Import("displaced-unhcr-2025");
        Assert.Equal("El número de desplazados internos protegidos o asistidos por el ACNUR era de 262\u00A0mil a fines de 2025.", Said());
        store.Import("internal-displacement-idmc-2024");
        Assert.Equal("El número de desplazados internos por conflicto o violencia era de 390\u00A0mil a fines de 2024, según el IDMC.", Said());

        string Said() => store.Profile("MEX", store.Installation.Edition(null, TestContext.Current.CancellationToken))[SectionKind.Displacement].Blocks.OfType<SentenceBlock>().Single(block => block.Template == "displaced").Words.Es;
    }

    [Fact]
    public void Templates_use_every_guard() =>
        Assert.Empty(Guard.All.Except(Sentences.All.SelectMany(template => template.Guards)).Select(guard => guard.Id));

    [Fact]
    public void Annex_reproduces_every_chart()
    {
        var profile = store.Profile("MEX");
        var lines = Encoding.UTF8.GetString(ProfileStore.Csv(profile, Language.En)).Split('\n').ToHashSet();
        Assert.NotEmpty(profile.Figures);
        foreach (var block in profile.Figures)
        {
            var table = block.Figure.Table;
            foreach (var row in table.Rows)
            {
                for (var c = 1; c < row.Length; c++)
                {
                    if (row[c].Datum.Value is not { } value)
                        continue;
                    var begin = $"2026,MEX,chart,{block.Id},{Statistics(row[0].Words!.En)},{Statistics(table.Columns[c].Header.En)},,{value:R},";
                    Assert.Contains(lines, line => line.StartsWith(begin, StringComparison.Ordinal));
                }
            }
        }

        static string Statistics(string text) => Periplo.Statistics.DatasetCsv.WordsField(text);
    }

    [Fact]
    public void Annex_has_every_value_over_time()
    {
        var rows = Encoding.UTF8.GetString(ProfileStore.Csv(store.Profile("GTM"))).Split('\n');
        var series = store.Installation.Indicators(TestContext.Current.CancellationToken).Series("P1.01", "GTM");
        Assert.NotEmpty(series);
        Assert.Equal(series.Count, rows.Count(row => row.StartsWith("2026,GTM,indicator,P1.01,", StringComparison.Ordinal) && row.Contains("_T._T._T._T", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Language.Es)]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public void Document_is_valid_and_accessible(Language language)
    {
        using var stream = new MemoryStream(ProfileStore.Document(store.Profile("GTM"), language));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.Empty(errors);
        var part = document.MainDocumentPart!;
        var tables = part.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ToList();
        Assert.All(tables, table => Assert.NotNull(table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().First().TableRowProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableHeader>()));
        Assert.All(part.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), drawing => Assert.True(drawing.Description!.Value!.Length > 10));
        Assert.NotEmpty(part.ChartParts);
        Assert.StartsWith(language.Tag(), part.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>().First().Val!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_two_runs_have_the_same_bytes()
    {
        var (first, second) = (store.Profile("GTM"), store.Profile("GTM"));
        Assert.Equal(ProfileStore.Csv(first), ProfileStore.Csv(second));
        Assert.Equal(ProfileStore.Document(first), ProfileStore.Document(second));
        using var package = new ZipArchive(new MemoryStream(ProfileStore.Document(first)));
        Assert.All(package.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Hostile_values_stay_words()
    {
        var hostile = Text.Same("<script>alert(1)</script>\u0001 ]]> & \"=1+1\" \uD800");
        var profile = store.Profile("GTM");
        var standing = new EditionStanding(
            [new("2026", "GTM", hostile, TimePeriod.OfYear(2026), hostile)],
            [new("2026", "GTM", SectionKind.Summary, hostile, TimePeriod.OfYear(2026), hostile, hostile)]);
        var attacked = new ProfileGenerator(
            store.Installation.ProfileMaterial(store.Edition, store.Font, null, TestContext.Current.CancellationToken), store.Edition with { Name = hostile, Id = "=cmd" }, ProfileLinks.None with { Indicator = _ => "javascript:alert(1)" })
            .Of(profile.Subject.Area, standing);
        using var stream = new MemoryStream(ProfileStore.Document(attacked));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.Contains("<script>alert(1)</script>", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain(document.MainDocumentPart.HyperlinkRelationships, link => link.Uri.Scheme == "javascript");
        Assert.All(Encoding.UTF8.GetString(ProfileStore.Csv(attacked)).Split('\n').Skip(1).Where(line => line.Length > 0), line => Assert.StartsWith("'=cmd,", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Area_without_data_has_no_values()
    {
        var nobody = store.Installation.Areas["GTM"] with { Id = "QQQ", Parts = [] };
        var profile = new ProfileGenerator(store.Installation.ProfileMaterial(store.Edition, store.Font, null, TestContext.Current.CancellationToken), store.Edition, ProfileLinks.None).Of(nobody, EditionStanding.Draft);
        Assert.False(profile.HasValues);
        Assert.Empty(profile.Figures);
        Assert.All(profile.Indicators, row => Assert.Equal(QualityLight.Missing, row.Light));
    }

    [Fact]
    public void Corridor_tells_the_stock_both_ways()
    {
        var (areas, cancellation) = (store.Installation.Areas, TestContext.Current.CancellationToken);
        var material = store.Installation.ProfileMaterial(store.Edition, store.Font, null, cancellation);
        var profile = store.Installation.CorridorProfile(areas["GTM"], areas["USA"], store.Edition, material, ProfileLinks.None);
        // The largest destination of Guatemala in the table of indicators is the same figure.
        var largest = material.Indicators.Ranked("M2.03", "GTM")[0];
        Assert.Equal("USA", largest.Key.Counterpart);
        Assert.Equal(largest.Value, profile.Indicators[0].Value!.Value);
        Assert.Equal("GTM-USA", profile.Subject.Id);
        Assert.Single(profile.Figures);
        Assert.All(profile.Sections, section => Assert.NotEmpty(section.Blocks));
        using var document = WordprocessingDocument.Open(new MemoryStream(ProfileStore.Document(profile)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, cancellation).Select(error => error.Description));
        Assert.Throws<Periplo.Statistics.StatisticsException>(() => store.Installation.CorridorProfile(areas["GTM"], areas["GTM"], store.Edition, material, ProfileLinks.None));
    }

    [Fact]
    public void Words_agree_with_numbers_and_names()
    {
        Assert.Equal("México e Italia", ValueWords.List([Text.Same("México"), Text.Same("Italia")]).Es);
        Assert.Equal("Chile y Hungría", ValueWords.List([Text.Same("Chile"), Text.Same("Hungría")]).Es);
        Assert.Equal("Chile, Perú et Inde", ValueWords.List([Text.Same("Chile"), Text.Same("Perú"), Text.Same("Inde")]).Fr);
        Assert.Equal("3.6\u00A0%", ValueWords.Of(3.64, "PT").Es);
        Assert.Equal("84,324 personas", ValueWords.Of(84324, "PS").Es);
        Assert.Equal("84,324 persons", ValueWords.Of(84324, "PS").En);
    }
}
