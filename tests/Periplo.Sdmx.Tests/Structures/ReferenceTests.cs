using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class ReferenceTests
{
    private const string BelowStock = "DSD_STOCK CONCEPTS CL_AREA CL_SEX(2.1) CL_OBS_STATUS(2.2) CL_FREQ(2.0) CL_UNUSED";
    private const string AboveStock = "CAT_STOCK PA_STOCK CR_STOCK CA_STOCK";
    private const string AllStructures = "DSD_STOCK DSD_STOCK(1.9) DSD_STOCK(1.10)";

    private static readonly StructureSet Sample = Set();

    [Theory]
    [InlineData("DF_STOCK", RelatedStructures.None, "")]
    [InlineData("DF_STOCK", RelatedStructures.Parents, AboveStock)]
    [InlineData("DF_STOCK", RelatedStructures.ParentsAndSiblings, AboveStock + " THEMES DATA_PROVIDERS")]
    [InlineData("DF_STOCK", RelatedStructures.Ancestors, AboveStock)]
    [InlineData("DF_STOCK", RelatedStructures.Children, "DSD_STOCK")]
    [InlineData("DF_STOCK", RelatedStructures.Descendants, BelowStock)]
    [InlineData("DF_STOCK", RelatedStructures.All, AboveStock + " THEMES DATA_PROVIDERS " + BelowStock)]
    [InlineData("DF_STOCK", RelatedStructures.Parents | RelatedStructures.Children, AboveStock + " DSD_STOCK")]
    [InlineData("CL_AREA", RelatedStructures.Parents, AllStructures + " HCL_AREA MAP_AREA")]
    [InlineData("CL_AREA", RelatedStructures.Ancestors, AllStructures + " HCL_AREA MAP_AREA DF_STOCK DF_SEX " + AboveStock)]
    [InlineData("CL_AREA", RelatedStructures.Children, "")]
    [InlineData("CL_AREA", RelatedStructures.ParentsAndSiblings, AllStructures + " HCL_AREA MAP_AREA CONCEPTS CL_SEX(2.1) CL_OBS_STATUS(2.2)")]
    [InlineData("CONCEPTS", RelatedStructures.Children, "CL_FREQ(2.0) CL_UNUSED")]
    [InlineData("CONCEPTS", RelatedStructures.Parents, AllStructures + " MSD_QUALITY")]
    [InlineData("CONCEPTS", RelatedStructures.All, AllStructures + " MSD_QUALITY CL_AREA CL_SEX(2.1) CL_OBS_STATUS(2.2) CL_FREQ(2.0) CL_UNUSED")]
    [InlineData("CAT_STOCK", RelatedStructures.Children, "DF_STOCK THEMES")]
    [InlineData("CAT_STOCK", RelatedStructures.Descendants, "DF_STOCK THEMES " + BelowStock)]
    [InlineData("THEMES", RelatedStructures.Parents, "CAT_STOCK")]
    [InlineData("THEMES", RelatedStructures.All, "CAT_STOCK DF_STOCK")]
    [InlineData("PA_STOCK", RelatedStructures.Children, "DF_STOCK DATA_PROVIDERS")]
    [InlineData("CR_STOCK", RelatedStructures.Children, "DF_STOCK")]
    [InlineData("HCL_AREA", RelatedStructures.Children, "CL_AREA")]
    [InlineData("MDF_QUALITY", RelatedStructures.Descendants, "MSD_QUALITY CONCEPTS CL_FREQ(2.0) CL_UNUSED")]
    [InlineData("MAP_AREA", RelatedStructures.Children, "CL_AREA")]
    [InlineData("AGENCIES", RelatedStructures.All, "")]
    public void Query_references_gives_exactly_the_set_of_the_standard(string id, RelatedStructures references, string related)
    {
        Same($"{id} {related}", Sample.Query(new() { Ids = [id], References = references }));
    }

    [Theory]
    [InlineData("DF_STOCK", StructureType.DataStructure, "DSD_STOCK")]
    [InlineData("DF_STOCK", StructureType.CodeList, "")]
    [InlineData("DF_STOCK", StructureType.Categorisation, "CAT_STOCK")]
    [InlineData("DSD_STOCK", StructureType.Dataflow, "DF_SEX")]
    [InlineData("DSD_STOCK", StructureType.CodeList, "CL_AREA CL_SEX(2.1) CL_OBS_STATUS(2.2)")]
    [InlineData("CL_SEX", StructureType.DataStructure, AllStructures)]
    public void Query_references_of_one_resource_gives_direct_parents_and_children_of_that_kind(string id, StructureType type, string related)
    {
        var asked = id == "DSD_STOCK" ? "DSD_STOCK(1.10)" : id == "CL_SEX" ? "CL_SEX(2.1)" : id;

        Same($"{asked} {related}", Sample.Query(new() { Ids = [id], ReferenceTypes = [type] }));
    }

    [Fact]
    public void Query_references_of_several_artefacts_is_the_union_and_has_none_twice()
    {
        var answer = Sample.Query(new() { Types = [StructureType.Dataflow], References = RelatedStructures.Descendants });

        Same($"DF_STOCK DF_SEX DSD_STOCK(1.10) {BelowStock}", answer);
        Assert.Equal(["DF_STOCK", "DF_SEX"], answer.Take(2).Select(artefact => artefact.Id));
    }

    [Fact]
    public void Query_references_that_lead_out_of_the_set_or_in_circles_end()
    {
        StructureReference Flow(string id) => To(StructureType.Dataflow, id);
        Categorisation Place(string id, string of) => new(Agency, id, "1.0", Text(id), To(StructureType.Categorisation, of), new(To(StructureType.CategoryScheme, "GONE"), "X"));
        var set = new StructureSet(
        [
            Place("A", "B"), Place("B", "C"), Place("C", "A"), Place("SELF", "SELF"),
            new DataflowDefinition(Agency, "LOST", "1.0", Text("Lost"), To(StructureType.DataStructure, "GONE")),
            new ContentConstraint(Agency, "CON", "1.0", Text("Con"), false, [Flow("LOST"), Flow("LOST"), Flow("GONE")], []),
        ]);

        Same("A B C", set.Query(new() { Ids = ["A"], References = RelatedStructures.Descendants }));
        Same("A B C", set.Query(new() { Ids = ["A"], References = RelatedStructures.Ancestors | RelatedStructures.All }));
        Same("SELF", set.Query(new() { Ids = ["SELF"], References = RelatedStructures.All }));
        Same("LOST CON", set.Query(new() { Ids = ["LOST"], References = RelatedStructures.All }));
    }

    [Fact]
    public void Query_references_of_any_graph_is_what_the_definitions_say()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            // Categorisations may have any source, so that they make any graph.
            var count = random.Next(2, 12);
            var artefacts = Enumerable.Range(0, count).Select(number => new ContentConstraint(
                Agency,
                $"C{number}",
                "1.0",
                Text("C"),
                false,
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => To(StructureType.ContentConstraint, $"C{random.Next(count)}"))],
                [])).ToArray();
            HashSet<string> Children(IEnumerable<string> ids) => [.. artefacts.Where(one => ids.Contains(one.Id)).SelectMany(one => one.Attachments).Select(one => one.Id)];
            HashSet<string> Parents(IEnumerable<string> ids) => [.. artefacts.Where(one => one.Attachments.Any(to => ids.Contains(to.Id))).Select(one => one.Id)];
            HashSet<string> Closed(HashSet<string> ids, Func<IEnumerable<string>, HashSet<string>> next)
            {
                for (var before = -1; before != ids.Count;)
                {
                    before = ids.Count;
                    ids.UnionWith(next(ids));
                }

                return ids;
            }

            // The edge of an artefact to itself is none.
            var asked = new[] { "C0", $"C{random.Next(count)}" }.Distinct().ToArray();
            var (parents, children) = (Parents(asked), Children(asked));
            foreach (var (scope, expected) in new (RelatedStructures, IEnumerable<string>)[]
            {
                (RelatedStructures.Parents, parents),
                (RelatedStructures.Children, children),
                (RelatedStructures.ParentsAndSiblings, parents.Union(Children(parents.Where(one => !asked.Contains(one) || ParentsOtherThanItself(one))))),
                (RelatedStructures.Descendants, Closed(Children(asked), Children)),
                (RelatedStructures.Ancestors, Closed(Parents(asked), Parents)),
            })
            {
                var answer = new StructureSet(artefacts).Query(new() { Ids = asked, References = scope });
                Assert.Equal(asked.Union(expected).Order(StringComparer.Ordinal), answer.Select(one => one.Id).Order(StringComparer.Ordinal));
            }

            bool ParentsOtherThanItself(string id) => artefacts.Single(one => one.Id == id).Attachments.Any(to => to.Id != id && asked.Contains(to.Id));
        });
    }

    [Fact]
    public void Query_references_of_a_whole_large_set_copies_nothing()
    {
        var items = Enumerable.Range(0, 100).Select(number => Item($"I{number}")).ToArray();
        var artefacts = new List<Artefact>();
        for (var i = 0; i < 500; i++)
        {
            var list = new ItemScheme(StructureType.CodeList, Agency, $"CL{i}", "1.0", Text("List"), items);
            var concepts = new ItemScheme(StructureType.ConceptScheme, Agency, $"CS{i}", "1.0", Text("Concepts"), items);
            var structure = new StructureDefinition(Agency, $"DSD{i}", "1.0", Text("Structure"))
            {
                Dimensions = [.. items.Take(10).Select(item => new Component(item.Id, new(concepts.Reference, item.Id), list.Reference))],
                Measures = [],
            };
            artefacts.AddRange([list, concepts, structure, new DataflowDefinition(Agency, $"DF{i}", "1.0", Text("Flow"), structure.Reference)]);
        }

        var set = new StructureSet(artefacts);
        set.Query(new() { References = RelatedStructures.All });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = set.Query(new() { References = RelatedStructures.All });
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2000, answer.Count);
        Assert.All(answer, artefact => Assert.Same(artefact, set.Find(artefact.Reference)));
        Assert.InRange(bytes, 0, 2_000_000);
    }

    /// <summary>The artefacts are these, told by their names, in any order.</summary>
    internal static void Same(string names, IEnumerable<Artefact> artefacts) =>
        Assert.Equal(string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), PrintedStructures.Names(artefacts));
}
