using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Populations;

namespace Periplo.Cli;

/// <summary>What <c>periplo flows schedule</c> tells.</summary>
internal static class FlowsScheduleSummary
{
    private static readonly Text[] Columns =
        [new("Sexo", "Sex", "Sexe"), new("Parámetro", "Parameter", "Paramètre"), new("Valor", "Value", "Valeur"), new("Error estándar", "Standard error", "Erreur type")];

    public static void Tell(Terminal terminal, AgeScheduleRequest request, AgeScheduleResult result)
    {
        if (result.Fits.Count > 0)
        {
            terminal.WriteTable(Columns, result.Fits.SelectMany(fitted => Rows(terminal, fitted)), 2, 3);
            foreach (var fitted in result.Fits)
                Tell(terminal, fitted);
        }

        if (request.Split is null)
            return;
        if (result.IsStandard)
        {
            terminal.WriteLine(new(
                "Nada se dio de las edades: se usó el calendario estándar de Rogers y Castro (docs/methods/age-schedules.md). Las edades son un supuesto, no un dato.",
                "Nothing was given of the ages: the standard schedule of Rogers and Castro was used (docs/methods/age-schedules.md). The ages are an assumption, no data.",
                "Rien n’a été donné des âges : le calendrier standard de Rogers et Castro a été utilisé (docs/methods/age-schedules.md). Les âges sont une hypothèse, non une donnée."));
        }

        var (rows, persons, parts) = (terminal.Whole(result.Rows), terminal.Figure(result.Persons), terminal.Whole(result.Parts));
        terminal.WriteLine(new(
            $"{rows} filas con {persons} personas repartidas en {parts} partes.", $"{rows} rows with {persons} persons split into {parts} parts.", $"{rows} lignes de {persons} personnes réparties en {parts} parties."));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Terminal terminal, FittedSchedule fitted)
    {
        var (schedule, errors) = (fitted.Fit.Schedule, fitted.Fit.StandardErrors);
        var (names, values) = (RogersCastro.Names(schedule.Family), schedule.Values());
        for (var i = 0; i < names.Count; i++)
            yield return [Sex(fitted), names[i], terminal.Figure(values[i]), errors[i] is { } error ? terminal.Figure(error) : "–"];
    }

    private static void Tell(Terminal terminal, FittedSchedule fitted)
    {
        var (fit, sex) = (fitted.Fit, Sex(fitted));
        var (error, ages, agreeing, starts) = (terminal.Figure(fit.ErrorPercent), terminal.Whole(fitted.Ages), terminal.Whole(fit.Agreeing), terminal.Whole(fit.Starts));
        var r2 = fit.R2 is { } share ? terminal.Figure(share) : "–";
        terminal.WriteLine(new(
            $"{sex}: {ages} edades; E = {error} %, R² = {r2}; {agreeing} de {starts} comienzos llegan al mismo fondo.",
            $"{sex}: {ages} ages; E = {error}%, R² = {r2}; {agreeing} of {starts} starts reach the same bottom.",
            $"{sex} : {ages} âges ; E = {error} %, R² = {r2} ; {agreeing} départs sur {starts} atteignent le même fond."));
        if (fit.Deviance is { } deviance)
            terminal.WriteLine(new($"{sex}: desviación {terminal.Figure(deviance)}.", $"{sex}: deviance {terminal.Figure(deviance)}.", $"{sex} : déviance {terminal.Figure(deviance)}."));
        if (fitted.Open > 0)
        {
            terminal.WriteLine(new(
                $"{sex}: el grupo de edad abierto no entra en el ajuste.", $"{sex}: the open age group takes no part in the fit.", $"{sex} : le groupe d’âge ouvert n’entre pas dans l’ajustement."));
        }

        if (!fit.Settled)
        {
            terminal.WriteLine(new(
                $"{sex}: la búsqueda se detuvo antes de llegar al fondo; pruebe una familia con menos parámetros.",
                $"{sex}: the search stopped before it reached the bottom; try a family with fewer parameters.",
                $"{sex} : la recherche s’est arrêtée avant d’atteindre le fond ; essayez une famille à moins de paramètres."));
        }

        if (fitted.Profile is { } profile)
        {
            var (gross, age, peak, breadth) = (terminal.Figure(profile.GrossMigraproduction), terminal.Figure(profile.PeakAge), terminal.Figure(profile.PeakRate), terminal.Figure(profile.BreadthPercent));
            terminal.WriteLine(new(
                $"{sex}: tasa bruta de migraproducción {gross}; máximo {peak} a los {age} años; {breadth} % de la tasa bruta a cinco años del máximo.",
                $"{sex}: gross migraproduction rate {gross}; peak {peak} at age {age}; {breadth}% of the gross rate within five years of the peak.",
                $"{sex} : taux brut de migraproduction {gross} ; maximum {peak} à {age} ans ; {breadth} % du taux brut à moins de cinq ans du maximum."));
        }

        Tell(terminal, sex, fit.Schedule);
    }

    private static void Tell(Terminal terminal, string sex, RogersCastro schedule)
    {
        string Ratio(double? of) => of is { } ratio ? terminal.Figure(ratio) : "–";
        terminal.WriteLine(new(
            $"{sex}: dependencia infantil a1/a2 {Ratio(schedule.ChildDependency)}, laboral a2/a1 {Ratio(schedule.LabourDependency)}, asimetría lambda2/alpha2 {Ratio(schedule.LabourAsymmetry)}, regularidad alpha1/alpha2 {Ratio(schedule.ParentalShift)}.",
            $"{sex}: child dependency a1/a2 {Ratio(schedule.ChildDependency)}, labour dependency a2/a1 {Ratio(schedule.LabourDependency)}, asymmetry lambda2/alpha2 {Ratio(schedule.LabourAsymmetry)}, regularity alpha1/alpha2 {Ratio(schedule.ParentalShift)}.",
            $"{sex} : dépendance des enfants a1/a2 {Ratio(schedule.ChildDependency)}, du travail a2/a1 {Ratio(schedule.LabourDependency)}, asymétrie lambda2/alpha2 {Ratio(schedule.LabourAsymmetry)}, régularité alpha1/alpha2 {Ratio(schedule.ParentalShift)}."));
    }

    private static string Sex(FittedSchedule fitted) => fitted.Sex ?? "T";
}
