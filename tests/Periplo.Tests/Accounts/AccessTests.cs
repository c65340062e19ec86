using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Xunit;

namespace Periplo.Tests.Accounts;

/// <summary>Random people try random acts on random records; a table written out here says who may, and the use cases must agree.</summary>
public class AccessTests
{
    private static readonly string[] Registers = ["documents", "practices", "plans"];

    /// <summary>
    /// Role by role, state by state, act by act: nobody, reader, editor, approver, administrator. States: a draft never
    /// approved; approved; approved with a correction that waits; withdrawn.
    /// </summary>
    private static readonly Dictionary<(string State, string Act), string> Rules = new()
    {
        [("draft", "see drafts in history")] = "nyyyy",
        [("draft", "write")] = "nnyyy",
        [("draft", "approve")] = "nnnyy",
        [("draft", "withdraw")] = "nnnnn",
        [("draft", "return")] = "nnnnn",
        [("draft", "import drafts")] = "nnyyy",
        [("draft", "import approved")] = "nnnyy",
        [("approved", "see drafts in history")] = "nyyyy",
        [("approved", "write")] = "nnyyy",
        [("approved", "approve")] = "nnnnn",
        [("approved", "withdraw")] = "nnnyy",
        [("approved", "return")] = "nnnnn",
        [("approved", "import drafts")] = "nnyyy",
        [("approved", "import approved")] = "nnnyy",
        [("correction", "see drafts in history")] = "nyyyy",
        [("correction", "write")] = "nnyyy",
        [("correction", "approve")] = "nnnyy",
        [("correction", "withdraw")] = "nnnnn",
        [("correction", "return")] = "nnnnn",
        [("correction", "import drafts")] = "nnyyy",
        [("correction", "import approved")] = "nnnyy",
        [("withdrawn", "see drafts in history")] = "nyyyy",
        [("withdrawn", "write")] = "nnyyy",
        [("withdrawn", "approve")] = "nnnnn",
        [("withdrawn", "withdraw")] = "nnnnn",
        [("withdrawn", "return")] = "nnyyy",
        [("withdrawn", "import drafts")] = "nnyyy",
        [("withdrawn", "import approved")] = "nnnyy",
    };

    /// <summary>What may be seen of a record, whatever is done: role by role.</summary>
    private static readonly Dictionary<(string State, RecordAct Act), string> Sights = new()
    {
        [("draft", RecordAct.See)] = "nyyyy",
        [("approved", RecordAct.See)] = "yyyyy",
        [("correction", RecordAct.See)] = "yyyyy",
        [("withdrawn", RecordAct.See)] = "yyyyy",
        [("draft", RecordAct.SeeDraft)] = "nyyyy",
        [("approved", RecordAct.SeeDraft)] = "nyyyy",
        [("correction", RecordAct.SeeDraft)] = "nyyyy",
        [("withdrawn", RecordAct.SeeDraft)] = "nyyyy",
        [("draft", RecordAct.SeeRestricted)] = "nyyyy",
        [("approved", RecordAct.SeeRestricted)] = "nyyyy",
        [("correction", RecordAct.SeeRestricted)] = "nyyyy",
        [("withdrawn", RecordAct.SeeRestricted)] = "nyyyy",
        [("draft", RecordAct.Administer)] = "nnnny",
        [("approved", RecordAct.Administer)] = "nnnny",
        [("correction", RecordAct.Administer)] = "nnnny",
        [("withdrawn", RecordAct.Administer)] = "nnnny",
    };

    [Fact]
    public void Nobody_does_what_the_table_does_not_allow_and_all_do_what_it_allows()
    {
        var random = new Random(TestCounts.Seed);
        var rules = Rules.Keys.ToList();
        var tried = new HashSet<(string, string, int)>();
        for (var first = 0; first < TestCounts.AccessTries; first += 500)
        {
            // A store grown large would only be slow.
            using var house = new House("SQLite");
            Try500(house.Installation.Records, random, rules, tried, Math.Min(500, TestCounts.AccessTries - first));
        }

        Assert.True(tried.Count > rules.Count * 3, $"only {tried.Count} rooms of the table were tried");
    }

    private static void Try500(Records records, Random random, List<(string State, string Act)> rules, HashSet<(string, string, int)> tried, int tries)
    {
        var heads = new Dictionary<(string, string), RecordHead>();
        records.Write(House.Owner, "documents", "base", Values(records, "documents", "base", 0), 0, "");
        for (var i = 0; i < tries; i++)
        {
            var register = Registers[random.Next(Registers.Length)];
            var (person, role) = Somebody(random, register);
            var (state, act) = rules[random.Next(rules.Count)];
            // A record that an act was refused on is as it was and serves again.
            if (!heads.TryGetValue((register, state), out var head))
                heads.Add((register, state), head = InState(records, register, $"r{i}", state));
            foreach (var ((_, sight), allowed) in Sights.Where(pair => pair.Key.State == state))
                Assert.True((allowed[role] == 'y') == Access.May(person, records.Registers.Get(register), head, sight), $"{(Role)role} {sight} {state}");

            var done = Try(records, person, register, head, act);
            Assert.True((Rules[(state, act)][role] == 'y') == done, $"try {i}: {(Role)role} {act} {state} in {register} gave {done}");
            if (done)
                heads.Remove((register, state));
            tried.Add((state, act, role));
        }
    }

    /// <summary>Somebody whose role in the register is known, however it comes about, and who has other roles elsewhere.</summary>
    private static (Person Person, int Role) Somebody(Random random, string register)
    {
        var roles = new Dictionary<string, Role>();
        foreach (var one in Registers.Append(Person.Everywhere).Append("facts"))
        {
            if (random.Next(2) == 0)
                roles[one] = (Role)random.Next(5);
        }

        // Spelled out, as the program's own way is what is tested.
        var role = 0;
        if (roles.TryGetValue(register, out var here))
            role = (int)here;
        if (roles.TryGetValue("*", out var everywhere) && (int)everywhere > role)
            role = (int)everywhere;
        return (roles.Count == 0 ? Person.Public : new Person("ana", roles), role);
    }

    private static RecordHead InState(Records records, string register, string id, string state)
    {
        var head = records.Write(House.Owner, register, id, Values(records, register, id, 0), 0, "");
        if (state != "draft")
            head = records.Move(House.Owner, register, id, "approved", head.Latest.Number, "");
        if (state == "correction")
            head = records.Write(House.Owner, register, id, Values(records, register, id, 1), head.Latest.Number, "errata");
        if (state == "withdrawn")
            head = records.Move(House.Owner, register, id, "withdrawn", head.Latest.Number, "");
        return head;
    }

    private static bool Try(Records records, Person person, string register, RecordHead head, string act)
    {
        if (act == "see drafts in history")
            return records.History(person, register, head.Id).Any(version => version.State == "draft");
        var values = Values(records, register, head.Id, 2);
        var before = head.Latest.Number;
        try
        {
            switch (act)
            {
                case "write":
                    records.Write(person, register, head.Id, values, before, "errata");
                    break;
                case "approve":
                    records.Move(person, register, head.Id, "approved", before, "leído");
                    break;
                case "withdraw":
                    records.Move(person, register, head.Id, "withdrawn", before, "repetido");
                    break;
                case "return":
                    records.Move(person, register, head.Id, "draft", before, "vuelve");
                    break;
                default:
                    records.Import(person, register, [new RecordRow(Text.Same("1"), head.Id, values)], act == "import drafts" ? "draft" : "approved", "", CancellationToken.None);
                    break;
            }
        }
        catch (AccessRefusedException)
        {
            Assert.Equal(before, records.Table(register).Find(head.Id)!.Latest.Number);
            return false;
        }

        Assert.NotEqual(before, records.Table(register).Find(head.Id)!.Latest.Number);
        return true;
    }

    private static string[] Values(Records records, string register, string id, int edition)
    {
        var definition = records.Registers.Get(register);
        var values = new string[definition.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var column = definition.Columns[i];
            values[i] = !column.Field.Required ? "" : column.Field.Type switch
            {
                FieldType.Locator => column.Part == ColumnPart.Place ? $"p. {edition + 1}" : "base",
                FieldType.Date => "2008-08-11",
                FieldType.Code => column.Field.Codes!.Codes[0].Id,
                FieldType.YesNo => "yes",
                FieldType.Number => "1",
                _ => $"{id} {edition}",
            };
        }

        return values;
    }
}
