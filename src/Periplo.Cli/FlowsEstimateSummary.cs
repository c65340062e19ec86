using Periplo.Flows;
using Periplo.Languages;
using Periplo.Observatory;

namespace Periplo.Cli;

/// <summary>Says how estimates of flows went, period by period.</summary>
internal static class FlowsEstimateSummary
{
    private const int NamesShown = 6;

    private static readonly Text[] Columns =
    [
        new("Periodo", "Period", "Période"),
        new("Sexo", "Sex", "Sexe"),
        new("Método", "Method", "Méthode"),
        new("Movimientos", "Moves", "Déplacements"),
        new("Intervalo 95 %", "95 % interval", "Intervalle à 95 %"),
        new("Mínimo/total %", "Minimum/total %", "Minimum/total %"),
        new("Peor error", "Worst error", "Pire erreur"),
        new("en", "at", "à"),
        new("Reparaciones", "Repairs", "Réparations"),
        new("ms", "ms", "ms"),
    ];

    public static void Tell(Terminal terminal, IReadOnlyList<FlowFilePeriod> periods)
    {
        terminal.WriteTable(Columns, periods.SelectMany(period => period.Tables.Select(table => Row(terminal, period, table))), 3, 4, 5, 6, 8, 9);
        foreach (var period in periods)
        {
            foreach (var note in Notes(terminal, period))
                terminal.WriteLine(new($"{period.Start}–{period.End}, {period.Sex}: {note.Es}", $"{period.Start}–{period.End}, {period.Sex}: {note.En}", $"{period.Start}–{period.End}, {period.Sex} : {note.Fr}"));
        }
    }

    private static string[] Row(Terminal terminal, FlowFilePeriod period, FlowFileTable table)
    {
        var summary = table.Summary;
        return
        [
            $"{period.Start}–{period.End}", period.Sex, table.Method.Id(), terminal.Whole(summary.Total),
            table.Total is { } interval ? $"{terminal.Whole(interval.Lo95)}–{terminal.Whole(interval.Hi95)}" : "",
            summary.Minimum is { } minimum && summary.Total > 0 ? Numbers.Format(100 * minimum / summary.Total, new(NumberForm.Plain, 1), terminal.Language) : "",
            $"{summary.WorstMarginError:0.0e+0}", summary.WorstArea,
            terminal.Whole(Repairs(summary)), terminal.Whole(Math.Ceiling(period.Time.TotalMilliseconds)),
        ];
    }

    private static int Repairs(FlowSummary summary) =>
        summary.NegativeNativeBorn.Count + summary.BirthsSpread.Count + summary.WithoutForeignBorn.Count + summary.MissingCells;

    /// <summary>What was repaired, left out or adjusted, said once a period: methods share their input.</summary>
    private static IEnumerable<Text> Notes(Terminal terminal, FlowFilePeriod period)
    {
        var summaries = period.Tables.Select(table => table.Summary).ToList();
        if (summaries.Max(summary => summary.MissingCells) is > 0 and var missing)
            yield return Counted(missing, new("celdas vacías que cuentan 0", "empty cells that count 0", "cellules vides comptées comme 0"));
        if (Named(summaries, summary => summary.NegativeNativeBorn) is { } negative)
            yield return new($"nativos por debajo de cero, puestos a 0: {negative}", $"native-born below zero, set to 0: {negative}", $"natifs inférieurs à zéro, ramenés à 0 : {negative}");
        if (Named(summaries, summary => summary.BirthsSpread) is { } births)
            yield return new($"más nacimientos que nativos, repartidos por lugar de nacimiento: {births}", $"more births than native-born, spread over birthplaces: {births}", $"plus de naissances que de natifs, réparties selon le lieu de naissance : {births}");
        if (Named(summaries, summary => summary.WithoutForeignBorn) is { } scaled)
            yield return new($"sin nacidos en otra área, con la fila a escala: {scaled}", $"without foreign-born, row scaled: {scaled}", $"sans natifs d’autres zones, ligne mise à l’échelle : {scaled}");
        if (Names(period.WithoutNativeBorn) is { } without)
            yield return new($"sin celda de nativos, que cuenta 0: {without}", $"without a native-born cell, which counts 0: {without}", $"sans cellule de natifs, comptée comme 0 : {without}");
        if (Names(period.AreasWithoutStocks) is { } others)
            yield return new($"con nacimientos y defunciones pero sin población, fuera del cálculo: {others}", $"with births and deaths but without stocks, left out: {others}", $"avec naissances et décès mais sans stocks, laissées de côté : {others}");
        if (Names(period.OtherBirthplaces) is { } unknown)
        {
            var persons = terminal.Whole(summaries.Max(summary => summary.UnknownBirthplace));
            yield return new(
                $"lugares de nacimiento sin residentes propios: {unknown}; {persons} personas al final",
                $"birthplaces without residents of their own: {unknown}; {persons} persons at the end",
                $"lieux de naissance sans résidents propres : {unknown} ; {persons} personnes à la fin");
        }

        foreach (var table in period.Tables.Where(table => table.Summary.NegativeCells > 0))
            yield return new($"{table.Method.Id()}: {table.Summary.NegativeCells} flujos por debajo de cero, que ninguna tasa explica", $"{table.Method.Id()}: {table.Summary.NegativeCells} flows below zero, which no rates explain", $"{table.Method.Id()} : {table.Summary.NegativeCells} flux inférieurs à zéro, qu’aucun taux n’explique");
        foreach (var table in period.Tables.Where(table => table.Infeasible > 0))
            yield return new($"{table.Method.Id()}: {table.Infeasible} réplicas sin flujos que las expliquen, fuera de los intervalos", $"{table.Method.Id()}: {table.Infeasible} replicates that no flows explain, left out of the intervals", $"{table.Method.Id()} : {table.Infeasible} réplicats qu’aucun flux n’explique, exclus des intervalles");
        foreach (var table in period.Tables.Where(table => table.Summary.FromOutside > 0 || table.Summary.ToOutside > 0))
            yield return new($"{table.Method.Id()}: {terminal.Whole(table.Summary.FromOutside)} llegan de fuera y {terminal.Whole(table.Summary.ToOutside)} salen fuera", $"{table.Method.Id()}: {terminal.Whole(table.Summary.FromOutside)} arrive from outside and {terminal.Whole(table.Summary.ToOutside)} leave to outside", $"{table.Method.Id()} : {terminal.Whole(table.Summary.FromOutside)} arrivent de l’extérieur et {terminal.Whole(table.Summary.ToOutside)} y partent");
        if (Balance(terminal, period) is { } balance)
            yield return balance;
    }

    /// <summary>The largest adjustments by which the world was balanced; --adjustments writes them all.</summary>
    private static Text? Balance(Terminal terminal, FlowFilePeriod period)
    {
        if (FlowFiles.Balanced(period) is not { } summary)
            return null;
        var (start, end) = (summary.StartAdjustments, summary.EndAdjustments);
        var largest = Enumerable.Range(0, start.Count).Where(i => start[i] != 0 || end[i] != 0)
            .OrderByDescending(i => Math.Abs(start[i]) + Math.Abs(end[i])).ToList();
        if (largest.Count == 0)
            return null;
        var shown = string.Join("; ", largest.Take(NamesShown).Select(i => $"{period.Areas[i]} {Signed(start[i])}, {Signed(end[i])}"));
        var rest = largest.Count > NamesShown ? $"… ({largest.Count})" : "";
        return new(
            $"equilibrio del mundo, nativos al inicio y al final: {shown}{rest}",
            $"balance of the world, native-born at the start and the end: {shown}{rest}",
            $"équilibre du monde, natifs au début et à la fin : {shown}{rest}");

        string Signed(double persons) => (persons > 0 ? "+" : "") + terminal.Whole(persons);
    }

    private static Text Counted(int count, Text of) => new($"{count} {of.Es}", $"{count} {of.En}", $"{count} {of.Fr}");

    private static string? Named(List<FlowSummary> summaries, Func<FlowSummary, IReadOnlyList<string>> names) =>
        Names([.. summaries.SelectMany(names).Distinct().Order(StringComparer.Ordinal)]);

    private static string? Names(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? $"… ({names.Count})" : "");
}
