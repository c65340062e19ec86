using System.Diagnostics;
using System.Text;
using Periplo.Registers;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>Definitions of registers: those shipped, that of the documentation, and wrong ones.</summary>
public sealed class RegisterDefinitionTests
{
    [Fact]
    public void Every_shipped_definition_reads_and_stands_after_what_it_requires()
    {
        var registers = ResourceCentres.Read();

        Assert.Equal(Directory.GetFiles(BundledData.Path("registers/definitions"), "*.yaml").Length, registers.All.Count);
        var before = new HashSet<string>();
        foreach (var register in registers.All)
        {
            Assert.All(register.Fields.Where(field => field is { Required: true, References: not null }), field => Assert.Contains(field.References!, before));
            before.Add(register.Id);
        }
    }

    [Fact]
    public void The_definition_of_the_documentation_reads_with_all_it_says()
    {
        var register = ResourceCentres.Register;

        Assert.Equal(16, register.Fields.Count);
        Assert.Equal(["name.es", "name.en", "name.fr", "area", "city"], register.Columns.Take(5).Select(column => column.Name));
        Assert.Equal(["open.from", "open.to", "since", "since.status", "visits", "budget", "budget.currency", "budget.price_year"], register.Columns.Skip(8).Take(8).Select(column => column.Name));
        Assert.Equal(2, register.UniqueSets.Count);
        Assert.Equal(2, register.Rules.Count);
        Assert.Equal("RESOURCE_CENTRES", register.Statistics!.Id);
        Assert.True(register.Field("contact")!.Restricted);
        Assert.Equal("approved", register.Workflow.Published.Id);
    }

    [Theory]
    [InlineData("type: number", "type: integer", "\"integer\" is not a value known here")]
    [InlineData("codes: centre-kind,", "codes: kinds,", "there is no code list \"kinds\"")]
    [InlineData("register: resource-centres", "register: offices", "refers to the register \"offices\", which does not exist")]
    [InlineData("id: resource-centres", "id: plans", "there is another register \"plans\" already")]
    [InlineData("id: RESOURCE_CENTRES", "id: STOCK", "there is another dataset \"STOCK\" already")]
    [InlineData("id: RESOURCE_CENTRES", "id: PLANS", "there is another dataset \"PLANS\" already")]
    [InlineData("id: RESOURCE_CENTRES", "id: Centres", "the id of a dataset has only")]
    [InlineData("id: resource-centres", "id: Resource Centres", "will not do as an id")]
    [InlineData("title: name", "title: nombre", "there is no field \"nombre\"")]
    [InlineData("title: name\n", "", "\"title\" is missing")]
    [InlineData("one: {es: centro, en: centre, fr: centre}", "one: {es: centro, fr: centre}", "in English (en) or in French (fr) is missing")]
    [InlineData("one: {es: centro, en: centre, fr: centre}", "one: {es: centro, en: centre}", "in English (en) or in French (fr) is missing")]
    [InlineData("dimensions: [area, kind]", "dimensions: [area, services]", "cannot be a dimension")]
    [InlineData("dimensions: [area, kind]", "dimensions: [area, city]", "cannot be a dimension")]
    [InlineData("sum: budget", "sum: visits", "is of another type")]
    [InlineData("sum: budget", "sums: budget", "is not a value known here")]
    [InlineData("time: since", "time: name.es", "time has to be a single date")]
    [InlineData("city: {type: text,", "area: {type: text,", "uplicate")]
    [InlineData("either: [website, contact]", "neither: [website]", "a rule is")]
    [InlineData("[area, city, name.es]", "[area, town]", "there is no field \"town\"")]
    [InlineData("min: 0, unit", "min: none, unit", "a number was expected")]
    [InlineData("{type: link, unique: true", "{type: link, min: 3, unique: true", "does not go with this type")]
    [InlineData("{type: money, es", "{type: money, many: true, es", "cannot hold several values")]
    [InlineData("required: true, filter: true, list: true, es: Clase", "required: sí, filter: true, list: true, es: Clase", "true or false was expected")]
    public void A_wrong_definition_is_refused_by_file_line_and_reason(string good, string bad, string reason)
    {
        Assert.Contains(good, ResourceCentres.Definition, StringComparison.Ordinal);

        var refused = Assert.Throws<InputException>(() => ResourceCentres.Read(ResourceCentres.Definition.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Equal("own0.yaml", refused.File);
        Assert.NotNull(refused.Place);
        Assert.Contains(reason, refused.Explanation.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Reason.Es, refused.Reason.En);
    }

    [Fact]
    public void Restricted_fields_stay_out_of_statistics()
    {
        var refused = Assert.Throws<InputException>(() => ResourceCentres.Read(ResourceCentres.Definition.Replace("kind: {type: code,", "kind: {type: code, restricted: true,", StringComparison.Ordinal)));

        Assert.Contains("restricted", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_own_definitions_with_one_id_are_refused()
    {
        var refused = Assert.Throws<InputException>(() => ResourceCentres.Read(ResourceCentres.Definition, ResourceCentres.Definition));

        Assert.Equal("own1.yaml", refused.File);
    }

    [Fact]
    public void A_circle_of_required_references_is_refused_and_one_of_optional_ones_is_not()
    {
        static string Small(string id, string into, bool required) =>
            $"id: {id}\nname: {{es: a, en: b, fr: c}}\none: {{es: a, en: b, fr: c}}\ndescription: {{es: a, en: b, fr: c}}\ntitle: name\nfields:\n  name: {{type: text, es: a, en: b, fr: c}}\n  other: {{type: reference, register: {into}, required: {(required ? "true" : "false")}, es: a, en: b, fr: c}}\n";

        var refused = Assert.Throws<InputException>(() => ResourceCentres.Read(Small("one", "two", true), Small("two", "three", true), Small("three", "one", true)));
        Assert.Contains("in a circle", refused.Reason.En, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ResourceCentres.Read(Small("one", "one", true)));

        var ordered = ResourceCentres.Read(Small("one", "two", true), Small("two", "three", true), Small("three", "one", false)).All.Select(register => register.Id).ToList();
        Assert.True(ordered.IndexOf("three") < ordered.IndexOf("two") && ordered.IndexOf("two") < ordered.IndexOf("one"));
    }

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n")]
    [InlineData("id: &id x\nname: *id\n")]
    [InlineData("id: [[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("")]
    [InlineData("id: !!python/object:os.system x\n")]
    [InlineData("\0\u0001\u0002")]
    public void What_is_no_plain_definition_is_refused_soon(string text)
    {
        var watch = Stopwatch.StartNew();

        Assert.Throws<InputException>(() => ResourceCentres.Read(text));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_definition_of_more_than_a_megabyte_is_refused() =>
        Assert.Throws<InputException>(() => ResourceCentres.Read(ResourceCentres.Definition + new string('#', 1 << 20)));

    [Fact]
    public void Mutated_definition_gives_a_register_or_a_message()
    {
        var original = Encoding.UTF8.GetBytes(ResourceCentres.Definition);
        var shared = new Periplo.Sources.Registers.DeclarationFile("shared.yaml", File.ReadAllText(BundledData.Path("registers/shared.yaml")));
        var documents = new Periplo.Sources.Registers.DeclarationFile("documents.yaml", File.ReadAllText(BundledData.Path("registers/definitions/documents.yaml")));
        Property.Holds(TestCounts.Mutations, random =>
        {
            var mutated = Encoding.UTF8.GetString(Mutation.Of(original, random));
            try
            {
                RegisterSet registers = Periplo.Sources.Registers.RegisterReader.Read(shared, [documents, new("own.yaml", mutated)], []);
                Assert.True(registers.All.Count is 1 or 2);
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Explanation.Es);
            }
        });
    }
}
