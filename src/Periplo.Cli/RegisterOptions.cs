using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;

namespace Periplo.Cli;

/// <summary>What the commands on registers share: who acts, which register, and which records.</summary>
internal sealed class RegisterOptions(Terminal terminal, StoreOption store)
{
    private readonly Option<string> actor = new("--as")
    {
        Description = terminal.Say("Nombre con que queda en la historia; por omisión, el del usuario del sistema.", "Name kept in the history; that of the system's user by default.", "Nom qui reste dans l’historique ; par défaut, celui de l’utilisateur du système."),
        DefaultValueFactory = _ => Environment.UserName,
    };

    private readonly Option<string[]> where = new("--where")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = terminal.Say("Valor de una columna: kind=report. Puede repetirse.", "Value of a column: kind=report. May be repeated.", "Valeur d’une colonne : kind=report. Peut se répéter."),
    };

    private readonly Option<string?> search = new("--search") { Description = terminal.Say("Palabras que la ficha debe tener; no importan acentos ni mayúsculas.", "Words a record must have; accents and capitals do not matter.", "Mots que la fiche doit avoir ; ni les accents ni les majuscules n’importent.") };

    private readonly Option<bool> drafts = new("--drafts") { Description = terminal.Say("La última versión de cada ficha, también borradores.", "The latest version of every record, drafts among them.", "La dernière version de chaque fiche, brouillons compris.") };

    /// <summary>Adds who acts and which store.</summary>
    public void AddActor(Command command)
    {
        command.Options.Add(actor);
        store.AddTo(command);
    }

    /// <summary>Adds which records.</summary>
    public void AddQuery(Command command)
    {
        command.Options.Add(where);
        command.Options.Add(search);
        command.Options.Add(drafts);
    }

    /// <summary>The argument that names a register.</summary>
    public Argument<string> Register() => new("REGISTER") { Description = terminal.Say("Id del registro; «periplo registers» los lista.", "Id of the register; \"periplo registers\" lists them.", "Id du registre ; « periplo registers » les liste.") };

    /// <summary>The installation, its registers filled with the records that come with Periplo where they have none.</summary>
    public Installation Open(ParseResult line, CancellationToken cancellation)
    {
        var installation = store.Open(line);
        installation.LoadRegisters(null, cancellation);
        return installation;
    }

    /// <summary>The owner of the store: who may open its file may do everything.</summary>
    public Person Person(ParseResult line) => Registers.Person.Owner(line.GetValue(actor)!);

    /// <summary>The records asked for.</summary>
    public RecordQuery Query(ParseResult line, Register register)
    {
        var filters = new List<(Column, string)>();
        foreach (var condition in line.GetValue(where) ?? [])
        {
            var sign = condition.IndexOf('=', StringComparison.Ordinal);
            var position = sign < 0 ? -1 : register.Position(condition[..sign]);
            if (position < 0)
            {
                var columns = string.Join(", ", register.Columns.Select(column => column.Name));
                throw new RegisterException(new Text(
                    $"--where {condition} no se entiende: escriba columna=valor. Columnas de {register.Id}: {columns}.",
                    $"--where {condition} is not understood: write column=value. Columns of {register.Id}: {columns}.",
                    $"--where {condition} ne se comprend pas : écrivez colonne=valeur. Colonnes de {register.Id} : {columns}."));
            }

            filters.Add((register.Columns[position], condition[(sign + 1)..]));
        }

        return new(line.GetValue(search), filters, Drafts: line.GetValue(drafts));
    }
}
