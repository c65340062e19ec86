using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>Keeps the keys that seal forms and second factors in the store, so that every server on it opens what another sealed.</summary>
public sealed class StoreKeys(Store store) : IXmlRepository
{
    /// <summary>Adds the sealing of data with the keys of a store.</summary>
    public static void Add(IServiceCollection services, Store store)
    {
        services.AddDataProtection().SetApplicationName("periplo");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new StoreKeys(store));
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.ProtectionKeys().Select(xml => XElement.Parse(xml))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => store.AddProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
