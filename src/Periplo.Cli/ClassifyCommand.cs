using System.CommandLine;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Observatory;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class ClassifyCommand
{
    public static Command Build(Terminal terminal)
    {
        var files = new Option<string[]>("--crossings")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = terminal.Say("Archivos de cruces: CSV, CSV con gzip, .bin o I-94 (docs/crossings.md).", "Files of crossings: CSV, gzipped CSV, .bin or I-94 (docs/crossings.md).", "Fichiers de passages : CSV, CSV avec gzip, .bin ou I-94 (docs/crossings.md)."),
        };
        var mapping = new Option<string?>("--mapping") { Description = terminal.Say("Archivo YAML que dice qué es cada columna, para tablas propias.", "YAML file that says what each column is, for tables of your own.", "Fichier YAML qui dit ce qu’est chaque colonne, pour des tableaux propres.") };
        var from = new Option<string>("--from") { Required = true, Description = terminal.Say("Primer día observado: 2015-01-01.", "First day observed: 2015-01-01.", "Premier jour observé : 2015-01-01.") };
        var to = new Option<string>("--to") { Required = true, Description = terminal.Say("Fin de la observación, excluido: 2025-01-01.", "End of observation, excluded: 2025-01-01.", "Fin de l’observation, exclue : 2025-01-01.") };
        var rule = new Option<string>("--rule") { DefaultValueFactory = _ => "12-16", Description = terminal.Say("Criterio de residencia.", "Residence criterion.", "Critère de résidence.") };
        rule.AcceptOnlyFromAmong([.. ResidenceCriterion.Known.Select(known => known.Name)]);
        var gap = new Option<string>("--gap") { DefaultValueFactory = _ => "midpoint", Description = terminal.Say("Dónde se pone un cruce que falta: a la mitad, lo antes o lo después posible.", "Where a missing crossing is put: in the middle, as early or as late as possible.", "Où se place un passage manquant : au milieu, au plus tôt ou au plus tard possible.") };
        gap.AcceptOnlyFromAmong("midpoint", "earliest", "latest");
        var offsets = new Option<string?>("--offsets") { Description = terminal.Say("CSV de países que notifican y su reloj: country,clock[,post]. Por omisión, los ocho de la muestra.", "CSV of reporting countries and their clock: country,clock[,post]. The eight of the specimen by default.", "CSV des pays déclarants et de leur horloge : country,clock[,post]. Par défaut, les huit de l’échantillon.") };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, 64), Description = terminal.Say("Hilos de cálculo.", "Threads.", "Fils de calcul.") };
        var memory = new Option<string?>("--memory") { Description = terminal.Say("Memoria para los cruces (500M, 4G); lo que no cabe va a archivos temporales. Por omisión, toda en memoria.", "Memory for crossings (500M, 4G); what does not fit goes to temporary files. All in memory by default.", "Mémoire pour les passages (500M, 4G) ; ce qui n’y tient pas va dans des fichiers temporaires. Par défaut, tout en mémoire.") };
        var output = new Option<string>("--output") { Required = true, Description = terminal.Say("Archivo de los conteos: country,month,dir,cat,n. Son conteos sin proteger.", "File of the counts: country,month,dir,cat,n. They are unprotected counts.", "Fichier des décomptes : country,month,dir,cat,n. Ce sont des décomptes non protégés.") };
        var rejects = new Option<string?>("--rejects") { Description = terminal.Say("Archivo de las líneas rechazadas; por omisión, junto al de los conteos.", "File of the rejected lines; beside that of the counts by default.", "Fichier des lignes rejetées ; par défaut, à côté de celui des décomptes.") };
        var most = new Option<long>("--most-rejects") { DefaultValueFactory = _ => 1000, Description = terminal.Say("Líneas rechazadas tras las que se detiene la lectura.", "Rejected lines after which reading stops.", "Lignes rejetées après lesquelles la lecture s’arrête.") };
        var command = new Command("classify", terminal.Say(
            "Clasifica cruces individuales según lo que ocurrió después, por país, mes, sentido y categoría.",
            "Classifies single crossings by what happened after them, by country, month, direction and category.",
            "Classe des passages individuels selon ce qui s’est passé ensuite, par pays, mois, sens et catégorie."))
        {
            files, mapping, from, to, rule, gap, offsets, threads, memory, output, rejects, most,
        };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var target = line.GetValue(output)!;
            var request = new ClassifyRequest(
                line.GetValue(files)!,
                line.GetValue(mapping),
                Date("--from", line.GetValue(from)!),
                Date("--to", line.GetValue(to)!),
                new MovementRule(ResidenceCriterion.Known.First(known => known.Name == line.GetValue(rule)), Gap: Enum.Parse<GapRule>(line.GetValue(gap)!, ignoreCase: true)),
                line.GetValue(offsets),
                Within("--threads", line.GetValue(threads), 64),
                Memory(line.GetValue(memory)),
                target,
                line.GetValue(rejects) ?? Path.ChangeExtension(target, ".rejects.csv"),
                line.GetValue(most));
            var result = terminal.WithProgress(Path.GetFileName(target), progress =>
                CrossingClassifier.Classify(DataFolder.Beside(null), request, terminal.Language, progress, cancellation));
            Tell(terminal, result, request.Rejects);
            return 0;
        })));
        return command;
    }

    /// <summary>Says what was read, set aside and rejected.</summary>
    private static void Tell(Terminal terminal, ClassifyResult result, string rejects)
    {
        terminal.WriteLine(new(
            $"{terminal.Whole(result.Classified)} cruces clasificados; {terminal.Whole(result.Outside)} fuera de la observación; {terminal.Whole(result.Read.Rejected)} líneas rechazadas.",
            $"{terminal.Whole(result.Classified)} crossings classified; {terminal.Whole(result.Outside)} outside the observation; {terminal.Whole(result.Read.Rejected)} lines rejected.",
            $"{terminal.Whole(result.Classified)} passages classés ; {terminal.Whole(result.Outside)} hors de l’observation ; {terminal.Whole(result.Read.Rejected)} lignes rejetées."));
        if (result.Read.Rejected > 0)
            terminal.WriteLine(new($"Las líneas rechazadas están en {rejects}.", $"The rejected lines are in {rejects}.", $"Les lignes rejetées sont dans {rejects}."));
    }

    internal static DateOnly Date(string option, string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date)
        ? date
        : throw new StatisticsException(new Text($"{option} {text} no es una fecha como 2025-01-01.", $"{option} {text} is no date such as 2025-01-01.", $"{option} {text} n’est pas une date comme 2025-01-01."));

    internal static int Within(string option, int value, int most) => value >= 1 && value <= most
        ? value
        : throw new StatisticsException(new Text($"{option} debe estar entre 1 y {most}.", $"{option} must be between 1 and {most}.", $"{option} doit être entre 1 et {most}."));

    internal static long? Memory(string? text)
    {
        if (text is null)
            return null;
        var (digits, unit) = char.IsDigit(text[^1]) ? (text, 0) : (text[..^1], char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => -1 });
        return unit >= 0 && int.TryParse(digits, out var number) && number > 0 && ((long)number << unit) >= 64 << 20
            ? (long)number << unit
            : throw new StatisticsException(new Text($"--memory {text} no es una cantidad de memoria de 64M o más, como 500M o 4G.", $"--memory {text} is no amount of memory of 64M or more, such as 500M or 4G.", $"--memory {text} n’est pas une quantité de mémoire de 64M ou plus, comme 500M ou 4G."));
    }
}
