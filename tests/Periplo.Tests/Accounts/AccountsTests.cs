using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Accounts;

/// <summary>Accounts on every engine: what opens, what does not, and what is told of it.</summary>
public class AccountsTests
{
    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void First_account_is_made_with_the_token_and_only_once(string engine)
    {
        using var house = new House(engine);
        Assert.True(house.Accounts.LacksSetUp);
        var token = house.Accounts.PrepareSetUp()!;

        Assert.Throws<AccountException>(() => house.Accounts.SetUp("x" + token, "ana", House.Password));
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "ana", "corta"));
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "periplo", House.Password));
        house.Accounts.SetUp($" {token}\n", "Ana", House.Password);

        Assert.Equal(Role.Administrator, house.Accounts.Account("ana").Person.In("documents"));
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "eva", House.Password));
        Assert.Null(house.Accounts.PrepareSetUp());
        Assert.Equal([LogAction.AccountMade, LogAction.RoleGiven], house.Log().Select(item => item.Action));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Set_up_token_is_too_old_after_three_days(string engine)
    {
        using var house = new House(engine);
        var token = house.Accounts.PrepareSetUp()!;
        house.Clock.Now += TimeSpan.FromDays(3);

        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "ana", House.Password));
        house.Accounts.SetUp(house.Accounts.PrepareSetUp()!, "ana", House.Password);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Invitation_lets_its_account_choose_a_password_once_and_ends_its_sessions(string engine)
    {
        using var house = new House(engine);
        var token = house.Accounts.MakeAccount(House.Owner, "eva");
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", "", ""));
        house.Make("ana");
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "ana", House.Password));

        house.Accounts.SetUp(token, "eva", House.Password);
        var session = house.Accounts.SignIn("eva", House.Password, "").Session!;
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(token, "eva", House.Password));

        var older = house.Accounts.Invite(House.Owner, "eva");
        var newer = house.Accounts.Invite(House.Owner, "eva");
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(older, "eva", "otra frase bien larga"));
        Assert.NotNull(house.Accounts.Session(session));
        house.Accounts.SetUp(newer, "eva", "otra frase bien larga");
        Assert.Null(house.Accounts.Session(session));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", House.Password, ""));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Session_ends_after_eight_hours_unused_seven_days_in_all_or_when_signed_out(string engine)
    {
        using var house = new House(engine);
        house.Make("eva", ("documents", Role.Editor));
        var session = house.Accounts.SignIn(" EVA ", House.Password, "Navegador\n" + new string('x', 500)).Session!;

        var signedIn = house.Accounts.Session(session)!;
        Assert.Equal((Role.Editor, Role.None, 120), (signedIn.Person.In("documents"), signedIn.Person.In("facts"), signedIn.Session.Agent.Length));
        for (var hours = 0; hours < 7 * 24 - 7; hours += 7)
        {
            Assert.NotNull(house.Accounts.Session(session));
            house.Clock.Now += TimeSpan.FromHours(7);
        }

        Assert.NotNull(house.Accounts.Session(session));
        house.Clock.Now = signedIn.Session.Expires;
        Assert.Null(house.Accounts.Session(session));

        var idle = house.Accounts.SignIn("eva", House.Password, "").Session!;
        house.Clock.Now += TimeSpan.FromHours(8);
        Assert.Null(house.Accounts.Session(idle));

        var left = house.Accounts.SignIn("eva", House.Password, "").Session!;
        house.Accounts.SignOut(house.Accounts.Session(left)!);
        Assert.Null(house.Accounts.Session(left));
        foreach (var forged in new[] { "", "x", left + "x", left[..^1] })
            Assert.Null(house.Accounts.Session(forged));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Session_revoked_on_one_server_is_gone_on_another_at_once(string engine)
    {
        using var house = new House(engine);
        var eva = house.Make("eva");
        house.Make("ana");
        var other = house.Open().Accounts;
        var sessions = Enumerable.Range(0, 3).Select(_ => house.Accounts.SignIn("eva", House.Password, "").Session!).ToList();
        var stranger = house.Accounts.SignIn("ana", House.Password, "").Session!;
        var kept = house.Accounts.Session(sessions[0])!;

        // Another's session is none of hers.
        house.Accounts.Revoke(eva, house.Accounts.Session(stranger)!.Session.Hash);
        Assert.NotNull(other.Session(stranger));
        house.Accounts.Revoke(eva, house.Accounts.Session(sessions[1])!.Session.Hash);
        Assert.Equal([true, false, true], sessions.Select(session => other.Session(session) is not null));
        house.Accounts.RevokeOthers(eva, kept.Session.Hash);
        Assert.Equal([true, false, false], sessions.Select(session => other.Session(session) is not null));
        Assert.Single(other.Sessions(eva));
        other.CloseAccount(House.Owner, "eva");
        Assert.Null(house.Accounts.Session(sessions[0]));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", House.Password, ""));
        other.ReopenAccount(House.Owner, "eva");
        Assert.Null(house.Accounts.Session(sessions[0]));
        Assert.NotNull(house.Accounts.SignIn("eva", House.Password, "").Session);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Five_refusals_make_the_account_wait_and_each_time_longer(string engine)
    {
        using var house = new House(engine);
        house.Make("eva");
        var minutes = 15;
        for (var round = 0; round < 3; round++, minutes *= 2)
        {
            for (var attempt = 0; attempt < Observatory.Accounts.Attempts; attempt++)
                Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", "no es esta frase", ""));
            house.Clock.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            // Even with the right password, and saying the same.
            Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", House.Password, ""));
            house.Clock.Now += TimeSpan.FromSeconds(1);
        }

        // What was refused unseen while waiting is not in the log: it cannot be filled.
        Assert.Equal(15, house.Log().Count(item => item.Action == LogAction.SignInRefused));
        Assert.Equal(3, house.Log().Count(item => item.State == AccountDeed.Locked));
        Assert.NotNull(house.Accounts.SignIn("eva", House.Password, "").Session);
        Assert.Equal(0, house.Accounts.Account("eva").Failed);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Unknown_closed_and_wrong_are_refused_with_the_same_words(string engine)
    {
        using var house = new House(engine);
        house.Make("eva");
        house.Make("ida");
        house.Accounts.CloseAccount(House.Owner, "ida");
        house.Accounts.MakeAccount(House.Owner, "noe");

        var said = new[] { ("eva", "no es esta frase"), ("nadie", House.Password), ("ida", House.Password), ("noe", ""), ("", ""), ("eva", new string('x', 100_000)), ("' OR 1=1 --", "x") }
            .Select(pair => Assert.ThrowsAny<SignInRefusedException>(() => house.Accounts.SignIn(pair.Item1, pair.Item2, "")).Explanation).ToList();

        Assert.Single(said.Distinct());
        Assert.DoesNotContain(house.Log(), item => item.Record == "nadie");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Second_factor_is_asked_for_and_a_code_is_used_once(string engine)
    {
        using var house = new House(engine);
        var (eva, secret, recovery) = house.MakeWithFactor("eva");
        Assert.Equal(10, recovery.Distinct().Count());
        house.Clock.Now += TimeSpan.FromSeconds(30);

        var step = house.Accounts.SignIn("eva", House.Password, "");
        Assert.Null(step.Session);
        var code = house.Code(secret);
        Assert.NotNull(house.Accounts.Session(house.Accounts.SignInWithCode(step.Next!, code, "")));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode(step.Next!, code, ""));
        Assert.NotNull(house.Accounts.SignInWithCode(step.Next!, recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal), ""));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode(step.Next!, recovery[3], ""));
        Assert.Equal(9, house.Accounts.RecoveryCodes(eva));

        // Neither a forged step nor an old one opens, nor one of before the password changed.
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode("eva", recovery[4], ""));
        house.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode(step.Next!, house.Code(secret), ""));
        var before = house.Accounts.SignIn("eva", House.Password, "").Next!;
        house.Accounts.ResetPassword(House.Owner, "eva", "otra frase bien larga", withoutFactor: false);
        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode(before, house.Code(secret), ""));

        var other = house.Open().Accounts;
        Assert.NotNull(other.SignInWithCode(other.SignIn("eva", "otra frase bien larga", "").Next!, house.Code(secret), ""));
        other.ResetPassword(House.Owner, "eva", House.Password, withoutFactor: true);
        Assert.NotNull(house.Accounts.SignIn("eva", House.Password, "").Session);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Codes_cannot_be_guessed_by_trying(string engine)
    {
        using var house = new House(engine);
        var (eva, secret, recovery) = house.MakeWithFactor("eva");
        house.Clock.Now += TimeSpan.FromMinutes(1);
        var wrong = house.Code(secret) == "000000" ? "111111" : "000000";
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Throws<SignInRefusedException>(() => house.Accounts.SignInWithCode(house.Accounts.SignIn("eva", House.Password, "").Next!, wrong, ""));
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Throws<SignInRefusedException>(() => house.Accounts.RemoveTotp(eva, House.Password, wrong));

        Assert.Throws<SignInRefusedException>(() => house.Accounts.SignIn("eva", House.Password, ""));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.RemoveTotp(eva, House.Password, recovery[0]));
        house.Clock.Now += TimeSpan.FromMinutes(15);
        house.Accounts.RemoveTotp(eva, House.Password, recovery[0]);
        Assert.Equal((null, 0), (house.Accounts.Account("eva").Factor, house.Accounts.RecoveryCodes(eva)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Second_factor_is_turned_on_only_by_its_owner_with_password_and_code(string engine)
    {
        using var house = new House(engine);
        var eva = house.Make("eva");
        var ana = house.Make("ana");
        var enrolment = house.Accounts.EnrolTotp(eva);
        var code = house.Code(House.FromText(enrolment.Secret));

        Assert.Throws<SignInRefusedException>(() => house.Accounts.ConfirmTotp(eva, enrolment.Ticket, "no es esta frase", code));
        Assert.Throws<AccountException>(() => house.Accounts.ConfirmTotp(eva, enrolment.Ticket, House.Password, "12"));
        Assert.Throws<AccountException>(() => house.Accounts.ConfirmTotp(ana, enrolment.Ticket, House.Password, code));
        Assert.Null(house.Accounts.Enrolment(ana, enrolment.Ticket));
        Assert.Equal(enrolment, house.Accounts.Enrolment(eva, enrolment.Ticket));
        Assert.Null(house.Accounts.Account("eva").Factor);
        house.Accounts.ConfirmTotp(eva, enrolment.Ticket, House.Password, code);
        Assert.Throws<AccountException>(() => house.Accounts.ConfirmTotp(eva, enrolment.Ticket, House.Password, code));
        Assert.Equal($"otpauth://totp/Periplo:eva?secret={enrolment.Secret}&issuer=Periplo&algorithm=SHA1&digits=6&period=30", enrolment.Address);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void New_password_ends_the_other_sessions(string engine)
    {
        using var house = new House(engine);
        house.Make("eva");
        var (here, there) = (house.Accounts.SignIn("eva", House.Password, "").Session!, house.Accounts.SignIn("eva", House.Password, "").Session!);
        var signedIn = house.Accounts.Session(here)!;

        foreach (var easy in new[] { "corta", new string('x', 257), new string('a', 40), "abababababababab" })
            Assert.IsNotType<SignInRefusedException>(Assert.ThrowsAny<AccountException>(() => house.Accounts.ChangePassword(signedIn, House.Password, easy)));
        Assert.Throws<SignInRefusedException>(() => house.Accounts.ChangePassword(signedIn, "no es esta frase", "otra frase bien larga"));
        house.Accounts.ChangePassword(signedIn, House.Password, "otra frase bien larga");

        Assert.Equal((true, false), (house.Accounts.Session(here) is not null, house.Accounts.Session(there) is not null));
        Assert.NotNull(house.Accounts.SignIn("eva", "otra frase bien larga", "").Session);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Token_acts_for_its_owner_up_to_its_ceiling_until_it_ends(string engine)
    {
        using var house = new House(engine);
        var (eva, _, _) = house.MakeWithFactor("eva", (Person.Everywhere, Role.Administrator), ("documents", Role.Reader));
        var reading = house.Accounts.MakeToken(eva, "tablero", Role.Reader, 30);
        var editing = house.Accounts.MakeToken(eva, "carga", Role.Editor, 90);

        Assert.StartsWith("periplo_", reading, StringComparison.Ordinal);
        Assert.Equal(("eva", Role.Reader), (house.Accounts.Token(reading)!.Name, house.Accounts.Token(reading)!.In("facts")));
        Assert.Equal(Role.Editor, house.Accounts.Token(editing)!.In("documents"));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Give(house.Accounts.Token(editing)!, "eva", "facts", Role.Editor));
        foreach (var forged in new[] { "", "periplo_", reading + "x", reading[8..] })
            Assert.Null(house.Accounts.Token(forged));

        // What the owner loses the token loses.
        house.Make("ana", (Person.Everywhere, Role.Administrator));
        house.Accounts.Give(House.Owner, "eva", Person.Everywhere, Role.None);
        Assert.Equal((Role.None, Role.Reader), (house.Accounts.Token(editing)!.In("facts"), house.Accounts.Token(editing)!.In("documents")));

        house.Accounts.RevokeToken(eva, house.Accounts.Tokens(eva).Single(token => token.Name == "carga").Hash);
        Assert.Null(house.Accounts.Token(editing));
        house.Clock.Now += TimeSpan.FromDays(30);
        Assert.Null(house.Accounts.Token(reading));
        Assert.Empty(house.Accounts.Tokens(eva));
        Assert.Throws<AccountException>(() => house.Accounts.MakeToken(eva, "x", Role.Administrator, 30));
        Assert.Throws<AccountException>(() => house.Accounts.MakeToken(eva, "x", Role.Reader, 366));
        Assert.Throws<AccountException>(() => house.Accounts.MakeToken(eva, " ", Role.Reader, 30));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Roles_are_given_by_who_administers_there_and_has_a_second_factor(string engine)
    {
        using var house = new House(engine);
        var (all, _, _) = house.MakeWithFactor("ana", (Person.Everywhere, Role.Administrator));
        var (one, _, _) = house.MakeWithFactor("uno", ("facts", Role.Administrator));
        var without = house.Make("sin", (Person.Everywhere, Role.Administrator));
        var eva = house.Make("eva", ("facts", Role.Approver));

        house.Accounts.Give(one, "eva", "facts", Role.Administrator);
        house.Accounts.Give(all, "eva", Person.Everywhere, Role.Reader);
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Give(one, "eva", "documents", Role.Reader));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Give(one, "uno", Person.Everywhere, Role.Administrator));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.MakeAccount(one, "otra"));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Invite(one, "ana"));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.CloseAccount(one, "eva"));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.RevokeAll(one, "eva"));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Give(Person.Public, "eva", "facts", Role.Editor));
        Assert.Contains("segundo factor", Assert.Throws<AccountException>(() => house.Accounts.Give(without, "eva", "facts", Role.Editor)).Explanation.Es, StringComparison.Ordinal);
        // Eva has been given it, and what an open page still says of her does not count.
        Assert.Throws<AccessRefusedException>(() => house.Accounts.Give(eva, "sin", "facts", Role.Editor));
        Assert.Throws<RegisterException>(() => house.Accounts.Give(all, "eva", "no-hay", Role.Editor));
        Assert.Throws<AccountException>(() => house.Accounts.Give(all, "nadie", "facts", Role.Editor));
        Assert.Throws<AccessRefusedException>(() => house.Accounts.All(Person.Public));

        // Somebody must be left to administer.
        house.Accounts.Give(all, "sin", Person.Everywhere, Role.None);
        Assert.Throws<AccountException>(() => house.Accounts.Give(all, "ana", Person.Everywhere, Role.Editor));
        Assert.Throws<AccountException>(() => house.Accounts.CloseAccount(House.Owner, "ana"));
        var given = house.Log().Last(item => item.Action == LogAction.RoleGiven);
        Assert.Equal(("ana", "sin", "*", "none"), (given.Who, given.Record, given.Register, given.State));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ñandú")]
    [InlineData("1eva")]
    [InlineData("eva maria")]
    [InlineData("eva@example.org")]
    [InlineData("periplo")]
    [InlineData("eva\u0000")]
    public void Name_that_will_not_do_is_refused(string name)
    {
        using var house = new House("SQLite");
        Assert.Throws<AccountException>(() => house.Accounts.MakeAccount(House.Owner, name));
        Assert.Throws<AccountException>(() => house.Accounts.SetUp(house.Accounts.PrepareSetUp()!, name, House.Password));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void No_secret_is_in_the_store_or_the_log(string engine)
    {
        using var house = new House(engine);
        var setUp = house.Accounts.PrepareSetUp()!;
        var (eva, secret, recovery) = house.MakeWithFactor("eva", (Person.Everywhere, Role.Administrator));
        house.Clock.Now += TimeSpan.FromMinutes(1);
        var code = house.Code(secret);
        var session = house.Accounts.SignInWithCode(house.Accounts.SignIn("eva", House.Password, "").Next!, code, "");
        var token = house.Accounts.MakeToken(eva, "tablero", Role.Reader, 30);
        var invitation = house.Accounts.MakeAccount(eva, "ana");

        var all = string.Join('\n', house.Log().Select(item => item.ToString()))
            + string.Concat(new[] { "account", "session", "api_token", "recovery_code", "setup" }.Select(table => Rows(house, table)));
        Assert.Contains("eva", all, StringComparison.Ordinal);
        foreach (var hidden in (string[])[setUp, session, token, invitation, House.Password, Totp.Text(secret), Convert.ToHexString(secret), .. recovery, .. recovery.Select(one => one.Replace("-", "", StringComparison.Ordinal))])
            Assert.DoesNotContain(hidden, all, StringComparison.OrdinalIgnoreCase);
    }

    private static string Rows(House house, string table) => table switch
    {
        "account" => $"{house.Execute("SELECT name || password_hash || factor FROM account WHERE name = 'eva'")}",
        "session" => $"{house.Execute("SELECT hash || account FROM session")}",
        "api_token" => $"{house.Execute("SELECT hash || name FROM api_token")}",
        "recovery_code" => $"{house.Execute("SELECT MAX(hash) || MIN(hash) FROM recovery_code")}",
        _ => $"{house.Execute("SELECT hash || account FROM setup")}",
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public void Log_of_deeds_holds_and_sessions_long_ended_are_forgotten(string engine)
    {
        using var house = new House(engine);
        house.Make("eva");
        house.Accounts.SignIn("eva", House.Password, "");
        house.Clock.Now += TimeSpan.FromDays(38);
        house.Accounts.SignIn("eva", House.Password, "");

        Assert.Equal(1L, Convert.ToInt64(house.Execute("SELECT COUNT(*) FROM session")));
        Assert.Equal([LogAction.AccountMade, LogAction.SignedIn, LogAction.SignedIn], house.Log().Select(item => item.Action));
        var before = LogEntry.NoHash;
        house.Store.Log(0, entry =>
        {
            Assert.True(entry.Follows(before));
            before = entry.Hash;
        });
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Deed_that_fails_leaves_nothing_in_the_log(string engine)
    {
        using var house = new House(engine);
        house.Make("eva");
        var entries = house.Log().Count;
        using (var writer = house.Store.BeginWrite())
        {
            writer.Give("eva", "facts", Role.Editor);
            writer.Put(new Session("h", "eva", house.Clock.Now, house.Clock.Now, house.Clock.Now, null, ""));
        }

        Assert.Equal(entries, house.Log().Count);
        Assert.Equal(Role.None, house.Accounts.Account("eva").Person.In("facts"));
        Assert.Empty(house.Store.Sessions("eva"));
    }
}
