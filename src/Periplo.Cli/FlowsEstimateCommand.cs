using System.CommandLine;
using System.Globalization;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary><c>periplo flows estimate</c>: flows from the stocks, births and deaths of files.</summary>
internal static class FlowsEstimateCommand
{
    private const int MostThreads = 64;
    private const int MostReplicates = 100_000;

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var stocks = Option(terminal, "--stocks", new(
            "Población por lugar de nacimiento y residencia: year,sex,birth,residence,count (.csv o .csv.gz); también los nativos.",
            "Stocks by birthplace and residence: year,sex,birth,residence,count (.csv or .csv.gz); native-born too.",
            "Population selon le lieu de naissance et la résidence : year,sex,birth,residence,count (.csv ou .csv.gz) ; natifs compris."));
        var demography = Option(terminal, "--demography", new(
            "Nacimientos y defunciones: period,sex,country,births,deaths; period es el primer año.",
            "Births and deaths: period,sex,country,births,deaths; period is the first year.",
            "Naissances et décès : period,sex,country,births,deaths ; period est la première année."));
        var ids = string.Join(", ", FlowMethods.All.Select(method => method.Id()));
        var method = Option(terminal, "--method", new(
            $"Métodos, separados por comas, o all: {ids}.", $"Methods, separated by commas, or all: {ids}.", $"Méthodes, séparées par des virgules, ou all : {ids}."));
        method.DefaultValueFactory = _ => FlowMethod.PseudoBayes.Id();
        var seed = Option(terminal, "--seed", new(
            "Lo probable que es cada movimiento antes de conocer la población: origin,destination,weight, con todos los pares.",
            "How probable each move is before the stocks are known: origin,destination,weight, with every pair.",
            "Probabilité de chaque déplacement avant de connaître les stocks : origin,destination,weight, avec toutes les paires."));
        var balance = Option(terminal, "--balance", new(
            "Cuándo se iguala el mundo a nacimientos menos defunciones: before (en personas enteras), before-exact, after o none.",
            "When the world is balanced with births less deaths: before (in whole persons), before-exact, after or none.",
            "Quand le monde est équilibré avec les naissances moins les décès : before (en personnes entières), before-exact, after ou none."));
        balance.DefaultValueFactory = _ => "before";
        balance.AcceptOnlyFromAmong("before", "before-exact", "after", "none");
        var matching = Option(terminal, "--matching", new(
            "Qué se hace con las áreas sin nacidos en otra, que ningún flujo explica: rescale las rechaza, without-foreign-born las escala a lo que alcanzan.",
            "What is done with areas without foreign-born, which no flows explain: rescale refuses them, without-foreign-born scales them to what they can reach.",
            "Que faire des zones sans natifs d’ailleurs, qu’aucun flux n’explique : rescale les refuse, without-foreign-born les ramène à ce qu’elles peuvent atteindre."));
        matching.DefaultValueFactory = _ => "rescale";
        matching.AcceptOnlyFromAmong("rescale", "without-foreign-born");
        var weight = Option(terminal, "--weight", new(
            "Peso del mínimo de movimientos en da-closed-pb, de 0 a 1, o birthplace: uno por lugar de nacimiento según sus cifras.",
            "Weight of the fewest moves in da-closed-pb, 0 to 1, or birthplace: one for each birthplace from its counts.",
            "Poids du minimum de déplacements dans da-closed-pb, de 0 à 1, ou birthplace : un par lieu de naissance selon ses effectifs."));
        weight.DefaultValueFactory = _ => WeightRule.Published.ToString(CultureInfo.InvariantCulture);
        var replicates = new Option<int>("--replicates") { Description = terminal.Say(
            "Réplicas con error en las cifras de entrada, para intervalos del 80 y del 95 %; 0, ninguna.",
            "Replicates with error in the input figures, for intervals of 80 and 95 %; 0 for none.",
            "Réplicats avec erreur sur les chiffres d’entrée, pour des intervalles à 80 et 95 % ; 0, aucun.") };
        var random = new Option<ulong>("--rng-seed") { DefaultValueFactory = _ => 1, Description = terminal.Say(
            "Comienzo del azar de las réplicas; el mismo da lo mismo.", "Where the randomness of the replicates begins; the same gives the same.", "Départ de l’aléa des réplicats ; le même donne le même résultat.") };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, MostThreads), Description = terminal.Say(
            "Hilos de cálculo; no cambian el resultado.", "Threads; they do not change the result.", "Fils de calcul ; ils ne changent pas le résultat.") };
        var output = Option(terminal, "--output", new(
            "Archivo que escribir (.csv o .csv.gz): period,sex,method,origin,destination,flow y, con réplicas, lo80,hi80,lo95,hi95.",
            "File to write (.csv or .csv.gz): period,sex,method,origin,destination,flow and, with replicates, lo80,hi80,lo95,hi95.",
            "Fichier à écrire (.csv ou .csv.gz) : period,sex,method,origin,destination,flow et, avec réplicats, lo80,hi80,lo95,hi95."));
        var adjustments = Option(terminal, "--adjustments", new(
            "Archivo donde escribir lo que el equilibrio sumó a los nativos de cada área: period,sex,area,start,end.",
            "File to write what the balance added to the native-born of each area: period,sex,area,start,end.",
            "Fichier où écrire ce que l’équilibre a ajouté aux natifs de chaque zone : period,sex,area,start,end."));
        var command = new Command("estimate", terminal.Say(new Text(
            "Estima los flujos entre áreas a partir de la población por lugar de nacimiento, los nacimientos y las defunciones (docs/methods/flows.md).",
            "Estimates flows between areas from stocks by birthplace, births and deaths (docs/methods/flows.md).",
            "Estime les flux entre zones à partir de la population selon le lieu de naissance, des naissances et des décès (docs/methods/flows.md).")))
        {
            stocks, demography, method, seed, balance, matching, weight, replicates, random, threads, output, adjustments,
        };
        var fromStore = new FlowsFromStore(terminal, store);
        fromStore.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var rule = line.GetValue(matching) is "rescale" ? MatchingRule.Rescale : MatchingRule.RescaleWithoutForeignBorn;
            bool IsGiven(Option option) => line.GetResult(option) is { Implicit: false };
            if (fromStore.IsWanted(line))
            {
                var usual = FlowSettings.Usual;
                var settings = new FlowSettings(
                    IsGiven(method) ? Methods(line.GetValue(method)!) : usual.Methods,
                    IsGiven(replicates) ? Replicates(line.GetValue(replicates)) : usual.Replicates,
                    line.GetValue(random))
                {
                    Intervals = IsGiven(method) ? null : usual.Intervals,
                    Options = usual.Options with { Balance = Balance(line.GetValue(balance)!), Weight = Weight(line.GetValue(weight)!), Matching = IsGiven(matching) ? rule : usual.Options.Matching },
                };
                return fromStore.Run(line, settings, [.. new Option[] { stocks, demography, seed, threads, output, adjustments }.Where(IsGiven).Select(option => option.Name)], cancellation);
            }

            var request = new FlowFileRequest
            {
                Stocks = Needed(line.GetValue(stocks), "--stocks"),
                Demography = line.GetValue(demography),
                Methods = Methods(line.GetValue(method)!),
                Seed = line.GetValue(seed),
                Options = new() { Balance = Balance(line.GetValue(balance)!), Weight = Weight(line.GetValue(weight)!), Matching = rule },
                Replicates = Replicates(line.GetValue(replicates)),
                RandomSeed = line.GetValue(random),
                Threads = ClassifyCommand.Within("--threads", line.GetValue(threads), MostThreads),
                Output = Needed(line.GetValue(output), "--output"),
                Adjustments = line.GetValue(adjustments),
            };
            var periods = terminal.WithProgress(Path.GetFileName(request.Output), progress => FlowFiles.Estimate(request, TimeProvider.System, progress, cancellation));
            FlowsEstimateSummary.Tell(terminal, periods);
            return 0;
        })));
        return command;
    }

    private static Option<string?> Option(Terminal terminal, string name, Text description) => new(name) { Description = terminal.Say(description) };

    private static string Needed(string? value, string option) => value ?? throw new StatisticsException(new(
        $"falta {option}.", $"{option} is missing.", $"il manque {option}."));

    private static IReadOnlyList<FlowMethod> Methods(string text)
    {
        var methods = new List<FlowMethod>();
        foreach (var id in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (id == "all")
            {
                methods.AddRange(FlowMethods.All);
                continue;
            }

            methods.Add(FlowMethods.Find(id) ?? throw new StatisticsException(new(
                $"«{id}» no es un método; son {string.Join(", ", FlowMethods.All.Select(method => method.Id()))} y all.",
                $"\"{id}\" is no method; they are {string.Join(", ", FlowMethods.All.Select(method => method.Id()))} and all.",
                $"« {id} » n’est pas une méthode ; ce sont {string.Join(", ", FlowMethods.All.Select(method => method.Id()))} et all.")));
        }

        return methods.Count > 0 ? [.. methods.Distinct()] : throw new StatisticsException(new("--method no nombra ningún método.", "--method names no method.", "--method ne nomme aucune méthode."));
    }

    private static int Replicates(int count) => count is 0 or (>= 2 and <= MostReplicates) ? count : throw new StatisticsException(new(
        $"--replicates debe ser 0 o estar entre 2 y {MostReplicates}.", $"--replicates must be 0 or between 2 and {MostReplicates}.", $"--replicates doit être 0 ou compris entre 2 et {MostReplicates}."));

    private static BalanceRule Balance(string name) => name switch
    {
        "before" => BalanceRule.Before,
        "before-exact" => BalanceRule.BeforeExact,
        "after" => BalanceRule.After,
        _ => BalanceRule.None,
    };

    private static WeightRule Weight(string text) =>
        text is "birthplace" ? WeightRule.PerBirthplace
        : double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1 ? WeightRule.Fixed(weight)
        : throw new StatisticsException(new(
            $"--weight {text} no es un número entre 0 y 1, ni birthplace.", $"--weight {text} is no number from 0 to 1, nor birthplace.", $"--weight {text} n’est ni un nombre entre 0 et 1, ni birthplace."));
}
