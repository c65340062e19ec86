using System.Globalization;

namespace Periplo.Sources.Remittances;

/// <summary>What the words of Remittance Prices Worldwide mean. Case and spelling vary from round to round; a word not known is taken as not said.</summary>
internal static class QuoteWords
{
    /// <summary>Code of SERVICE_TYPE for a kind of firm.</summary>
    public static string Provider(string firm) => firm.ToLowerInvariant() switch
    {
        "money transfer operator" => "MTO",
        "bank" => "BANK",
        "post office" => "POST",
        var several when several.Contains('/', StringComparison.Ordinal) => "MIXED",
        _ => "OTHER",
    };

    /// <summary>Code of INSTRUMENT for a product.</summary>
    public static string Instrument(string product)
    {
        var words = product.ToLowerInvariant();
        if (words.Contains(',', StringComparison.Ordinal))
            return "MIXED";
        var end = words.IndexOf('(', StringComparison.Ordinal);
        return (end < 0 ? words : words[..end]).Trim() switch
        {
            "cash to cash" => "CASH_CASH",
            "cash to account" => "CASH_ACC",
            "account to cash" => "ACC_CASH",
            "account to account" => "ACC_ACC",
            "online service" or "online to cash" => "ONLINE",
            "prepaid card" or "credit/debit card service" => "CARD",
            "mobile" => "MOBILE",
            "door to door" or "door to account" or "home delivery" => "DOOR",
            _ => "OTHER",
        };
    }

    /// <summary>Days a transfer takes at the most: 0 within the day, 6 for "6 days or more"; null when it is not said.</summary>
    public static int? Days(string speed)
    {
        var words = speed.ToLowerInvariant();
        if (words is "same day" || words.Contains("hour", StringComparison.Ordinal) || words.Contains("minute", StringComparison.Ordinal))
            return 0;
        if (words is "next day")
            return 1;
        var parts = words.Split(' ', '-').Where(part => part.Length > 0).ToList();
        var numbers = parts.TakeWhile(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Count is 0 or > 2 || !(parts[numbers.Count..] is ["day" or "days"] or ["days", "or", "more"]))
            return null;
        // "5 days or more" has no upper end, so it lies beyond any limit of as many days.
        return parts.Count > numbers.Count + 1 ? Math.Max(numbers[^1], 6) : numbers[^1];
    }

    /// <summary>Whether the network that pays out covers the country; null when it is not said.</summary>
    public static bool? IsNationwide(string coverage) => coverage.ToLowerInvariant() switch
    {
        "" or "n/a" or "not available" => null,
        "nationwide" => true,
        _ => false,
    };

    /// <summary>Whether the money arrives in an account or a telephone.</summary>
    public static bool IsPaidToDevice(string pickup)
    {
        var words = pickup.ToLowerInvariant();
        return words.Contains("account", StringComparison.Ordinal) || words.Contains("mobile", StringComparison.Ordinal);
    }
}
