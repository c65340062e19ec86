using System.Globalization;
using System.Text.Json;
using Periplo.Cooperation;
using Periplo.Tests.Commands;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>What the bundled records must give: 94 facts, the portfolio, chains.</summary>
public sealed class BundledDossierTests(BundledDossier bundled)
{
    [Fact]
    public void Ninety_four_rows_have_value_document_and_place()
    {
        Assert.Equal(Enumerable.Range(1, 94).Select(i => $"Q{i:000}"), bundled.Dossier.Facts.Rows.Select(row => row.Key));
        Assert.All(bundled.Dossier.Facts.All, fact =>
        {
            Assert.True(fact.Value is not null || fact.ValueInWords is not null, fact.Id);
            Assert.NotEmpty(fact.Sources);
            Assert.All(fact.Sources, source => Assert.True(source.Place.Length > 0 && bundled.Dossier.Document(source.Document).Es != source.Document, fact.Id));
            Assert.All(fact.Figures, figure => Assert.NotNull(FigureReference.TryParse(figure)));
        });
    }

    [Fact]
    public void The_command_answers_94_rows_with_value_document_and_place()
    {
        using var command = new Command();
        var outcome = command.Run("facts", "--json");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToList();
        Assert.Equal(94, facts.Select(fact => fact.GetProperty("row").GetString()).Distinct().Count());
        Assert.All(facts, fact =>
        {
            Assert.True(fact.GetProperty("value").ValueKind == JsonValueKind.Number || fact.GetProperty("text_value").ValueKind == JsonValueKind.Object);
            Assert.NotEqual("", fact.GetProperty("sources")[0].GetProperty("place").GetString());
        });
        var table = command.Run("facts", "--subject", "Q033");
        Assert.Contains("A/58/98 ¶42", table.Output, StringComparison.Ordinal);
        Assert.Contains("24.1", table.Output, StringComparison.Ordinal);
        var overdue = command.Run("commitments", "overdue", "--on", "2010-01-01");
        Assert.Equal(0, overdue.Code);
        Assert.Contains($"de {bundled.Dossier.Commitments.Count(one => one.IsMadeBy(new(2010, 1, 1)))} compromisos", overdue.Output, StringComparison.Ordinal);
        Assert.Contains("ecowas-fund", command.Run("commitments", "status", "--plan", "ecowas-2008", "--on", "2008-08-11").Output, StringComparison.Ordinal);
        Assert.Equal(1, command.Run("commitments", "status", "--plan", "none").Code);
        Assert.Equal(1, command.Run("commitments", "overdue", "--on", "tomorrow").Code);
    }

    [Fact]
    public void The_portfolio_of_2003_has_126_projects_67_million_dollars_and_15_described()
    {
        var portfolio = bundled.Dossier.Portfolio.Of("CTM-2003");
        Assert.Equal((126, 67_000_000m, 15), (portfolio.Count, portfolio.Money.In("USD"), portfolio.Described.Count));
        Assert.Equal([5, 4, 3, 3], portfolio.ByRegion.Where(count => count.Code is not null).Select(count => count.Described));
        Assert.Equal(111, portfolio.ByRegion[^1].Aggregate);
        Assert.Equal(50_000_000m, MoneySums.Of([.. bundled.Dossier.Funds.Where(fund => fund.Sources.Any(source => source.Document == "A-63-265")).Select(fund => fund.Amount)]).In("EUR"));
    }

    [Fact]
    public void The_chain_is_complete_for_three_commitments_and_says_what_the_others_lack()
    {
        using var own = new BundledDossier();
        own.Import("demography-undesa-2024", "remittances-wb-2023");
        var on = new DateOnly(2026, 1, 1);
        var chains = own.Dossier.Commitments.Select(commitment => own.Installation.Chain(commitment, on)).ToList();
        Assert.True(chains.Count(chain => chain.IsComplete) >= 3, string.Join(", ", chains.Where(chain => chain.IsComplete).Select(chain => chain.Commitment.Id)));
        Assert.All(chains.Where(chain => !chain.IsComplete), chain => Assert.NotEmpty(chain.Missing));
        Assert.All(chains.Where(chain => chain.Trend is not null), chain => Assert.True(chain.Trend!.Points.Count > 1, chain.Commitment.Id));
        Assert.All(chains.SelectMany(chain => chain.Missing), missing => Assert.NotEqual(missing.Says.Es, missing.Says.En));
    }

    [Fact]
    public void Every_named_figure_is_a_key_of_its_dataset() => Assert.All(bundled.Dossier.Commitments.Where(commitment => commitment.Figure is not null), commitment =>
    {
        var reference = FigureReference.TryParse(commitment.Figure!);
        Assert.NotNull(reference);
        Assert.Equal(bundled.Installation.Definition(reference.Dataset).Structure.Dimensions.Count, reference.Key.Split('.').Length);
    });

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_no_formula_in_a_spreadsheet()
    {
        using var bytes = new MemoryStream();
        var fact = bundled.Dossier.Facts.All[0] with { Note = new("=cmd()", "=cmd()", "=cmd()") };
        DossierCsv.Write(bundled.Dossier.Facts, [fact], _ => [], Periplo.Languages.Language.Es, bytes);
        Assert.Contains(",'=cmd()", System.Text.Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
        Assert.Contains(fact.Value!.Value.ToString(CultureInfo.InvariantCulture), System.Text.Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
    }
}
