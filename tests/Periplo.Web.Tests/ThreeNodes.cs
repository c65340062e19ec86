using System.Text;
using Periplo.Observatory;
using Periplo.Sources;
using Periplo.Storage;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>
/// Three installations that talk by SDMX: the offices of two countries, each with movements and migrant stocks of its own, and a region
/// that collects from both. The figures are made up and small enough to know each of them.
/// </summary>
public sealed class ThreeNodes : IAsyncLifetime
{
    private const string Papers = "UNIT_MEASURE,UNIT_MULT,REVISION,SOURCE,METHOD,LICENCE";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-nodes-");
    private readonly List<WebApplication> servers = [];

    /// <summary>Months that both report.</summary>
    public static IReadOnlyList<string> Months { get; } = [.. Enumerable.Range(0, 24).Select(i => $"{2024 + (i / 12)}-{(i % 12) + 1:00}")];

    public Installation Guatemala { get; private set; } = default!;

    public Installation ElSalvador { get; private set; } = default!;

    public Installation Region { get; private set; } = default!;

    public string GuatemalaOrigin { get; private set; } = "";

    public string ElSalvadorOrigin { get; private set; } = "";

    /// <summary>A server that takes questions and does not answer them.</summary>
    public string LateOrigin { get; private set; } = "";

    /// <summary>A server that answers with a page.</summary>
    public string WrongOrigin { get; private set; } = "";

    /// <summary>An address where there is no server.</summary>
    public string DownOrigin { get; private set; } = "";

    public string RegionOrigin { get; private set; } = "";

    public HttpClient Client { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        (Guatemala, ElSalvador, Region) = (Installed("gtm"), Installed("slv"), Installed("region"));
        Import(Guatemala, "gtm-m.csv", Movements("GTM", "SLV", exits: 400, entries: 310));
        Import(Guatemala, "gtm-s.csv", Stocks(("GTM", "SLV", "B", 2020, 20_000), ("GTM", "SLV", "B", 2025, 21_000), ("SLV", "GTM", "C", 2025, 9_000)));
        Import(ElSalvador, "slv-m.csv", Movements("SLV", "GTM", exits: 300, entries: 350));
        Import(ElSalvador, "slv-s.csv", Stocks(("SLV", "GTM", "B", 2020, 11_000), ("SLV", "GTM", "B", 2025, 12_000)));
        GuatemalaOrigin = await Serve(Server.Build(Guatemala, AnyPort));
        ElSalvadorOrigin = await Serve(Server.Build(ElSalvador, AnyPort));
        RegionOrigin = await Serve(Server.Build(Region, AnyPort));
        LateOrigin = await Serve(Misbehaving(context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted)));
        WrongOrigin = await Serve(Misbehaving(context => context.Response.WriteAsync("<html><body>We have moved.</body></html>")));
        var gone = Misbehaving(_ => Task.CompletedTask);
        DownOrigin = await Serve(gone);
        await gone.StopAsync();
        Client = TestSite.NewClient(RegionOrigin);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        foreach (var server in servers)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Collects from the two countries by the addresses given, and perhaps from more.</summary>
    public IReadOnlyList<Harvested> Harvest(string guatemala, string elSalvador, string more = "")
    {
        var list = Path.Combine(folder.FullName, "list.yaml");
        File.WriteAllText(list, $$"""
            remotes:
              - { id: gtm-movements, name: { es: Movimientos de Guatemala, en: Movements of Guatemala, fr: Mouvements du Guatemala }, data: "{{guatemala}}/sdmx/v1/data/PERIPLO,DF_MOVEMENTS,1.0/all", area: GTM, source: GTM-IGM }
              - { id: gtm-stock, name: { es: Población de Guatemala, en: Population of Guatemala, fr: Population du Guatemala }, data: "{{guatemala}}/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/all", area: GTM, source: GTM-INE }
              - { id: slv-movements, name: { es: Movimientos de El Salvador, en: Movements of El Salvador, fr: Mouvements d’El Salvador }, data: "{{elSalvador}}/sdmx/v2/data/dataflow/PERIPLO/DF_MOVEMENTS/1.0/*", area: SLV, source: SLV-DGME }
              - { id: slv-stock, name: { es: Población de El Salvador, en: Population of El Salvador, fr: Population d’El Salvador }, data: "{{elSalvador}}/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/all", area: SLV, source: SLV-BCR }
            {{more}}
            """);
        return Region.Harvest(Region.RemotesOf(list), all: true, told: null, CancellationToken.None);
    }

    private static ServerSettings AnyPort => new(new(System.Net.IPAddress.Loopback, 0), null);

    private Installation Installed(string name) => new(Store.Open(Path.Combine(folder.FullName, $"{name}.db")), new DataFolder(Path.Combine(TestSite.Root, "data"), null), TimeProvider.System)
    {
        RemoteLimits = new() { Answer = TimeSpan.FromSeconds(8), Later = [] },
    };

    private void Import(Installation installation, string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        installation.Import(path, new ReadingOptions(), progress: null, CancellationToken.None);
    }

    private async Task<string> Serve(WebApplication server)
    {
        servers.Add(server);
        await server.StartAsync();
        return server.Urls.Single();
    }

    private static WebApplication Misbehaving(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        return app;
    }

    /// <summary>Exits to and entries from the other country, by month, and entries of citizens of a third.</summary>
    private static string Movements(string reporter, string other, int exits, int entries)
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,COUNTERPART_AREA,CITIZENSHIP,MOVEMENT,SEX,AGE,POST,TRANSPORT_MODE,ROUTE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        for (var i = 0; i < Months.Count; i++)
        {
            foreach (var (counterpart, citizen, movement, value) in new[] { (other, reporter, "EXIT", exits), (other, other, "ENTRY", entries + i), ("USA", "USA", "ENTRY", 50) })
                csv.Append($"M,{reporter},{counterpart},{citizen},{movement},_T,_T,_T,_T,_T,{Months[i]},{value},A,PS,0,{reporter}-OFFICE.2025-12,Made-up office of {reporter},Counts at posts of {reporter},None\n");
        }

        return csv.ToString();
    }

    private static string Stocks(params (string Area, string Origin, string Basis, int Year, int Persons)[] rows)
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        foreach (var (area, origin, basis, year, persons) in rows)
            csv.Append($"A,{area},{origin},{basis},STOCK,_T,_T,_T,{year},{persons},A,PS,0,{rows[0].Area}-STAT.2025,Made-up statistics of {rows[0].Area},Census and consulates of {rows[0].Area},None\n");
        return csv.ToString();
    }
}
