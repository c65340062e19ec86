using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Web.Accounts;
using Periplo.Web.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The whole path of an editor in a real browser, without script and by keyboard alone, in each language.</summary>
public sealed class EditorPathTests(Chromium chromium)
{
    private const string Register = "focal-points";

    [Theory]
    [MemberData(nameof(Appearances.Languages), MemberType = typeof(Appearances))]
    public async Task Set_up_sign_in_draft_approve_correct_see_history_and_revoke_a_session(Language language)
    {
        var folder = Directory.CreateTempSubdirectory("periplo-editor-");
        try
        {
            var installation = TestSite.NewInstallation(Path.Combine(folder.FullName, "periplo.db"));
            installation.LoadRegisters(progress: null, CancellationToken.None);
            var token = installation.Accounts.PrepareSetUp()!;
            var (app, origin) = await TestSite.Serve(installation, null);
            await using var _ = app;

            // Sets the site up and turns the second factor on.
            await using var first = await chromium.Visit(origin, script: false);
            await first.Go(AccountAddresses.SetUp(language));
            await Type(first, ("#token", token), ("#name", "ana"), ("#password", AccountSite.Password), ("#again", AccountSite.Password));
            await Enter(first, AccountAddresses.SignIn(language));
            await Type(first, ("main #name", "ana"), ("#password", AccountSite.Password));
            await Enter(first, AccountAddresses.Account(language));
            await TabTo(first, $"a[href='{AccountAddresses.SecondFactor(language)}']");
            await Enter(first, AccountAddresses.SecondFactor(language));
            var secret = AccountSite.FromText((await first.Page.Locator(".secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
            // One time step for both codes, the second a step ahead: each holds for half a minute however slow the machine is.
            var step = Totp.StepOf(DateTimeOffset.UtcNow);
            await Type(first, ("#code", Totp.Code(secret, step)), ("#present", AccountSite.Password));
            await Enter(first, AccountAddresses.SecondFactor(language));

            // Signs in on a telephone with both steps, led there by the form that was asked for.
            await using var visit = await chromium.Visit(origin, width: 390, script: false);
            await visit.Follow(AccountAddresses.SignIn(language), () => visit.Page.GotoAsync(RegisterAddresses.New(language, Register)));
            await Type(visit, ("main #name", "ana"), ("#password", AccountSite.Password));
            await Enter(visit, AccountAddresses.SignIn(language));
            await Type(visit, ("#code", Totp.Code(secret, step + 1)));
            await Enter(visit, RegisterAddresses.New(language, Register));

            // Writes a draft and approves it.
            await Type(visit, ("[name='office.es']", "Oficina de prueba"), ("[name='office.en']", "Test office"), ("[name=area]", language.Of("México", "Mexico", "Mexique")), ("[name=source]", "A-63-265 ¶65"));
            await TabTo(visit, "form.entry button");
            await Enter(visit, RegisterAddresses.Register(language, Register) + "/oficina-de-prueba-");
            var address = new Uri(visit.Page.Url).AbsolutePath;
            Assert.Equal(404, await Status(origin, address));
            await Move(visit, address);
            Assert.Equal(200, await Status(origin, address));

            // Corrects it; the public sees the notice once it is approved.
            await TabTo(visit, ".moves a.button");
            await Enter(visit, address);
            await TabTo(visit, "[name='office.es']");
            await visit.Page.Keyboard.PressAsync("Control+A");
            await visit.Page.Keyboard.TypeAsync("Oficina corregida");
            await Type(visit, ("[name='office.en']", "Office put right"), ("#why", "xyz-reason"));
            await Enter(visit, address);
            await Move(visit, address);
            await using (var anyone = await chromium.Visit(origin, script: false))
            {
                await anyone.Go(address);
                await TabTo(anyone, "summary");
                await anyone.Page.Keyboard.PressAsync("Enter");
                Assert.Contains("xyz-reason", await anyone.Page.Locator(".remark").InnerTextAsync(), StringComparison.Ordinal);
                anyone.AssertClean();
            }

            await TabTo(visit, $"a[href='{RegisterAddresses.History(language, Register, address[(address.LastIndexOf('/') + 1)..])}']");
            await Enter(visit, address);
            Assert.Equal(4, await visit.Page.Locator(".history > li").CountAsync());
            Assert.Contains("xyz-reason", await visit.Page.Locator(".history").InnerTextAsync(), StringComparison.Ordinal);

            // Ends the session of the first browser.
            await visit.Go(AccountAddresses.Account(language));
            await TabTo(visit, "button[value=session]");
            await Enter(visit, AccountAddresses.Account(language));
            await first.Follow(AccountAddresses.SignIn(language), () => first.Page.GotoAsync(RegisterAddresses.New(language, Register)));
            first.AssertClean();
            visit.AssertClean();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Move(Visit visit, string address)
    {
        await TabTo(visit, ".moves button");
        await Enter(visit, address);
    }

    private static Task Enter(Visit visit, string leadsTo) => visit.Follow(leadsTo, () => visit.Page.Keyboard.PressAsync("Enter"));

    private static async Task Type(Visit visit, params (string Selector, string Text)[] inputs)
    {
        foreach (var (selector, text) in inputs)
        {
            await TabTo(visit, selector);
            await visit.Page.Keyboard.TypeAsync(text);
        }
    }

    /// <summary>Presses the tab key until the focus, which has to be seen, is there.</summary>
    private static async Task TabTo(Visit visit, string selector)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await visit.Page.Locator($"{selector}:focus").CountAsync() > 0)
                return;
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {selector} on {visit.Page.Url}");
    }

    private static async Task<int> Status(string origin, string address)
    {
        using var client = TestSite.NewClient(origin);
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}

/// <summary>The pages on which records are written, at both widths, in both schemes and languages.</summary>
public sealed class EditorPageTests(RegisterSite site, Chromium chromium) : IClassFixture<RegisterSite>
{
    [Theory]
    [InlineData("new")]
    [InlineData("edit")]
    [InlineData("wrong")]
    [InlineData("record")]
    [InlineData("history")]
    [InlineData("list")]
    [InlineData("import")]
    [InlineData("pending")]
    public async Task Page_has_no_axe_violation_and_no_sideways_scroll(string kind)
    {
        var register = site.Installation.Records.Registers.Get("commitments");
        var id = site.Installation.Records.Table("commitments").List(new(), Language.Es).Records[0].Id;
        var head = site.Installation.Records.Table("commitments").Find(id)!;
        if (!head.HasDraft)
            site.Installation.Records.Write(Person.Owner("test"), "commitments", id, Changed(register, head), head.Latest.Number, "otra fecha");
        foreach (var (language, width, dark) in Appearances.Of(kind))
        {
            using var browser = site.Browser("jefa");
            await using var visit = await chromium.Visit(site.Origin, width, dark);
            await visit.Page.Context.AddCookiesAsync([new() { Name = "periplo", Value = browser.Session!, Url = site.Origin }]);
            await visit.Go(kind switch
            {
                "new" or "wrong" => RegisterAddresses.New(language, "commitments"),
                "edit" => RegisterAddresses.Edit(language, "commitments", id),
                "record" => RegisterAddresses.Record(language, "commitments", id),
                "history" => RegisterAddresses.History(language, "commitments", id),
                "list" => RegisterAddresses.Register(language, "commitments"),
                "import" => RegisterAddresses.Import(language, "commitments"),
                _ => RegisterAddresses.Pending(language),
            });
            if (kind == "wrong")
            {
                await visit.Page.Locator("form.entry button[type=submit]").ClickAsync();
                await visit.Page.Locator(".summary").WaitForAsync();
            }

            var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wide <= 0, $"{kind} in {language} is {wide} pixels wider than {width}");
            await visit.AssertAccessible($"{kind} {language} {width}");
        }
    }

    private static string[] Changed(Register register, RecordHead head)
    {
        var values = (string[])head.Latest.Values.Clone();
        values[register.Position("deadline")] = "2031";
        return values;
    }
}
