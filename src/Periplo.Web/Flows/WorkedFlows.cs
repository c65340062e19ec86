using Periplo.Charts;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <summary>
/// The example of four countries of G. Abel (2013), "Estimating global migration flow tables using place of birth data",
/// Demographic Research 28, 505–546, as the method page shows it: without births and deaths. Only the two tables of persons
/// are written here; everything said of them is worked out by the methods themselves.
/// </summary>
public static class WorkedFlows
{
    private static readonly string[] Names = ["A", "B", "C", "D"];
    private static readonly Text Persons = new("personas", "persons", "personnes");

    /// <summary>Persons by birthplace (rows) and residence at both dates.</summary>
    public static FlowInput Input { get; } = new(
        new(Names, Names, [1000, 100, 10, 0, 55, 555, 50, 5, 80, 40, 800, 40, 20, 25, 20, 200]),
        new(Names, Names, [950, 100, 60, 0, 80, 505, 75, 5, 90, 30, 800, 40, 40, 45, 0, 180]),
        [0, 0, 0, 0], [0, 0, 0, 0]);

    /// <summary>Moves by the fewest, by independence and by their weighted mean.</summary>
    public static IReadOnlyList<(FlowMethod Method, FlowTable Table)> Estimates { get; } = [.. Estimate()];

    /// <summary>Fewest moves.</summary>
    public static FlowTable Fewest => Estimates[0].Table;

    /// <summary>A table of persons by birthplace and residence.</summary>
    public static FigureTable Stocks(bool isStart)
    {
        var stocks = isStart ? Input.Start : Input.End;
        return Square(FlowWords.Birthplace, NumberStyle.Whole, (birth, residence) => stocks[birth, residence]);
    }

    /// <summary>Moves of a method by origin and destination.</summary>
    public static FigureTable Moves(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var style = StyleOf(Rounded(table.Flows.Max()));
        return Square(FlowWords.Origin, style, (origin, destination) => origin == destination ? null : Rounded(table.Flows[(origin * Names.Length) + destination]));
    }

    /// <summary>For the natives of each country: where they became fewer, where more, and who must have moved.</summary>
    public static IReadOnlyList<Text> Steps { get; } = [.. Enumerable.Range(0, Names.Length).Select(Step)];

    /// <summary>The result as a circle, with its address.</summary>
    public static View View(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var credits = new Credits(
            "circle", new("Las mudanzas del ejemplo, con el mínimo posible", "The moves of the example, the fewest possible", "Les déplacements de l’exemple, le minimum possible"), Persons,
            [new("Ejemplo inventado de cuatro países (Abel 2013).", "Made-up example of four countries (Abel 2013).", "Exemple inventé de quatre pays (Abel 2013).")], []);
        CircleArea[] areas = [.. Names.Select((name, i) => new CircleArea(name, Text.Same(name), new(Text.Same(name), $"s{i + 1}")))];
        CircleFlow[] flows =
        [
            .. from origin in Enumerable.Range(0, Names.Length)
               from destination in Enumerable.Range(0, Names.Length)
               where origin != destination
               select new CircleFlow(Names[origin], Names[destination], new(Rounded(Fewest.Flows[(origin * Names.Length) + destination]))),
        ];
        CircleOptions Options(double width) => new() { Counted = new("áreas", "areas", "zones"), Style = NumberStyle.Whole, Width = width };
        return new(FlowAddresses.Method, _ => "", CirclePlot.Draw(credits, areas, flows, Options(960), site.Font))
        {
            Narrow = CirclePlot.Draw(CountryFigures.Narrow(credits), areas, flows, Options(CountryFigures.NarrowWidth), site.Font),
        };
    }

    /// <summary>A number of persons, with a decimal only where it has one.</summary>
    public static Text Written(double persons) => Numbers.In(Rounded(persons), StyleOf(Rounded(persons)));

    private static NumberStyle StyleOf(double rounded) => rounded == Math.Floor(rounded) ? NumberStyle.Whole : new(NumberForm.Plain, 1);

    private static double Rounded(double persons) => Math.Round(persons, 1);

    private static IEnumerable<(FlowMethod, FlowTable)> Estimate()
    {
        FlowMethod[] methods = [FlowMethod.ClosedMinimum, FlowMethod.ClosedIndependence, FlowMethod.PseudoBayes];
        return methods.Zip(FlowEstimation.Estimate(Input, methods, FlowOptions.Default));
    }

    private static FigureTable Square(Text rows, NumberStyle style, Func<int, int, double?> value) => new(
        [new(rows), .. Names.Select(name => new TableColumn(Text.Same(name), Persons, style))],
        [.. Names.Select((name, row) => (Cell[])[Cell.Of(Text.Same(name)), .. Names.Select((_, column) => value(row, column) is { } number ? Cell.Of(number) : Cell.Of(Text.Same("–")))])]);

    private static Text Step(int birth)
    {
        var changes = Enumerable.Range(0, Names.Length).Select(residence => (Residence: residence, Before: Input.Start[birth, residence], After: Input.End[birth, residence])).ToList();
        var (fewer, more) = (changes.FindAll(one => one.After < one.Before), changes.FindAll(one => one.After > one.Before));
        var moved = fewer.Sum(one => one.Before - one.After);
        Text Number(double value) => Written(value);
        Text Listed(IEnumerable<Text> parts)
        {
            var all = parts.ToList();
            return new(string.Join("; ", all.Select(part => part.Es)), string.Join("; ", all.Select(part => part.En)), string.Join("\u00A0; ", all.Select(part => part.Fr)));
        }

        var change = new Text("en {0}, de {1} a {2}", "in {0}, from {1} to {2}", "en {0}, de {1} à {2}");
        Text Changes(List<(int Residence, double Before, double After)> ones) => Listed(ones.Select(one => change.With(Names[one.Residence], Number(one.Before), Number(one.After))));
        var moves = Listed(fewer.SelectMany(from => more.Select(to =>
            new Text("{0} → {1}: {2}", "{0} → {1}: {2}", "{0} → {1} : {2}").With(Names[from.Residence], Names[to.Residence], Number((from.Before - from.After) * (to.After - to.Before) / moved)))));
        return new Text(
            "Nacidos en {0}. Son menos {1}; son más {2}. Por lo menos {3} se mudaron. Los que faltan se reparten entre los lugares donde sobran, en proporción: {4}.",
            "Born in {0}. They are fewer {1}; they are more {2}. At least {3} moved. Those missing are shared over the places where there are more, in proportion: {4}.",
            "Nés en {0}. Ils sont moins nombreux {1} ; plus nombreux {2}. Au moins {3} se sont déplacés. Ceux qui manquent se répartissent entre les lieux où ils sont plus nombreux, en proportion : {4}.")
            .With(Names[birth], Changes(fewer), Changes(more), Number(moved), moves);
    }
}
