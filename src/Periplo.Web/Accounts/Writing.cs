using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Periplo.Languages;

namespace Periplo.Web.Accounts;

/// <summary>Marks an address that may be posted to.</summary>
/// <param name="Limit">Most bytes of a body.</param>
/// <param name="ByProgram">The method by which a program with an API token writes there, and no form; null for a form.</param>
internal sealed record Writing(long Limit, string? ByProgram = null)
{
    /// <summary>What a page's form may bring: registers have long texts.</summary>
    public const long Form = 2 << 20;

    /// <summary>What an upload may bring.</summary>
    public const long Upload = 64 << 20;

    /// <summary>Lets through what reads and brings nothing, and a form posted where forms are taken. Needs the route to be known.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        var writing = context.GetEndpoint()?.Metadata.GetMetadata<Writing>();
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
                ? Refuse(context, StatusCodes.Status413PayloadTooLarge, AccountWords.NoBody)
                : next(context);
        }

        if (writing is null || !HttpMethods.Equals(writing.ByProgram ?? HttpMethods.Post, context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            Drain(context);
            return Refuse(context, StatusCodes.Status405MethodNotAllowed, AccountWords.OnlyRead);
        }

        if (context.Request.ContentLength > writing.Limit)
        {
            Drain(context);
            return Refuse(context, StatusCodes.Status413PayloadTooLarge, TooLarge(writing));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = writing.Limit;
        return next(context);
    }

    /// <summary>Takes a posted form only from a page of ours. Needs the person to be known.</summary>
    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Writing>() is not { } writing)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<Recognition.ByToken>() is not null)
        {
            // A program's: it may bring a file as it is, and no browser was made to send it.
            await next(context);
            return;
        }

        if (writing.ByProgram is not null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(context, StatusCodes.Status401Unauthorized, AccountWords.OnlyPrograms);
            return;
        }

        if (!context.Request.HasFormContentType)
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, AccountWords.OnlyForms);
            return;
        }

        try
        {
            // Read here, so that what is wrong with it is said once and no page need know.
            await context.Request.ReadFormAsync(context.RequestAborted);
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, AccountWords.FormTooOld);
            return;
        }
        catch (BadHttpRequestException bad)
        {
            await Refuse(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(writing) : AccountWords.FormBroken);
            return;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, AccountWords.FormBroken);
            return;
        }

        await next(context);
    }

    /// <summary>Lets the server throw away for some seconds what a client goes on sending: cut off at once, browsers show none of our words.</summary>
    private static void Drain(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    private static Text TooLarge(Writing writing) => AccountWords.TooLarge.With($"{writing.Limit >> 20}");

    /// <summary>Says why a request is not taken.</summary>
    public static Task Refuse(HttpContext context, int status, Text why)
    {
        context.Response.StatusCode = status;
        return Endpoints.Message(context, AccountWords.Refused, why, null).ExecuteAsync(context);
    }
}
