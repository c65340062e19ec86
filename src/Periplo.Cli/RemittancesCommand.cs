using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Remittances;

namespace Periplo.Cli;

internal static class RemittancesCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("remittances", terminal.Say(new Text(
            "Remesas: quién envía cuánto a quién, y cuánto cuesta enviarlo.",
            "Remittances: who sends how much to whom, and what sending it costs.",
            "Envois de fonds : qui envoie combien à qui, et ce que coûte l’envoi.")))
        {
            Matrix(terminal),
            Prices(terminal),
            Estimate(terminal, store),
        };

    private static Command Matrix(Terminal terminal)
    {
        var stocks = File(terminal, "--stocks", new("Población migrante: origin,destination,migrants.", "Migrant stocks: origin,destination,migrants.", "Effectif des migrants : origin,destination,migrants."));
        var inflows = File(terminal, "--inflows", new("Remesas recibidas: country,usd.", "Remittances received: country,usd.", "Fonds reçus : country,usd."));
        var income = File(terminal, "--income", new("Ingreso por habitante: country,usd_per_head.", "Income per head: country,usd_per_head.", "Revenu par habitant : country,usd_per_head."));
        var rule = new Option<string>("--rule") { DefaultValueFactory = _ => "3", Description = terminal.Say(new Text(
            "Regla: 1 por migrantes, 2 por ingreso del destino, 3 por diferencia de ingresos, o all.",
            "Rule: 1 by migrants, 2 by income at destination, 3 by income gap, or all.",
            "Règle : 1 selon les migrants, 2 selon le revenu à destination, 3 selon l’écart de revenus, ou all.")) };
        rule.AcceptOnlyFromAmong("1", "2", "3", "all");
        var output = File(terminal, "--output", new("Archivo que escribir: rule,sender,receiver,usd.", "File to write: rule,sender,receiver,usd.", "Fichier à écrire : rule,sender,receiver,usd."));
        var command = new Command("matrix", terminal.Say(new Text(
            "Reparte las remesas recibidas entre los países donde viven los emigrantes (docs/methods/remittances.md).",
            "Shares remittances received over the countries where emigrants live (docs/methods/remittances.md).",
            "Répartit les fonds reçus entre les pays où vivent les émigrés (docs/methods/remittances.md)."))) { stocks, inflows, income, rule, output };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var rules = line.GetValue(rule) is "all" ? SharingRules.All : [(SharingRule)int.Parse(line.GetValue(rule)!)];
            var matrix = RemittanceFiles.Matrix(
                DataFolder.Beside(null), line.GetValue(stocks)!, line.GetValue(inflows)!, line.GetValue(income)!, rules, line.GetValue(output)!, cancellation);
            terminal.WriteLine(new(
                $"{terminal.Whole(matrix.Corridors.Count)} corredores de {terminal.Whole(matrix.Receivers.Count)} países que reciben.",
                $"{terminal.Whole(matrix.Corridors.Count)} corridors of {terminal.Whole(matrix.Receivers.Count)} receiving countries.",
                $"{terminal.Whole(matrix.Corridors.Count)} corridors de {terminal.Whole(matrix.Receivers.Count)} pays de réception."));
            Tell(terminal, matrix);
            return 0;
        })));
        return command;
    }

    /// <summary>What a reader of the matrix must know of single receivers.</summary>
    private static void Tell(Terminal terminal, BilateralMatrix matrix)
    {
        foreach (var account in matrix.Receivers)
        {
            var name = account.Receiver;
            if (!account.Shared)
            {
                terminal.WriteLine(new(
                    $"{name}: no se reparte nada de {terminal.Figure(account.Inflow)} dólares; no se conocen emigrantes suyos.",
                    $"{name}: nothing of {terminal.Figure(account.Inflow)} dollars is shared out; no emigrants of it are known.",
                    $"{name} : rien n’est réparti sur {terminal.Figure(account.Inflow)} dollars ; on ne lui connaît pas d’émigrés."));
                continue;
            }

            if (account.NoIncomeMigrants > 0)
            {
                terminal.WriteLine(new(
                    $"{name}: {terminal.Figure(account.NoIncomeMigrants)} de {terminal.Figure(account.Migrants)} migrantes viven donde no consta el ingreso; se supone el de {name}.",
                    $"{name}: {terminal.Figure(account.NoIncomeMigrants)} of {terminal.Figure(account.Migrants)} migrants live where no income is given; that of {name} is assumed.",
                    $"{name} : {terminal.Figure(account.NoIncomeMigrants)} migrants sur {terminal.Figure(account.Migrants)} vivent là où le revenu n’est pas indiqué ; on suppose celui de {name}."));
            }

            if (!account.HasHomeIncome)
            {
                terminal.WriteLine(new(
                    $"{name}: no consta su ingreso; la regla 3 da lo mismo que la regla 1.",
                    $"{name}: its income is not given; rule 3 gives the same as rule 1.",
                    $"{name} : son revenu n’est pas indiqué ; la règle 3 donne le même résultat que la règle 1."));
            }
        }
    }

    private static Command Prices(Terminal terminal)
    {
        var quotes = File(terminal, "--quotes", new("Cotizaciones de Remittance Prices Worldwide, .csv o .csv.gz.", "Quotes of Remittance Prices Worldwide, .csv or .csv.gz.", "Relevés de Remittance Prices Worldwide, .csv ou .csv.gz."));
        var output = File(terminal, "--output", new(
            "Archivo que escribir: period,sender,receiver,average_pct,smart_pct,services,qualifying.",
            "File to write: period,sender,receiver,average_pct,smart_pct,services,qualifying.",
            "Fichier à écrire : period,sender,receiver,average_pct,smart_pct,services,qualifying."));
        var command = new Command("prices", terminal.Say(new Text(
            "Calcula el costo medio y SmaRT de cada corredor y trimestre (docs/methods/remittance-prices.md).",
            "Works out the average cost and SmaRT of every corridor and quarter (docs/methods/remittance-prices.md).",
            "Calcule le coût moyen et SmaRT de chaque corridor et trimestre (docs/methods/remittance-prices.md)."))) { quotes, output };
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var (corridors, excluded) = RemittanceFiles.Prices(DataFolder.Beside(null), line.GetValue(quotes)!, line.GetValue(output)!, cancellation);
            var services = corridors.Sum(corridor => corridor.Quotes);
            terminal.WriteLine(new(
                $"{terminal.Whole(corridors.Count)} corredores y trimestres, {terminal.Whole(services)} servicios.",
                $"{terminal.Whole(corridors.Count)} corridors and quarters, {terminal.Whole(services)} services.",
                $"{terminal.Whole(corridors.Count)} corridors et trimestres, {terminal.Whole(services)} services."));
            foreach (var (reason, count) in excluded.OrderBy(pair => pair.Key))
            {
                var why = SmartPrice.Say(reason);
                terminal.WriteLine(new($"Fuera de SmaRT, {why.Es}: {terminal.Whole(count)}", $"Not in SmaRT, {why.En}: {terminal.Whole(count)}", $"Hors SmaRT, {why.Fr} : {terminal.Whole(count)}"));
            }

            return 0;
        })));
        return command;
    }

    private static Command Estimate(Terminal terminal, StoreOption store)
    {
        var command = new Command("estimate", terminal.Say(new Text(
            "Estima las matrices bilaterales de todos los años con los datos del almacén y las guarda en REMITTANCES.",
            "Estimates the bilateral matrices of all years with the data of the store and keeps them in REMITTANCES.",
            "Estime les matrices bilatérales de toutes les années avec les données du dépôt et les conserve dans REMITTANCES.")));
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var result = store.Open(line).EstimateRemittances(cancellation);
            var (id, count) = (result.Part.Revision.Id, terminal.Whole(result.Part.Observations));
            terminal.WriteLine(result.IsNew
                ? new($"REMITTANCES {id}: {count} observaciones nuevas.", $"REMITTANCES {id}: {count} new observations.", $"REMITTANCES {id} : {count} observations nouvelles.")
                : new($"REMITTANCES {id}: ya estaba, con {count} observaciones.", $"REMITTANCES {id}: was there already, with {count} observations.", $"REMITTANCES {id} : déjà présent, avec {count} observations."));
            return 0;
        })));
        return command;
    }

    private static Option<string> File(Terminal terminal, string name, Text description) => new(name) { Required = true, Description = terminal.Say(description) };
}
