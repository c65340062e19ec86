using Microsoft.AspNetCore.Http.Features;
using Periplo.Observatory;
using Periplo.Sdmx.Rest;

namespace Periplo.Web.Sdmx;

/// <summary>
/// The REST interfaces of SDMX: <c>/sdmx/v1</c> (2.1) and <c>/sdmx/v2</c> (3.0). They stand before the pages' own machinery, since nothing
/// here knows a person, takes a form or shows a page; what they say is for programs, of any site.
/// </summary>
internal sealed partial class SdmxEndpoints
{
    private const string Root = "/sdmx";
    private const string Methods = "GET, HEAD, OPTIONS";

    private readonly Lazy<SdmxAnswers> answers;
    private readonly ILogger logger;

    /// <summary>Endpoints on an installation.</summary>
    public SdmxEndpoints(Installation installation, ServerSettings settings, ILogger logger)
    {
        answers = new(() => new(installation.Sdmx(), new(settings.KeptAnswers << 20), TimeProvider.System));
        this.logger = logger;
    }

    /// <summary>Takes the addresses of SDMX out of the pipeline.</summary>
    public static void Map(WebApplication app, Installation installation, ServerSettings settings)
    {
        var endpoints = new SdmxEndpoints(installation, settings, app.Logger);
        app.MapWhen(
            context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal),
            branch =>
            {
                branch.Use((context, next) =>
                {
                    Open(context.Response.Headers);
                    return next(context);
                });
                branch.UseRateLimiter();
                branch.Run(endpoints.Answer);
            });
    }

    /// <summary>Answers a request.</summary>
    private async Task Answer(HttpContext context)
    {
        var target = TargetOf(context);
        var isSecond = IsUnder(target, "/v2");
        var version = isSecond ? RestVersion.V2 : RestVersion.V1;
        try
        {
            if (HttpMethods.IsOptions(context.Request.Method))
            {
                Preflight(context);
                return;
            }

            RefuseOthers(context, target, version);
            if (!isSecond && !IsUnder(target, "/v1"))
                throw SdmxQueryException.NotFound("The interfaces are /sdmx/v1 (SDMX 2.1) and /sdmx/v2 (SDMX 3.0).");
            var query = target.IndexOf('?', StringComparison.Ordinal);
            var path = (query < 0 ? target : target[..query])[(Root.Length + 3)..];
            var parameters = query < 0 ? null : target[query..];
            var request = isSecond ? V2Queries.Parse(path, parameters) : V1Queries.Parse(path, parameters);
            await answers.Value.Answer(context, request, target);
        }
        catch (SdmxQueryException wrong) when (!context.Response.HasStarted)
        {
            await Tell(context, version, wrong);
        }
        catch (Exception error) when (error is OperationCanceledException || (error is IOException && context.RequestAborted.IsCancellationRequested))
        {
            // The client is gone: there is nobody to tell.
            context.Abort();
        }
        catch (Exception error)
        {
            Failed(logger, target.Length > 200 ? target[..200] : target, error);
            if (context.Response.HasStarted)
                context.Abort();
            else
                await Tell(context, version, new(500, 500, "The server failed; the failure is written down there."));
        }
    }

    /// <summary>The address as it came over the wire: a plus and an escape are what they are.</summary>
    private static string TargetOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.StartsWith('/'))
            return target;

        // Proxies ask with the whole address.
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }

    private static bool IsUnder(string target, string version) =>
        target.StartsWith(Root, StringComparison.Ordinal) && target.AsSpan(Root.Length).StartsWith(version)
        && (target.Length == Root.Length + version.Length || target[Root.Length + version.Length] is '/' or '?');

    private static void RefuseOthers(HttpContext context, string target, RestVersion version)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
                throw new SdmxQueryException(413, 413, "A request that reads brings no content.");
            return;
        }

        Drain(context);
        context.Response.Headers.Allow = Methods;
        throw version == RestVersion.V2 && target.StartsWith(Root + "/v2/structure", StringComparison.Ordinal) && context.Request.Method is "POST" or "PUT" or "DELETE"
            ? SdmxQueryException.NotImplemented("Structures are not maintained over this interface.")
            : new SdmxQueryException(405, 405, $"Here is only read: {Methods}.");
    }

    /// <summary>Lets the server throw away what a client goes on sending, so that it sees the answer.</summary>
    private static void Drain(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    /// <summary>Any site's script may read, whatever the answer says.</summary>
    private static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Last-Modified, Content-Language, Content-Length, Retry-After";
        headers.Vary = "Accept, Accept-Encoding, Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static void Preflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Allow = Methods;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "Accept, Accept-Language, Cache-Control, Content-Type, If-Modified-Since, If-None-Match, X-Requested-With";
        headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task Tell(HttpContext context, RestVersion version, SdmxQueryException wrong)
    {
        var response = context.Response;
        foreach (var name in (string[])["ETag", "Last-Modified", "Content-Language", "Content-Encoding"])
            response.Headers.Remove(name);
        response.StatusCode = wrong.Status;
        response.Headers.CacheControl = "no-cache";
        response.ContentLength = null;
        if (wrong.Status == StatusCodes.Status204NoContent)
        {
            response.ContentType = null;
            return;
        }

        var body = ErrorMessage.Of(version, wrong.Code, wrong.Detail);
        response.ContentType = ErrorMessage.ContentType(version);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An SDMX query failed: {Target}")]
    private static partial void Failed(ILogger logger, string target, Exception error);
}
