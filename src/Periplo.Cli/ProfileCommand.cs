using System.CommandLine;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Profiles;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class ProfileCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var area = new Argument<string?>("AREA")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = terminal.Say("País, región o grupo, con cualquier código o nombre.", "Country, region or group, by any code or name.", "Pays, région ou groupe, par tout code ou nom."),
        };
        var to = new Option<string?>("--to") { Description = terminal.Say("Perfil del corredor del área a este país.", "Profile of the corridor from the area to this country.", "Profil du corridor de la zone vers ce pays.") };
        var all = new Option<bool>("--all") { Description = terminal.Say("Los Estados Miembros de las Naciones Unidas.", "The Member States of the United Nations.", "Les États Membres des Nations Unies.") };
        var members = new Option<string?>("--members") { Description = terminal.Say("Los países de una región o grupo (001: todos), o de un proceso por su id (mercosur).", "The countries of a region or group (001: all), or of a process by its id (mercosur).", "Les pays d’une région ou d’un groupe (001 : tous), ou d’un processus par son id (mercosur).") };
        var process = new Option<string?>("--process") { Description = terminal.Say("Perfil regional de los miembros de un proceso del registro, juntos: mercosur.", "Regional profile of the members of a process of the register, together: mercosur.", "Profil régional des membres d’un processus du registre, ensemble : mercosur.") };
        var languages = new Option<string>("--language") { DefaultValueFactory = _ => terminal.Language.Tag(), Description = terminal.Say("es, en, fr, o varios con comas.", "es, en, fr, or several by commas.", "es, en, fr, ou plusieurs séparés par des virgules.") };
        var edition = EditionOption(terminal);
        var formats = new Option<string>("--format") { DefaultValueFactory = _ => "html", Description = terminal.Say("html, pdf, csv, docx, o varios con comas.", "html, pdf, csv, docx, or several by commas.", "html, pdf, csv, docx, ou plusieurs séparés par des virgules.") };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => ".", Description = terminal.Say("Carpeta donde escribir; se crea si falta.", "Folder to write to; made if it is missing.", "Dossier où écrire ; créé s’il manque.") };
        var site = new Option<Uri?>("--site") { Description = terminal.Say("Dirección del sitio al que llevan los enlaces: https://ejemplo.org.", "Address of the site the links lead to: https://example.org.", "Adresse du site où mènent les liens : https://exemple.org.") };
        var command = new Command("profile", terminal.Say(
            "Hace perfiles migratorios: un documento por área y lengua, a partir de los indicadores y registros.",
            "Makes migration profiles: a document for each area and language, from indicators and registers.",
            "Fait des profils migratoires : un document par zone et par langue, à partir des indicateurs et registres.")) { area, to, all, members, process, languages, edition, formats, output, site };
        store.AddTo(command);
        command.Subcommands.Add(Editions(terminal, store));
        command.Subcommands.Add(Freeze(terminal, store));
        command.Subcommands.Add(Compare(terminal, store));
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var wanted = new ProfileWish(
                line.GetValue(area), line.GetValue(to), line.GetValue(all), line.GetValue(members), line.GetValue(process), Chosen(line.GetValue(languages)!, Enum.GetValues<Language>(), language => language.Tag()),
                Chosen(line.GetValue(formats)!, ProfileRun.Formats, format => format), line.GetValue(output)!, line.GetValue(site));
            var installation = store.Open(line);
            installation.LoadRegisters(null, cancellation);
            return new ProfileRun(terminal, installation, wanted).Write(line.GetValue(edition), cancellation);
        })));
        return command;
    }

    internal static Option<string?> EditionOption(Terminal terminal) =>
        new("--edition") { Description = terminal.Say("Código de la edición; por omisión, las últimas revisiones.", "Code of the edition; the latest revisions by default.", "Code de l’édition ; par défaut, les dernières révisions.") };

    private static Command Editions(Terminal terminal, StoreOption store)
    {
        var command = new Command("editions", terminal.Say("Lista las ediciones congeladas.", "Lists the frozen editions.", "Énumère les éditions figées."));
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            terminal.WriteTable(
                [new("Edición", "Edition", "Édition"), new("Nombre", "Name", "Nom"), new("Corte", "Cut-off", "Arrêt"), new("Programa", "Software", "Logiciel"), new("Revisiones", "Revisions", "Révisions")],
                installation.Editions().Select(IReadOnlyList<string> (edition) =>
                    [edition.Id, terminal.Say(edition.Name), $"{edition.Cutoff:yyyy-MM-dd}", edition.Software, string.Join(' ', edition.Revisions.Select(one => $"{one.Dataset}/{one.Revision}"))]));
            return 0;
        })));
        return command;
    }

    private static Command Freeze(Terminal terminal, StoreOption store)
    {
        var id = new Argument<string>("ID") { Description = terminal.Say("Código de la edición: 2026.", "Code of the edition: 2026.", "Code de l’édition : 2026.") };
        var cutoff = new Option<DateOnly?>("--cutoff") { Description = terminal.Say("Día de corte; por omisión, hoy.", "Day of the cut-off; today by default.", "Jour d’arrêt ; par défaut, aujourd’hui.") };
        var command = new Command("freeze", terminal.Say(
            "Congela las últimas revisiones y los registros como una edición, que después no cambia.",
            "Freezes the latest revisions and the registers as an edition, which does not change afterwards.",
            "Fige les dernières révisions et les registres en une édition, qui ne change plus ensuite.")) { id, cutoff };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            installation.LoadRegisters(null, cancellation);
            var code = line.GetValue(id)!;
            var edition = installation.Freeze(
                Person.Owner("periplo"), code, new($"Edición {code}", $"Edition {code}", $"Édition {code}"), line.GetValue(cutoff) ?? installation.Today, cancellation);
            terminal.WriteLine(new(
                $"Edición {edition.Id}: {edition.Revisions.Count} revisiones al {edition.Cutoff:yyyy-MM-dd}.", $"Edition {edition.Id}: {edition.Revisions.Count} revisions as of {edition.Cutoff:yyyy-MM-dd}.",
                $"Édition {edition.Id} : {edition.Revisions.Count} révisions au {edition.Cutoff:yyyy-MM-dd}."));
            return 0;
        })));
        return command;
    }

    private static Command Compare(Terminal terminal, StoreOption store)
    {
        var area = new Argument<string>("AREA") { Description = terminal.Say("Área, con cualquier código o nombre.", "Area, by any code or name.", "Zone, par tout code ou nom.") };
        var before = new Argument<string>("BEFORE") { Description = terminal.Say("Edición anterior.", "Earlier edition.", "Édition antérieure.") };
        var after = new Argument<string?>("AFTER") { Arity = ArgumentArity.ZeroOrOne, Description = terminal.Say("Edición posterior; por omisión, las últimas revisiones.", "Later edition; the latest revisions by default.", "Édition postérieure ; par défaut, les dernières révisions.") };
        var command = new Command("compare", terminal.Say(
            "Dice qué indicadores de un área cambiaron entre dos ediciones.", "Tells which indicators of an area changed between two editions.", "Indique quels indicateurs d’une zone ont changé entre deux éditions.")) { area, before, after };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var compared = installation.CompareEditions(
                line.GetValue(before)!, line.GetValue(after), installation.Areas.Resolve(line.GetValue(area)!), Font(installation), cancellation);
            terminal.WriteTable(
                [new("Indicador", "Indicator", "Indicateur"), new("Antes", "Before", "Avant"), new("Después", "After", "Après"), new("Qué pasó", "What happened", "Ce qui s’est passé")],
                compared.Changes.Select(IReadOnlyList<string> (change) =>
                    [$"{change.Row.Indicator.Code} {terminal.Say(change.Row.Name)}", Cell(change.Before), Cell(change.After), terminal.Say(change.Words)]));
            terminal.WriteLine(new(
                $"{compared.Changes.Count} filas cambiaron; {compared.Same} no.", $"{compared.Changes.Count} rows changed; {compared.Same} did not.", $"{compared.Changes.Count} lignes ont changé ; {compared.Same} non."));
            return 0;

            string Cell(IndicatorRow? row) => row?.Value is { } value ? $"{terminal.Say(row.Shown)} [{value.Period}, {terminal.Say(ValueWords.Quality(value.Quality))}]" : terminal.Say(Numbers.Missing);
        })));
        return command;
    }

    internal static FontMetrics Font(Installation installation)
    {
        using var widths = installation.Data.Open("fonts/advance-widths.csv");
        return FontMetrics.Read("advance-widths.csv", widths);
    }

    /// <summary>The things that a list separated by commas names, once each.</summary>
    private static List<T> Chosen<T>(string written, IEnumerable<T> all, Func<T, string> name)
    {
        var known = all.ToDictionary(name, StringComparer.OrdinalIgnoreCase);
        var chosen = new List<T>();
        foreach (var word in written.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!known.TryGetValue(word, out var one))
                throw new StatisticsException(new($"«{word}» no es uno de: {string.Join(", ", known.Keys)}.", $"\"{word}\" is not one of: {string.Join(", ", known.Keys)}.", $"« {word} » ne fait pas partie de : {string.Join(", ", known.Keys)}."));
            if (!chosen.Contains(one))
                chosen.Add(one);
        }

        return chosen;
    }
}
