using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Periplo.Languages;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>
/// Fetches files of others over HTTP, within bounds of time and size: redirections are counted and never lead from https to http, gzip and
/// Brotli are unpacked, what comes goes to a file and not to memory.
/// </summary>
internal sealed class RemoteFiles : IDisposable
{
    /// <summary>Formats of data that are read, the richest first: structure-specific XML names message, sender and actions.</summary>
    public const string DataFormats =
        "application/vnd.sdmx.structurespecificdata+xml;version=2.1, application/vnd.sdmx.genericdata+xml;version=2.1;q=0.9, application/vnd.sdmx.data+csv;version=1.0.0;q=0.8, application/vnd.sdmx.data+json;version=1.0.0;q=0.7, */*;q=0.1";

    /// <summary>The same of services of SDMX 3.0.</summary>
    public const string DataFormats3 = "application/vnd.sdmx.data+json;version=2.0.0, application/vnd.sdmx.data+csv;version=2.0.0;q=0.9, */*;q=0.1";

    /// <summary>Formats of structures that are read.</summary>
    public const string StructureFormats = "application/vnd.sdmx.structure+xml;version=2.1, application/vnd.sdmx.structure+json;version=1.0.0;q=0.8, */*;q=0.1";

    /// <summary>The same of services of SDMX 3.0.</summary>
    public const string StructureFormats3 =
        "application/vnd.sdmx.structure+json;version=2.0.0, application/vnd.sdmx.structure+xml;version=2.1;q=0.9, application/vnd.sdmx.structure+json;version=1.0.0;q=0.8, */*;q=0.1";

    private const int MostRetries = 2;

    private readonly RemoteLimits limits;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public RemoteFiles(RemoteLimits limits, TimeProvider clock)
    {
        (this.limits, this.clock) = (limits, clock);
        client = new(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = limits.Connect,
            MaxAutomaticRedirections = limits.MostRedirections,
            UseCookies = false,
        })
        {
            // Each part of the way has a bound of its own.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new("Periplo", typeof(RemoteFiles).Assembly.GetName().Version?.ToString(3)));
    }

    /// <summary>Fetches a file; waits for a service that says by Retry-After when to ask again, where that is soon.</summary>
    /// <exception cref="RemoteException">The remote does not answer with a file.</exception>
    public async Task<RemoteAnswer> Get(RemoteQuestion question, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            var (answer, wait) = await Ask(question, cancellation);
            if (answer is not null)
                return answer;
            if (tries == MostRetries || wait > limits.MostRetryAfter)
            {
                throw new RemoteException(RemoteOutcome.Late, new(
                    "todavía no tiene la respuesta lista, o pide que se le pregunte más tarde; inténtelo de nuevo después.",
                    "it does not have the answer ready yet, or asks to be asked later; try again later.",
                    "n’a pas encore de réponse prête, ou demande d’être interrogé plus tard ; réessayez plus tard."));
            }

            await Task.Delay(wait, clock, cancellation);
        }
    }

    /// <summary>Fetches what a service said would be ready later: tries again until it is, as often as the bounds allow.</summary>
    /// <param name="later">Where it said that the data will be.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="RemoteException">They are not ready in time, or another host is named.</exception>
    public async Task<RemoteAnswer> GetLater(Uri later, RemoteQuestion asked, CancellationToken cancellation)
    {
        // An answer may send us to another file of its service, not to machines of somebody else.
        if (later.Scheme is not ("http" or "https") || !later.Host.Equals(asked.Address.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new RemoteException(RemoteOutcome.Wrong, new(
                $"remite a otro servidor ({later.Host}) para descargar los datos; descárguelos usted e impórtelos como archivo.",
                $"it refers to another server ({later.Host}) for the data; download them yourself and import the file.",
                $"renvoie à un autre serveur ({later.Host}) pour les données ; téléchargez-les vous-même et importez le fichier."));
        }

        foreach (var wait in limits.Later)
        {
            await Task.Delay(wait, clock, cancellation);
            try
            {
                var (answer, _) = await Ask(asked with { Address = later, Tag = null, Modified = null }, cancellation);
                if (answer is not null)
                    return answer;
            }
            catch (RemoteException e) when (e.InnerException is HttpRequestException { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.ServiceUnavailable })
            {
                // Not there yet.
            }
        }

        throw new RemoteException(RemoteOutcome.Late, new(
            "prepara los datos para más tarde y no los tuvo listos a tiempo; inténtelo de nuevo, o pida menos.",
            "it prepares the data for later and did not have them ready in time; try again, or ask for less.",
            "prépare les données pour plus tard et ne les a pas eues prêtes à temps ; réessayez, ou demandez moins."));
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Asks once: an answer, or how long to wait before asking again.</summary>
    private async Task<(RemoteAnswer? Answer, TimeSpan Wait)> Ask(RemoteQuestion question, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Answer);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, question.Address);
            request.Headers.TryAddWithoutValidation("Accept", question.Accept);
            if (question.Tag is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (question.Modified is { } modified)
                request.Headers.IfModifiedSince = modified;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && (question.Tag is not null || question.Modified is not null))
                return (new(null, new(Shown(question.Address), "", 0), question.Tag, question.Modified, at), default);
            if (response.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.TooManyRequests || (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null))
                return (null, Wait(response.Headers.RetryAfter, at));
            Check(response);
            return (await Save(question, response, at, time), default);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            // Who cannot be connected to is not there; who takes the question and no more is late.
            throw new RemoteException(
                e.InnerException is TimeoutException ? RemoteOutcome.Down : RemoteOutcome.Late, new("no respondió a tiempo.", "it did not answer in time.", "n’a pas répondu à temps."), e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new RemoteException(RemoteOutcome.Wrong, TooLarge(limits.MostBytes), e);
        }
        catch (HttpRequestException e)
        {
            throw new RemoteException(RemoteOutcome.Down, new(
                $"no se puede alcanzar ({e.HttpRequestError}); revise la dirección y la red.", $"it cannot be reached ({e.HttpRequestError}); check the address and the network.", $"ne peut être joint ({e.HttpRequestError}) ; vérifiez l’adresse et le réseau."), e);
        }
    }

    private static TimeSpan Wait(RetryConditionHeaderValue? said, DateTimeOffset now)
    {
        var wait = said?.Delta ?? said?.Date - now ?? TimeSpan.FromSeconds(1);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static void Check(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.OK)
            return;
        var error = new HttpRequestException(response.ReasonPhrase, inner: null, response.StatusCode);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
        {
            throw new RemoteException(RemoteOutcome.Wrong, new(
                $"respondió {status}: no tiene nada bajo esa consulta; revise la dirección.", $"it answered {status}: it has nothing under that query; check the address.", $"a répondu {status} : il n’a rien sous cette requête ; vérifiez l’adresse."), error);
        }

        if (status >= 500)
            throw new RemoteException(RemoteOutcome.Down, new($"falló (respondió {status}).", $"it failed (it answered {status}).", $"a échoué (il a répondu {status})."), error);
        throw new RemoteException(RemoteOutcome.Wrong, new(
            $"no aceptó la consulta (respondió {status}); revise la dirección y el formato.", $"it did not accept the query (it answered {status}); check the address and the format.", $"n’a pas accepté la requête (il a répondu {status}) ; vérifiez l’adresse et le format."), error);
    }

    private async Task<RemoteAnswer> Save(RemoteQuestion question, HttpResponseMessage response, DateTimeOffset at, CancellationTokenSource time)
    {
        var began = clock.GetTimestamp();
        var file = New();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var body = await response.Content.ReadAsStreamAsync(time.Token);
            var buffer = new byte[1 << 16];
            var length = 0L;
            while (true)
            {
                var left = limits.Whole - clock.GetElapsedTime(began);
                time.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < limits.Idle ? left : limits.Idle);
                var read = await Read(body, buffer, time.Token);
                if (read == 0)
                    break;
                length += read;
                if (length > limits.MostBytes)
                    throw new RemoteException(RemoteOutcome.Wrong, TooLarge(limits.MostBytes));
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), time.Token);
            }

            await file.FlushAsync(time.Token);
            file.Position = 0;
            return new(file, new(Shown(question.Address), Convert.ToHexStringLower(hash.GetHashAndReset()), length), response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, at);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<int> Read(Stream body, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new RemoteException(RemoteOutcome.Down, new("la respuesta se cortó.", "the answer was cut off.", "la réponse a été interrompue."), e);
        }
    }

    /// <summary>A file that the system removes with the process, however that ends.</summary>
    private static FileStream New()
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"periplo-{Guid.NewGuid():N}.answer"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (OperatingSystem.IsLinux())
            File.Delete(file.Name);
        return file;
    }

    private static Text TooLarge(long bytes) => new(
        $"la respuesta es mayor de {bytes} bytes; pida menos de una vez.", $"the answer is larger than {bytes} bytes; ask for less at a time.", $"la réponse dépasse {bytes} octets ; demandez moins à la fois.");

    /// <summary>An address without the name and password that may stand in it.</summary>
    public static string Shown(Uri address) => new UriBuilder(address) { UserName = "", Password = "", Fragment = "" }.Uri.AbsoluteUri;
}
