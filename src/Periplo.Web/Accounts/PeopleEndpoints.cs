using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Pages;

namespace Periplo.Web.Accounts;

/// <summary>Accounts and roles, for those who administer a register or all.</summary>
internal static class PeopleEndpoints
{
    public static void Map(WebApplication app, Installation installation, Language language)
    {
        Endpoints.Read(app, AccountAddresses.People(language), (HttpContext context) => Asked(context, language, who => Page(context, installation, language, who, null, null)));
        Endpoints.Write(app, AccountAddresses.People(language), (HttpContext context) => Asked(context, language, who => Change(context, installation, language, who)));
    }

    private static IResult Asked(HttpContext context, Language language, Func<SignedIn, IResult> answer)
    {
        if (AccountEndpoints.Who(context) is not { } who)
            return AccountEndpoints.ToSignIn(context, language);
        try
        {
            return answer(who);
        }
        catch (AccessRefusedException refused)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Endpoints.Message(context, AccountWords.Refused, refused.Explanation, null);
        }
    }

    private static RazorComponentResult Page(HttpContext context, Installation installation, Language language, SignedIn who, Text? error, (string Name, string Token)? invitation)
    {
        if (error is not null)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Endpoints.Page<PeoplePage>(new
        {
            Language = language,
            Visitor = Visitor.Of(context),
            People = installation.Accounts.All(who.Person),
            Own = installation.Accounts.Account(who.Person.Name),
            Registers = installation.Records.Registers.All.Where(register => who.Person.In(register.Id) == Role.Administrator).ToList(),
            Notice = AccountEndpoints.DoneWords(context, language),
            Error = error,
            Invitation = invitation,
        });
    }

    private static IResult Change(HttpContext context, Installation installation, Language language, SignedIn who)
    {
        string Field(string name) => AccountEndpoints.Field(context, name);
        var accounts = installation.Accounts;
        var (done, name) = (Field("do"), Field("name"));
        try
        {
            switch (done)
            {
                case "make":
                    return Page(context, installation, language, who, null, (name, accounts.MakeAccount(who.Person, name)));
                case "invite":
                    return Page(context, installation, language, who, null, (name, accounts.Invite(who.Person, name)));
                case "role":
                    if (!Enum.TryParse<Role>(Field("role"), ignoreCase: true, out var role) || !Enum.IsDefined(role))
                        throw new AccountException(AccountWords.FormBroken);
                    accounts.Give(who.Person, name, Field("register"), role);
                    break;
                case "close":
                    accounts.CloseAccount(who.Person, name);
                    break;
                case "reopen":
                    accounts.ReopenAccount(who.Person, name);
                    break;
                case "end-sessions":
                    accounts.RevokeAll(who.Person, name);
                    break;
                default:
                    throw new AccountException(AccountWords.FormBroken);
            }
        }
        catch (RegisterException refused) when (refused is not AccessRefusedException)
        {
            return Page(context, installation, language, who, refused.Explanation, null);
        }

        return AccountEndpoints.Done(language, AccountAddresses.People(language), done);
    }
}
