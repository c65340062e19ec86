using System.Security.Claims;

namespace Periplo.Web.Accounts;

/// <summary>Finds out who sent a request: by the cookie of a session, or by an API token.</summary>
internal sealed class Recognition(Observatory.Accounts accounts)
{
    private const string Scheme = "Bearer ";

    /// <summary>A request that a program sent with an API token: no other site can make a browser send one.</summary>
    internal sealed class ByToken;

    public Task Find(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            if (accounts.Token(header[Scheme.Length..].Trim()) is not { } person)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Writing.Refuse(context, StatusCodes.Status401Unauthorized, AccountWords.TokenOfNoUse);
            }

            context.Features.Set(person);
            context.Features.Set(new ByToken());
            return Kept(context, "Authorization", next);
        }

        if (SessionCookie.Read(context.Request) is not { } token || accounts.Session(token) is not { } signedIn)
            return next(context);
        context.Features.Set(signedIn);
        context.Features.Set(signedIn.Person);
        // A form's token holds the session: one made for another person, or before signing in, is refused.
        context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, signedIn.Person.Name), new(ClaimTypes.NameIdentifier, signedIn.Session.Hash)], "session"));
        return Kept(context, "Cookie", next);
    }

    /// <summary>Nothing that was made for a person may be kept and shown to another.</summary>
    private static Task Kept(HttpContext context, string by, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var (response, by) = ((HttpResponse, string))state;
            response.Headers.CacheControl = "no-store";
            response.Headers.Append("Vary", by);
            return Task.CompletedTask;
        }, (context.Response, by));
        return next(context);
    }
}
