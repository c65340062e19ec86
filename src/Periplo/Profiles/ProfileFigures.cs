using Periplo.Areas;
using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>The charts of a profile, all from its indicators: a chart and a table never say different things.</summary>
internal sealed class ProfileFigures(ProfileMaterial material, ProfileLinks links, AreaFacts facts)
{
    /// <summary>Width of a chart drawn for a phone: its text is as large there as the text around it.</summary>
    public const double NarrowWidth = 336;

    private const int Shown = 10;

    /// <summary>Charts begin where the tables of migrants do; the page of an indicator has all years.</summary>
    private const int FirstYear = 1990;

    private readonly Area area = facts.Area;

    /// <summary>The charts of a section; none where there is nothing to draw.</summary>
    public IEnumerable<FigureBlock> Of(SectionKind section)
    {
        FigureBlock?[] blocks = section switch
        {
            SectionKind.Population =>
            [
                Lines("population", new("Población", "Population", "Population"), "P1.01"),
                Lines("stocks", new("Inmigrantes y emigrantes", "Immigrants and emigrants", "Immigrés et émigrés"), "M1.01", "M2.01"),
                Lines("rates", new("Crecimiento natural y migración neta", "Natural increase and net migration", "Accroissement naturel et migration nette"), "P1.03", "P1.04"),
            ],
            SectionKind.Migrants =>
            [
                Ranked("origins", new("Inmigrantes por origen", "Immigrants by origin", "Immigrés par origine"), new("orígenes", "origins", "origines"), "M1.06", "M1.01", isOrigin: true),
                Parts("ages", new("Inmigrantes por edad", "Immigrants by age", "Immigrés par âge"), new("Edad", "Age", "Âge"), "M1.05"),
            ],
            SectionKind.Emigrants => [Ranked("destinations", new("Emigrantes por destino", "Emigrants by destination", "Émigrés par destination"), new("destinos", "destinations", "destinations"), "M2.03", "M2.01", isOrigin: false)],
            SectionKind.Remittances => [Lines("remittances", new("Remesas recibidas y enviadas", "Remittances received and sent", "Envois de fonds reçus et émis"), "R1.01", "R1.03")],
            SectionKind.Corridors =>
            [
                Map("origins-map", new("De dónde vienen los inmigrantes", "Where immigrants come from", "D’où viennent les immigrés"), "M1.06", isOrigin: true),
                Map("destinations-map", new("A dónde van los emigrantes", "Where emigrants go", "Où vont les émigrés"), "M2.03", isOrigin: false),
            ],
            _ => [],
        };
        return blocks.OfType<FigureBlock>();
    }

    /// <summary>The courses of the section's other indicators, those of one unit together: whatever has three values is drawn.</summary>
    public IEnumerable<FigureBlock> Courses(SectionKind section, Text title, IEnumerable<IndicatorDefinition> indicators)
    {
        var courses = indicators.Where(indicator => indicator.SameAs is null).SelectMany(indicator => indicator.Measures.Select(measure => (Indicator: indicator, Measure: measure, Values: Course(indicator.Code, new(measure.Id)))))
            .Where(course => course.Values.Count >= 3 && course.Values.Any(value => value.Value != 0)).ToList();
        foreach (var unit in courses.GroupBy(course => course.Measure.Unit))
        {
            foreach (var (group, at) in unit.Chunk(8).Select((group, at) => (group, at)))
            {
                var id = $"{SectionNames.Code(section)}-{unit.Key.ToLowerInvariant().Replace('_', '-')}{(at > 0 ? $"-{at + 1}" : "")}";
                var values = group.SelectMany(course => course.Values).ToList();
                IReadOnlyList<IndicatorDefinition> drawn = [.. group.Select(course => course.Indicator).Distinct()];
                if (group.Length == 1)
                {
                    var (indicator, measure, course) = group[0];
                    yield return Lines(id, ValueWords.Named(indicator, measure), [SeriesOf(ValueWords.Named(indicator, measure), course)], values);
                    continue;
                }

                var panels = group.Select(course => new Panel(ValueWords.Named(course.Indicator, course.Measure), [SeriesOf(course.Indicator.Name, course.Values)]) { Href = links.Indicator(course.Indicator.Code) }).ToList();
                var credits = CreditsOf(id, InParentheses(title, ValueWords.Counted(unit.Key)), unit.Key, values);
                yield return new(
                    id,
                    SmallMultiples.Draw(credits, panels, new() { SharedScale = false, Style = StyleOf(unit.Key), LeastPanelWidth = 200, PanelHeight = 140 }, material.Font),
                    SmallMultiples.Draw(Narrow(credits), panels, new() { SharedScale = false, Style = StyleOf(unit.Key), Width = NarrowWidth, LeastPanelWidth = 150, PanelHeight = 130 }, material.Font),
                    drawn);
            }
        }
    }

    /// <summary>The course of an indicator in the size of a word; null with fewer than three values.</summary>
    public Figure? Spark(IndicatorRow row)
    {
        var course = Course(row.Indicator.Code, new(row.Measure.Id));
        return course.Count < 3 ? null : Sparkline.Draw(
            CreditsOf($"spark-{row.Indicator.Code.ToLowerInvariant().Replace('.', '-')}", row.Name, row.Measure.Unit, course), SeriesOf(row.Name, course), StyleOf(row.Measure.Unit));
    }

    /// <summary>Address of the rows a value was made of.</summary>
    public string? Lineage(IndicatorValue value) => value.Inputs.Select(links.Lineage).FirstOrDefault(address => address is not null);

    private static Text InParentheses(Text title, Text what) => new($"{title.Es} ({what.Es})", $"{title.En} ({what.En})", $"{title.Fr} ({what.Fr})");

    private static Credits Narrow(Credits credits) => credits with { Id = $"{credits.Id}-narrow" };

    private static NumberStyle StyleOf(string unit) => unit.StartsWith("PT", StringComparison.Ordinal) ? NumberStyle.Percent
        : unit is "PS" or "USD" or "EUR" or "CASE" or "DISPLACEMENT" ? NumberStyle.Whole : new(NumberForm.Plain, 2);

    private FigureBlock? Lines(string id, Text title, params ReadOnlySpan<string> codes)
    {
        var series = new List<Series>();
        var values = new List<IndicatorValue>();
        foreach (var code in codes)
        {
            var course = Course(code);
            if (course.Count < 2)
                continue;
            series.Add(SeriesOf(course[0].Indicator.Name, course));
            values.AddRange(course);
        }

        return series.Count == 0 ? null : Lines(id, title, series, values);
    }

    private FigureBlock Lines(string id, Text title, List<Series> series, List<IndicatorValue> values)
    {
        var (unit, credits) = (values[0].Unit, CreditsOf(id, title, values[0].Unit, values));
        return new(
            id,
            Charts.Lines.Draw(credits, series, new() { Style = StyleOf(unit), Height = 260, Names = series.Count > 1 }, material.Font),
            Charts.Lines.Draw(Narrow(credits), series, new() { Style = StyleOf(unit), Width = NarrowWidth, Height = 260, Names = series.Count > 1 }, material.Font),
            [.. values.Select(value => value.Indicator).Distinct()]);
    }

    private FigureBlock? Ranked(string id, Text title, Text counted, string code, string total, bool isOrigin)
    {
        var values = facts.Ranked(code);
        if (values.Count == 0)
            return null;
        var whole = facts.Course(total).LastOrDefault(value => value.Period.Year == values[0].Period.Year);
        var credits = CreditsOf(id, title, values[0].Unit, values);
        var options = new BarOptions { Top = Shown, Total = whole?.Value, Counted = counted, Href = other => Corridor(other, isOrigin) };
        AreaDatum[] data = [.. values.Select(value => new AreaDatum(facts.Counterpart(value), ValueWords.Datum(value, Lineage(value))))];
        return new(id, RankedBars.Draw(credits, data, options, material.Font), RankedBars.Draw(Narrow(credits), data, options with { Width = NarrowWidth }, material.Font), [values[0].Indicator]);
    }

    private FigureBlock? Map(string id, Text title, string code, bool isOrigin)
    {
        var values = facts.Ranked(code);
        if (values.Count == 0 || material.World is not { } world || area.Location is null)
            return null;
        AreaDatum[] data = [.. values.Select(value => new AreaDatum(facts.Counterpart(value), ValueWords.Datum(value, Lineage(value))))];
        var figure = CorridorMap.Draw(CreditsOf(id, title, values[0].Unit, values), world, area, data, new()
        {
            Direction = isOrigin ? CorridorDirection.ToHub : CorridorDirection.FromHub,
            Top = Shown,
            Width = 540,
            Height = 400,
            Href = other => Corridor(other, isOrigin),
        }, material.Font);
        return new(id, figure, null, [values[0].Indicator]) { IsMap = true };
    }

    /// <summary>The parts of a whole, each a measure of one indicator, as bars.</summary>
    private FigureBlock? Parts(string id, Text title, Text category, string code)
    {
        if (facts.Registry.Find(code) is not { } indicator)
            return null;
        var rows = facts.Rows(indicator).Where(row => row.Value.Value >= 0).ToList();
        if (rows.Count < 2)
            return null;
        var unit = rows[0].Measure.Unit;
        var credits = CreditsOf(id, title, unit, rows.Select(row => row.Value));
        CategoryBar[] bars = [.. rows.Select(row => new CategoryBar(PartNames.Of(row.Value.Key) ?? row.Measure.Name, [row.Value.Value]))];
        var options = new CategoryOptions { Category = category, Parts = [indicator.Name], Style = StyleOf(unit) };
        return new(id, CategoryBars.Draw(credits, bars, options, material.Font), CategoryBars.Draw(Narrow(credits), bars, options with { Width = NarrowWidth }, material.Font), [indicator]);
    }

    private IReadOnlyList<IndicatorValue> Course(string code, IndicatorKey? key = null) => [.. facts.Course(code, key).Where(value => value.Period.Year >= FirstYear)];

    private string? Corridor(Area other, bool isOrigin) => isOrigin ? links.Corridor(other, area) : links.Corridor(area, other);

    /// <summary>A course as a line: points are joined over as many years as usually lie between them, five at most.</summary>
    private Series SeriesOf(Text name, IReadOnlyList<IndicatorValue> course)
    {
        var step = 1;
        if (course.Count > 1)
            step = course.Zip(course.Skip(1), (a, b) => b.Period.Year - a.Period.Year).GroupBy(gap => gap).OrderByDescending(gap => gap.Count()).ThenBy(gap => gap.Key).First().Key;
        return new(name, [.. course.DistinctBy(value => value.Period.Year).Select(value => new YearDatum(value.Period.Year, ValueWords.Datum(value, Lineage(value))))]) { LongestStep = Math.Clamp(step, 1, 5) };
    }

    private Credits CreditsOf(string id, Text title, string unit, IEnumerable<IndicatorValue> values)
    {
        var all = values.ToList();
        var (first, last) = (all.Min(value => value.Period.Year), all.Max(value => value.Period.Year));
        var years = first == last ? $"{first}" : $"{first}–{last}";
        var (revisions, definitions) = (all.SelectMany(value => value.Inputs).Select(input => (input.Collection, input.Revision)).Distinct(), all.Select(value => value.DefinitionUsed).OfType<Text>().Distinct());
        return new(
            id, new($"{title.Es}: {area.ShortName.Es}, {years}", $"{title.En}: {area.ShortName.En}, {years}", $"{title.Fr} : {area.ShortName.Fr}, {years}"), ValueWords.Counted(unit),
            [.. revisions.SelectMany(pair => ProfileSources.Lines(material.Sources, pair.Collection, pair.Revision)).Distinct()],
            [.. definitions.Select(used => ValueWords.Joined(new("Cómo se cuenta", "How it is counted", "Comment on compte"), used))]);
    }
}
