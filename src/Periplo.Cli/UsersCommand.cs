using System.CommandLine;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;

namespace Periplo.Cli;

/// <summary>Accounts, for whoever owns the store: no account is asked for, only that the store can be written.</summary>
internal static class UsersCommand
{
    private static readonly Person By = Person.Owner(Accounts.Owner);

    public static Command Build(Terminal terminal, StoreOption store)
    {
        var users = new Command("users", terminal.Say("Cuentas: quién puede entrar y con qué papel.", "Accounts: who may sign in and in what role.", "Comptes : qui peut entrer et avec quel rôle."))
        {
            List(terminal, store),
            Add(terminal, store),
            Role(terminal, store),
            Named(terminal, store, "close", new("Cierra una cuenta y termina sus sesiones.", "Closes an account and ends its sessions.", "Ferme un compte et termine ses sessions."), (accounts, name) => accounts.CloseAccount(By, name)),
            Named(terminal, store, "reopen", new("Abre de nuevo una cuenta cerrada.", "Reopens a closed account.", "Rouvre un compte fermé."), (accounts, name) => accounts.ReopenAccount(By, name)),
            ResetPassword(terminal, store),
            Sessions(terminal, store),
            Named(terminal, store, "revoke", new("Termina las sesiones y llaves de una cuenta.", "Ends the sessions and tokens of an account.", "Termine les sessions et les jetons d’un compte."), (accounts, name) => accounts.RevokeAll(By, name)),
        };
        return users;
    }

    private static Command List(Terminal terminal, StoreOption store)
    {
        var command = new Command("list", terminal.Say("Las cuentas y sus papeles.", "The accounts and their roles.", "Les comptes et leurs rôles."));
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var accounts = store.Open(line).Accounts.All(By);
            if (accounts.Count == 0)
                terminal.WriteLine(new("No hay ninguna cuenta. Haga la primera con «periplo users add NOMBRE».", "There is no account. Make the first with \"periplo users add NAME\".", "Il n’y a aucun compte. Faites le premier par « periplo users add NOM »."));
            else
            {
                terminal.WriteTable(
                    [new("cuenta", "account", "compte"), new("situación", "status", "situation"), new("segundo factor", "second factor", "second facteur"), new("papeles", "roles", "rôles")],
                    accounts.Select(account => (string[])[
                        account.Name,
                        terminal.Say(account.Closed is not null ? new("cerrada", "closed", "fermé") : account.PasswordHash is null ? new("sin contraseña", "no password", "sans mot de passe") : new Text("abierta", "open", "ouvert")),
                        terminal.Say(account.Factor is null ? new Text("no", "no", "non") : new Text("sí", "yes", "oui")),
                        string.Join(", ", account.Roles.Select(pair => $"{pair.Key}:{Word(pair.Value)}")),
                    ]));
            }

            return 0;
        }));
        return command;
    }

    private static Command Add(Terminal terminal, StoreOption store)
    {
        var name = Name(terminal);
        var command = new Command("add", terminal.Say(
            "Hace una cuenta sin papeles. La contraseña se lee de la entrada.",
            "Makes an account without roles. The password is read from the input.",
            "Fait un compte sans rôles. Le mot de passe est lu à l’entrée.")) { name };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var accounts = store.Open(line).Accounts;
            accounts.MakeAccount(By, line.GetValue(name)!, terminal.AskPassword());
            terminal.WriteLine(new($"La cuenta «{line.GetValue(name)}» está hecha. Dele un papel con «periplo users role».", $"The account \"{line.GetValue(name)}\" is made. Give it a role with \"periplo users role\".", $"Le compte « {line.GetValue(name)} » est fait. Donnez-lui un rôle par « periplo users role »."));
            return 0;
        }));
        return command;
    }

    private static Command Role(Terminal terminal, StoreOption store)
    {
        var name = Name(terminal);
        var register = new Argument<string>("register") { Description = terminal.Say("Registro, o «*» para todos.", "Register, or \"*\" for all.", "Registre, ou « * » pour tous.") };
        var role = new Argument<string>("role") { Description = "none, reader, editor, approver, administrator" };
        var command = new Command("role", terminal.Say("Da a una cuenta un papel en un registro.", "Gives an account a role in a register.", "Donne à un compte un rôle dans un registre.")) { name, register, role };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            if (!Enum.TryParse<Role>(line.GetValue(role), ignoreCase: true, out var given) || !Enum.IsDefined(given) || char.IsAsciiDigit(line.GetValue(role)![0]))
                throw new AccountException(new($"«{line.GetValue(role)}» no es un papel: none, reader, editor, approver o administrator.", $"\"{line.GetValue(role)}\" is no role: none, reader, editor, approver or administrator.", $"« {line.GetValue(role)} » n’est pas un rôle : none, reader, editor, approver ou administrator."));
            store.Open(line).Accounts.Give(By, line.GetValue(name)!, line.GetValue(register)!, given);
            terminal.WriteLine(new($"{line.GetValue(name)}: {Word(given)} en {line.GetValue(register)}.", $"{line.GetValue(name)}: {Word(given)} in {line.GetValue(register)}.", $"{line.GetValue(name)} : {Word(given)} dans {line.GetValue(register)}."));
            return 0;
        }));
        return command;
    }

    private static Command ResetPassword(Terminal terminal, StoreOption store)
    {
        var name = Name(terminal);
        var without = new Option<bool>("--without-second-factor")
        {
            Description = terminal.Say("Quita también el segundo factor, para quien perdió el teléfono y los códigos.", "Takes the second factor away too, for who lost the phone and the codes.", "Ôte aussi le second facteur, pour qui a perdu le téléphone et les codes."),
        };
        var command = new Command("reset-password", terminal.Say(
            "Pone otra contraseña, leída de la entrada, y termina las sesiones.",
            "Sets another password, read from the input, and ends the sessions.",
            "Met un autre mot de passe, lu à l’entrée, et termine les sessions.")) { name, without };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var accounts = store.Open(line).Accounts;
            _ = accounts.Account(line.GetValue(name)!);
            accounts.ResetPassword(By, line.GetValue(name)!, terminal.AskPassword(), line.GetValue(without));
            terminal.WriteLine(new("Hecho.", "Done.", "Fait."));
            return 0;
        }));
        return command;
    }

    private static Command Sessions(Terminal terminal, StoreOption store)
    {
        var name = Name(terminal);
        var command = new Command("sessions", terminal.Say("Las sesiones y llaves vivas de una cuenta.", "The sessions and tokens of an account that are alive.", "Les sessions et jetons actifs d’un compte.")) { name };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            var accounts = store.Open(line).Accounts;
            var person = new Person(accounts.Account(line.GetValue(name)!).Name, Person.Public.Roles);
            terminal.WriteTable(
                [new("qué", "what", "quoi"), new("empezó", "began", "commencée"), new("último uso", "last used", "dernier usage"), new("termina", "ends", "finit")],
                accounts.Sessions(person).Select(session => (string[])[session.Agent, Time(session.Created), Time(session.LastSeen), Time(session.Expires)])
                    .Concat(accounts.Tokens(person).Select(token => (string[])[token.Name, Time(token.Created), "", Time(token.Expires)])));
            return 0;
        }));
        return command;
    }

    private static Command Named(Terminal terminal, StoreOption store, string word, Text description, Action<Accounts, string> work)
    {
        var name = Name(terminal);
        var command = new Command(word, terminal.Say(description)) { name };
        store.AddTo(command);
        command.SetAction(line => terminal.Run(() =>
        {
            work(store.Open(line).Accounts, line.GetValue(name)!);
            terminal.WriteLine(new("Hecho.", "Done.", "Fait."));
            return 0;
        }));
        return command;
    }

    private static Argument<string> Name(Terminal terminal) => new("name") { Description = terminal.Say("Nombre de la cuenta.", "Name of the account.", "Nom du compte.") };

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm") + "Z";
}
