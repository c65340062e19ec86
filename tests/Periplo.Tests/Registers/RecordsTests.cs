using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>A record's way from draft to what the public sees, on every engine.</summary>
public class RecordsTests
{
    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_draft_is_seen_by_the_public_once_approved_and_a_correction_leaves_a_notice(string engine)
    {
        using var registry = new Registry(engine);
        var records = registry.Records;

        var draft = records.Write(Registry.Editor, "documents", "d1", registry.Document("Informe"), 0, "");
        Assert.Null(draft.Published);
        Assert.Empty(records.Table("documents").Published);

        var approved = records.Move(Registry.Approver, "documents", "d1", "approved", draft.Latest.Number, "leído");
        Assert.Equal("Informe", approved.Published!.Values[0]);
        Assert.Null(approved.Corrected);

        var changed = records.Write(Registry.Editor, "documents", "d1", registry.Document("Informe corregido"), approved.Latest.Number, "errata");
        Assert.True(changed.HasDraft);
        Assert.Equal("Informe", changed.Published!.Values[0]);

        var corrected = records.Move(Registry.Approver, "documents", "d1", "approved", changed.Latest.Number, "errata");
        Assert.Equal("Informe corregido", corrected.Published!.Values[0]);
        Assert.Equal("Informe", corrected.Corrected!.Values[0]);

        var withdrawn = records.Move(Registry.Approver, "documents", "d1", "withdrawn", corrected.Latest.Number, "repetido");
        Assert.Null(withdrawn.Published);
        Assert.NotNull(withdrawn.Withdrawn);
        Assert.Equal(["draft", "approved", "draft", "approved", "withdrawn"], records.History(Registry.Editor, "documents", "d1").Select(version => version.State));
        Assert.Equal(["approved", "approved"], records.History(Person.Public, "documents", "d1").Select(version => version.State));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_second_of_two_editors_is_told_and_nothing_is_lost(string engine)
    {
        using var registry = new Registry(engine);
        var other = registry.Open().Records;
        var first = registry.Records.Write(Registry.Editor, "documents", "d1", registry.Document("Uno"), 0, "");
        registry.Records.Write(Registry.Editor, "documents", "d1", registry.Document("Dos"), first.Latest.Number, "cambio");

        // The other server still holds the version before, or none.
        var conflict = Assert.Throws<RecordConflictException>(() => other.Write(Registry.Approver, "documents", "d1", registry.Document("Tres"), first.Latest.Number, "cambio"));

        Assert.Equal("Dos", conflict.Now.Latest.Values[0]);
        Assert.Equal("Dos", registry.Records.Table("documents").Find("d1")!.Latest.Values[0]);
        Assert.Throws<RecordConflictException>(() => other.Write(Registry.Editor, "documents", "d1", registry.Document("Tres"), 0, ""));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Many_editors_at_once_lose_nothing(string engine)
    {
        using var registry = new Registry(engine);
        registry.Records.Write(Registry.Editor, "documents", "d1", registry.Document("0"), 0, "");
        Installation[] servers = [registry.Installation, registry.Open(), registry.Open(), registry.Open()];
        var written = 0;

        Parallel.ForEach(servers, new ParallelOptions { MaxDegreeOfParallelism = servers.Length }, (server, _, number) =>
        {
            for (var done = 0; done < 5;)
            {
                var before = server.Records.Table("documents").Find("d1")!.Latest;
                while (true)
                {
                    try
                    {
                        server.Records.Write(Registry.Editor, "documents", "d1", registry.Document($"{number}.{done}"), before.Number, "otra vez");
                        Interlocked.Increment(ref written);
                        done++;
                        break;
                    }
                    catch (RecordConflictException conflict)
                    {
                        before = conflict.Now.Latest;
                    }
                }
            }
        });

        Assert.Equal(20, written);
        var history = registry.Records.History(Registry.Editor, "documents", "d1");
        Assert.Equal(21, history.Count);
        Assert.Equal(21, history.Select(version => version.Values[0]).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_import_is_whole_or_nothing_and_the_same_file_twice_changes_nothing(string engine)
    {
        using var registry = new Registry(engine);
        var rows = Rows(registry, "uno", "dos", "tres");

        Assert.Equal(new(3, 0, 0), registry.Records.Import(Registry.Approver, "documents", rows, "approved", "", CancellationToken.None));
        Assert.Equal(new(0, 0, 3), registry.Records.Import(Registry.Approver, "documents", rows, "approved", "", CancellationToken.None));
        var before = registry.Installation.Store.LogEnd();
        rows[1].Values[0] = "=cmd|' /C calc'!A0";
        rows[2] = rows[2] with { Id = "d0" };

        var refused = Assert.Throws<RecordsRefusedException>(() => registry.Records.Import(Registry.Approver, "documents", rows, "approved", "", CancellationToken.None));

        Assert.Equal(["line 3 title.es", "line 4 id"], refused.Faults.Select(fault => $"{fault.Place.En} {fault.Column}"));
        Assert.Equal(before, registry.Installation.Store.LogEnd());
    }

    [Fact]
    public void A_source_of_several_documents_names_a_place_in_each()
    {
        using var registry = new Registry("SQLite");
        registry.Records.Import(Registry.Approver, "documents", Rows(registry, "uno", "dos"), "approved", "", CancellationToken.None);
        string[] Mandate(string place) => registry.Values("mandates", ("name.es", "a"), ("name.en", "a"), ("body.es", "a"), ("body.en", "a"), ("source", "d0|d1"), ("source.place", place));

        Assert.Empty(registry.Records.Faults("mandates", "m", Mandate("¶1|¶2")));
        Assert.Equal("source.place", Assert.Single(registry.Records.Faults("mandates", "m", Mandate("¶1"))).Column.Name);
        Assert.Equal("source.place", Assert.Single(registry.Records.Faults("mandates", "m", Mandate(""))).Column.Name);
    }

    [Fact]
    public void Another_server_sees_what_was_written_within_a_second()
    {
        using var registry = new Registry("SQLite");
        var other = registry.Open().Records;
        Assert.Equal(0, other.Table("documents").Count);
        registry.Records.Import(Registry.Approver, "documents", Rows(registry, "uno", "dos"), "approved", "", CancellationToken.None);

        Assert.True(SpinWait.SpinUntil(() => other.Table("documents").Count == 2, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Lists_filter_search_without_accents_sort_and_page()
    {
        using var registry = new Registry("SQLite");
        var rows = Rows(registry, "Ñandú", "Árbol", "Zorro", "Oso");
        rows[2].Values[registry.Records.Registers.Get("documents").Position("kind")] = "plan";
        registry.Records.Import(Registry.Approver, "documents", rows, "approved", "", CancellationToken.None);
        registry.Records.Write(Registry.Editor, "documents", "d9", registry.Document("Borrador"), 0, "");
        var table = registry.Records.Table("documents");
        var kind = table.Register.Columns[table.Register.Position("kind")];

        Assert.Equal(["Árbol", "Ñandú", "Oso", "Zorro"], Titles(new()));
        Assert.Equal(["Árbol", "Borrador", "Ñandú", "Oso", "Zorro"], Titles(new(Drafts: true)));
        Assert.Equal(["Zorro"], Titles(new(Filters: [(kind, "plan")])));
        Assert.Equal(["Árbol"], Titles(new("arbol NACIONES")));
        Assert.Empty(Titles(new("arbol zorro")));
        Assert.Equal(["Zorro", "Oso"], Titles(new(Descending: true, Take: 2)));
        Assert.Equal(4, table.List(new(Skip: 3, Take: 1), Language.Es).Count);

        IEnumerable<string> Titles(RecordQuery query) => table.List(query, Language.Es).Records.Select(head => RegisterTable.Seen(head, query.Drafts)!.Values[0]);
    }

    private static RecordRow[] Rows(Registry registry, params string[] titles) =>
        [.. titles.Select((title, i) => new RecordRow(new($"línea {i + 2}", $"line {i + 2}", $"line {i + 2}"), $"d{i}", registry.Document(title)))];
}
