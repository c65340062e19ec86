using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Periplo.Charts;

namespace Periplo.Web;

/// <summary>Style sheet, script, font and icon. An address holds the hash of the content, so a browser may keep it for ever.</summary>
public static class SiteAssets
{
    private static readonly FrozenDictionary<string, (string Address, string Type, byte[] Bytes)> ByName = Load().ToFrozenDictionary(asset => asset.Name, asset => (asset.Address, asset.Type, asset.Bytes));

    private static readonly FrozenDictionary<string, (string Type, byte[] Bytes)> ByAddress = ByName.Values.ToFrozenDictionary(asset => asset.Address, asset => (asset.Type, asset.Bytes));

    /// <summary>Address of an asset.</summary>
    public static string Address(string name) => ByName[name].Address;

    /// <summary>Content of an address, or null.</summary>
    public static (string Type, byte[] Bytes)? Find(string address) => ByAddress.TryGetValue(address, out var asset) ? asset : null;

    /// <summary>Name and length of every asset, for the budget.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All => ByName.Select(pair => (pair.Key, pair.Value.Bytes));

    /// <summary>The style sheet with its fonts inside, for a file that asks for nothing.</summary>
    public static string InlineSheet()
    {
        var css = Encoding.UTF8.GetString(ByName["site.css"].Bytes);
        foreach (var (address, type, bytes) in ByName.Values)
        {
            if (type == "font/woff2")
                css = css.Replace($"url({address})", $"url(data:font/woff2;base64,{Convert.ToBase64String(bytes)})", StringComparison.Ordinal);
        }

        return css;
    }

    private static IEnumerable<(string Name, string Address, string Type, byte[] Bytes)> Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        const string Prefix = "Periplo.Web.Assets.";
        var fonts = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".woff2", StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Read(name));
        foreach (var (name, bytes) in fonts)
            yield return (name, Named(name, bytes), "font/woff2", bytes);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => !name.EndsWith(".woff2", StringComparison.Ordinal)))
        {
            var name = resource[Prefix.Length..];
            var bytes = Read(resource);
            if (name == "site.css")
            {
                var css = Encoding.UTF8.GetString(ChartSheet.Css.Span) + Encoding.UTF8.GetString(bytes);
                foreach (var (font, content) in fonts)
                    css = css.Replace($"url({font})", $"url({Named(font, content)})", StringComparison.Ordinal);
                bytes = Encoding.UTF8.GetBytes(css);
            }

            yield return (name, Named(name, bytes), Type(name), bytes);
        }

        byte[] Read(string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static string Named(string name, byte[] bytes) => $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/{name}";

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
