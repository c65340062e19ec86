using System.IO.Compression;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Web.Accounts;
using Periplo.Web.Sdmx;

namespace Periplo.Web;

/// <summary>How the server listens.</summary>
/// <param name="Address">IP address and port.</param>
/// <param name="RequestsPerSecond">Requests a second served to each client address; null for <see cref="Server.DefaultLimit"/> and none for this machine.</param>
/// <param name="Proxies">Reverse proxies on other machines that are believed when they say who asks and whether by TLS.</param>
/// <param name="KeptAnswers">Megabytes of answers to SDMX queries kept ready; 0 makes each anew.</param>
public sealed record ServerSettings(IPEndPoint Address, int? RequestsPerSecond = null, IReadOnlyList<IPAddress>? Proxies = null, long KeptAnswers = ServerSettings.DefaultKeptAnswers)
{
    /// <summary>Megabytes of answers kept where nothing else is said.</summary>
    public const long DefaultKeptAnswers = 64;
}

/// <summary>The server: no third party, strict about what a browser may load and how much one client may ask.</summary>
public static class Server
{
    /// <summary>Requests a second for each client address that is not this machine.</summary>
    public const int DefaultLimit = 50;

    // Queries of SDMX are let to be 16 kB long and told what is wrong where they are longer; what is much longer the server cuts off itself.
    private const int LongestAddress = 32 << 10;

    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>A saved picture brings its own sheet and can do nothing else.</summary>
    internal const string PicturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Serves until cancelled.</summary>
    /// <param name="installation">What to serve.</param>
    /// <param name="settings">How to listen.</param>
    /// <param name="listening">Told the address once the server listens.</param>
    /// <param name="cancellation">Ends the server.</param>
    /// <returns>Exit code 0.</returns>
    /// <exception cref="IOException">The address is taken.</exception>
    public static int Run(Installation installation, ServerSettings settings, Action<string> listening, CancellationToken cancellation)
    {
        var app = Build(installation, settings);
        app.Lifetime.ApplicationStarted.Register(() => listening(app.Urls.First()));
        app.RunAsync(cancellation).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>The application, not yet started.</summary>
    public static WebApplication Build(Installation installation, ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that the keys in the store are not sealed themselves: whoever reads the store has its content anyway.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A forged form is refused with a page of ours; it is no failure.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(settings.Address);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRazorComponents();
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Told by a proxy on this machine, or by one that is named; from anyone else they are not believed.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Proxies ?? [])
                forwarded.KnownProxies.Add(proxy);
        });
        StoreKeys.Add(builder.Services, installation.Store);
        builder.Services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = Visitor.Field;
            forms.HeaderName = null;
            forms.Cookie.Name = "periplo-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // We say ourselves who may frame us.
            forms.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.Services.AddRateLimiter(limiter => Limit(limiter, settings.RequestsPerSecond));
        var app = builder.Build();
        var site = new Site(installation);
        app.UseForwardedHeaders();
        SdmxEndpoints.Map(app, installation, settings);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => Failed(context), AllowStatusCode404Response = true });
        app.Use(Guard);
        // Before all that may refuse: which method and how large a body are fitting depends on the address.
        app.UseRouting();
        app.Use(Writing.Guard);
        app.UseRateLimiter();
        app.UseResponseCompression();
        app.Use((context, next) => Asset(context, next));
        app.Use(new Recognition(installation.Accounts).Find);
        app.Use(Writing.Check);
        Endpoints.Map(app, site);
        // Every path, also one that looks like a file's: a .json that is not there is refused as JSON.
        app.MapFallback("{*path}", context => Endpoints.NotFound(context, null).ExecuteAsync(context));
        return app;
    }

    private static void Limit(RateLimiterOptions limiter, int? perSecond)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, cancellation) =>
        {
            var language = Endpoints.LanguageOf(rejected.HttpContext.Request.Path);
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync(new Text("Demasiadas peticiones; espere un segundo.\n", "Too many requests; wait a second.\n", "Trop de demandes\u00A0; attendez une seconde.\n").In(language), cancellation);
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
        {
            var client = context.Connection.RemoteIpAddress ?? IPAddress.None;
            if (perSecond is null && IPAddress.IsLoopback(client))
                return RateLimitPartition.GetNoLimiter(IPAddress.Loopback);
            var limit = perSecond ?? DefaultLimit;
            return RateLimitPartition.GetTokenBucketLimiter(client, _ => new()
            {
                TokenLimit = limit * 4,
                TokensPerPeriod = limit,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            });
        });
    }

    /// <summary>Headers of every answer.</summary>
    private static Task Guard(HttpContext context, RequestDelegate next)
    {
        // Set as the answer goes out: a failure clears what was set before it.
        context.Response.OnStarting(static state => Protect((HttpResponse)state), context.Response);
        return next(context);
    }

    private static Task Protect(HttpResponse response)
    {
        var headers = response.Headers;
        // A picture has a policy of its own already.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Says nothing to our script, and to others only what the site is built with.
        headers.Remove("blazor-enhanced-nav");
        return Task.CompletedTask;
    }

    private static async Task Asset(HttpContext context, RequestDelegate next)
    {
        if (SiteAssets.Find(context.Request.Path.Value ?? "") is not { } asset)
        {
            await next(context);
            return;
        }

        context.Response.ContentType = asset.Type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
    }

    /// <summary>What a failure of ours looks like to a user: no inner workings, in the form that was asked for.</summary>
    private static Task Failed(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is Microsoft.AspNetCore.Http.BadHttpRequestException bad)
            context.Response.StatusCode = bad.StatusCode;
        return Endpoints.Failed(context).ExecuteAsync(context);
    }
}
