using System.CommandLine;

namespace Periplo.Cli;

internal static class AuditCommand
{
    public static Command Build(Terminal terminal, StoreOption store)
    {
        var expect = new Option<string?>("--expect")
        {
            Description = terminal.Say(
                "Resumen guardado de una verificación anterior: dice también si desde entonces se cortó el final.",
                "Hash kept from an earlier verification: it tells also whether the end was cut off since.",
                "Empreinte gardée d’une vérification précédente : dit aussi si la fin a été coupée depuis."),
        };
        var verify = new Command("verify", terminal.Say(
            "Recorre la cadena de todo lo escrito y nombra la primera entrada alterada.",
            "Follows the chain of all that was written and names the first entry tampered with.",
            "Parcourt la chaîne de tout ce qui a été écrit et nomme la première entrée altérée.")) { expect };
        store.AddTo(verify);
        verify.SetAction((line, cancellation) => Task.FromResult(terminal.Run(() =>
        {
            var result = store.Open(line).VerifyLog(line.GetValue(expect), cancellation);
            if (result.Broken is { } number)
            {
                terminal.WriteLine(new(
                    $"La entrada {number} no es como se escribió. Antes de ella hay {terminal.Whole(result.Entries)} intactas. Restaure una copia y averigüe quién tuvo acceso al almacén.",
                    $"Entry {number} is not as it was written. Before it {terminal.Whole(result.Entries)} are intact. Restore a copy, and find out who had access to the store.",
                    $"L’entrée {number} n’est pas comme elle a été écrite. Avant elle, {terminal.Whole(result.Entries)} sont intactes. Restaurez une copie et cherchez qui a eu accès à l’entrepôt."));
                return 1;
            }

            terminal.WriteLine(new($"{terminal.Whole(result.Entries)} entradas intactas. Último resumen: {result.Hash}", $"{terminal.Whole(result.Entries)} entries intact. Last hash: {result.Hash}", $"{terminal.Whole(result.Entries)} entrées intactes. Dernière empreinte : {result.Hash}"));
            if (result.ExpectedFound)
                return 0;
            terminal.WriteLine(new(
                "El resumen esperado no está: se cortó el final del registro de cambios, o es de otro almacén.",
                "The expected hash is not there: the end of the log was cut off, or it is of another store.",
                "L’empreinte attendue n’y est pas : la fin du journal des changements a été coupée, ou c’est celle d’un autre entrepôt."));
            return 1;
        })));
        return new("audit", terminal.Say("Comprueba el registro de cambios.", "Checks the log of changes.", "Vérifie le journal des changements.")) { verify };
    }
}
