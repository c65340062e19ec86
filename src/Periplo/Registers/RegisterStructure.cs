using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using static Periplo.Statistics.Names;

namespace Periplo.Registers;

/// <summary>The structure of the dataset a register yields, as its definition declares it.</summary>
internal static class RegisterStructure
{
    /// <summary>Number of things counted, in the dimension MEASURE.</summary>
    public const string Count = "COUNT";

    /// <summary>Sum of an amount, in the dimension MEASURE.</summary>
    public const string Amount = "AMOUNT";

    /// <summary>Unit of a count.</summary>
    public const string Number = "NUMBER";

    /// <summary>Stands in a dimension for records that do not say; areas have a code of their own for it.</summary>
    public const string Unknown = "_U";

    /// <summary>Unknown among areas.</summary>
    public const string UnknownArea = "OOO";

    private static readonly string[] Taken = ["FREQ", "MEASURE", "UNIT_MEASURE", "TIME_PERIOD"];

    /// <summary>The definition of the dataset.</summary>
    /// <param name="register">A register with statistics.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="tables">The registers as they stand: what references lead to gives codes their names.</param>
    public static DatasetDefinition Define(Register register, CodeList areas, IReadOnlyDictionary<string, RegisterTable> tables)
    {
        var statistics = register.Statistics!;
        var measures = new List<Code> { Code(Count, "Número", "Number", "Nombre") };
        if (statistics.Sum is { } sum)
            measures.Add(new(Amount, sum.Name.International()));
        IReadOnlyList<Dimension> dimensions =
        [
            new(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency),
            .. statistics.Dimensions.Select(field => new Dimension(new(DimensionId(field), field.Name.International()), Codes(statistics.Id, field, areas, tables))),
            new(Concept("MEASURE", "Medida", "Measure", "Mesure"), List($"CL_{statistics.Id}_MEASURE", new("Medida", "Measure", "Mesure"), measures)),
            new(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), Units(statistics, tables[register.Id])),
        ];
        var structure = new DataStructure($"DSD_{statistics.Id}", CodeLists.Agency, "1.0", statistics.Name.International(), dimensions, AttributeSet.Attributes);
        var about = new Text(
            $"Fichas publicadas del registro «{register.Name.Es}», contadas{(statistics.Sum is { } es ? $", y suma de «{es.Name.Es}» por moneda" : "")}. {register.Description.Es}.",
            $"Published records of the register \"{register.Name.En}\", counted{(statistics.Sum is { } en ? $", and sum of \"{en.Name.En}\" by currency" : "")}. {register.Description.En}.",
            $"Fiches publiées du registre « {register.Name.Fr} », comptées{(statistics.Sum is { } fr ? $", et somme de « {fr.Name.Fr} » par monnaie" : "")}. {register.Description.Fr}.");
        return new(
            statistics.Id, statistics.Name, about,
            new(new Dataflow($"DF_{statistics.Id}", CodeLists.Agency, "1.0", statistics.Name.International(), structure)),
            "MEASURE", measures.Select(code => code.Id).ToHashSet());
    }

    /// <summary>Id of a field as a dimension: its own in capitals, unless the structure has that already.</summary>
    public static string DimensionId(Field field) => field.Id.ToUpperInvariant() is var id && Taken.Contains(id) ? $"FIELD_{id}" : id;

    /// <summary>The code a record has in a dimension. SDMX ids have no point, and ids of records no commercial at.</summary>
    public static string CodeOf(Field field, string value) => value.Length > 0
        ? field.Type == FieldType.Reference ? value.Replace('.', '@') : value
        : field.Type == FieldType.Area ? UnknownArea : Unknown;

    /// <summary>The unit of an amount: its currency, and the year of its prices where it says one, as amounts of different prices do not add up.</summary>
    public static string Unit(Field money, string[] values)
    {
        var (currency, year) = (values[money.FirstColumn + 1], values[money.FirstColumn + 2]);
        return year.Length == 0 ? currency : $"{currency}_{year}";
    }

    private static CodeList Codes(string dataset, Field field, CodeList areas, IReadOnlyDictionary<string, RegisterTable> tables)
    {
        if (field.Type == FieldType.Area)
            return areas;
        IEnumerable<Code> codes = field.Type switch
        {
            FieldType.Code => field.Codes!.Codes,
            FieldType.YesNo => [Code("yes", "Sí", "Yes", "Oui"), Code("no", "No", "No", "Non")],
            _ => Records(tables[field.References!]),
        };
        return List($"CL_{dataset}_{DimensionId(field)}", field.Name, [.. codes, Code(Unknown, "Sin dato", "Not stated", "Sans donnée")]);
    }

    private static IEnumerable<Code> Records(RegisterTable table)
    {
        foreach (var head in table.All.OrderBy(head => head.Id, StringComparer.Ordinal))
        {
            // A published record may refer to one that was withdrawn, or is a draft: its name is not the public's to read.
            yield return new(head.Id.Replace('.', '@'), head.Published is { } shown
                ? table.Register.Title.Words(shown.Values).International()
                : Text.Same(head.Id).International());
        }
    }

    private static CodeList Units(RegisterStatistics statistics, RegisterTable table)
    {
        var units = new List<Code> { Code(Number, "Número", "Number", "Nombre") };
        if (statistics.Sum is { } sum)
        {
            units.AddRange(table.Published.Where(head => head.Published!.Values[sum.FirstColumn].Length > 0)
                .Select(head => Unit(sum, head.Published!.Values)).Distinct().Order(StringComparer.Ordinal)
                .Select(unit => CodeLists.Unit.Find(unit) ?? Named(unit)));
        }

        return List($"CL_{statistics.Id}_UNIT", new("Unidad", "Unit", "Unité"), units);
    }

    private static Code Named(string unit)
    {
        var parts = unit.Split('_');
        return parts.Length == 1 ? Code(unit, unit, unit, unit) : Code(unit, $"{parts[0]} a precios de {parts[1]}", $"{parts[0]} at prices of {parts[1]}", $"{parts[0]} aux prix de {parts[1]}");
    }

    private static CodeList List(string id, Text name, IReadOnlyList<Code> codes) => new(id, CodeLists.Agency, "1.0", name.International(), codes);
}
