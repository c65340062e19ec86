using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>
/// Makes profiles of countries, regions, groups and the world from indicators and registers. It reads no clock and
/// chooses nothing at random. Safe for many threads.
/// </summary>
/// <param name="material">What profiles are made from.</param>
/// <param name="edition">The edition.</param>
/// <param name="links">Addresses, in the language and form of who writes the profile.</param>
public sealed class ProfileGenerator(ProfileMaterial material, Edition edition, ProfileLinks links)
{
    internal const int CorridorsShown = 10;
    private static readonly string[] CorridorCodes = ["M1.06", "M2.03", "M3.03"];
    private static readonly string[] TileCodes = ["M1.01", "M1.02", "M1.03", "M2.01", "P1.04", "F1.01", "F1.02", "R1.01"];

    /// <summary>The edition.</summary>
    public Edition Edition => edition;

    /// <summary>The profile of an area.</summary>
    /// <param name="area">A country, region, group or the world.</param>
    /// <param name="standing">Who validated or commented on the edition of this area.</param>
    public Profile Of(Area area, EditionStanding standing)
    {
        ArgumentNullException.ThrowIfNull(area);
        var subject = ProfileSubject.Of(area);
        var facts = new AreaFacts(material.Indicators, material.Areas, area, edition.Cutoff);
        var figures = new ProfileFigures(material, links, facts);
        var records = new ProfileRecords(material, links, area, edition.Cutoff);
        var rows = material.Indicators.Registry.All.ToDictionary(indicator => indicator.Code, indicator => Rows(facts, figures, indicator));
        // What a chart of an earlier section draws is not drawn again.
        var shown = new HashSet<IndicatorDefinition>();
        var profile = new Profile(subject, edition, standing, []) { MakeValues = () => [.. facts.Everything()] };
        return profile with
        {
            Sections = [.. SectionNames.All.Select(kind => new ProfileSection(kind, SectionNames.Title(kind), kind switch
            {
                SectionKind.Cover => Cover(profile),
                SectionKind.Summary => Summary(area, facts, figures, rows),
                SectionKind.Quality => Quality(facts, rows),
                SectionKind.Methods => Methods(rows),
                SectionKind.Corridors => Corridors(facts, figures, rows),
                _ => Section(kind, facts, figures, records, rows, shown),
            }))],
        };
    }

    private List<ProfileBlock> Cover(Profile profile) => ProfilePapers.Cover(profile, material.Sources);

    private List<ProfileBlock> Summary(Area area, AreaFacts facts, ProfileFigures figures, Dictionary<string, List<IndicatorRow>> rows)
    {
        var tiles = TileCodes.Where(rows.ContainsKey).Select(code => rows[code][0]).Select(row => new ProfileTile(row, row.Indicator.Name, figures.Spark(row))).ToList();
        List<ProfileBlock> blocks = [new TilesBlock(tiles), .. Sentences.Of(SectionKind.Summary).Select(template => template.Say(facts))];
        if (ProcessGroups.Process(area) is { } process)
            blocks.Insert(0, ProfilePapers.Members([.. area.Parts.Select(part => material.Areas[part])], edition.Cutoff, links.Record("processes", process)));
        return blocks;
    }

    private List<ProfileBlock> Section(SectionKind kind, AreaFacts facts, ProfileFigures figures, ProfileRecords records, Dictionary<string, List<IndicatorRow>> rows, HashSet<IndicatorDefinition> shown)
    {
        var blocks = new List<ProfileBlock>(Sentences.Of(kind).Select(template => template.Say(facts)));
        var drawn = figures.Of(kind).ToList();
        blocks.AddRange(drawn);
        var held = Of(kind, rows).ToList();
        shown.UnionWith(drawn.SelectMany(block => block.Indicators));
        blocks.AddRange(figures.Courses(kind, SectionNames.Title(kind), held.Select(row => row.Indicator).Distinct().Where(indicator => !shown.Contains(indicator))));
        blocks.AddRange(records.Of(kind));
        AddRows(blocks, kind, facts, held);
        return blocks;
    }

    private List<ProfileBlock> Corridors(AreaFacts facts, ProfileFigures figures, Dictionary<string, List<IndicatorRow>> rows)
    {
        var blocks = new List<ProfileBlock>(figures.Of(SectionKind.Corridors));
        if (facts.Latest("M3.03") is not null)
            blocks.AddRange(Sentences.Of(SectionKind.Corridors).Select(template => template.Say(facts)));
        if (Largest(facts, figures, "corridors-in", new("Los diez corredores de llegada más grandes", "The ten largest corridors in", "Les dix plus grands corridors d’arrivée"), new("Origen", "Origin", "Origine"), "M1.06", isOrigin: true) is { } incoming)
            blocks.Add(incoming);
        if (Largest(facts, figures, "corridors-out", new("Los diez corredores de salida más grandes", "The ten largest corridors out", "Les dix plus grands corridors de départ"), new("Destino", "Destination", "Destination"), "M2.03", isOrigin: false) is { } outgoing)
            blocks.Add(outgoing);
        if (Largest(facts, figures, "corridors-flows-in", new("Los diez flujos de llegada más grandes en los cinco años que empiezan, estimados", "The ten largest flows in over the five years that begin, estimated", "Les dix plus grands flux d’arrivée des cinq ans qui commencent, estimés"), new("Origen", "Origin", "Origine"), "M3.03", isOrigin: true, "FROM") is { } arrivals)
            blocks.Add(arrivals);
        if (Largest(facts, figures, "corridors-flows-out", new("Los diez flujos de salida más grandes en los cinco años que empiezan, estimados", "The ten largest flows out over the five years that begin, estimated", "Les dix plus grands flux de départ des cinq ans qui commencent, estimés"), new("Destino", "Destination", "Destination"), "M3.03", isOrigin: false, "TO") is { } departures)
            blocks.Add(departures);
        if (CorridorMoney.Of(facts, figures, links) is { } money)
            blocks.Add(money);
        AddRows(blocks, SectionKind.Corridors, facts, [.. Of(SectionKind.Corridors, rows)]);
        if (blocks.Count == 0)
            blocks.Add(Gaps(facts, [.. CorridorCodes.Select(code => facts.Registry.Find(code)).OfType<IndicatorDefinition>()]));
        return blocks;
    }

    private TableBlock? Largest(AreaFacts facts, ProfileFigures figures, string id, Text caption, Text other, string code, bool isOrigin, string? measure = null)
    {
        var values = facts.Ranked(code, measure).Take(CorridorsShown).ToList();
        if (values.Count == 0)
            return null;
        var unit = values[0].Unit;
        TableColumn[] columns = [new(other), new(values[0].Indicator.Name, ValueWords.Counted(unit), ValueWords.Style(unit, 1000)), new(new("Año", "Year", "Année")), new(new("Calidad", "Quality", "Qualité"))];
        return new(id, caption, new(columns, [.. values.Select(value => new[]
        {
            Cell.Of(facts.Counterpart(value).ShortName, isOrigin ? links.Corridor(facts.Counterpart(value), facts.Area) : links.Corridor(facts.Area, facts.Counterpart(value))),
            Cell.Of(ValueWords.Datum(value, figures.Lineage(value))),
            Cell.Of(ValueWords.Period(value.Period)),
            Cell.Of(ValueWords.Quality(value.Quality)),
        })]));
    }

    private List<ProfileBlock> Quality(AreaFacts facts, Dictionary<string, List<IndicatorRow>> rows)
    {
        var all = facts.Registry.All.SelectMany(indicator => rows[indicator.Code]).ToList();
        var counted = facts.Registry.All.Where(indicator => indicator.Counts && indicator.SameAs is null).ToList();
        var filled = counted.Count(indicator => rows[indicator.Code].Exists(row => row.Value is { IsFilled: true }));
        return
        [
            new TextBlock(null, new(
                $"Hay valor para {filled} de los {counted.Count} indicadores que se cuentan. Cada uno lleva su fuente, su año y si es observado, estimado o imputado.",
                $"There is a value for {filled} of the {counted.Count} indicators that count. Each has its source, its year and whether it is observed, estimated or imputed.",
                $"Une valeur existe pour {filled} des {counted.Count} indicateurs comptés. Chacun porte sa source, son année et précise s’il est observé, estimé ou imputé.")),
            new IndicatorsBlock("indicators", new("Calidad de cada indicador", "Quality of each indicator", "Qualité de chaque indicateur"), all),
            Gaps(facts, [.. facts.Registry.All.Where(indicator => !rows[indicator.Code].Exists(row => row.Value is { IsFilled: true }))]),
        ];
    }

    private List<ProfileBlock> Methods(Dictionary<string, List<IndicatorRow>> rows) =>
        ProfilePapers.Methods(edition, material.Sources, [.. material.Indicators.Registry.All.Where(indicator => rows[indicator.Code].Exists(row => row.Value is { IsFilled: true }))], links);

    private static IEnumerable<IndicatorRow> Of(SectionKind kind, Dictionary<string, List<IndicatorRow>> rows) =>
        rows.Values.SelectMany(all => all).Where(row => ProfileSections.Of(row.Indicator.Code, row.Indicator.Block.Id) == kind);

    private void AddRows(List<ProfileBlock> blocks, SectionKind kind, AreaFacts facts, List<IndicatorRow> rows)
    {
        var filled = rows.Where(row => row.Value is { IsFilled: true }).ToList();
        if (filled.Count > 0)
            blocks.Add(new IndicatorsBlock($"{SectionNames.Code(kind)}-indicators", new("Indicadores", "Indicators", "Indicateurs"), filled));
        var missing = rows.Select(row => row.Indicator).Distinct().Where(indicator => !filled.Exists(row => row.Indicator == indicator)).ToList();
        if (missing.Count > 0)
            blocks.Add(Gaps(facts, missing));
    }

    private GapBlock Gaps(AreaFacts facts, IReadOnlyList<IndicatorDefinition> missing) =>
        new([.. missing.Select(indicator => new Gap(indicator, ValueWords.Capital(facts.ReasonMissing(indicator)), links.Indicator(indicator.Code)))]);

    private List<IndicatorRow> Rows(AreaFacts facts, ProfileFigures figures, IndicatorDefinition indicator)
    {
        var found = facts.Rows(indicator).ToList();
        if (found.Count == 0)
            return [new(indicator, indicator.Measures[0], null, Numbers.MissingBecause(facts.ReasonMissing(indicator)), QualityLight.Missing) { Href = links.Indicator(indicator.Code) }];
        return found.ConvertAll(pair =>
        {
            var (measure, value) = pair;
            var shown = ValueWords.Of(value);
            return new IndicatorRow(indicator, measure, value, value.Key.Counterpart == IndicatorKey.All ? shown : ValueWords.Joined(facts.Counterpart(value).ShortName, shown), Light(value, edition.Cutoff))
            {
                Part = PartNames.Of(value.Key),
                Lineage = figures.Lineage(value),
                Href = links.Indicator(indicator.Code),
                Source = value.Inputs.Count == 0 ? indicator.Source : Publishers(value),
            };
        });
    }

    private static Text Publishers(IndicatorValue value)
    {
        var all = value.Inputs.Select(input => input.Publisher).Distinct().Take(4).ToList();
        return new(string.Join("; ", all.Select(one => one.Es)), string.Join("; ", all.Select(one => one.En)), string.Join(" ; ", all.Select(one => one.Fr)));
    }

    /// <summary>How far a value may be leant on.</summary>
    internal static QualityLight Light(IndicatorValue value, DateOnly cutoff)
    {
        var age = cutoff.Year - value.Period.Year;
        return value switch
        {
            { IsFilled: false } => QualityLight.Missing,
            _ when value.Quality == IndicatorQuality.Imputed || age > 10 => QualityLight.Poor,
            _ when value.Quality == IndicatorQuality.Estimated || age > 5 => QualityLight.Fair,
            _ => QualityLight.Good,
        };
    }
}
