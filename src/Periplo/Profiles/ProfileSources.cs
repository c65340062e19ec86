using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>Where the figures of a profile come from, as lines to be cited.</summary>
internal static class ProfileSources
{
    /// <summary>Publisher, revision and licence of a revision, one line a publication.</summary>
    public static IEnumerable<Text> Lines(IEnumerable<ProfileSource> sources, string dataset, string? revision) =>
        sources.Where(source => source.Dataset == dataset && source.Revision == revision).SelectMany(Lines);

    /// <summary>Publisher, revision and licence, one line a publication.</summary>
    public static IEnumerable<Text> Lines(ProfileSource source) => source.Papers.Select(papers => new Text(
        $"{papers.Publisher.Es.TrimEnd('.')}. Revisión {source.Revision}. {papers.Licence}.",
        $"{papers.Publisher.En.TrimEnd('.')}. Revision {source.Revision}. {papers.Licence}.",
        $"{papers.Publisher.Fr.TrimEnd('.')}. Révision {source.Revision}. {papers.Licence}."));
}
