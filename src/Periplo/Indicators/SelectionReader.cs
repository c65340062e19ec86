using System.Globalization;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>Reads what is chosen of a dataset: <c>[REF_AREA=area, COUNTERPART_AREA=sum, MEASURE=STOCK, SEX=each, UNIT_MEASURE=PS]</c>.</summary>
/// <param name="definition">The dataset.</param>
/// <param name="source">Who published it, or null.</param>
/// <param name="place">Where the selection begins.</param>
internal sealed class SelectionReader(DatasetDefinition definition, string? source, int place)
{
    private readonly Choice?[] choices = new Choice?[definition.Structure.Dimensions.Count];
    private int? year;
    private bool overYear;

    /// <summary>Reads up to the closing bracket.</summary>
    public Selection Read(FormulaReader text)
    {
        do
            ReadChoice(text);
        while (text.Take(','));
        if (!text.Take(']'))
        {
            throw FormulaReader.Fault(text.Place(), new(
                $"Falta cerrar el corchete de {definition.Id} (lugar {text.Place()}).", $"The bracket of {definition.Id} is not closed (place {text.Place()}).",
                $"Le crochet de {definition.Id} n’est pas fermé (place {text.Place()})."));
        }

        for (var d = 0; d < choices.Length; d++)
            choices[d] ??= Unnamed(definition.Structure.Dimensions[d]);
        var selection = new Selection(place, definition, source, [.. choices.Select(choice => choice!)], year, overYear);
        Check(selection);
        return selection;
    }

    private void ReadChoice(FormulaReader text)
    {
        var at = text.Place();
        var id = text.Word();
        if (!text.Take('='))
        {
            throw FormulaReader.Fault(text.Place(), new(
                $"Se esperaba DIMENSIÓN=código en {definition.Id} (lugar {text.Place()}).", $"DIMENSION=code was expected in {definition.Id} (place {text.Place()}).",
                $"DIMENSION=code était attendu dans {definition.Id} (place {text.Place()})."));
        }

        if (id == DataStructure.TimeDimension)
        {
            ReadYear(text);
            return;
        }

        if (definition.Structure.Position(id) is not (>= 0 and var d))
        {
            var known = string.Join(", ", definition.Structure.Dimensions.Select(dimension => dimension.Id));
            throw FormulaReader.Fault(at, new(
                $"{definition.Id} no tiene la dimensión «{id}» (lugar {at}). Las que tiene: {known}.", $"{definition.Id} has no dimension \"{id}\" (place {at}). It has: {known}.",
                $"{definition.Id} n’a pas la dimension « {id} » (place {at}). Elle a : {known}."));
        }

        if (choices[d] is not null)
            throw FormulaReader.Fault(at, new($"{id} se repite (lugar {at}).", $"{id} is repeated (place {at}).", $"{id} est répété (place {at})."));
        choices[d] = ReadCodes(text, definition.Structure.Dimensions[d]);
    }

    private void ReadYear(FormulaReader text)
    {
        var at = text.Place();
        var word = text.Word();
        if (word == "mean")
        {
            overYear = true;
            return;
        }

        year = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1000 and <= 9999
            ? number
            : throw FormulaReader.Fault(at, new(
                $"Se esperaba un año o «mean» (lugar {at}).", $"A year or \"mean\" was expected (place {at}).", $"Une année ou « mean » était attendue (place {at})."));
    }

    private static Choice ReadCodes(FormulaReader text, Dimension dimension)
    {
        var codes = new List<string>();
        do
        {
            var at = text.Place();
            var code = text.Word();
            var kind = code switch { "area" => ChoiceKind.Area, "sum" => ChoiceKind.Sum, "mean" => ChoiceKind.Mean, "each" => ChoiceKind.Each, _ => ChoiceKind.Codes };
            if (kind != ChoiceKind.Codes && codes.Count == 0)
                return Allowed(kind, dimension, at);
            if (kind != ChoiceKind.Codes || dimension.CodeList.Find(code) is null || codes.Contains(code))
            {
                throw FormulaReader.Fault(at, new(
                    $"{dimension.Id} no tiene el código «{code}», o está repetido (lugar {at}).", $"{dimension.Id} has no code \"{code}\", or it is repeated (place {at}).",
                    $"{dimension.Id} n’a pas le code « {code} », ou il est répété (place {at})."));
            }

            codes.Add(code);
        }
        while (text.Take('+'));
        return new(ChoiceKind.Codes, codes);
    }

    private static Choice Allowed(ChoiceKind kind, Dimension dimension, int at)
    {
        var list = dimension.CodeList.Id;
        var fits = kind switch
        {
            ChoiceKind.Area or ChoiceKind.Mean => list == "CL_AREA",
            ChoiceKind.Each => list is "CL_AREA" or "CL_SEX" or "CL_AGE",
            _ => Totals.Summable.Contains(list),
        };
        return fits ? new(kind, []) : throw FormulaReader.Fault(at, kind switch
        {
            ChoiceKind.Area or ChoiceKind.Mean => new($"{dimension.Id} no es un área (lugar {at}).", $"{dimension.Id} is no area (place {at}).", $"{dimension.Id} n’est pas une zone (place {at})."),
            ChoiceKind.Each => new(
                $"Solo se distingue por áreas, sexo o edad, no por {dimension.Id} (lugar {at}).", $"Only areas, sex and age can be told apart, not {dimension.Id} (place {at}).",
                $"On ne distingue que par zones, sexe ou âge, pas par {dimension.Id} (place {at})."),
            _ => new($"No se puede sumar sobre {dimension.Id} (lugar {at}).", $"{dimension.Id} cannot be summed over (place {at}).", $"On ne peut pas additionner sur {dimension.Id} (place {at})."),
        });
    }

    /// <summary>What is not named is taken whole, and by the year; areas, measures and units must be named.</summary>
    private Choice Unnamed(Dimension dimension)
    {
        var code = dimension.Id == "FREQ" ? "A" : dimension.CodeList.Find("_T") is not null ? "_T" : "_Z";
        return dimension.CodeList.Id != "CL_AREA" && dimension.Id != definition.MeasureDimension && dimension.CodeList.Find(code) is not null
            ? new(ChoiceKind.Codes, [code])
            : throw FormulaReader.Fault(place, new(
                $"Falta {dimension.Id} en {definition.Id} (lugar {place}).", $"{dimension.Id} is missing in {definition.Id} (place {place}).",
                $"{dimension.Id} manque dans {definition.Id} (place {place})."));
    }

    private void Check(Selection selection)
    {
        if (selection.Chosen().Count(pair => pair.Choice.Kind == ChoiceKind.Area) != 1)
        {
            throw FormulaReader.Fault(place, new(
                $"{definition.Id} necesita una dimensión, y solo una, igual a «area» (lugar {place}).", $"{definition.Id} needs one dimension, and only one, equal to \"area\" (place {place}).",
                $"{definition.Id} a besoin d’une dimension, et d’une seule, égale à « area » (place {place})."));
        }

        var measure = selection.Choice(definition.MeasureDimension)!;
        if (measure.Codes.Count != 1 || selection.Choice("UNIT_MEASURE") is not { Codes.Count: 1 })
        {
            throw FormulaReader.Fault(place, new(
                $"{definition.MeasureDimension} y UNIT_MEASURE llevan un solo código en {definition.Id} (lugar {place}).",
                $"{definition.MeasureDimension} and UNIT_MEASURE take one code each in {definition.Id} (place {place}).",
                $"{definition.MeasureDimension} et UNIT_MEASURE prennent un seul code dans {definition.Id} (place {place})."));
        }

        var summed = selection.Choices.Any(choice => choice.Kind == ChoiceKind.Sum || choice.Codes.Count > 1);
        if (summed && !definition.AdditiveMeasures.Contains(measure.Codes[0]))
        {
            throw FormulaReader.Fault(place, new(
                $"{measure.Codes[0]} es una tasa o un promedio: no se suma (lugar {place}).", $"{measure.Codes[0]} is a rate or an average: it is not summed (place {place}).",
                $"{measure.Codes[0]} est un taux ou une moyenne : cela ne s’additionne pas (place {place})."));
        }

        CheckMean(selection, measure.Codes[0]);
        if (selection.Choice("AGE") is { Codes: { Count: > 1 } ages })
            CheckAges(ages);
    }

    /// <summary>Means are of what is not summed; and what is not of whole years comes to one only by a mean.</summary>
    private void CheckMean(Selection selection, string measure)
    {
        if (selection.IsMean && definition.AdditiveMeasures.Contains(measure))
        {
            throw FormulaReader.Fault(place, new(
                $"{measure} se suma: «mean» es para precios, tasas y promedios (lugar {place}).", $"{measure} is summed: \"mean\" is for prices, rates and averages (place {place}).",
                $"{measure} s’additionne : « mean » est pour les prix, les taux et les moyennes (place {place})."));
        }

        // Figures of years come every year, or every fifth as scenarios do.
        if (selection.Choice("FREQ") is { } frequency && selection.OverYear == (frequency.Codes is ["A" or "A5"]))
        {
            throw FormulaReader.Fault(place, new(
                $"TIME_PERIOD=mean va con trimestres o meses (FREQ=Q), y estos con TIME_PERIOD=mean (lugar {place}).",
                $"TIME_PERIOD=mean goes with quarters or months (FREQ=Q), and these with TIME_PERIOD=mean (place {place}).",
                $"TIME_PERIOD=mean va avec des trimestres ou des mois (FREQ=Q), et ceux-ci avec TIME_PERIOD=mean (place {place})."));
        }
    }

    private void CheckAges(IReadOnlyList<string> ages)
    {
        try
        {
            AgeGroups.CheckDisjoint(ages);
        }
        catch (StatisticsException error)
        {
            throw FormulaReader.Fault(place, error.Explanation);
        }
    }
}
