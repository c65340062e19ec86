namespace Periplo.Web.Accounts;

/// <summary>What a browser shows to be known again: gone when it is closed, and never seen by a script.</summary>
internal static class SessionCookie
{
    /// <summary>Its name: one that browsers take only over TLS from this very host, where there is TLS.</summary>
    public static string Name(HttpRequest request) => request.IsHttps ? "__Host-periplo" : "periplo";

    /// <summary>What the browser shows, or null.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } token ? token : null;

    /// <summary>Gives a browser the token of a new session.</summary>
    public static void Set(HttpContext context, string token) => context.Response.Cookies.Append(Name(context.Request), token, Options(context));

    /// <summary>Takes it away.</summary>
    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
