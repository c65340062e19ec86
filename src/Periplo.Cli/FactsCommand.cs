using System.CommandLine;
using Periplo.Cooperation;

namespace Periplo.Cli;

internal static class FactsCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var subject = new Option<string?>("--subject") { Description = terminal.Say("Palabras del asunto, de lo afirmado o de la fila: remesas, Q033.", "Words of the subject, of what is asserted or of the row: remittances, Q033.", "Mots du sujet, de l’affirmation ou de la ligne : remesas, Q033.") };
        var json = new Option<bool>("--json") { Description = terminal.Say("Como JSON, en todos los idiomas.", "As JSON, in all languages.", "En JSON, dans toutes les langues.") };
        var command = new Command("facts", terminal.Say(
            "Da los hechos de los documentos fundadores con documento y párrafo, y las cifras posteriores al lado.",
            "Gives the facts of the founding documents with document and paragraph, and later figures beside them.",
            "Donne les faits des documents fondateurs avec document et paragraphe, et les chiffres ultérieurs à côté.")) { subject, json };
        store.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var installation = store.Open(line);
            installation.LoadRegisters(null, cancellation);
            var dossier = installation.Dossier();
            var found = dossier.Facts.About(line.GetValue(subject));
            if (line.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                DossierJson.Write(dossier.Facts, found, installation.LaterFigures, output);
                output.Write("\n"u8);
                return 0;
            }

            terminal.WriteTable(
                [new("Id", "Id", "Id"), new("Asunto", "Subject", "Sujet"), new("Qué se afirma", "What is asserted", "Ce qui est affirmé"), new("Valor", "Value", "Valeur"), new("Fecha", "Date", "Date"), new("Documento y lugar", "Document and place", "Document et passage"), new("Situación", "Status", "Situation"), new("Cifras posteriores", "Later figures", "Chiffres ultérieurs")],
                found.Select(IReadOnlyList<string> (fact) =>
                [
                    fact.Id, terminal.Say(fact.Subject), terminal.Say(fact.Measure), terminal.Say(fact.ValueText()), fact.Date?.ToString() ?? "",
                    string.Join("; ", fact.Sources.Select(source => terminal.Say(dossier.Cite(source)))), terminal.Say(fact.Status.Name),
                    string.Join("; ", installation.LaterFigures(fact).Where(one => one.Total is { HasValue: true }).Select(one => $"{one.Definition.Id} {one.Revision.Id} {one.Reference.Period}: {terminal.Figure(one.Total!.Value.Value)}")),
                ]));
            return 0;
        })));
        return command;
    }
}
