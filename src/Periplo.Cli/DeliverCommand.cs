using System.CommandLine;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cli;

internal static class DeliverCommand
{
    public static Command Build(Terminal terminal, StoreOption store) =>
        new("deliver", terminal.Say("Cuadros mensuales que entregan las direcciones de migración.", "Monthly tables that directorates of migration deliver.", "Tableaux mensuels que livrent les services des migrations."))
        {
            Template(terminal, store),
            Validate(terminal, store),
            Import(terminal, store),
            Calendar(terminal, store),
        };

    private static Command Template(Terminal terminal, StoreOption store)
    {
        var output = new Option<string>("--output", "-o")
        {
            Required = true,
            Description = terminal.Say("Archivo que escribir: .xlsx (con instrucciones y listas) o .csv (solo el encabezado).", "File to write: .xlsx (with instructions and lists) or .csv (the header only).", "Fichier à écrire : .xlsx (avec instructions et listes) ou .csv (l’en-tête seul)."),
        };
        var command = new Command("template", terminal.Say("Escribe la plantilla que se rellena cada mes.", "Writes the template to fill in each month.", "Écrit le modèle à remplir chaque mois.")) { output };
        store.AddTo(command);
        command.SetAction((line, _) => Task.FromResult(terminal.Run(() =>
        {
            var file = line.GetValue(output)!;
            var workbook = file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
            if (!workbook && !file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                throw new InputException(file, place: null, new("la plantilla es .xlsx o .csv.", "the template is .xlsx or .csv.", "le modèle est .xlsx ou .csv."));
            var installation = store.Open(line);
            WholeFile.Write(file, to => installation.WriteDeliveryTemplate(workbook, terminal.Language, to));
            terminal.WriteLine(new($"{Path.GetFileName(file)}: plantilla escrita", $"{Path.GetFileName(file)}: template written", $"{Path.GetFileName(file)} : modèle écrit"));
            return 0;
        })));
        return command;
    }

    private static Command Validate(Terminal terminal, StoreOption store)
    {
        var (file, country) = (File(terminal), Country(terminal));
        var command = new Command("validate", terminal.Say(
            "Revisa una entrega y dice todo lo que hay que corregir o confirmar, con su celda, sin guardar nada.",
            "Checks a delivery and tells all there is to correct or confirm, with its cell, without keeping anything.",
            "Vérifie une livraison et dit tout ce qu’il faut corriger ou confirmer, avec sa cellule, sans rien enregistrer.")) { file, country };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var report = With(line.GetValue(file)!, (name, stream) => installation.ValidateDelivery(line.GetValue(country)!, name, stream, cancellation));
            Write(terminal, report);
            return report.MayBeTaken ? 0 : 1;
        })));
        return command;
    }

    private static Command Import(Terminal terminal, StoreOption store)
    {
        var (file, country) = (File(terminal), Country(terminal));
        var revision = new Option<string?>("--revision")
        {
            Description = terminal.Say(
                "Revisión en que se guarda (2025-05); por omisión, la última de esa fuente, o el último mes entregado si es la primera.",
                "Revision to keep it in (2025-05); by default the last of that source, or the last month delivered if it is the first.",
                "Révision où elle est enregistrée (2025-05) ; par défaut, la dernière de cette source, ou le dernier mois livré si c’est la première."),
        };
        var command = new Command("import", terminal.Say(
            "Revisa una entrega y, si nada lo impide, la guarda en MOVEMENTS_MONTHLY: entera o nada.",
            "Checks a delivery and, if nothing stands against it, keeps it in MOVEMENTS_MONTHLY: whole or not at all.",
            "Vérifie une livraison et, si rien ne l’empêche, l’enregistre dans MOVEMENTS_MONTHLY : entière ou pas du tout.")) { file, country, revision };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var (report, result) = With(line.GetValue(file)!, (name, stream) =>
                installation.ImportDelivery(line.GetValue(country)!, name, stream, line.GetValue(revision), cancellation));
            Write(terminal, report);
            if (result is null)
                return 1;
            var (part, figures) = (result.Part, terminal.Whole(result.Part.Observations));
            terminal.WriteLine(result.IsNew
                ? new($"{part.File.Name}: {figures} cifras en {part.Revision.Dataset}, revisión {part.Revision.Id}", $"{part.File.Name}: {figures} figures in {part.Revision.Dataset}, revision {part.Revision.Id}", $"{part.File.Name} : {figures} chiffres dans {part.Revision.Dataset}, révision {part.Revision.Id}")
                : new($"{part.File.Name}: ya estaba en la revisión {part.Revision.Id}; nada cambió", $"{part.File.Name}: was already in revision {part.Revision.Id}; nothing changed", $"{part.File.Name} : était déjà dans la révision {part.Revision.Id} ; rien n’a changé"));
            return 0;
        })));
        return command;
    }

    private static Command Calendar(Terminal terminal, StoreOption store)
    {
        var on = new Option<string?>("--on") { Description = terminal.Say("Fecha: 2025-06-16. Por omisión, hoy.", "Date: 2025-06-16. Today by default.", "Date : 2025-06-16. Par défaut, aujourd’hui.") };
        var command = new Command("calendar", terminal.Say("Quién debe cuadros mensuales y desde cuándo.", "Who owes monthly tables, and since when.", "Qui doit des tableaux mensuels et depuis quand.")) { on };
        store.AddTo(command);
        command.SetAction((line, _) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            var day = Day(installation, line.GetValue(on));
            var late = installation.LateDeliveries(day);
            var duties = installation.Deliveries().Duties;
            terminal.WriteLine(new(
                $"El {day:yyyy-MM-dd}: de {duties.Count} países con calendario, {late.Select(one => one.Duty.Area).Distinct().Count()} deben cuadros.",
                $"On {day:yyyy-MM-dd}: of {duties.Count} countries with a calendar, {late.Select(one => one.Duty.Area).Distinct().Count()} owe tables.",
                $"Au {day:yyyy-MM-dd} : sur {duties.Count} pays à calendrier, {late.Select(one => one.Duty.Area).Distinct().Count()} doivent des tableaux."));
            terminal.WriteTable(
                [new("País", "Country", "Pays"), new("Autoridad", "Authority", "Autorité"), new("Tabla", "Table", "Tableau"), new("Meses", "Months", "Mois"), new("Desde", "From", "Depuis"), new("Hasta", "To", "Jusqu’à"), new("Días de retraso", "Days late", "Jours de retard"), new("Último entregado", "Last delivered", "Dernier livré")],
                late.Select(IReadOnlyList<string> (one) =>
                [
                    one.Duty.Area, terminal.Say(one.Duty.Publisher), one.Movement, terminal.Whole(one.Months.Count), one.Months[0].ToString(), one.Months[^1].ToString(),
                    terminal.Whole(one.DaysLate), one.Last?.ToString() ?? "",
                ]),
                3, 6);
            return 0;
        })));
        return command;
    }

    private static void Write(Terminal terminal, DeliveryReport report)
    {
        foreach (var fault in report.Faults)
        {
            var kind = fault.Blocks ? new Text("CORREGIR", "CORRECT", "CORRIGER") : new Text("CONFIRMAR", "CONFIRM", "CONFIRMER");
            terminal.WriteLine(new($"{kind.Es}  {fault.Place.Es}: {fault.Reason.Es}", $"{kind.En}  {fault.Place.En}: {fault.Reason.En}", $"{kind.Fr}  {fault.Place.Fr} : {fault.Reason.Fr}"));
        }

        var blocking = report.Faults.Count(fault => fault.Blocks);
        var (rows, mend, confirm) = (terminal.Whole(report.Rows.Count), terminal.Whole(blocking), terminal.Whole(report.Faults.Count - blocking));
        terminal.WriteLine(new(
            $"{rows} filas entendidas; por corregir: {mend}; por confirmar: {confirm}. {(report.MayBeTaken ? "Se puede importar." : "No se puede importar.")}",
            $"{rows} rows understood; to correct: {mend}; to confirm: {confirm}. {(report.MayBeTaken ? "It may be imported." : "It may not be imported.")}",
            $"{rows} lignes comprises ; à corriger : {mend} ; à confirmer : {confirm}. {(report.MayBeTaken ? "Peut être importée." : "Ne peut pas être importée.")}"));
    }

    private static Argument<string> File(Terminal terminal) => new("FILE") { Description = terminal.Say("Entrega en CSV o xlsx, con las columnas de la plantilla.", "Delivery as CSV or xlsx, with the columns of the template.", "Livraison en CSV ou xlsx, avec les colonnes du modèle.") };

    private static Option<string> Country(Terminal terminal) => new("--country") { Required = true, Description = terminal.Say("País que entrega: GTM.", "Country that delivers: GTM.", "Pays qui livre : GTM.") };

    private static DateOnly Day(Installation installation, string? text)
    {
        if (text is null)
            return installation.Today;
        return TimePeriod.TryParse(text, out var period) ? period.LastDay : throw new StatisticsException(new Text($"«{text}» no es una fecha: escriba 2025-06-16.", $"\"{text}\" is no date: write 2025-06-16.", $"« {text} » n’est pas une date : écrivez 2025-06-16."));
    }

    private static T With<T>(string path, Func<string, Stream, T> work)
    {
        Stream stream;
        try
        {
            stream = System.IO.File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, place: null, Text.Same(error.Message), error);
        }

        using (stream)
            return work(Path.GetFileName(path), stream);
    }
}
