using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Storage;
using Periplo.Tests.Storage;

namespace Periplo.Tests.Accounts;

/// <summary>An installation with a clock of the test, and the ways people come into it.</summary>
internal sealed class House : IDisposable
{
    public const string Password = "cuatro palabras bien largas";

    private readonly StorePlace place;

    public House(string engine)
    {
        place = StorePlace.On(engine);
        Store = place.Open();
        Installation = Open();
    }

    public Clock Clock { get; } = new();

    public Store Store { get; }

    public Installation Installation { get; }

    public Observatory.Accounts Accounts => Installation.Accounts;

    public static Person Owner { get; } = Person.Owner(Observatory.Accounts.Owner);

    /// <summary>Another server on the same store.</summary>
    public Installation Open() => new(place.Open(), new DataFolder(BundledData.Path("."), null), Clock);

    /// <summary>An account with roles.</summary>
    public Person Make(string name, params (string Register, Role Role)[] roles)
    {
        Accounts.MakeAccount(Owner, name, Password);
        foreach (var (register, role) in roles)
            Accounts.Give(Owner, name, register, role);
        return Accounts.Account(name).Person;
    }

    /// <summary>An account with roles and a second factor.</summary>
    public (Person Person, byte[] Secret, IReadOnlyList<string> Recovery) MakeWithFactor(string name, params (string Register, Role Role)[] roles)
    {
        var person = Make(name, roles);
        var enrolment = Accounts.EnrolTotp(person);
        var secret = FromText(enrolment.Secret);
        return (person, secret, Accounts.ConfirmTotp(person, enrolment.Ticket, Password, Code(secret)));
    }

    /// <summary>The code an app shows now.</summary>
    public string Code(byte[] secret) => Totp.Code(secret, Totp.StepOf(Clock.Now));

    /// <summary>What the log tells of, oldest first.</summary>
    public List<LogItem> Log()
    {
        var items = new List<LogItem>();
        Store.Log(0, entry => items.Add(entry.Item));
        return items;
    }

    /// <summary>All that the store holds, as text.</summary>
    public object? Execute(string statement) => place.Execute(statement);

    public void Dispose() => place.Dispose();

    /// <summary>A secret from its base 32, written anew here so that an error in the program's own shows.</summary>
    public static byte[] FromText(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
