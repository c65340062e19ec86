using System.CommandLine;
using System.Net;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Web;
using Periplo.Web.Accounts;

namespace Periplo.Cli;

internal static class ServeCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 5080, Description = terminal.Say("Puerto.", "Port.", "Port.") };
        var listen = new Option<string>("--listen")
        {
            DefaultValueFactory = _ => "127.0.0.1",
            Description = terminal.Say(
                "Dirección en la que escuchar. Por omisión solo esta máquina; 0.0.0.0 escucha en todas.",
                "Address to listen on. Only this machine by default; 0.0.0.0 listens on all.",
                "Adresse d’écoute. Par défaut, cette machine seulement ; 0.0.0.0 écoute sur toutes."),
        };
        var limit = new Option<int?>("--requests-per-second")
        {
            Description = terminal.Say(
                "Peticiones por segundo que se atienden a cada dirección. Por omisión 50, y sin límite para esta máquina.",
                "Requests a second served to each address. 50 by default, and no limit for this machine.",
                "Requêtes par seconde servies à chaque adresse. Par défaut 50, et sans limite pour cette machine."),
        };
        var proxies = new Option<string[]>("--proxy")
        {
            Description = terminal.Say(
                "Dirección IP de un proxy en otra máquina al que se cree quién pregunta y si es por TLS.",
                "IP address of a proxy on another machine that is believed as to who asks and whether by TLS.",
                "Adresse IP d’un proxy sur une autre machine, cru quand il dit qui demande et si c’est par TLS."),
        };
        var answers = new Option<int>("--kept-answers")
        {
            DefaultValueFactory = _ => (int)ServerSettings.DefaultKeptAnswers,
            Description = terminal.Say(
                "Megabytes de respuestas SDMX que se guardan listas. Por omisión 64; 0 las hace de nuevo cada vez.",
                "Megabytes of SDMX answers kept ready. 64 by default; 0 makes each anew.",
                "Mégaoctets de réponses SDMX gardées prêtes. Par défaut 64 ; 0 les refait chaque fois."),
        };
        var command = new Command("serve", terminal.Say(
            "Publica el sitio. Con un almacén vacío carga antes los datos incluidos.",
            "Serves the site. With an empty store it first loads the bundled data.",
            "Publie le site. Avec un entrepôt vide, charge d’abord les données incluses.")) { port, listen, limit, proxies, answers };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            // A declaration that is not understood is told before the site opens, not by its pages.
            _ = installation.IndicatorRegistry;
            LoadStarter(terminal, installation, cancellation);
            installation.LoadRegisters(null, cancellation);
            if (!IPAddress.TryParse(line.GetValue(listen), out var address))
            {
                throw new StatisticsException(new Text(
                    $"--listen {line.GetValue(listen)} no es una dirección IP.", $"--listen {line.GetValue(listen)} is not an IP address.", $"--listen {line.GetValue(listen)} n’est pas une adresse IP."));
            }

            var settings = new ServerSettings(new(address, line.GetValue(port)), line.GetValue(limit), [.. (line.GetValue(proxies) ?? []).Select(Proxy)], Math.Max(0, line.GetValue(answers)));
            return Server.Run(installation, settings, where => Listening(terminal, installation, where), cancellation);
        })));
        return command;
    }

    private static void Listening(Terminal terminal, Installation installation, string where)
    {
        terminal.WriteLine(new($"Periplo en {where}  (Ctrl+C para terminar)", $"Periplo at {where}  (Ctrl+C to end)", $"Periplo sur {where}  (Ctrl+C pour terminer)"));
        // So that the first reader of a profile need not wait until all indicators are worked out.
        _ = Task.Run(() => installation.Indicators(CancellationToken.None));
        if (installation.Accounts.PrepareSetUp() is not { } token)
            return;
        terminal.WriteLine(new(
            $"Aún no hay cuentas. Haga la primera en {where}{AccountAddresses.SetUp(Language.Es)} con este código, que vale tres días y una vez:\n  {token}",
            $"There are no accounts yet. Make the first at {where}{AccountAddresses.SetUp(Language.En)} with this code, good for three days and once:\n  {token}",
            $"Il n’y a pas encore de comptes. Faites le premier sur {where}{AccountAddresses.SetUp(Language.Fr)} avec ce code, valable trois jours et une fois :\n  {token}"));
    }

    private static IPAddress Proxy(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new StatisticsException(new Text($"--proxy {text} no es una dirección IP.", $"--proxy {text} is not an IP address.", $"--proxy {text} n’est pas une adresse IP."));

    private static void LoadStarter(Terminal terminal, Installation installation, CancellationToken cancellation)
    {
        if (installation.Parts().Count > 0 && !installation.LacksStarter())
            return;
        if (Terminal.IsWatched)
            terminal.WriteLine(new("Cargando los datos incluidos…", "Loading the bundled data…", "Chargement des données incluses…"));
        terminal.WithProgress(terminal.Say("Datos incluidos", "Bundled data", "Données incluses"), progress =>
        {
            installation.LoadStarter(progress is null ? null : new Bar(progress), cancellation);
            return 0;
        });
    }

    private sealed class Bar(IProgress<double> bar) : IProgress<(string File, double Share)>
    {
        public void Report((string File, double Share) value) => bar.Report(value.Share);
    }
}
