using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The one browser of all tests. Where there is none the tests that need it are skipped, under CI=true they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        gate.Dispose();
    }

    /// <summary>A visit with a window of its own.</summary>
    /// <param name="site">What is visited.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="dark">Whether the reader prefers dark colours.</param>
    /// <param name="script">False for a browser without script.</param>
    public Task<Visit> Visit(TestSite site, int width = 1280, bool dark = false, bool script = true)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Visit(site.Origin, width, dark, script);
    }

    /// <summary>A visit to another server.</summary>
    public async Task<Visit> Visit(string origin, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await (await Browser()).NewContextAsync(new()
        {
            BaseURL = origin,
            ViewportSize = new() { Width = width, Height = width < 500 ? 640 : 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new(context, await context.NewPageAsync(), origin);
    }

    private async Task<IBrowser> Browser()
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is not null)
                return browser;
            // The shell without windows does the same at two thirds of the cost.
            var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => (string[])[Path.Combine(folder, "chromium-headless-shell"), Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome")])
                .FirstOrDefault(File.Exists);
            if (path is null)
            {
                Assert.False(Environment.GetEnvironmentVariable("CI") is "true" or "1", "Chromium is not installed, and CI=true does without no test.");
                Assert.Skip("Chromium is not installed.");
            }

            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
            return browser;
        }
        finally
        {
            gate.Release();
        }
    }
}

/// <summary>One window on the site. Ends with a complaint when a page asked anything of a third party, broke its policy or wrote an error.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page, string origin)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                complaints.Add($"asked {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"failed {request.Url}: {request.Failure}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Goes to an address, which must be there.</summary>
    public async Task Go(string address)
    {
        var answer = await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        Assert.Equal(200, answer?.Status);
    }

    /// <summary>Does what leads to another page and waits until that page has loaded.</summary>
    /// <param name="begins">How its address begins, after the origin.</param>
    /// <param name="act">A click or a key.</param>
    public async Task Follow(string begins, Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        // Listens before it acts, so that a page that comes at once is not missed.
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page)
        {
            if (new Uri(page.Url).PathAndQuery.StartsWith(begins, StringComparison.Ordinal))
                loaded.TrySetResult();
        }

        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    /// <summary>Fails with what axe finds. It runs within the page and only violations leave it: of a page of a thousand cells the list of what passes takes most of the time.</summary>
    public async Task AssertAccessible(string what)
    {
        await Page.EvaluateAsync(AxeScript);
        var found = await Page.EvaluateAsync<string>("""
            axe.run(document, { resultTypes: ['violations'], iframes: false }).then(result => result.violations.map(violation =>
              `${violation.id}: ${violation.help}\n` + violation.nodes.slice(0, 4).map(node => `  ${node.html.slice(0, 300)}\n  ${node.failureSummary}`).join('\n')).join('\n'))
            """);
        Assert.True(found.Length == 0, $"{what}\n{found}");
    }

    /// <summary>True when nothing was asked of others and nothing broke.</summary>
    public void AssertClean() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
