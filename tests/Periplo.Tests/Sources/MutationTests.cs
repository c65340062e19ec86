using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Periplo.Sources;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Sources;

/// <summary>Damaged files end in a table or in one clear message, never in another exception, and soon.</summary>
public sealed class MutationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string> TextReaders => [.. Excerpts.All.Keys];

    public static TheoryData<string> WholeFiles =>
    [
        "stock/undesa_ims2024_od_sex.csv.gz", "stock/undesa_ims2019_od_sex.csv.gz", "stock/undesa_ims2019_age_sex.csv.gz", "stock/undesa_ims2020_totals.csv",
        "stock/wb_bilateral_stocks_2017.csv", "demography/wpp2024_annual.csv.gz", "flows/undesa_flows2015_totals.csv",
        "remittances/wb_remittances_annual.csv", "remittances/wb_bilateral_remittances_2016.csv", "displacement/unhcr_population.csv.gz",
        "displacement/unhcr_solutions.csv", "displacement/idmc_idp_stock_2024_age_sex.csv", "displacement/eurostat_asylum_applicants.csv",
        "movements/iom_americas_irregular_entries_monthly.csv", "movements/guatemala_returnees_monthly.csv", "movements/us_cbp_southwest_border_encounters_monthly.csv.gz",
        "original/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx", "original/undesa_pd_2015_migration_flow_totals.xlsx",
        "original/bilateralremittancematrix2016_Nov2017.csv", "original/API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv",
    ];

    [Theory]
    [MemberData(nameof(TextReaders))]
    public void Mutated_excerpt_gives_a_table_or_a_message(string reader)
    {
        var (text, options) = Excerpts.All[reader];
        Assert.Equal(reader, SourceFiles.Text(text, options).Reader);
        Run(Encoding.UTF8.GetBytes(text), options, TestCounts.Mutations, reader);
    }

    [Fact]
    public void Mutated_gzip_gives_a_table_or_a_message() =>
        Run(SourceFiles.Gzip(Encoding.UTF8.GetBytes(Excerpts.StockByOriginAndSex)), new(), TestCounts.Mutations, "gzip");

    [Fact]
    public void Mutated_mapping_gives_a_table_or_a_message()
    {
        var original = Encoding.UTF8.GetBytes(Excerpts.Mapping);
        Run("mapping", TestCounts.Mutations, (random, which) =>
            Try(Encoding.UTF8.GetBytes(Excerpts.Mapped), new(MappingFile: "m.yaml", MappingText: Encoding.UTF8.GetString(Mutation.Of(original, random))), which));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mutated_zip_of_a_workbook_gives_a_table_or_a_message(bool stock) =>
        Run(stock ? SmallWorkbooks.Stock() : SmallWorkbooks.Flows(), new(), TestCounts.Mutations, stock ? "stock workbook" : "flow workbook");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mutated_parts_of_a_workbook_give_a_table_or_a_message(bool stock)
    {
        var parts = SmallWorkbooks.Parts(stock ? SmallWorkbooks.Stock() : SmallWorkbooks.Flows());
        Run(stock ? "stock parts" : "flow parts", TestCounts.Mutations, (random, which) =>
        {
            var chosen = random.Next(parts.Count);
            Try(SmallWorkbooks.Zip(parts.Select((part, i) => (part.Name, Content: i == chosen ? Mutation.Of(part.Content, random) : part.Content))), new(), which);
        });
    }

    [Theory]
    [MemberData(nameof(WholeFiles))]
    public void Mutated_whole_file_gives_a_table_or_a_message(string relative)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(relative));
        Run(bytes, new(), TestCounts.WholeFileMutations, relative);
        if (!relative.EndsWith(".gz", StringComparison.Ordinal))
            return;
        var inflated = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            gzip.CopyTo(inflated);
        Run(inflated.ToArray(), new(), TestCounts.WholeFileMutations, relative + " inflated");
    }

    private static void Run(byte[] bytes, ReadingOptions options, int count, string what) =>
        Run(what, count, (random, which) => Try(Mutation.Of(bytes, random), options, which));

    /// <summary>The long counts of all readers are most of the work of this class, so a reader's mutations share the cores: blocks of them, each with a seed of its own.</summary>
    private static void Run(string what, int count, Action<Random, string> attempt)
    {
        const int Block = 1_000;
        Parallel.For(0, (count + Block - 1) / Block, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, block =>
        {
            var seed = TestCounts.Seed + block;
            foreach (var letter in what)
                seed = unchecked((seed * 31) + letter);
            var random = new Random(seed);
            for (var n = 0; n < Math.Min(Block, count - (block * Block)); n++)
                attempt(random, $"{what}, seed {seed}, mutation {n}");
        });
    }

    private static void Try(byte[] bytes, ReadingOptions options, string which)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            SourceFiles.Bytes(bytes, options);
        }
        catch (InputException refused)
        {
            Assert.NotEmpty(refused.Explanation.Es);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Assert.Fail($"{which}: {e}");
        }

        Assert.True(watch.Elapsed < Soon, $"{which}: took {watch.Elapsed}");
    }
}
