using System.Numerics;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>What is known when a delivery is checked.</summary>
/// <param name="Area">Id of the country that delivers.</param>
/// <param name="On">Day of the check.</param>
/// <param name="Duty">What it has agreed to deliver, or null.</param>
/// <param name="Before">Its last delivery as held, or null.</param>
public sealed record DeliveryContext(string Area, DateOnly On, DeliveryDuty? Duty, Dataset? Before);

/// <summary>Checks the rows of a delivery against each other, against the calendar and against what was delivered before.</summary>
public sealed class DeliveryCheck
{
    /// <summary>A month more than so many times the month before and the same month a year earlier, or less than its inverse, is abrupt.</summary>
    public const double AbruptFactor = 2;

    /// <summary>Differences below so many movements are never called abrupt.</summary>
    public const double AbruptLeast = 100;

    private static readonly Text WholeFile = new("todo el archivo", "the whole file", "tout le fichier");

    private static readonly int Age = Index("AGE");

    // A breakdown by these may be partial: the largest nationalities, the main posts.
    private static readonly int Partial = (1 << Index("CITIZENSHIP")) | (1 << Index("COUNTERPART_AREA")) | (1 << Index("POST"));

    private readonly DeliveryContext context;
    private readonly AreaRegistry areas;
    private readonly List<DeliveryRow> rows;
    private readonly List<(int Order, DeliveryFault Fault)> faults = [];

    // Tables a line of which is not understood: their sums would be found wrong for that alone.
    private readonly HashSet<(TimePeriod? Month, string? Movement)> unclear = [];

    private DeliveryCheck(DeliveryContext context, AreaRegistry areas, List<DeliveryRow> rows) => (this.context, this.areas, this.rows) = (context, areas, rows);

    /// <summary>Checks a delivery; every fault is told, not only the first.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="monthly">The dataset <c>MOVEMENTS_MONTHLY</c>.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="context">What is known beside.</param>
    public static DeliveryReport Of(IReadOnlyList<DeliveryLine> lines, DatasetDefinition monthly, AreaRegistry areas, DeliveryContext context)
    {
        var words = new DeliveryWords(monthly, areas);
        var (rows, cells) = (new List<DeliveryRow>(), new List<DeliveryFault>());
        var check = new DeliveryCheck(context, areas, rows);
        foreach (var line in lines)
        {
            if (words.Read(line, cells) is { } row)
                rows.Add(row);
            else
                check.unclear.Add(DeliveryWords.Table(line));
            foreach (var fault in cells)
                check.faults.Add((line.Row.Packed, fault));
            cells.Clear();
        }

        if (lines.Count == 0)
            check.Tell(new("el archivo no tiene ninguna fila de datos; escríbalas debajo del encabezado.", "the file has no row of figures; write them below the header.", "le fichier n’a aucune ligne de données ; écrivez-les sous l’en-tête."), blocks: true);
        check.Dates();
        check.Duplicates();
        foreach (var table in rows.GroupBy(row => (row.Month, row.Movement)).Where(table => check.IsClear(table.Key.Month, table.Key.Movement)))
            check.Sums([.. table]);
        check.Months();
        check.Changes();
        return new(rows, [.. check.faults.OrderBy(fault => fault.Order).Select(fault => fault.Fault)]);
    }

    private void Dates()
    {
        var month = CalendarMonths.Of(context.On);
        foreach (var row in rows.Where(row => row.Month >= month))
        {
            var reason = row.Month > month
                ? new Text($"{row.Month} está en el futuro; corrija el mes.", $"{row.Month} lies in the future; correct the month.", $"{row.Month} est dans l’avenir ; corrigez le mois.")
                : new Text($"{row.Month} no ha terminado; entréguelo completo, o confirme que es provisional.", $"{row.Month} is not over; deliver it whole, or confirm that it is provisional.", $"{row.Month} n’est pas terminé ; livrez-le complet, ou confirmez qu’il est provisoire.");
            Tell(row, DeliveryColumns.Month, reason, blocks: row.Month > month);
        }
    }

    private void Duplicates()
    {
        foreach (var same in rows.GroupBy(row => (row.Month, row.Movement, string.Join('.', row.Codes))).Where(same => same.Count() > 1))
        {
            var first = same.First();
            foreach (var again in same.Skip(1))
            {
                var place = first.Line.Place(DeliveryColumns.Persons);
                Tell(again, DeliveryColumns.Persons, new(
                    $"repite la fila de {place.Es} ({Number(first.Persons)} allí, {Number(again.Persons)} aquí); deje una sola.",
                    $"repeats the row of {place.En} ({Number(first.Persons)} there, {Number(again.Persons)} here); keep one.",
                    $"répète la ligne de {place.Fr} ({Number(first.Persons)} là, {Number(again.Persons)} ici) ; n’en laissez qu’une."), blocks: true);
            }
        }
    }

    /// <summary>Every total against its parts, and breakdowns against each other, within one table of one month.</summary>
    private void Sums(DeliveryRow[] table)
    {
        var patterns = table.GroupBy(Pattern).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (pattern, members) in patterns)
            Ages(pattern, members);
        foreach (var (one, left) in patterns)
        {
            foreach (var (other, right) in patterns.Where(pair => pair.Key != one))
            {
                var common = one & other;
                if (common == one)
                    Parts(one, left, other, right);
                else if (common != other && one < other && !patterns.ContainsKey(common))
                    Breakdowns(common, (one, left), (other, right));
            }
        }
    }

    private void Parts(int whole, List<DeliveryRow> totals, int finer, List<DeliveryRow> parts)
    {
        var sums = SumBy(whole, parts);
        foreach (var total in totals)
        {
            if (double.IsNaN(total.Persons) || !sums.TryGetValue(Key(whole, total), out var sum) || double.IsNaN(sum) || sum == total.Persons)
                continue;
            var by = By(finer & ~whole);
            var partial = (finer & ~whole & Partial) != 0;
            Tell(total, DeliveryColumns.Persons, sum > total.Persons
                ? new($"el total es {Number(total.Persons)} y sus partes {by.Es} suman {Number(sum)}, más que el total; corrija uno u otras.", $"the total is {Number(total.Persons)} and its parts {by.En} add up to {Number(sum)}, more than the total; correct the one or the others.", $"le total est {Number(total.Persons)} et ses parties {by.Fr} font {Number(sum)}, plus que le total ; corrigez l’un ou les autres.")
                : new($"el total es {Number(total.Persons)} y sus partes {by.Es} suman {Number(sum)}; faltan {Number(total.Persons - sum)}: añádalos como desconocidos (UNK o _U) o corrija.", $"the total is {Number(total.Persons)} and its parts {by.En} add up to {Number(sum)}; {Number(total.Persons - sum)} are missing: add them as unknown (UNK or _U) or correct.", $"le total est {Number(total.Persons)} et ses parties {by.Fr} font {Number(sum)} ; il manque {Number(total.Persons - sum)} : ajoutez-les comme inconnus (UNK ou _U) ou corrigez."),
                blocks: sum > total.Persons || !partial);
        }
    }

    private void Breakdowns(int common, (int Pattern, List<DeliveryRow> Rows) left, (int Pattern, List<DeliveryRow> Rows) right)
    {
        var (first, second) = (SumBy(common, left.Rows), SumBy(common, right.Rows));
        foreach (var (key, sum) in first)
        {
            if (!second.TryGetValue(key, out var other) || double.IsNaN(sum) || double.IsNaN(other) || sum == other)
                continue;
            var row = right.Rows.First(candidate => Key(common, candidate) == key);
            var (byLeft, byRight) = (By(left.Pattern), By(right.Pattern));
            Tell(row, DeliveryColumns.Persons, new(
                $"{row.Month}: {byLeft.Es} suma {Number(sum)} y {byRight.Es} suma {Number(other)}; deben ser iguales. Complete con desconocidos (UNK o _U) o corrija.",
                $"{row.Month}: {byLeft.En} adds up to {Number(sum)} and {byRight.En} to {Number(other)}; they must be equal. Complete with unknown (UNK or _U) or correct.",
                $"{row.Month} : {byLeft.Fr}, la somme est {Number(sum)} et {byRight.Fr}, {Number(other)} ; elles doivent être égales. Complétez par des inconnus (UNK ou _U) ou corrigez."), blocks: true);
        }
    }

    private void Ages(int pattern, List<DeliveryRow> members)
    {
        if ((pattern & (1 << Age)) == 0)
            return;
        foreach (var alike in members.GroupBy(row => Key(pattern & ~(1 << Age), row)))
        {
            try
            {
                AgeGroups.CheckDisjoint(alike.Select(row => row.Codes[Age]).Distinct());
            }
            catch (StatisticsException overlap)
            {
                Tell(alike.First(), DeliveryColumns.Breakdowns + Age, overlap.Explanation, blocks: true);
            }
        }
    }

    /// <summary>Months left out between the last delivery and this one, and tables due that are not in it.</summary>
    private void Months()
    {
        if (rows.Count == 0)
            return;
        foreach (var table in rows.GroupBy(row => row.Movement))
        {
            var held = Held(table.Key).Keys.Concat(table.Select(row => row.Month)).ToHashSet();
            var missing = new List<TimePeriod>();
            for (var month = held.Min(); month < table.Max(row => row.Month); month = CalendarMonths.After(month, 1))
            {
                if (!held.Contains(month))
                    missing.Add(month);
            }

            if (missing.Count > 0)
            {
                var list = string.Join(", ", missing);
                Tell(new($"de la tabla {table.Key} faltan los meses {list}; entréguelos, o confirme que no se contaron (no equivalen a cero).", $"of the table {table.Key} the months {list} are missing; deliver them, or confirm that nothing was counted (they are not zero).", $"dans le tableau {table.Key} il manque les mois {list} ; livrez-les, ou confirmez qu’ils n’ont pas été comptés (ce n’est pas zéro)."), blocks: false);
            }
        }

        var absent = context.Duty?.Movements.Except(rows.Select(row => row.Movement)).ToList() ?? [];
        if (absent.Count > 0)
            Tell(new($"faltan tablas convenidas: {string.Join(", ", absent)}.", $"tables agreed on are missing: {string.Join(", ", absent)}.", $"il manque des tableaux convenus : {string.Join(", ", absent)}."), blocks: false);
    }

    private void Changes()
    {
        foreach (var table in rows.GroupBy(row => row.Movement))
        {
            var held = Held(table.Key);
            var totals = new SortedDictionary<TimePeriod, double>(held);
            var delivered = table.GroupBy(row => row.Month).ToDictionary(month => month.Key, month => (Total: TotalOf([.. month]), First: month.First()));
            foreach (var (month, (total, _)) in delivered)
                totals[month] = total;
            foreach (var (month, (total, row)) in delivered.Where(pair => IsClear(pair.Key, table.Key)).OrderBy(pair => pair.Key))
            {
                if (held.TryGetValue(month, out var before) && before != total && !double.IsNaN(total))
                {
                    Tell(row, DeliveryColumns.Persons, new(
                        $"el total de {table.Key} en {month} era {Number(before)} en la entrega anterior y ahora es {Number(total)}; si es una revisión, impórtela con --revision.",
                        $"the total of {table.Key} in {month} was {Number(before)} in the delivery before and is {Number(total)} now; if it is a revision, import it with --revision.",
                        $"le total de {table.Key} en {month} était {Number(before)} dans la livraison précédente et il est maintenant {Number(total)} ; s’il s’agit d’une révision, importez-la avec --revision."), blocks: false);
                }

                var earlier = new[] { CalendarMonths.After(month, -1), CalendarMonths.After(month, -12) }
                    .Where(totals.ContainsKey).Select(one => (Month: one, Total: totals[one])).Where(one => !double.IsNaN(one.Total)).ToList();
                if (earlier.Count > 0 && earlier.All(one => IsAbrupt(one.Total, total)))
                {
                    Tell(row, DeliveryColumns.Persons, new(
                        $"cambio brusco: {table.Key} en {month} es {Number(total)}, y {string.Join(" y ", earlier.Select(one => $"en {one.Month} fue {Number(one.Total)}"))}; confirme o corrija.",
                        $"abrupt change: {table.Key} in {month} is {Number(total)}, and {string.Join(" and ", earlier.Select(one => $"in {one.Month} it was {Number(one.Total)}"))}; confirm or correct.",
                        $"changement brusque : {table.Key} en {month} est {Number(total)}, et {string.Join(" et ", earlier.Select(one => $"en {one.Month} c’était {Number(one.Total)}"))} ; confirmez ou corrigez."), blocks: false);
                }
            }
        }
    }

    private bool IsClear(TimePeriod month, string movement) =>
        !unclear.Any(one => (one.Month is null || one.Month == month) && (one.Movement is null || one.Movement == movement));

    private static bool IsAbrupt(double before, double now) =>
        Math.Abs(now - before) >= AbruptLeast && (now > before * AbruptFactor || now * AbruptFactor < before);

    private SortedDictionary<TimePeriod, double> Held(string movement)
    {
        var held = new SortedDictionary<TimePeriod, double>();
        if (context.Before is not { } before)
            return held;
        var query = Query.All.Where("REF_AREA", context.Area).Where("MOVEMENT", movement).Where("FREQ", "M");
        foreach (var (month, total) in new Totals(before, areas).ByPeriod(query, RegionalMatrix.Breakdowns))
        {
            if (total.HasValue)
                held.Add(month, total.Value);
        }

        return held;
    }

    /// <summary>Total of a table of one month: the published one, else the sum over the breakdown with the fewest dimensions.</summary>
    private static double TotalOf(IReadOnlyList<DeliveryRow> table) =>
        table.GroupBy(Pattern).OrderBy(group => BitOperations.PopCount((uint)group.Key)).ThenBy(group => group.Key).First().Sum(row => row.Persons);

    /// <summary>Which breakdowns a row gives, a bit each.</summary>
    private static int Pattern(DeliveryRow row)
    {
        var pattern = 0;
        for (var d = 0; d < row.Codes.Count; d++)
            pattern |= row.Codes[d] == "_T" ? 0 : 1 << d;
        return pattern;
    }

    private static string Key(int pattern, DeliveryRow row) =>
        string.Join('.', Enumerable.Range(0, row.Codes.Count).Where(d => (pattern & (1 << d)) != 0).Select(d => row.Codes[d]));

    private static Dictionary<string, double> SumBy(int pattern, List<DeliveryRow> members) =>
        members.GroupBy(row => Key(pattern, row)).ToDictionary(group => group.Key, group => group.Sum(row => row.Persons));

    private static int Index(string dimension) => Array.IndexOf([.. DeliveryColumns.Dimensions], dimension);

    private static Text By(int pattern)
    {
        var names = Enumerable.Range(0, DeliveryColumns.Dimensions.Count).Where(d => (pattern & (1 << d)) != 0)
            .Select(d => DeliveryColumns.Names[DeliveryColumns.Breakdowns + d]).ToList();
        return new($"por {string.Join(" y ", names.Select(name => name.Es))}", $"by {string.Join(" and ", names.Select(name => name.En))}", $"par {string.Join(" et ", names.Select(name => name.Fr))}");
    }

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    private void Tell(DeliveryRow row, int cell, Text reason, bool blocks) => faults.Add((row.Line.Row.Packed, new(row.Line.Place(cell), reason, blocks)));

    private void Tell(Text reason, bool blocks) => faults.Add((int.MaxValue, new(WholeFile, reason, blocks)));
}
