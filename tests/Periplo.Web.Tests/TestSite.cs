using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(TestSite))]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Periplo.Web.Tests;

/// <summary>The site on the bundled figures, listening on this machine. One for all tests: nothing they do changes it.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-web-");
    private WebApplication? app;

    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Store, areas and datasets.</summary>
    public Installation Installation { get; private set; } = default!;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Asks without following redirections.</summary>
    public HttpClient Client { get; private set; } = default!;

    /// <summary>The latest stock of the bundled figures.</summary>
    public Dataset Stock => Installation.Dataset("STOCK", null);

    /// <summary>Datasets and revisions held.</summary>
    public IEnumerable<(string Dataset, string Revision)> Held => Installation.Parts().Select(part => (part.Revision.Dataset, part.Revision.Id)).Distinct();

    public async ValueTask InitializeAsync()
    {
        Installation = NewInstallation(Path.Combine(folder.FullName, "periplo.db"));
        Installation.LoadStarter(progress: null, CancellationToken.None);
        Installation.LoadRegisters(progress: null, CancellationToken.None);
        (app, Origin) = await Serve(Installation, null);
        Client = NewClient(Origin);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>An installation with the bundled data on a store of its own.</summary>
    public static Installation NewInstallation(string store) =>
        new(Store.Open(store), new DataFolder(Path.Combine(Root, "data"), null), TimeProvider.System);

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<(WebApplication App, string Origin)> Serve(Installation installation, int? requestsPerSecond)
    {
        var server = Server.Build(installation, new ServerSettings(new IPEndPoint(IPAddress.Loopback, 0), requestsPerSecond));
        await server.StartAsync();
        return (server, server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>A client of a server.</summary>
    public static HttpClient NewClient(string origin) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(origin) };

    /// <summary>A page that must be there.</summary>
    public async Task<string> Page(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A file that must be there.</summary>
    public async Task<byte[]> File(string address, string type)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An answer of any kind: status, type and text.</summary>
    public async Task<(HttpStatusCode Status, string? Type, string Text)> Ask(string address)
    {
        // The address goes out as it is written: not a dot or a percent sign is put right on the way.
        var uri = new Uri(Origin + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await Client.GetAsync(uri, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(bytes));
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Periplo.slnx")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("The repository was not found above the tests.");
    }
}
