using System.CommandLine;
using System.Globalization;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Populations;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary><c>periplo flows schedule</c>: model migration schedules, fitted to rates by age and used to split flows by age and sex.</summary>
internal static class FlowsScheduleCommand
{
    public static Command Build(Terminal terminal)
    {
        var rates = File(terminal, "--rates", new(
            "Tasas por edad que ajustar: age,rate o age,migrants,population y, si hay, sex (F, M, T). Edades: 17, 15-19, 85+.",
            "Rates by age to fit: age,rate or age,migrants,population and, where there is, sex (F, M, T). Ages: 17, 15-19, 85+.",
            "Taux par âge à ajuster : age,rate ou age,migrants,population et, s’il y en a, sex (F, M, T). Âges : 17, 15-19, 85+."));
        var parameters = new Option<string>("--parameters") { DefaultValueFactory = _ => "7", Description = terminal.Say(
            "Familia: 7 (niñez y trabajo), 9 (y ascenso en la vejez), 11 (y jubilación) o 13 (ambas).",
            "Family: 7 (children and labour force), 9 (and a rise in old age), 11 (and retirement) or 13 (both).",
            "Famille : 7 (enfance et travail), 9 (et hausse de la vieillesse), 11 (et retraite) ou 13 (les deux).") };
        parameters.AcceptOnlyFromAmong([.. RogersCastro.Families.Select(family => ((int)family).ToString(CultureInfo.InvariantCulture))]);
        var starts = new Option<int>("--starts") { DefaultValueFactory = _ => RogersCastroFit.UsualStarts, Description = terminal.Say(
            "Comienzos de la búsqueda.", "Starts of the search.", "Départs de la recherche.") };
        var schedule = File(terminal, "--schedule", new(
            "En vez de --rates, un calendario dado: parameter,value y, si hay, sex.",
            "Instead of --rates a schedule given: parameter,value and, where there is, sex.",
            "Au lieu de --rates, un calendrier donné : parameter,value et, s’il y en a, sex."));
        var split = File(terminal, "--split", new(
            "Flujos que repartir por edad y sexo: origin,destination,flow o area,net y, si hay, period, sex, method. Sin --rates ni --schedule se usa el calendario estándar.",
            "Flows to split by age and sex: origin,destination,flow or area,net and, where there are, period, sex, method. Without --rates and --schedule the standard schedule is used.",
            "Flux à répartir par âge et sexe : origin,destination,flow ou area,net et, s’il y en a, period, sex, method. Sans --rates ni --schedule, le calendrier standard est utilisé."));
        var population = File(terminal, "--population", new(
            "Población por edad de la que salen: age,population y, si hay, sex (F, M), area. Sin ella, igual a cada edad hasta los 84.",
            "Population by age that they leave: age,population and, where there are, sex (F, M), area. Without it, alike at each age up to 84.",
            "Population par âge d’où ils partent : age,population et, s’il y en a, sex (F, M), area. Sans elle, égale à chaque âge jusqu’à 84 ans."));
        var women = new Option<double?>("--women") { Description = terminal.Say(
            "Mujeres por cada 100 migrantes; por omisión lo que digan calendarios o población por sexo, y si no, 50.",
            "Women per 100 migrants; by default what schedules or population by sex tell, else 50.",
            "Femmes pour 100 migrants ; par défaut ce que disent les calendriers ou la population par sexe, sinon 50.") };
        var whole = new Option<bool>("--whole") { Description = terminal.Say(
            "Partes en personas enteras que conservan las sumas de cada fila, y por edad las de cada origen.",
            "Parts in whole persons that keep the sums of each row, and by age those of each origin.",
            "Parties en personnes entières qui conservent les sommes de chaque ligne et, par âge, celles de chaque origine.") };
        var output = File(terminal, "--output", new(
            "Archivo que escribir: con --split period,sex,method,origin,destination,age,flow (o area,age,net); sin él sex,parameter,value,standard_error.",
            "File to write: with --split period,sex,method,origin,destination,age,flow (or area,age,net); without it sex,parameter,value,standard_error.",
            "Fichier à écrire : avec --split period,sex,method,origin,destination,age,flow (ou area,age,net) ; sans lui sex,parameter,value,standard_error."));
        var curve = File(terminal, "--curve", new(
            "Archivo para lo observado y lo ajustado: sex,age,rate,fitted.", "File for what was observed and fitted: sex,age,rate,fitted.", "Fichier pour l’observé et l’ajusté : sex,age,rate,fitted."));
        var command = new Command("schedule", terminal.Say(new Text(
            "Ajusta calendarios de migración por edad de Rogers y Castro y reparte flujos por edad y sexo (docs/methods/age-schedules.md).",
            "Fits migration schedules by age of Rogers and Castro, and splits flows by age and sex (docs/methods/age-schedules.md).",
            "Ajuste des calendriers de migration par âge de Rogers et Castro et répartit des flux par âge et sexe (docs/methods/age-schedules.md).")))
        {
            rates, parameters, starts, schedule, split, population, women, whole, output, curve,
        };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var request = new AgeScheduleRequest
            {
                Rates = line.GetValue(rates),
                Family = (RogersCastroFamily)int.Parse(line.GetValue(parameters)!, CultureInfo.InvariantCulture),
                Starts = ClassifyCommand.Within("--starts", line.GetValue(starts), RogersCastroFit.MostStarts),
                Schedule = line.GetValue(schedule),
                Split = line.GetValue(split),
                Population = line.GetValue(population),
                Women = Share(line.GetValue(women)),
                Whole = line.GetValue(whole),
                Output = line.GetValue(output),
                Curve = line.GetValue(curve),
            };
            FlowsScheduleSummary.Tell(terminal, request, AgeScheduleFiles.Run(request, cancellation));
            return 0;
        })));
        return command;
    }

    private static double? Share(double? percent) => percent is null or (>= 0 and <= 100)
        ? percent / 100
        : throw new StatisticsException(new("--women debe estar entre 0 y 100.", "--women must be between 0 and 100.", "--women doit être entre 0 et 100."));

    private static Option<string?> File(Terminal terminal, string name, Text description) => new(name) { Description = terminal.Say(description) };
}
