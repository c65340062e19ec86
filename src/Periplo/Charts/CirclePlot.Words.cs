using Periplo.Languages;

namespace Periplo.Charts;

/// <content>What the circle says in words and as a table.</content>
public static partial class CirclePlot
{
    private const int Named = 3;
    private static readonly Text Origin = new("Origen", "Origin", "Origine");
    private static readonly Text Destination = new("Destino", "Destination", "Destination");
    private static readonly Text Within = new("Dentro de {0}", "Within {0}", "À l’intérieur : {0}");
    private static readonly Text Below = new("flujos menores que el umbral", "flows below the threshold", "flux inférieurs au seuil");
    private static readonly Text Wide = new("ancho de una cinta de {0}", "width of a ribbon of {0}", "largeur d’un ruban de {0}");
    private static readonly Text Reads = new("color: el origen; punta: el destino", "colour: the origin; point: the destination", "couleur : l’origine ; pointe : la destination");

    private static Text Pair(CircleArea from, CircleArea to) => Text.Same("{0} → {1}").With(from.Name, to.Name);

    private static Text SectorWords(CircleSector sector, Text unit, CircleOptions options)
    {
        Text In(double value) => Numbers.In(value, options.Style);
        var words = new Text("{0}: salen {1}, llegan {2} ({3})", "{0}: {1} leave, {2} arrive ({3})", "{0} : {1} partent, {2} arrivent ({3})")
            .With(sector.Area.Name, In(sector.Out), In(sector.In), unit);
        return sector.Within > 0 ? new Text("{0}; dentro, {1}", "{0}; within, {1}", "{0} ; à l’intérieur, {1}").With(words, In(sector.Within)) : words;
    }

    private static List<Text> Notes(IReadOnlyList<CircleFlow> flows, CircleLayout layout, int nameless, CircleOptions options)
    {
        var notes = new List<Text>(3);
        var known = flows.Where(flow => flow.Datum.Value is > 0).ToList();
        var left = known.Where(flow => flow.Datum.Value < options.Threshold).ToList();
        if (left.Count > 0)
        {
            var sum = known.Sum(flow => flow.Datum.Value!.Value);
            notes.Add(new Text(
                "Umbral: se dibujan los {0} flujos de {1} o más, que son {2} del total; los otros {3} cuentan en el largo de los sectores y están en la tabla.",
                "Threshold: the {0} flows of {1} or more are drawn, {2} of the total; the other {3} count in the length of the sectors and are in the table.",
                "Seuil : les {0} flux d’au moins {1} sont dessinés, soit {2} du total ; les {3} autres comptent dans la longueur des secteurs et figurent dans le tableau.")
                .With(layout.Ribbons.Count, Numbers.In(options.Threshold, NumberStyle.Whole), Numbers.In(100 * (1 - (left.Sum(flow => flow.Datum.Value!.Value) / sum)), NumberStyle.Percent), left.Count));
        }
        else if (known.Count > 0)
        {
            notes.Add(new("Umbral: ninguno; se dibujan todos los flujos.", "Threshold: none; all flows are drawn.", "Seuil : aucun ; tous les flux sont dessinés."));
        }

        if (nameless > 0)
            notes.Add(new Text("Sin nombre en la figura: {0} sectores pequeños; todos están en la tabla.", "Without a name in the figure: {0} small sectors; all are in the table.", "Sans nom dans la figure : {0} petits secteurs ; tous figurent dans le tableau.").With(nameless));
        var missing = flows.Count(flow => flow.Datum.Value is null);
        if (missing > 0)
            notes.Add(new Text("Sin datos: {0} de {1} flujos.", "No data: {0} of {1} flows.", "Sans données : {0} flux sur {1}.").With(missing, flows.Count));
        return notes;
    }

    private static FigureTable Table(IReadOnlyList<CircleArea> areas, IReadOnlyList<CircleFlow> flows, Text unit, CircleOptions options)
    {
        var byId = areas.ToDictionary(area => area.Id);
        var style = options.Style.Form is NumberForm.Compact or NumberForm.Short ? NumberStyle.Whole : options.Style;
        return new(
            [new(Origin), new(Destination), new(unit, unit, style)],
            [
                .. flows.OrderByDescending(flow => flow.Datum.Value ?? double.NegativeInfinity).Select(flow => (Cell[])
                [
                    Cell.Of(byId[flow.Origin].Name, flow.Href), Cell.Of(byId[flow.Destination].Name), Cell.Of(flow.Datum),
                ]),
            ]);
    }

    private static Text Alternative(IReadOnlyList<CircleArea> areas, IReadOnlyList<CircleFlow> flows, CircleLayout layout, CircleOptions options)
    {
        var known = flows.Where(flow => flow.Datum.Value is > 0).OrderByDescending(flow => flow.Datum.Value).ToList();
        if (known.Count == 0)
            return new("No hay flujos.", "There are no flows.", "Il n’y a pas de flux.");
        var byId = areas.ToDictionary(area => area.Id);
        string Largest(Language language) => string.Join("; ", known.Take(Named).Select(flow =>
            $"{(flow.Origin == flow.Destination ? Within.With(byId[flow.Origin].Name) : Pair(byId[flow.Origin], byId[flow.Destination])).In(language)}, {Numbers.Format(flow.Datum.Value!.Value, options.Style, language)}"));
        return new Text(
            "Círculo de {0} {1} unidas por {2} cintas. En total, {3}. Los flujos mayores: {4}.",
            "A circle of {0} {1} joined by {2} ribbons. In all, {3}. The largest flows: {4}.",
            "Cercle de {0} {1} reliées par {2} rubans. Au total, {3}. Les flux les plus importants : {4}.")
            .With(layout.Sectors.Count, options.Counted, layout.Ribbons.Count, Numbers.In(known.Sum(flow => flow.Datum.Value!.Value), options.Style), new Text(Largest(Language.Es), Largest(Language.En), Largest(Language.Fr)));
    }
}
