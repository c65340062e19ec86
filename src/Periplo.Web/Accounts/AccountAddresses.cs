using Periplo.Languages;

namespace Periplo.Web.Accounts;

/// <summary>The addresses of sign-in and accounts. Stable.</summary>
public static class AccountAddresses
{
    /// <summary>Where the first account is made and an invitation taken up.</summary>
    public static string SetUp(Language language) => language.Of("/cuenta/instalar", "/en/account/set-up", "/fr/compte/mise-en-service");

    /// <summary>Where one signs in.</summary>
    public static string SignIn(Language language) => language.Of("/entrar", "/en/sign-in", "/fr/connexion");

    /// <summary>Where one signs in, to come back to a page of the site.</summary>
    public static string SignIn(Language language, string back) => $"{SignIn(language)}?{Back(language)}={Uri.EscapeDataString(back)}";

    /// <summary>Where one signs in, to come back to the page that was asked for, unless it was one of signing in or was refused.</summary>
    public static string SignIn(Language language, HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK
        && !context.Request.Path.StartsWithSegments(SignIn(language), StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments(SetUp(language), StringComparison.Ordinal)
        && Local(context.Request.Path + context.Request.QueryString) is { } back
            ? SignIn(language, back)
            : SignIn(language);

    /// <summary>Where the code of the second step is sent.</summary>
    public static string SignInCode(Language language) => language.Of("/entrar/codigo", "/en/sign-in/code", "/fr/connexion/code");

    /// <summary>Where one signs out.</summary>
    public static string SignOut(Language language) => language.Of("/salir", "/en/sign-out", "/fr/deconnexion");

    /// <summary>One's own account.</summary>
    public static string Account(Language language) => language.Of("/cuenta", "/en/account", "/fr/compte");

    /// <summary>Where the second factor is turned on.</summary>
    public static string SecondFactor(Language language) => language.Of("/cuenta/segundo-factor", "/en/account/second-factor", "/fr/compte/second-facteur");

    /// <summary>Accounts and roles, for administrators.</summary>
    public static string People(Language language) => language.Of("/cuenta/personas", "/en/account/people", "/fr/compte/personnes");

    /// <summary>Name of the parameter with the page to come back to.</summary>
    public static string Back(Language language) => language.Of("volver", "back", "retour");

    /// <summary>Name of the parameter that says what was done.</summary>
    public static string Done(Language language) => language.Of("hecho", "done", "fait");

    /// <summary>A page of this site to go to, or null where the address could lead elsewhere.</summary>
    public static string? Local(string? address) =>
        address is { Length: > 0 and <= 2_000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Any(letter => letter == '\\' || char.IsControl(letter) || char.IsWhiteSpace(letter))
            ? address
            : null;
}
