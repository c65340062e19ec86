using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Pages;

namespace Periplo.Web.Accounts;

/// <summary>One's own account: password, second factor, sessions, API tokens.</summary>
internal static class MyAccountEndpoints
{
    public static void Map(WebApplication app, Observatory.Accounts accounts, Language language)
    {
        Endpoints.Read(app, AccountAddresses.Account(language), (HttpContext context) =>
            AccountEndpoints.Who(context) is { } who ? Page(context, accounts, language, who, null, null, []) : AccountEndpoints.ToSignIn(context, language));
        Endpoints.Write(app, AccountAddresses.Account(language), (HttpContext context) => Change(context, accounts, language));
        Endpoints.Read(app, AccountAddresses.SecondFactor(language), (HttpContext context) =>
            AccountEndpoints.Who(context) is { } who ? FactorPage(context, accounts, language, who, null, null) : AccountEndpoints.ToSignIn(context, language));
        Endpoints.Write(app, AccountAddresses.SecondFactor(language), (HttpContext context) => Confirm(context, accounts, language));
    }

    private static RazorComponentResult Page(HttpContext context, Observatory.Accounts accounts, Language language, SignedIn who, Text? error, Text? secretsLead, IReadOnlyList<string> secrets) =>
        Endpoints.Page<AccountPage>(new
        {
            Language = language,
            Visitor = Visitor.Of(context),
            Own = accounts.Account(who.Person.Name),
            Session = who.Session,
            Sessions = accounts.Sessions(who.Person),
            Tokens = accounts.Tokens(who.Person),
            RecoveryCodes = accounts.RecoveryCodes(who.Person),
            Notice = AccountEndpoints.DoneWords(context, language),
            Error = error,
            SecretsLead = secretsLead,
            Secrets = secrets,
        });

    private static IResult Change(HttpContext context, Observatory.Accounts accounts, Language language)
    {
        if (AccountEndpoints.Who(context) is not { } who)
            return AccountEndpoints.ToSignIn(context, language);
        string Field(string name) => AccountEndpoints.Field(context, name);
        var done = Field("do");
        try
        {
            switch (done)
            {
                case "password":
                    AccountEndpoints.CheckAgain(context);
                    accounts.ChangePassword(who, Field("present"), Field("password"));
                    break;
                case "remove-factor":
                    accounts.RemoveTotp(who.Person, Field("present"), Field("code"));
                    break;
                case "codes":
                    return Page(context, accounts, language, who, null, AccountWords.RecoveryCodesLead, accounts.NewRecoveryCodes(who.Person, Field("present")));
                case "session":
                    accounts.Revoke(who.Person, Field("session"));
                    break;
                case "others":
                    accounts.RevokeOthers(who.Person, who.Session.Hash);
                    break;
                case "token":
                    var ceiling = Enum.TryParse<Role>(Field("ceiling"), ignoreCase: true, out var role) ? role : Role.None;
                    var days = int.TryParse(Field("days"), out var number) ? number : 0;
                    return Page(context, accounts, language, who, null, AccountWords.TokenLead, [accounts.MakeToken(who.Person, Field("name"), ceiling, days)]);
                case "revoke-token":
                    accounts.RevokeToken(who.Person, Field("token"));
                    break;
                default:
                    throw new AccountException(AccountWords.FormBroken);
            }
        }
        catch (RegisterException refused)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page(context, accounts, language, who, refused is SignInRefusedException ? AccountWords.PasswordWrong : refused.Explanation, null, []);
        }

        return AccountEndpoints.Done(language, AccountAddresses.Account(language), done);
    }

    private static IResult FactorPage(HttpContext context, Observatory.Accounts accounts, Language language, SignedIn who, string? ticket, Text? error)
    {
        if (accounts.Account(who.Person.Name).Factor is not null)
            return Endpoints.SeeOther(AccountAddresses.Account(language));
        // The same secret again after a mistake: the app has it already.
        var enrolment = (ticket is null ? null : accounts.Enrolment(who.Person, ticket)) ?? accounts.EnrolTotp(who.Person);
        if (error is not null)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Endpoints.Page<SecondFactorPage>(new { Language = language, Visitor = Visitor.Of(context), Enrolment = enrolment, Error = error });
    }

    private static IResult Confirm(HttpContext context, Observatory.Accounts accounts, Language language)
    {
        if (AccountEndpoints.Who(context) is not { } who)
            return AccountEndpoints.ToSignIn(context, language);
        var ticket = AccountEndpoints.Field(context, "ticket");
        try
        {
            var codes = accounts.ConfirmTotp(who.Person, ticket, AccountEndpoints.Field(context, "present"), AccountEndpoints.Field(context, "code"));
            return Page(context, accounts, language, who, null, AccountWords.RecoveryCodesLead, codes);
        }
        catch (RegisterException refused)
        {
            return FactorPage(context, accounts, language, who, ticket, refused is SignInRefusedException ? AccountWords.PasswordWrong : refused.Explanation);
        }
    }
}
