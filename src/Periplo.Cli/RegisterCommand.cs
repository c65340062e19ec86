using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class RegisterCommand
{
    private const int Watched = 100;

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var options = new RegisterOptions(terminal, store);
        return new("register", terminal.Say("Muestra, importa, exporta o comprueba las fichas de un registro.", "Shows, imports, exports or checks the records of a register.", "Montre, importe, exporte ou vérifie les fiches d’un registre."))
        {
            Show(terminal, options), Import(terminal, options), Export(terminal, options), Validate(terminal, options),
        };
    }

    private static Command Show(Terminal terminal, RegisterOptions options)
    {
        var id = options.Register();
        var record = new Argument<string?>("RECORD") { Arity = ArgumentArity.ZeroOrOne, Description = terminal.Say("Id de una ficha; por omisión, se listan.", "Id of a record; they are listed by default.", "Id d’une fiche ; par défaut, elles sont listées.") };
        var command = new Command("show", terminal.Say("Lista las fichas de un registro, o muestra una con su historia.", "Lists the records of a register, or shows one with its history.", "Liste les fiches d’un registre, ou en montre une avec son historique.")) { id, record };
        options.AddQuery(command);
        options.AddActor(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var records = options.Open(line, cancellation).Records;
            var table = records.Table(line.GetValue(id)!);
            if (line.GetValue(record) is { } one)
                ShowRecord(terminal, records, options.Person(line), table, one);
            else
                List(terminal, table, options.Query(line, table.Register));
            return 0;
        })));
        return command;
    }

    private static void List(Terminal terminal, RegisterTable table, RecordQuery query)
    {
        var page = table.List(query with { Take = Terminal.IsWatched ? Watched : int.MaxValue }, terminal.Language);
        var title = table.TitleColumn(terminal.Language);
        var columns = table.Register.Columns.Where(column => column.Field.Listed && column.Field != title.Field && column.Part is not (ColumnPart.Spanish or ColumnPart.English or ColumnPart.French)).Prepend(title).ToList();
        terminal.WriteTable(
            [new("Id", "Id", "Id"), .. columns.Select(column => column == title ? column.Field.Name : column.Title), new("Estado", "State", "État")],
            page.Records.Select(IReadOnlyList<string> (head) =>
            {
                var seen = RegisterTable.Seen(head, query.Drafts)!;
                return [head.Id, .. columns.Select(column => OneLine(column.Shown(seen.Values))), StateName(terminal, table.Register, seen.State)];
            }));
        if (page.Count > page.Records.Count)
            terminal.WriteLine(new($"… {terminal.Whole(page.Count)} fichas en total", $"… {terminal.Whole(page.Count)} records in all", $"… {terminal.Whole(page.Count)} fiches au total"));
    }

    private static void ShowRecord(Terminal terminal, Records records, Person person, RegisterTable table, string id)
    {
        var register = table.Register;
        var head = table.Find(id) ?? throw new RegisterException(new Text(
            $"No hay ninguna ficha «{id}» en {register.Name.Es}. «periplo register show {register.Id}» las lista.",
            $"There is no record \"{id}\" in {register.Name.En}. \"periplo register show {register.Id}\" lists them.",
            $"Il n’y a pas de fiche « {id} » dans {register.Name.Fr}. « periplo register show {register.Id} » les liste."));
        var shown = head.Published ?? head.Latest;
        foreach (var column in register.Columns)
        {
            if (shown.Values[column.Position].Length > 0)
                terminal.WriteLine(Text.Same($"{terminal.Say(column.Title)}: {shown.Values[column.Position].Replace("|", " | ", StringComparison.Ordinal)}"));
        }

        terminal.WriteTable(
            [new("Versión", "Version", "Version"), new("Fecha (UTC)", "Date (UTC)", "Date (UTC)"), new("Quién", "Who", "Qui"), new("Estado", "State", "État"), new("Por qué", "Why", "Pourquoi")],
            records.History(person, register.Id, id).Select(IReadOnlyList<string> (version) =>
                [$"{version.Number}", version.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm"), version.Who, StateName(terminal, register, version.State), OneLine(version.Why)]),
            0);
    }

    private static Command Import(Terminal terminal, RegisterOptions options)
    {
        var (id, file, approve) = (options.Register(), FileArgument(terminal), Approve(terminal));
        var why = new Option<string>("--why") { DefaultValueFactory = _ => "", Description = terminal.Say("Razón, que queda en la historia de cada ficha.", "Reason, kept in the history of every record.", "Raison, qui reste dans l’historique de chaque fiche.") };
        var command = new Command("import", terminal.Say(
            "Importa un archivo de fichas CSV, XLSX o JSON: todas o ninguna. Repetirlo no cambia nada.",
            "Imports a file of records, CSV, XLSX or JSON: all or none. Importing it again changes nothing.",
            "Importe un fichier de fiches CSV, XLSX ou JSON : toutes ou aucune. Le répéter ne change rien.")) { id, file, approve, why };
        options.AddActor(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = options.Open(line, cancellation);
            var register = installation.Records.Registers.Get(line.GetValue(id)!);
            var state = line.GetValue(approve) ? register.Workflow.Published.Id : null;
            var count = WithFile(terminal, line.GetValue(file)!, (name, stream, progress) =>
                installation.ImportRecords(options.Person(line), register.Id, name, stream, state, line.GetValue(why)!, progress, cancellation));
            terminal.WriteLine(new(
                $"{register.Name.Es}: {terminal.Whole(count.Added)} nuevas, {terminal.Whole(count.Changed)} cambiadas, {terminal.Whole(count.Same)} ya estaban",
                $"{register.Name.En}: {terminal.Whole(count.Added)} new, {terminal.Whole(count.Changed)} changed, {terminal.Whole(count.Same)} were there already",
                $"{register.Name.Fr} : {terminal.Whole(count.Added)} nouvelles, {terminal.Whole(count.Changed)} changées, {terminal.Whole(count.Same)} y étaient déjà"));
            return 0;
        })));
        return command;
    }

    private static Command Export(Terminal terminal, RegisterOptions options)
    {
        var id = options.Register();
        var form = new Option<string>("--form") { DefaultValueFactory = _ => "csv", Description = terminal.Say("csv, xlsx o json.", "csv, xlsx or json.", "csv, xlsx ou json.") };
        form.AcceptOnlyFromAmong("csv", "xlsx", "json");
        var template = new Option<bool>("--template") { Description = terminal.Say("Solo las columnas, para rellenar.", "The columns only, to fill in.", "Les colonnes seules, à remplir.") };
        var restricted = new Option<bool>("--restricted") { Description = terminal.Say("También los campos reservados.", "Restricted fields too.", "Aussi les champs réservés.") };
        var output = new Option<string?>("--output", "-o") { Description = terminal.Say("Archivo que escribir; por omisión, la salida.", "File to write; standard output by default.", "Fichier à écrire ; par défaut, la sortie.") };
        var command = new Command("export", terminal.Say(
            "Escribe las fichas publicadas en CSV, XLSX (con instrucciones y listas) o JSON.",
            "Writes the published records as CSV, XLSX (with instructions and lists) or JSON.",
            "Écrit les fiches publiées en CSV, XLSX (avec instructions et listes) ou JSON.")) { id, form, template, restricted, output };
        options.AddQuery(command);
        options.AddActor(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = options.Open(line, cancellation);
            var register = installation.Records.Registers.Get(line.GetValue(id)!);
            var wanted = line.GetValue(form) switch { "xlsx" => RecordForm.Xlsx, "json" => RecordForm.Json, _ => RecordForm.Csv };
            var query = options.Query(line, register);
            if (line.GetValue(template))
                query = query with { Take = 0 };
            void Write(Stream to) => installation.ExportRecords(options.Person(line), register.Id, wanted, query, line.GetValue(restricted), terminal.Language, to);
            if (line.GetValue(output) is { } file)
            {
                WholeFile.Write(file, Write);
            }
            else
            {
                using var standard = Console.OpenStandardOutput();
                Write(standard);
            }

            return 0;
        })));
        return command;
    }

    private static Command Validate(Terminal terminal, RegisterOptions options)
    {
        var id = new Argument<string>("REGISTER") { Description = terminal.Say("Id del registro, o un archivo .yaml que define uno.", "Id of the register, or a .yaml file that defines one.", "Id du registre, ou un fichier .yaml qui en définit un.") };
        var file = FileArgument(terminal);
        file.Arity = ArgumentArity.ZeroOrOne;
        var approve = Approve(terminal);
        var command = new Command("validate", terminal.Say(
            "Dice qué rechazaría o cambiaría la importación, o si una definición es correcta, sin escribir nada.",
            "Tells what an import would refuse or change, or whether a definition is right, without writing anything.",
            "Dit ce que l’importation rejetterait ou changerait, ou si une définition est correcte, sans rien écrire.")) { id, file, approve };
        options.AddActor(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            if (line.GetValue(file) is not { } path)
                return Definition(terminal, options.Open(line, cancellation), line.GetValue(id)!);
            var installation = options.Open(line, cancellation);
            var register = installation.Records.Registers.Get(line.GetValue(id)!);
            var state = line.GetValue(approve) ? register.Workflow.Published.Id : null;
            var check = WithFile(terminal, path, (name, stream, progress) => installation.ValidateRecords(options.Person(line), register.Id, name, stream, state, progress, cancellation));
            foreach (var fault in check.Faults)
                terminal.WriteLine(new($"{fault.Place.Es}, {fault.Column}: {fault.Reason.Es}", $"{fault.Place.En}, {fault.Column}: {fault.Reason.En}", $"{fault.Place.Fr}, {fault.Column} : {fault.Reason.Fr}"));
            terminal.WriteLine(check.Faults.Count > 0
                ? new("No se importaría nada.", "Nothing would be imported.", "Rien ne serait importé.")
                : new(
                    $"Se importarían {terminal.Whole(check.Count.Added)} nuevas y {terminal.Whole(check.Count.Changed)} cambiadas; {terminal.Whole(check.Count.Same)} ya están.",
                    $"{terminal.Whole(check.Count.Added)} new and {terminal.Whole(check.Count.Changed)} changed would be imported; {terminal.Whole(check.Count.Same)} are there already.",
                    $"Seraient importées {terminal.Whole(check.Count.Added)} nouvelles et {terminal.Whole(check.Count.Changed)} changées ; {terminal.Whole(check.Count.Same)} y sont déjà."));
            return check.Faults.Count > 0 ? 1 : 0;
        })));
        return command;
    }

    private static int Definition(Terminal terminal, Installation installation, string path)
    {
        var register = installation.CheckRegister(path);
        terminal.WriteLine(new(
            $"{register.Id}: definición correcta, {register.Fields.Count} campos, {register.Columns.Count} columnas{(register.Statistics is { } es ? $", conjunto de datos {es.Id}" : "")}.",
            $"{register.Id}: the definition is right, {register.Fields.Count} fields, {register.Columns.Count} columns{(register.Statistics is { } en ? $", dataset {en.Id}" : "")}.",
            $"{register.Id} : définition correcte, {register.Fields.Count} champs, {register.Columns.Count} colonnes{(register.Statistics is { } fr ? $", jeu de données {fr.Id}" : "")}."));
        return 0;
    }

    private static Argument<string> FileArgument(Terminal terminal) => new("FILE") { Description = terminal.Say("Archivo CSV, XLSX o JSON.", "CSV, XLSX or JSON file.", "Fichier CSV, XLSX ou JSON.") };

    private static Option<bool> Approve(Terminal terminal) => new("--approve") { Description = terminal.Say("Publica las fichas; sin esto quedan en borrador.", "Publishes the records; without it they stay drafts.", "Publie les fiches ; sans cela elles restent à l’état de brouillon.") };

    private static T WithFile<T>(Terminal terminal, string path, Func<string, Stream, IProgress<double>?, T> work)
    {
        Stream stream;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, place: null, Text.Same(error.Message), error);
        }

        using (stream)
            return terminal.WithProgress(Path.GetFileName(path), progress => work(Path.GetFileName(path), stream, progress));
    }

    private static string StateName(Terminal terminal, Register register, string state) => register.Workflow.Find(state) is { } known ? terminal.Say(known.Name) : state;

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
