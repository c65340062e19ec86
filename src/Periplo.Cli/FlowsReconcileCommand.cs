using System.CommandLine;
using Periplo.Areas;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary>Makes what origins and destinations report agree.</summary>
internal static class FlowsReconcileCommand
{
    private const string Layout = "year,origin,destination,count[,duration_months]";

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var immigration = new Option<string?>("--immigration") { Description = terminal.Say(
            $"Lo que notifican los destinos: {Layout}. Sin archivos, los datos del almacén.", $"What destinations report: {Layout}. Without files, the figures of the store.", $"Ce que communiquent les destinations : {Layout}. Sans fichiers, les chiffres du dépôt.") };
        var emigration = new Option<string?>("--emigration") { Description = terminal.Say(
            $"Lo que notifican los orígenes: {Layout}.", $"What origins report: {Layout}.", $"Ce que communiquent les origines : {Layout}.") };
        var anchor = new Option<string[]>("--anchor") { Required = true, AllowMultipleArgumentsPerToken = true, Description = terminal.Say(
            "Área cuya inmigración se toma tal cual: fija el nivel y la definición. Puede haber varias.", "Area whose immigration is taken as it is: it sets level and definition. There may be several.", "Zone dont l’immigration est prise telle quelle : elle fixe le niveau et la définition. Il peut y en avoir plusieurs.") };
        var years = new Option<string?>("--years") { Description = terminal.Say("Año o tramo: 2010 o 2005..2010.", "Year or span: 2010 or 2005..2010.", "Année ou intervalle : 2010 ou 2005..2010.") };
        var eachYear = new Option<bool>("--each-year") { Description = terminal.Say(
            "Factores propios de cada año, en vez de unos para todos.", "Factors of each year, instead of one set for all.", "Des facteurs propres à chaque année, au lieu d’un jeu pour toutes.") };
        var bounded = new Option<bool>("--bounded") { Description = terminal.Say("Factores entre 0.5 y 10.", "Factors between 0.5 and 10.", "Facteurs compris entre 0,5 et 10.") };
        var ratios = new Option<bool>("--ratios") { Description = terminal.Say(
            "Ajusta los cocientes de ambos lados en vez de sus diferencias: las contradicciones no bajan el nivel.", "Fits the ratios of both sides instead of their differences: contradictions do not lower the level.", "Ajuste les rapports des deux côtés au lieu de leurs différences : les contradictions n’abaissent pas le niveau.") };
        var output = new Option<string>("--output") { Required = true, Description = terminal.Say(
            "Archivo que escribir: lo notificado, lo ajustado y la estimación de cada corredor y año.", "File to write: reported, adjusted and estimated, by corridor and year.", "Fichier à écrire : chiffres communiqués, ajustés et estimés, par corridor et année.") };
        var factors = new Option<string?>("--factors") { Description = terminal.Say(
            "Archivo que escribir con los factores: year,area,side,factor,pairs,note.", "File to write the factors to: year,area,side,factor,pairs,note.", "Fichier où écrire les facteurs : year,area,side,factor,pairs,note.") };
        var command = new Command("reconcile", terminal.Say(new Text(
            "Concilia la emigración que notifican los orígenes con la inmigración que notifican los destinos (docs/methods/mirror-reconciliation.md).",
            "Reconciles the emigration that origins report with the immigration that destinations report (docs/methods/mirror-reconciliation.md).",
            "Rapproche l’émigration communiquée par les origines et l’immigration communiquée par les destinations (docs/methods/mirror-reconciliation.md).")))
        {
            immigration, emigration, anchor, years, eachYear, bounded, ratios, output, factors,
        };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var options = new MirrorOptions(line.GetValue(anchor)!, line.GetValue(bounded) ? MirrorOptions.UsualBounds : null, line.GetValue(eachYear), line.GetValue(ratios) ? MirrorFit.Ratios : MirrorFit.Differences);
            var (span, to, table) = (Years(line.GetValue(years)), line.GetValue(output)!, line.GetValue(factors));
            Reconciliation reconciled;
            if ((line.GetValue(immigration), line.GetValue(emigration)) is ({ } arrivals, { } departures))
            {
                reconciled = MirrorFiles.Reconcile(DataFolder.Beside(null), arrivals, departures, span, options, to, table, cancellation);
            }
            else if (line.GetValue(immigration) is null && line.GetValue(emigration) is null)
            {
                var installation = store.Open(line);
                reconciled = installation.ReconcileReportedFlows(span, options with { Anchors = [.. options.Anchors.Select(one => installation.Areas.Resolve(one).Id)] }, to, table);
            }
            else
            {
                throw new StatisticsException(new(
                    "Hacen falta los dos lados: indique --immigration y --emigration, o ninguno para usar el almacén.",
                    "Both sides are needed: give --immigration and --emigration, or neither to use the store.",
                    "Les deux côtés sont nécessaires : indiquez --immigration et --emigration, ou aucun pour utiliser le dépôt."));
            }

            Tell(terminal, reconciled, options.Fit);
            return 0;
        })));
        return command;
    }

    private static (int From, int To)? Years(string? text)
    {
        if (text is null)
            return null;
        var ends = text.Split("..");
        return ends.Length <= 2 && int.TryParse(ends[0], out var from) && int.TryParse(ends[^1], out var to) && from <= to
            ? (from, to)
            : throw new StatisticsException(new(
                $"--years {text} no se entiende: escriba 2010 o 2005..2010.", $"--years {text} is not understood: write 2010 or 2005..2010.", $"--years {text} ne se comprend pas : écrivez 2010 ou 2005..2010."));
    }

    private static void Tell(Terminal terminal, Reconciliation reconciled, MirrorFit fit)
    {
        string Factor(double? factor) => factor is { } value ? Numbers.Format(value, new(NumberForm.Plain, 3), terminal.Language) : "—";
        terminal.WriteTable(
            [new("Año", "Year", "Année"), new("Área", "Area", "Zone"), new("Lado", "Side", "Côté"), new("Factor", "Factor", "Facteur"), new("Pares", "Pairs", "Paires"), new("Nota", "Note", "Note")],
            reconciled.Factors.Select(one => (IReadOnlyList<string>)
            [
                one.Year is { } year ? $"{year}" : "", one.Area,
                one.Side == ReportingSide.Origin ? terminal.Say("emigración", "emigration", "émigration") : terminal.Say("inmigración", "immigration", "immigration"),
                Factor(one.Factor), terminal.Whole(one.Pairs), Note(terminal, one),
            ]),
            3, 4);
        string Of(MirrorBasis basis) => terminal.Whole(reconciled.Count(basis));
        terminal.WriteLine(new(
            $"Corredores y años: {terminal.Whole(reconciled.Flows.Count)}. Por ambos lados {Of(MirrorBasis.Both)}; solo por la emigración {Of(MirrorBasis.Emigration)}; solo por la inmigración {Of(MirrorBasis.Immigration)}; sin estimación {Of(MirrorBasis.None)}.",
            $"Corridors and years: {terminal.Whole(reconciled.Flows.Count)}. By both sides {Of(MirrorBasis.Both)}; by emigration alone {Of(MirrorBasis.Emigration)}; by immigration alone {Of(MirrorBasis.Immigration)}; without estimate {Of(MirrorBasis.None)}.",
            $"Corridors et années : {terminal.Whole(reconciled.Flows.Count)}. Par les deux côtés {Of(MirrorBasis.Both)} ; par l’émigration seule {Of(MirrorBasis.Emigration)} ; par l’immigration seule {Of(MirrorBasis.Immigration)} ; sans estimation {Of(MirrorBasis.None)}."));
        var (whole, other) = (terminal.Whole(Math.Round(reconciled.Total)), terminal.Whole(Math.Round(reconciled.OtherTotal)));
        terminal.WriteLine(fit == MirrorFit.Differences
            ? new(
                $"Suma de las estimaciones: {whole}; por cocientes (--ratios) sería {other}. Si este es mucho mayor, las contradicciones entre los lados bajaron el nivel.",
                $"Sum of the estimates: {whole}; by ratios (--ratios) it would be {other}. If that is far more, contradictions between the sides lowered the level.",
                $"Somme des estimations : {whole} ; par rapports (--ratios), elle serait de {other}. Si elle est bien supérieure, les contradictions entre les côtés ont abaissé le niveau.")
            : new(
                $"Suma de las estimaciones: {whole}; por diferencias (sin --ratios) sería {other}.",
                $"Sum of the estimates: {whole}; by differences (without --ratios) it would be {other}.",
                $"Somme des estimations : {whole} ; par différences (sans --ratios), elle serait de {other}."));
        if (reconciled.GapBefore is not { } before || reconciled.GapAfter is not { } after)
            return;
        string Percent(double share) => Numbers.Format(share, NumberStyle.Percent, terminal.Language);
        terminal.WriteLine(new(
            $"Donde ambos lados cuentan ({terminal.Whole(reconciled.PairsUsed)}), distaban el {Percent(before)} de su media; con los factores, el {Percent(after)}.",
            $"Where both sides count ({terminal.Whole(reconciled.PairsUsed)}), they were {Percent(before)} of their mean apart; with the factors, {Percent(after)}.",
            $"Là où les deux côtés comptent ({terminal.Whole(reconciled.PairsUsed)}), l’écart était de {Percent(before)} de leur moyenne ; avec les facteurs, de {Percent(after)}."));
    }

    private static string Note(Terminal terminal, ReportingFactor one) =>
        one.Factor is null ? terminal.Say("nadie notifica el otro lado", "nobody reports the other side", "personne ne communique l’autre côté")
        : one.IsAnchor ? terminal.Say("de confianza: fijo en 1", "trusted: fixed at 1", "de confiance : fixé à 1")
        : one.IsAtBound ? terminal.Say("en el límite", "at the bound", "à la limite")
        : "";
}
