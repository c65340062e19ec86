using System.CommandLine;
using System.Text;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Populations;
using Text = Periplo.Languages.Text;

namespace Periplo.Cli;

internal static class PopulationsCommand
{
    private const int StepsTo2050 = 6;

    public static Command Build(Terminal terminal, StoreOption store) =>
        new("populations", terminal.Say(new Text(
            "Población con y sin migración: escenarios, no pronósticos.",
            "Population with and without migration: scenarios, not forecasts.",
            "Population avec et sans migration : des scénarios, non des prévisions.")))
        {
            Project(terminal, store),
            Estimate(terminal, store),
        };

    private static Command Project(Terminal terminal, StoreOption store)
    {
        var place = new Argument<string?>("AREA")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = terminal.Say(new Text(
                "Código o nombre del área; sin ella, todas en 2050.", "Code or name of the area; without it all of them in 2050.", "Code ou nom de la zone ; sans elle, toutes en 2050.")),
        };
        var scenario = new Option<string?>("--scenario") { Description = terminal.Say(new Text("Solo un escenario.", "One scenario only.", "Un seul scénario.")) };
        scenario.AcceptOnlyFromAmong([.. PopulationScenarios.All.Select(ScenarioTable.Code)]);
        var revision = Revision(terminal);
        var output = new Option<string?>("--output")
        {
            Description = terminal.Say(new Text(
                "Archivo CSV con la población por edad y sexo: area,scenario,year,sex,age,persons.",
                "CSV file with the population by age and sex: area,scenario,year,sex,age,persons.",
                "Fichier CSV de la population par âge et sexe : area,scenario,year,sex,age,persons.")),
        };
        var command = new Command("project", terminal.Say(new Text(
            "Proyecta la población por componentes cada cinco años hasta 2100, con los datos del almacén.",
            "Projects the population by components every five years to 2100, from the figures in the store.",
            "Projette la population par composantes tous les cinq ans jusqu’en 2100, à partir des chiffres du dépôt."))) { place, scenario, revision, output };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var area = line.GetValue(place) is { } named ? installation.Areas.Resolve(named) : null;
            var code = line.GetValue(scenario);
            bool Wanted(PopulationScenario one) => code is null || ScenarioTable.Code(one) == code;
            var projected = installation.ProjectPopulations(area, line.GetValue(revision), cancellation);
            var paths = projected.SelectMany(one => one.Paths.Where(path => Wanted(path.Scenario)).Select(path => (one.Model, Path: path)));
            terminal.WriteTable(
                Columns,
                paths.SelectMany(one => Enumerable.Range(0, one.Path.Steps.Count + 1).Where(step => area is not null || step == StepsTo2050)
                    .Select(step => Row(terminal, one.Model, one.Path, step))),
                2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            if (line.GetValue(output) is { } file)
            {
                WholeFile.Write(file, to =>
                {
                    using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
                    ScenarioCsv.Write(writer, projected, Wanted);
                });
            }

            return 0;
        })));
        return command;
    }

    private static Command Estimate(Terminal terminal, StoreOption store)
    {
        var revision = Revision(terminal);
        var command = new Command("estimate", terminal.Say(new Text(
            "Proyecta todas las áreas y guarda el conjunto POPULATION_SCENARIOS.",
            "Projects all areas and keeps the dataset POPULATION_SCENARIOS.",
            "Projette toutes les zones et conserve le jeu de données POPULATION_SCENARIOS."))) { revision };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var (part, isNew) = store.Open(line).EstimatePopulations(line.GetValue(revision), cancellation);
            var count = terminal.Whole(part.Observations);
            terminal.WriteLine(isNew
                ? new($"POPULATION_SCENARIOS {part.Revision.Id}: {count} observaciones.", $"POPULATION_SCENARIOS {part.Revision.Id}: {count} observations.", $"POPULATION_SCENARIOS {part.Revision.Id} : {count} observations.")
                : new($"POPULATION_SCENARIOS {part.Revision.Id} ya estaba: nada cambió.", $"POPULATION_SCENARIOS {part.Revision.Id} was already there: nothing changed.", $"POPULATION_SCENARIOS {part.Revision.Id} y était déjà : rien n’a changé."));
            foreach (var note in part.Notes)
                terminal.WriteLine(note);
            return 0;
        })));
        return command;
    }

    private static Option<string?> Revision(Terminal terminal) => new("--revision")
    {
        Description = terminal.Say(new Text(
            "Revisión de DEMOGRAPHY; por omisión, la última que tiene población por edad y sexo.",
            "Revision of DEMOGRAPHY; by default the latest that has population by age and sex.",
            "Révision de DEMOGRAPHY ; par défaut, la dernière qui a la population par âge et sexe.")),
    };

    private static IReadOnlyList<Text> Columns { get; } =
    [
        new("Área", "Area", "Zone"), new("Escenario", "Scenario", "Scénario"), new("Año", "Year", "Année"), new("Población", "Population", "Population"),
        new("15 a 64", "15 to 64", "15 à 64"), new("Mayores/100", "Old/100", "Âgés/100"), new("Menores/100", "Children/100", "Enfants/100"),
        new("Apoyo", "Support", "Soutien"), new("Edad mediana", "Median age", "Âge médian"), new("Prospectiva/100", "Prospective/100", "Prospectif/100"),
        new("Nacimientos", "Births", "Naissances"), new("Defunciones", "Deaths", "Décès"), new("Migración neta", "Net migration", "Solde migratoire"),
    ];

    private static IReadOnlyList<string> Row(Terminal terminal, ProjectionModel model, PopulationPath path, int step)
    {
        var of = path.At(step);
        string Ratio(double? value) => value is { } number ? Numbers.Format(number, new(NumberForm.Plain, 1), terminal.Language) : "";
        string Count(double value) => terminal.Whole(Math.Round(value));
        var next = step < path.Steps.Count ? path.Steps[step] : null;
        return
        [
            model.Published.Area, ScenarioTable.Code(path.Scenario), $"{path.Year(step)}", Count(of.Total), Count(AgeMeasures.WorkingAge(of).Total),
            Ratio(AgeMeasures.OldAgeDependency(of)), Ratio(AgeMeasures.ChildDependency(of)), Ratio(AgeMeasures.PotentialSupport(of)),
            Ratio(AgeMeasures.MedianAge(of)), Ratio(AgeMeasures.ProspectiveOldAgeDependency(of, model.Vital.Both)),
            next is null ? "" : Count(next.Births.Total), next is null ? "" : Count(next.Deaths.Total), next is null ? "" : Count(next.NetMigrants.Total),
        ];
    }
}
