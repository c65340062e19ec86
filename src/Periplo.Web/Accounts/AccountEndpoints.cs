using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Pages;

namespace Periplo.Web.Accounts;

/// <summary>Setting up, signing in and out.</summary>
internal static class AccountEndpoints
{
    // Longer than any refusal takes, so that its time does not tell a name that is there from one that is not.
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(700);

    public static void Map(WebApplication app, Site site, Language language)
    {
        var accounts = site.Installation.Accounts;
        Endpoints.Read(app, AccountAddresses.SetUp(language), (HttpContext context) => SetUpPage(context, language, "", null));
        Endpoints.Write(app, AccountAddresses.SetUp(language), (HttpContext context) => SetUp(context, accounts, language));
        Endpoints.Read(app, AccountAddresses.SignIn(language), (HttpContext context) => SignInPage(context, language, context.Request.Query[AccountAddresses.Back(language)], "", null, null));
        Endpoints.Write(app, AccountAddresses.SignIn(language), (HttpContext context) => Padded(context, language, () => SignIn(context, accounts, language)));
        Endpoints.Write(app, AccountAddresses.SignInCode(language), (HttpContext context) => Padded(context, language, () => SignInWithCode(context, accounts, language)));
        Endpoints.Write(app, AccountAddresses.SignOut(language), (HttpContext context) => SignOut(context, accounts, language));
        MyAccountEndpoints.Map(app, accounts, language);
        PeopleEndpoints.Map(app, site.Installation, language);
    }

    /// <summary>The session of whoever asks, or null.</summary>
    public static SignedIn? Who(HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>A field of the posted form; empty where it is not there.</summary>
    public static string Field(HttpContext context, string name) => context.Request.Form[name].ToString();

    /// <summary>Sends whoever has not signed in to do so and come back.</summary>
    public static IResult ToSignIn(HttpContext context, Language language) =>
        Endpoints.SeeOther(AccountAddresses.SignIn(language, context.Request.Path + context.Request.QueryString));

    /// <summary>Goes to a page that says what was done.</summary>
    public static IResult Done(Language language, string address, string word) => Endpoints.SeeOther($"{address}?{AccountAddresses.Done(language)}={word}");

    /// <summary>What the address says was done, or null.</summary>
    public static Text? DoneWords(HttpContext context, Language language) => AccountWords.Done(context.Request.Query[AccountAddresses.Done(language)].ToString());

    private static RazorComponentResult SetUpPage(HttpContext context, Language language, string name, Text? error)
    {
        if (error is not null)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Endpoints.Page<SetUpPage>(new { Language = language, Visitor = Visitor.Of(context), Name = name, Error = error });
    }

    private static IResult SetUp(HttpContext context, Observatory.Accounts accounts, Language language)
    {
        var name = Field(context, "name");
        try
        {
            CheckAgain(context);
            accounts.SetUp(Field(context, "token"), name, Field(context, "password"));
        }
        catch (RegisterException refused)
        {
            return SetUpPage(context, language, name, refused.Explanation);
        }

        return Done(language, AccountAddresses.SignIn(language), "set-up");
    }

    /// <summary>A password is typed twice, as it cannot be seen.</summary>
    public static void CheckAgain(HttpContext context)
    {
        if (Field(context, "password") != Field(context, "again"))
            throw new AccountException(AccountWords.NotTheSame);
    }

    private static IResult SignInPage(HttpContext context, Language language, string? back, string name, string? step, Text? error)
    {
        back = AccountAddresses.Local(back);
        if (Who(context) is not null)
            return Endpoints.SeeOther(back ?? AccountAddresses.Account(language));
        return Endpoints.Page<SignInPage>(new
        {
            Language = language,
            Visitor = Visitor.Of(context),
            Back = back,
            Name = name,
            Step = step,
            Error = error,
            Notice = DoneWords(context, language),
        });
    }

    private static IResult SignIn(HttpContext context, Observatory.Accounts accounts, Language language)
    {
        var step = accounts.SignIn(Field(context, "name"), Field(context, "password"), context.Request.Headers.UserAgent.ToString());
        return step.Session is { } session
            ? Begin(context, accounts, language, session)
            : Endpoints.Page<SignInPage>(new { Language = language, Visitor = Visitor.Of(context), Back = AccountAddresses.Local(Field(context, "back")), Step = step.Next });
    }

    private static IResult SignInWithCode(HttpContext context, Observatory.Accounts accounts, Language language) =>
        Begin(context, accounts, language, accounts.SignInWithCode(Field(context, "step"), Field(context, "code"), context.Request.Headers.UserAgent.ToString()));

    private static IResult Begin(HttpContext context, Observatory.Accounts accounts, Language language, string session)
    {
        // The session a browser came with does not go on beside the new one.
        if (Who(context) is { } before)
            accounts.SignOut(before);
        SessionCookie.Set(context, session);
        return Endpoints.SeeOther(AccountAddresses.Local(Field(context, "back")) ?? AccountAddresses.Account(language));
    }

    private static async Task<IResult> Padded(HttpContext context, Language language, Func<IResult> work)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        catch (SignInRefusedException refused)
        {
            var rest = RefusalTakes - Stopwatch.GetElapsedTime(began);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Endpoints.Page<SignInPage>(new
            {
                Language = language,
                Visitor = Visitor.Of(context),
                Back = AccountAddresses.Local(Field(context, "back")),
                Name = Field(context, "name"),
                Step = Field(context, "step") is { Length: > 0 } step ? step : null,
                Error = refused.Explanation,
            });
        }
    }

    private static IResult SignOut(HttpContext context, Observatory.Accounts accounts, Language language)
    {
        if (Who(context) is { } signedIn)
            accounts.SignOut(signedIn);
        SessionCookie.Remove(context);
        return Endpoints.SeeOther(Addresses.Home(language));
    }
}
