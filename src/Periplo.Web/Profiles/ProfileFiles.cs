using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Profiles;

namespace Periplo.Web.Profiles;

/// <summary>
/// Writes profiles as files of their own, from the components that make the page. The same profile gives the same bytes.
/// Safe for many threads.
/// </summary>
public sealed class ProfileFiles : IDisposable
{
    private static readonly Lazy<string> Sheet = new(SiteAssets.InlineSheet);

    private readonly Site site;
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    /// <summary>Files of an installation.</summary>
    public ProfileFiles(Installation installation) => site = new(installation);

    internal ProfileFiles(Site site) => this.site = site;

    /// <summary>The outlines that maps of these files are drawn with.</summary>
    public World World => site.World;

    /// <summary>Writes a profile as one HTML file.</summary>
    /// <param name="profile">The profile; made with <see cref="Links"/> of the language where its figures are to lead to a site.</param>
    /// <param name="language">Language of the file.</param>
    /// <param name="origin">Scheme and host of the site that the figures lead to, or null for none: the file then leads nowhere outside itself.</param>
    /// <param name="to">Where to; stays open.</param>
    public void WriteHtml(Profile profile, Language language, Uri? origin, Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var html = Html(profile, language);
        // A path has no meaning in a file: it leads to the site it was made from, or is kept beside the words as what it was.
        html = origin is null ? html.Replace(" href=\"/", " data-path=\"/", StringComparison.Ordinal) : html.Replace(" href=\"/", $" href=\"{origin.GetLeftPart(UriPartial.Authority)}/", StringComparison.Ordinal);
        using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.Write(html);
    }

    /// <summary>Addresses on the site, in a language, for figures that are to lead there.</summary>
    public static ProfileLinks Links(Language language) => ProfileAddresses.Links(language);

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();

    private string Html(Profile profile, Language language)
    {
        // A renderer keeps what it rendered until it goes: one a document.
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        try
        {
            return renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<ProfileFile>(ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(ProfileFile.Site)] = site,
                    [nameof(ProfileFile.Language)] = language,
                    [nameof(ProfileFile.Profile)] = profile,
                    [nameof(ProfileFile.Sheet)] = Sheet.Value,
                }));
                return root.ToHtmlString();
            }).GetAwaiter().GetResult();
        }
        finally
        {
            renderer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
