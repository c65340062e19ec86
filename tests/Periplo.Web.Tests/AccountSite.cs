using Periplo.Observatory;
using Periplo.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>A site with accounts of every role, for the tests of a class; it has no figures.</summary>
public sealed class AccountSite : IAsyncLifetime
{
    public const string Password = "cuatro palabras bien largas";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-accounts-");
    private readonly List<WebApplication> servers = [];
    private readonly Dictionary<string, string> shared = [];

    /// <summary>The owner of the store.</summary>
    public static Person Owner { get; } = Person.Owner(Observatory.Accounts.Owner);

    public Installation Installation { get; private set; } = default!;

    public Observatory.Accounts Accounts => Installation.Accounts;

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The secret of the second factor of <c>ana</c>, who administers everything.</summary>
    public byte[] Secret { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        (Installation, Origin) = await Another();
        Make("ana", (Person.Everywhere, Role.Administrator));
        Make("jefa", ("facts", Role.Administrator));
        Make("eva", ("documents", Role.Editor));
        Make("lector", (Person.Everywhere, Role.Reader));
        Secret = Factor("ana");
        Factor("jefa");
    }

    /// <summary>Another server on the same store.</summary>
    public async Task<(Installation Installation, string Origin)> Another()
    {
        var installation = TestSite.NewInstallation(Path.Combine(folder.FullName, "periplo.db"));
        var (app, origin) = await TestSite.Serve(installation, null);
        servers.Add(app);
        return (installation, origin);
    }

    /// <summary>An account with a password and roles.</summary>
    public void Make(string name, params (string Register, Role Role)[] roles)
    {
        Accounts.MakeAccount(Owner, name, Password);
        foreach (var (register, role) in roles)
            Accounts.Give(Owner, name, register, role);
    }

    /// <summary>Turns the second factor of an account on.</summary>
    public byte[] Factor(string name)
    {
        var person = Accounts.Account(name).Person;
        var enrolment = Accounts.EnrolTotp(person);
        var secret = FromText(enrolment.Secret);
        Accounts.ConfirmTotp(person, enrolment.Ticket, Password, Totp.Code(secret, Totp.StepOf(DateTimeOffset.UtcNow)));
        return secret;
    }

    /// <summary>A session of an account, past its second factor, straight from the store.</summary>
    public string Session(string name)
    {
        var step = Accounts.SignIn(name, Password, "test");
        if (step.Session is { } session)
            return session;
        // A recovery code: the codes of the app are used once, and tests do not wait half a minute.
        return Accounts.SignInWithCode(step.Next!, Accounts.NewRecoveryCodes(Accounts.Account(name).Person, Password)[0], "test");
    }

    /// <summary>A session that tests share which do not end it: signing in is slow on purpose.</summary>
    public string SharedSession(string name)
    {
        if (!shared.TryGetValue(name, out var session) || Accounts.Session(session) is null)
            shared[name] = session = Session(name);
        return session;
    }

    /// <summary>A secret from its base 32.</summary>
    public static byte[] FromText(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
