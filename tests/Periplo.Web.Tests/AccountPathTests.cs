using Microsoft.Playwright;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Accounts;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>Set-up, second factor, sign-in and revoking in a real browser, without script, in each language.</summary>
public sealed class AccountPathTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Appearances.Languages), MemberType = typeof(Appearances))]
    public async Task First_administrator_sets_up_signs_in_with_two_steps_and_revokes_a_session(Language language)
    {
        var folder = Directory.CreateTempSubdirectory("periplo-path-");
        try
        {
            var installation = TestSite.NewInstallation(Path.Combine(folder.FullName, "periplo.db"));
            var token = installation.Accounts.PrepareSetUp()!;
            var (app, origin) = await TestSite.Serve(installation, null);
            await using var _ = app;
            await using var visit = await chromium.Visit(origin, script: false);
            var page = visit.Page;

            await visit.Go(AccountAddresses.SetUp(language));
            await page.Locator("#token").FillAsync(token);
            await page.Locator("#name").FillAsync("ana");
            await page.Locator("#password").FillAsync(AccountSite.Password);
            await page.Locator("#again").FillAsync(AccountSite.Password);
            // By keyboard alone: the button is the last stop of the form.
            await page.Keyboard.PressAsync("Tab");
            await visit.Follow(AccountAddresses.SignIn(language), () => page.Keyboard.PressAsync("Enter"));
            Assert.Equal(AccountWords.Done("set-up")!.In(language), await page.GetByRole(AriaRole.Status).InnerTextAsync());

            await SignIn(visit, language, Addresses.About(language));
            await visit.Follow(AccountAddresses.Account(language), () => page.Locator("header a.account").ClickAsync());
            await visit.Follow(AccountAddresses.SecondFactor(language), () => page.Locator("main a", new() { HasText = AccountWords.SecondFactorTurnOn.In(language) }).ClickAsync());
            var shown = await page.Locator(".secret").InnerTextAsync();
            Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", shown);
            var secret = AccountSite.FromText(shown.Replace(" ", "", StringComparison.Ordinal));
            // One time step for both codes, the second a step ahead: each holds for half a minute however slow the machine is.
            var step = Totp.StepOf(DateTimeOffset.UtcNow);
            await page.Locator("#code").FillAsync(Totp.Code(secret, step));
            await page.Locator("#present").FillAsync(AccountSite.Password);
            await visit.Follow(AccountAddresses.SecondFactor(language), () => page.Keyboard.PressAsync("Enter"));
            Assert.Equal(10, await page.Locator(".secrets li").CountAsync());

            // In another browser, with the second step; from there the first is shown the door.
            await using var other = await chromium.Visit(origin, width: 390, script: false);
            await SignIn(other, language, AccountAddresses.SignInCode(language));
            await other.Page.Locator("#code").FillAsync(Totp.Code(secret, step + 1));
            await other.Follow(Addresses.About(language), () => other.Page.Keyboard.PressAsync("Enter"));
            await other.Go(AccountAddresses.Account(language));
            Assert.Equal(2, await other.Page.Locator(".people tbody tr").CountAsync());
            await other.Follow(AccountAddresses.Account(language), () => other.Page.Locator("button[value=session]").ClickAsync());
            Assert.Equal(1, await other.Page.Locator(".people tbody tr").CountAsync());
            await visit.Follow(AccountAddresses.SignIn(language), () => page.GotoAsync(AccountAddresses.Account(language)));

            // Gives somebody an account and a role, and signs out.
            await other.Follow(AccountAddresses.People(language), () => other.Page.Locator($"main a[href='{AccountAddresses.People(language)}']").ClickAsync());
            await other.Page.Locator("#name").FillAsync("eva");
            await other.Follow(AccountAddresses.People(language), () => other.Page.Locator("button[value=make]").ClickAsync());
            Assert.Matches("^[A-Za-z0-9_-]{43}$", await other.Page.Locator(".secrets").InnerTextAsync());
            await other.Page.Locator("#role-name").SelectOptionAsync("eva");
            await other.Page.Locator("#register").SelectOptionAsync("facts");
            await other.Page.Locator("#role").SelectOptionAsync("Editor");
            await other.Follow(AccountAddresses.People(language), () => other.Page.Locator("button[value=role]").ClickAsync());
            Assert.Equal(Role.Editor, installation.Accounts.Account("eva").Person.In("facts"));
            await other.Go(AccountAddresses.Account(language));
            await other.Follow(Addresses.Home(language), () => other.Page.Locator($"form[action='{AccountAddresses.SignOut(language)}'] button").ClickAsync());
            Assert.Equal(AccountWords.SignIn.In(language), await other.Page.Locator("header a.account").InnerTextAsync());
            visit.AssertClean();
            other.AssertClean();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SignIn(Visit visit, Language language, string leadsTo)
    {
        await visit.Go(AccountAddresses.SignIn(language, Addresses.About(language)));
        await visit.Page.Locator("#name").FillAsync("ana");
        await visit.Page.Locator("#password").FillAsync(AccountSite.Password);
        await visit.Follow(leadsTo == AccountAddresses.SignInCode(language) ? AccountAddresses.SignIn(language) : leadsTo, () => visit.Page.Keyboard.PressAsync("Enter"));
        if (leadsTo == AccountAddresses.SignInCode(language))
            Assert.Equal(AccountWords.SecondStep.In(language), await visit.Page.Locator("h1").InnerTextAsync());
    }
}

/// <summary>The pages of accounts at both widths, in both schemes and languages.</summary>
public sealed class AccountPageTests(AccountSite site, Chromium chromium) : IClassFixture<AccountSite>
{
    [Theory]
    [InlineData("sign-in")]
    [InlineData("set-up")]
    [InlineData("account")]
    [InlineData("second factor")]
    [InlineData("people")]
    public async Task Page_has_no_axe_violation_and_no_sideways_scroll(string kind)
    {
        Func<Language, string> address = kind switch
        {
            "sign-in" => AccountAddresses.SignIn,
            "set-up" => AccountAddresses.SetUp,
            "account" => AccountAddresses.Account,
            "second factor" => AccountAddresses.SecondFactor,
            _ => AccountAddresses.People,
        };
        foreach (var (language, width, dark) in Appearances.Of(kind))
        {
            await using var visit = await chromium.Visit(site.Origin, width, dark);
            if (kind is not ("sign-in" or "set-up"))
                await visit.Page.Context.AddCookiesAsync([new() { Name = "periplo", Value = site.Session(kind == "second factor" ? "eva" : "ana"), Url = site.Origin }]);
            await visit.Go(address(language));
            Assert.Equal(address(language), new Uri(visit.Page.Url).AbsolutePath);
            foreach (var details in await visit.Page.Locator("details").AllAsync())
                await details.Locator("summary").ClickAsync();
            var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wide <= 0, $"{kind} in {language} is {wide} pixels wider than {width}");
            await visit.AssertAccessible($"{kind} {language} {width}");
            visit.AssertClean();
        }
    }
}
