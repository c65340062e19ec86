using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;
using static Periplo.Exchange.QualityStructures;

namespace Periplo.Exchange;

/// <summary>The report on the quality of a flow: nothing in it is written by hand but what holds for all; the rest follows from the lineage of the figures and the figures themselves.</summary>
public static class QualityReport
{
    /// <summary>The report on a flow that has figures.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="parts">The parts they were made of.</param>
    public static MetadataReport Of(PublishedFlow flow, FlowSeries figures, IReadOnlyList<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(parts);
        var said = new Dictionary<string, Text>
        {
            [Content] = flow.Description,
            [Units] = UnitsOf(flow, figures),
            [QualityStructures.Areas] = AreasOf(figures),
            [Time] = TimeOf(figures),
            [QualityStructures.Sources] = Lines(parts.Select(part => Joined(part.Papers.Publisher, part.Papers.Url))),
            [Methods] = Lines(parts.Select(part => part.Papers.Method)),
            [Accuracy] = AccuracyOf(figures),
            [Timeliness] = TimelinessOf(figures, parts),
            [Comparability] = new(
                "Las definiciones difieren entre fuentes y las dice METHOD de cada serie. De cada tabla y periodo hay una sola fuente y revisión; una cifra que no viene de la publicación de su serie la nombra en OBS_SOURCE.",
                "Definitions differ between sources; METHOD of each series tells them. Of each table and period there is one source and revision only; a figure that does not come from the publication of its series names it in OBS_SOURCE.",
                "Les définitions diffèrent d’une source à l’autre ; METHOD de chaque série les indique. De chaque tableau et période, il n’y a qu’une source et une révision ; un chiffre qui ne vient pas de la publication de sa série la nomme dans OBS_SOURCE."),
            [Notes] = Lines(parts.SelectMany(part => part.Notes)),
            [RevisionPolicy] = new(
                "Una revisión publicada no cambia. Cuando una fuente publica otra, las dos se conservan; los datos actuales son los de la última, y los anteriores se piden con asOf, updatedAfter e includeHistory.",
                "A published revision does not change. When a source publishes another, both are kept; current data are those of the latest, and earlier ones are asked for with asOf, updatedAfter and includeHistory.",
                "Une révision publiée ne change pas. Lorsqu’une source en publie une autre, les deux sont conservées ; les données actuelles sont celles de la dernière, et les précédentes se demandent avec asOf, updatedAfter et includeHistory."),
            [RevisionList] = Lines(figures.Revisions.Select(revision => Text.Same(
                $"{revision.Dataset.Revision.Id}: {revision.Dataset.Observations.Count}, {revision.Dataset.Parts.Min(part => part.ImportedAt).UtcDateTime:yyyy-MM-dd}"))),
            [Licence] = Lines(parts.Select(part => Text.Same(part.Papers.Licence))),
            [Lineage] = Lines(parts.SelectMany(part => part.CompiledFrom.Prepend(part.File).Select(file => Text.Same($"{part.Revision.Id}: {file.Name}, SHA-256 {file.Sha256}, {part.Reader}")))),
        };
        return new(Flow, flow.Reference,
        [
            .. Headings.Select(heading => new ReportedAttribute(
                heading.Id, null, [.. heading.Children.Where(child => said[child.Id].Es.Length > 0).Select(child => new ReportedAttribute(child.Id, said[child.Id].International(), []))]))
                .Where(heading => heading.Children.Count > 0),
        ]);
    }

    private static Text UnitsOf(PublishedFlow flow, FlowSeries figures)
    {
        var unit = flow.Flow.Structure.Position("UNIT_MEASURE");
        return unit < 0
            ? Lines(figures.Codes[figures.Rules.Measure].Select(figures.Rules.Unit).OfType<string>().Select(Text.Same))
            : Lines(figures.Codes[unit].Select(code => flow.Flow.Structure.Dimensions[unit].CodeList.Find(code)?.Name.Text() ?? Text.Same(code)));
    }

    private static Text AreasOf(FlowSeries figures)
    {
        var area = figures.Rules.Dimensions.ToList().IndexOf("REF_AREA");
        var count = area < 0 ? 0 : figures.Codes[area].Length;
        return count == 0 ? Text.Same("") : new($"{count} áreas.", $"{count} areas.", $"{count} zones.");
    }

    private static Text TimeOf(FlowSeries figures) =>
        figures.Whole is { First: { } first, Last: { } last } ? Text.Same($"{first} – {last}") : Text.Same("");

    /// <summary>How many current figures have each status.</summary>
    private static Text AccuracyOf(FlowSeries figures)
    {
        var counts = new SortedDictionary<char, long>();
        var current = new KeyFigures(figures, new(figures, null, Providers.All));
        for (var key = 0; key < figures.Count; key++)
        {
            current.Load(key);
            for (var i = 0; i < current.Count; i++)
            {
                var letter = current.Columns(current[i].Run).Statuses[current[i].Observation].Letter();
                counts[letter] = counts.GetValueOrDefault(letter) + 1;
            }
        }

        var all = counts.Values.Sum();
        return Lines(counts.Select(one =>
        {
            var name = CodeLists.Status.Find(one.Key.ToString())!.Name.Text();
            var share = $"{one.Value} ({100.0 * one.Value / all:0.#} %)";
            return new Text($"{name.Es} ({one.Key}): {share}", $"{name.En} ({one.Key}): {share}", $"{name.Fr} ({one.Key}) : {share}");
        }));
    }

    private static Text TimelinessOf(FlowSeries figures, IReadOnlyList<Part> parts)
    {
        var day = DateOnly.FromDateTime(parts.Max(part => part.ImportedAt).UtcDateTime);
        var words = Dates.InWords(day);
        var last = figures.Whole.Last?.ToString() ?? "";
        return new($"Últimos datos: {last}. Última importación: {words.Es}.", $"Latest data: {last}. Latest import: {words.En}.", $"Dernières données : {last}. Dernière importation : {words.Fr}.");
    }

    private static Text Joined(Text text, string more) => more.Length == 0 ? text : new($"{text.Es} {more}", $"{text.En} {more}", $"{text.Fr} {more}");

    /// <summary>One line each, none twice.</summary>
    private static Text Lines(IEnumerable<Text> texts)
    {
        var all = texts.Distinct().ToList();
        string In(Func<Text, string> language) => string.Join('\n', all.Select(language).Where(line => line.Length > 0));
        return new(In(text => text.Es), In(text => text.En), In(text => text.Fr));
    }
}
