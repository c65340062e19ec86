using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Storage;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>A site with records, accounts and one register of its own, declared in a single file. Tests of a class write to it.</summary>
public sealed class RegisterSite : IAsyncLifetime
{
    public const string Password = "cuatro palabras bien largas";

    /// <summary>The one file that makes a register.</summary>
    private const string Centres = """
        id: resource-centres
        name: {es: Centros de recursos para migrantes, en: Migrant resource centres, fr: Centres de ressources pour les migrants}
        one: {es: centro, en: centre, fr: centre}
        description: {es: Dónde se orienta a quien migra, en: Where people who migrate are advised, fr: Où l’on oriente ceux qui migrent}
        title: name
        fields:
          name: {type: translated, required: true, es: Nombre, en: Name, fr: Nom}
          area: {type: area, required: true, filter: true, list: true, es: País, en: Country, fr: Pays}
          kind: {type: code, codes: kind, required: true, filter: true, list: true, es: Clase, en: Kind, fr: Type}
          services: {type: code, codes: service, many: true, filter: true, es: Servicios, en: Services, fr: Services}
          process: {type: reference, register: processes, filter: true, es: Proceso, en: Process, fr: Processus}
          opened: {type: date, list: true, es: Apertura, en: Opened, fr: Ouverture}
          budget: {type: money, es: Presupuesto, en: Budget, fr: Budget}
          open: {type: yes-no, required: true, filter: true, es: "¿Abierto?", en: "Open?", fr: "Ouvert ?"}
          note: {type: translated, long: true, es: Nota, en: Note, fr: Note}
          telephone: {type: text, restricted: true, es: Teléfono interno, en: Internal telephone, fr: Téléphone interne}
          link: {type: link, es: Enlace, en: Link, fr: Lien}
          source: {type: locator, es: Fuente, en: Source, fr: Source}
        codes:
          kind:
            public: {es: Público, en: Public, fr: Public}
            church: {es: De una iglesia, en: Of a church, fr: D’une Église}
          service:
            law: {es: Derecho, en: Law, fr: Droit}
            work: {es: Trabajo, en: Work, fr: Travail}
            health: {es: Salud, en: Health, fr: Santé}
        unique:
          - [name.es, area]
        statistics:
          id: RESOURCE_CENTRES
          name: {es: Centros por país y clase, en: Centres by country and kind, fr: Centres par pays et type}
          dimensions: [area, kind]
          time: opened
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-registers-");
    private WebApplication? app;

    /// <summary>Id of the register of its own.</summary>
    public const string Register = "resource-centres";

    public Installation Installation { get; private set; } = default!;

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var definitions = folder.CreateSubdirectory("overrides").CreateSubdirectory("registers");
        await File.WriteAllTextAsync(Path.Combine(definitions.FullName, "resource-centres.yaml"), Centres);
        Installation = new(Store.Open(Path.Combine(folder.FullName, "periplo.db")), new DataFolder(Path.Combine(TestSite.Root, "data"), Path.Combine(folder.FullName, "overrides")), TimeProvider.System);
        Installation.LoadRegisters(progress: null, CancellationToken.None);
        (app, Origin) = await TestSite.Serve(Installation, null);
        Make("eva", Role.Editor);
        Make("ben", Role.Editor);
        Make("jefa", Role.Approver);
        Make("lector", Role.Reader);
    }

    /// <summary>A browser in which somebody has signed in; the public's for null.</summary>
    internal Poster Browser(string? name) => new(Origin, name is null ? null : Installation.Accounts.SignIn(name, Password, "test").Session);

    /// <summary>An API token of an account.</summary>
    internal string Token(string name, Role ceiling) => Installation.Accounts.MakeToken(Installation.Accounts.Account(name).Person, "test", ceiling, 1);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private void Make(string name, Role role)
    {
        var owner = Person.Owner(Observatory.Accounts.Owner);
        Installation.Accounts.MakeAccount(owner, name, Password);
        Installation.Accounts.Give(owner, name, Person.Everywhere, role);
    }
}
