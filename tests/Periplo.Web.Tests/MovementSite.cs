using System.Text;
using Periplo.Observatory;
using Periplo.Sources;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>A site with made-up movements, small enough to know every figure of it, and beside it one whose store is empty.</summary>
public sealed class MovementSite : IAsyncLifetime
{
    private const string Papers = "UNIT_MEASURE,UNIT_MULT,REVISION,SOURCE,METHOD,LICENCE";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-movements-");
    private WebApplication? app;
    private WebApplication? bare;

    /// <summary>First month of the figures.</summary>
    public const int FirstYear = 2022;

    public Installation Installation { get; private set; } = default!;

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; private set; } = "";

    public HttpClient Client { get; private set; } = default!;

    /// <summary>Asks the site without figures.</summary>
    public HttpClient Bare { get; private set; } = default!;

    /// <summary>Months of the figures.</summary>
    public static IReadOnlyList<string> Months { get; } = [.. Enumerable.Range(0, 36).Select(i => $"{FirstYear + (i / 12)}-{(i % 12) + 1:00}")];

    public async ValueTask InitializeAsync()
    {
        Installation = TestSite.NewInstallation(Path.Combine(folder.FullName, "periplo.db"));
        foreach (var (name, text) in new[] { ("monthly", Monthly()), ("other", Other()), ("migration", Migration()), ("visits", Visits()), ("residents", Residents()), ("quality", Quality()) })
        {
            var path = Path.Combine(folder.FullName, $"{name}.csv");
            await File.WriteAllTextAsync(path, text);
            Installation.Import(path, new ReadingOptions(), progress: null, CancellationToken.None);
        }

        (app, Origin) = await TestSite.Serve(Installation, null);
        Client = TestSite.NewClient(Origin);
        (bare, var origin) = await TestSite.Serve(TestSite.NewInstallation(Path.Combine(folder.FullName, "empty.db")), null);
        Bare = TestSite.NewClient(origin);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        Bare?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (bare is not null)
            await bare.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Row(string codes, string month, double? value, char status, string unit = "PS", string revision = "MADEUP.2024-12") =>
        $"{codes},{month},{value?.ToString("R")},{status},{unit},0,{revision},Made up,Made up for tests,None\n";

    /// <summary>Guatemala and El Salvador report of each other and of the United States; one figure is protected, one missing.</summary>
    private static string Monthly()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,COUNTERPART_AREA,CITIZENSHIP,MOVEMENT,SEX,AGE,POST,TRANSPORT_MODE,ROUTE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        for (var i = 0; i < Months.Count; i++)
        {
            foreach (var (area, nationality, movement, value) in new[]
            {
                ("GTM", "GTM", "ENTRY", 500 + i), ("GTM", "SLV", "ENTRY", 300 + i), ("GTM", "USA", "ENTRY", 200), ("GTM", "GTM", "EXIT", 400 + i), ("GTM", "SLV", "EXIT", 250),
                ("SLV", "GTM", "ENTRY", 350), ("SLV", "USA", "ENTRY", 90), ("SLV", "SLV", "EXIT", 700),
            })
            {
                var hidden = area == "GTM" && nationality == "SLV" && movement == "EXIT" && i == 5;
                var lost = area == "SLV" && nationality == "USA" && i == 7;
                csv.Append(Row($"M,{area},_T,{nationality},{movement},_T,_T,_T,_T,_T", Months[i], hidden || lost ? null : value, hidden ? 'Q' : lost ? 'O' : 'A'));
            }
        }

        return csv.ToString();
    }

    /// <summary>A second authority, with what no one else counts.</summary>
    private static string Other()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,COUNTERPART_AREA,CITIZENSHIP,MOVEMENT,SEX,AGE,POST,TRANSPORT_MODE,ROUTE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        foreach (var month in Months)
        {
            csv.Append(Row("M,GTM,_T,HND,ENTRY_IRR,_T,_T,_T,_T,_T", month, 77, 'A', revision: "OTHER.2024-12"));
            csv.Append(Row("M,GTM,USA,GTM,RETURNEE,M,_T,_T,_T,_T", month, 31, 'A', revision: "OTHER.2024-12"));
            csv.Append(Row("M,GTM,USA,GTM,RETURNEE,F,_T,_T,_T,_T", month, 11, 'A', revision: "OTHER.2024-12"));
        }

        return csv.ToString();
    }

    private static string Migration()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,CITIZENSHIP,BIRTHPLACE,MEASURE,SEX,AGE,POST,PURPOSE,TRANSPORT_MODE,RESIDENCE_RULE,VINTAGE,STATISTIC,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        for (var i = 0; i < Months.Count; i++)
        {
            var age = Months.Count - 1 - i;
            var status = age < 16 ? 'P' : 'A';
            Add("ARR", "LATEST", "EST", 1000 + i, status);
            Add("DEP", "LATEST", "EST", i == 4 ? null : 800, i == 4 ? 'Q' : status);
            Add("NET", "LATEST", "EST", 200 + i, status);
            for (var vintage = 0; vintage <= Math.Min(age, 17); vintage++)
            {
                Add("ARR", $"M{vintage:00}", "EST", 1000 + i + (vintage < 12 ? 10 * (12 - vintage) : 0), vintage < 16 ? 'P' : 'A');
                Add("DEP", $"M{vintage:00}", "EST", 800, vintage < 16 ? 'P' : 'A');
            }

            if (age >= 16)
                continue;
            foreach (var (statistic, shift) in new[] { ("LO95", -90), ("LO80", -50), ("HI80", 50), ("HI95", 90) })
                Add("ARR", "LATEST", statistic, 1000 + i + shift, 'E');
            Add("UND_E", "LATEST", "EST", 16 - age, 'A');
            Add("UND_X", "LATEST", "EST", 2 * (16 - age), 'A');

            void Add(string measure, string vintage, string statistic, double? value, char standing) =>
                csv.Append(Row($"M,GTM,_T,_T,{measure},_T,_T,_T,_T,_T,R12_16,{vintage},{statistic}", Months[i], value, standing));
        }

        return csv.ToString();
    }

    private static string Visits()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,CITIZENSHIP,MEASURE,DIRECTION,SEX,AGE,POST,PURPOSE,TRANSPORT_MODE,RESIDENCE_RULE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        foreach (var month in Months)
        {
            foreach (var (measure, direction, value) in new[] { ("SAMEDAY", "E", 60), ("VISIT", "E", 900), ("SHORT", "E", 40), ("VISIT", "X", 321), ("SHORT", "X", 12) })
                csv.Append(Row($"M,GTM,_T,{measure},{direction},_T,_T,_T,_T,_T,R12_16", month, value, 'A'));
            csv.Append(Row("M,GTM,_T,SHORT_MIG,E,_T,_T,_T,_T,_T,R12_16", month, null, 'Q'));
        }

        return csv.ToString();
    }

    private static string Residents()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,CITIZENSHIP,BIRTHPLACE,MEASURE,SEX,RESIDENCE_RULE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        for (var i = 0; i < Months.Count; i++)
        {
            foreach (var (measure, value) in new[] { ("CHANGE", 200 * i), ("ABROAD", 5_000 + i), ("TEMP", 3_000 - i) })
                csv.Append(Row($"M,GTM,_T,_T,{measure},_T,R12_16", Months[i], value, 'A'));
        }

        return csv.ToString();
    }

    private static string Quality()
    {
        var csv = new StringBuilder($"FREQ,REF_AREA,MEASURE,DIRECTION,POST,VINTAGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,{Papers}\n");
        foreach (var month in Months)
        {
            foreach (var (post, records, paired) in new[] { ("_T", 1_500, 1_350), ("P001", 1_000, 960), ("P002", 500, 390) })
            {
                foreach (var direction in "EX")
                {
                    csv.Append(Row($"M,GTM,RECORDS,{direction},{post},LATEST", month, records, 'A'));
                    csv.Append(Row($"M,GTM,PAIRED,{direction},{post},LATEST", month, paired, 'A'));
                    csv.Append(Row($"M,GTM,DUPLICATES,{direction},{post},LATEST", month, 5, 'A'));
                }
            }
        }

        csv.Append(Row("M,GTM,CHANGE_FLAG,E,P002,LATEST", "2024-07", 4.5, 'A', "PT"));
        for (var vintage = 0; vintage < 18; vintage++)
        {
            csv.Append(Row($"M,GTM,BACKTEST_ERROR,E,_T,M{vintage:00}", "2023-08", 18 - vintage, 'E', "PT"));
            csv.Append(Row($"M,GTM,BACKTEST_COVER,E,_T,M{vintage:00}", "2023-08", 94, 'E', "PT"));
        }

        return csv.ToString();
    }
}
