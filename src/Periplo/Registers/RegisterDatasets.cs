using System.Globalization;
using System.Security.Cryptography;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Registers;

/// <summary>
/// Makes the dataset a register yields: its published records counted, and an amount of theirs added up. Its revision is
/// the number of the log's entry that last changed the register, and its one part the file those records are exported
/// as, so that every figure leads to lines anyone can fetch.
/// </summary>
public static class RegisterDatasets
{
    /// <summary>Source of the revisions of registers.</summary>
    public const string Source = "PERIPLO";

    private const int MostNamed = 12;
    private const int MostCellsNamed = 20_000;

    /// <summary>What the dataset of a register is.</summary>
    /// <param name="register">A register with statistics.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="tables">The registers as they stand.</param>
    public static DatasetDefinition Define(Register register, AreaRegistry areas, IReadOnlyDictionary<string, RegisterTable> tables) =>
        RegisterStructure.Define(register, CodeLists.Area(areas), tables);

    /// <summary>The dataset, or null where no published record can be counted.</summary>
    /// <param name="definition">Of the same register and tables.</param>
    /// <param name="table">The records.</param>
    public static Dataset? Make(DatasetDefinition definition, RegisterTable table)
    {
        var register = table.Register;
        var statistics = register.Statistics!;
        var records = table.Published.OrderBy(head => head.Id, StringComparer.Ordinal).ToList();
        var cells = new Dictionary<Cell, Tally>();
        int undated = 0, weightless = 0, unpriced = 0;
        for (var i = 0; i < records.Count; i++)
        {
            var values = records[i].Published!.Values;
            if (Year(statistics, table, values) is not { } year)
            {
                undated++;
                continue;
            }

            var key = Key(statistics, values);
            if (Weight(statistics, values) is { } weight)
                Add(new(key, RegisterStructure.Count, RegisterStructure.Number, year), weight, i);
            else
                weightless++;
            if (statistics.Sum is not { } sum)
                continue;
            if (Number(values[sum.FirstColumn]) is { } amount)
                Add(new(key, RegisterStructure.Amount, RegisterStructure.Unit(sum, values), year), amount, i);
            else
                unpriced++;
        }

        if (cells.Count == 0)
            return null;
        var revision = new Revision(statistics.Id, Source, table.Changed.ToString(CultureInfo.InvariantCulture));
        var observations = Observations(definition, statistics, records, cells);
        if (observations is null)
            return null;
        var notes = Notes(register, table, undated, weightless, unpriced);
        var part = new Part(
            revision, File(register, records), "register 1", "", Papers(register), observations.Count, [], notes, [],
            table.ChangedAt, [.. ObservationChunk.Cut(observations).Select(chunk => chunk.Hash)]);
        return new(definition, revision, [part], observations);

        void Add(Cell cell, decimal value, int record)
        {
            if (!cells.TryGetValue(cell, out var tally))
                cells.Add(cell, tally = new());
            tally.Value += value;
            tally.Records.Add(record);
        }
    }

    /// <summary>The records a figure of the dataset counts or adds up, in the order of their ids.</summary>
    /// <param name="dataset">A dataset made by <see cref="Make"/>.</param>
    /// <param name="table">The records it was made of.</param>
    /// <param name="observation">The figure.</param>
    public static IReadOnlyList<RecordHead> RecordsOf(Dataset dataset, RegisterTable table, int observation)
    {
        var statistics = table.Register.Statistics!;
        var (o, definition) = (dataset.Observations, dataset.Definition);
        var codes = statistics.Dimensions.Select(field => o.Code(definition.Dimension(RegisterStructure.DimensionId(field)), observation)).ToArray();
        var key = string.Join(Register.Separator, codes);
        var isAmount = o.Code(definition.Dimension("MEASURE"), observation) == RegisterStructure.Amount;
        var unit = o.Code(definition.Dimension("UNIT_MEASURE"), observation);
        return
        [
            .. table.Published.Where(head =>
            {
                var values = head.Published!.Values;
                return Key(statistics, values) == key && Year(statistics, table, values) == o.Times[observation].Year
                    && (isAmount
                        ? values[statistics.Sum!.FirstColumn].Length > 0 && RegisterStructure.Unit(statistics.Sum, values) == unit
                        : Weight(statistics, values) is not null);
            }).OrderBy(head => head.Id, StringComparer.Ordinal),
        ];
    }

    private static Observations? Observations(DatasetDefinition definition, RegisterStatistics statistics, List<RecordHead> records, Dictionary<Cell, Tally> cells)
    {
        var builder = new ObservationsBuilder(definition);
        var dimensions = statistics.Dimensions.Select(field => definition.Dimension(RegisterStructure.DimensionId(field))).ToArray();
        // Codes are held in two bytes. A register with more distinct ones than that is no statistic.
        if (dimensions.Where((_, d) => cells.Keys.Select(cell => cell.Codes.Split(Register.Separator)[d]).Distinct().Skip(ushort.MaxValue).Any()).Any())
            return null;
        foreach (var (cell, tally) in cells)
        {
            builder.Set("FREQ", statistics.Time is null ? "N" : "A");
            var codes = cell.Codes.Split(Register.Separator);
            for (var d = 0; d < dimensions.Length; d++)
                builder.Set(dimensions[d], codes[d]);
            builder.Set("MEASURE", cell.Measure);
            builder.Set("UNIT_MEASURE", cell.Unit);
            var set = cells.Count > MostCellsNamed ? AttributeSet.Units : new AttributeSet(0, Comment: Named(records, tally.Records));
            // The header is line 1 of the file.
            builder.Add(TimePeriod.OfYear(cell.Year), (double)tally.Value, ObservationStatus.A, set, SourceRow.Line(tally.Records[0] + 2));
        }

        return builder.Build((key, _, _) => throw new InvalidOperationException($"{key} was added twice."));
    }

    /// <summary>The ids of the records behind a figure, as a remark that goes with it in every format.</summary>
    private static string Named(List<RecordHead> records, List<int> counted)
    {
        var ids = string.Join(", ", counted.Take(MostNamed).Select(i => records[i].Id));
        return counted.Count > MostNamed ? $"{ids}, … ({counted.Count})" : ids;
    }

    private static string Key(RegisterStatistics statistics, string[] values) =>
        string.Join(Register.Separator, statistics.Dimensions.Select(field => RegisterStructure.CodeOf(field, values[field.FirstColumn])));

    private static int? Year(RegisterStatistics statistics, RegisterTable table, string[] values)
    {
        if (statistics.Time is not { } time)
            return table.ChangedAt.UtcDateTime.Year;
        return RecordCheck.TryDate(values[time.Position], out var date) ? date.Year : null;
    }

    private static decimal? Weight(RegisterStatistics statistics, string[] values) => statistics.Weight is { } weight ? Number(values[weight.FirstColumn]) : 1;

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static SourceFile File(Register register, List<RecordHead> records)
    {
        using var bytes = new MemoryStream();
        RecordCsv.Write([.. register.Columns.Where(column => !column.Field.Restricted)], records.Select(head => (head.Id, head.Published!)), bytes);
        return new($"{register.Id}.csv", Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))), bytes.Length);
    }

    private static Papers Papers(Register register) => new(
        new($"Periplo, registro «{register.Name.Es}»", $"Periplo, register \"{register.Name.En}\"", $"Periplo, registre « {register.Name.Fr} »"),
        "",
        "Apache-2.0",
        register.Statistics!.Sum is null
            ? new("Recuento de fichas publicadas", "Count of published records", "Nombre de fiches publiées")
            : new("Recuento de fichas publicadas y suma de importes por moneda", "Count of published records and sum of amounts by currency", "Nombre de fiches publiées et somme des montants par monnaie"));

    private static List<Text> Notes(Register register, RegisterTable table, int undated, int weightless, int unpriced)
    {
        var statistics = register.Statistics!;
        var notes = new List<Text>
        {
            new(
                "Las fichas que hay detrás de cada cifra se nombran en su nota; la fila es la de la primera en el archivo que da la exportación del registro.",
                "The records behind each figure are named in its comment; the row is that of the first of them in the file the register is exported as.",
                "Les fiches derrière chaque chiffre sont nommées dans sa note ; la ligne est celle de la première dans le fichier que donne l’export du registre."),
        };
        if (statistics.Time is null)
        {
            notes.Add(new(
                $"Las fichas no llevan fecha: el periodo es el año en que el registro cambió por última vez ({table.ChangedAt.UtcDateTime:yyyy-MM-dd}).",
                $"The records have no date: the period is the year in which the register last changed ({table.ChangedAt.UtcDateTime:yyyy-MM-dd}).",
                $"Les fiches ne portent pas de date : la période est l’année du dernier changement du registre ({table.ChangedAt.UtcDateTime:yyyy-MM-dd})."));
        }

        if (undated > 0)
            notes.Add(new($"Fichas sin fecha en «{statistics.Time!.Title.Es}», que no se cuentan: {undated}.", $"Records without a date in \"{statistics.Time.Title.En}\", which are not counted: {undated}.", $"Fiches sans date dans « {statistics.Time!.Title.Fr} », qui ne sont pas comptées : {undated}."));
        if (weightless > 0)
            notes.Add(new($"Fichas sin «{statistics.Weight!.Name.Es}», que no se cuentan: {weightless}.", $"Records without \"{statistics.Weight.Name.En}\", which are not counted: {weightless}.", $"Fiches sans « {statistics.Weight!.Name.Fr} », qui ne sont pas comptées : {weightless}."));
        if (unpriced > 0)
            notes.Add(new($"Fichas que no dan «{statistics.Sum!.Name.Es}», que se cuentan pero no suman: {unpriced}.", $"Records that do not give \"{statistics.Sum.Name.En}\", which are counted but add nothing to the sum: {unpriced}.", $"Fiches qui ne donnent pas « {statistics.Sum!.Name.Fr} », comptées mais non additionnées : {unpriced}."));
        return notes;
    }

    private readonly record struct Cell(string Codes, string Measure, string Unit, int Year);

    private sealed class Tally
    {
        public decimal Value { get; set; }

        public List<int> Records { get; } = [];
    }
}
