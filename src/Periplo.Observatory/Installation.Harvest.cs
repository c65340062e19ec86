using System.Security.Cryptography;
using System.Text;
using Periplo.Sdmx;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Storage;
using Text = Periplo.Languages.Text;

namespace Periplo.Observatory;

/// <summary>Figures of remotes, collected again and again.</summary>
public sealed partial class Installation
{
    /// <summary>What is remembered of remotes, by id. At most two seconds old.</summary>
    public IReadOnlyList<RemoteState> Remotes()
    {
        var now = clock.GetTimestamp();
        var known = remoteStates;
        if (known.States is not null && clock.GetElapsedTime(known.At, now) < TimeSpan.FromSeconds(2))
            return known.States;
        var states = Store.Remotes();
        remoteStates = (now, states);
        return states;
    }

    private (long At, IReadOnlyList<RemoteState> States) remoteStates;

    /// <summary>The remotes of a list.</summary>
    /// <param name="file">The list; null for <c>harvest.yaml</c> of the installation's overrides.</param>
    /// <exception cref="InputException">There is no list, or it is wrong at a line and column.</exception>
    public IReadOnlyList<Remote> RemotesOf(string? file)
    {
        file ??= Data.HarvestList() ?? throw new InputException(null, null, new Text(
            "no se dijo qué lista de remotos cosechar: nombre el archivo, o póngalo como harvest.yaml en la carpeta de --overrides (docs/sdmx-import.md).",
            "it is not said which list of remotes to harvest: name the file, or put it as harvest.yaml into the folder of --overrides (docs/sdmx-import.md).",
            "il n’est pas dit quelle liste de sources distantes récolter : nommez le fichier, ou mettez-le comme harvest.yaml dans le dossier de --overrides (docs/sdmx-import.md)."));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string Beside(string name) => Path.IsPathRooted(name) ? name : Path.Combine(folder, name);
        string Place(string place) => IsAddress(place, out _) ? place : Beside(place);
        return
        [
            .. RemoteListReader.Read(Path.GetFileName(file), WholeText(file), name => WholeText(Beside(name)), sources, Areas)
                .Select(remote => remote with { Data = Place(remote.Data), Structure = remote.Structure is null ? null : Place(remote.Structure) }),
        ];
    }

    /// <summary>
    /// Asks the remotes that are due, each by itself: one that is down, late or wrong is told of and remembered, and the others go on. What one
    /// gave is kept in one transaction with what is remembered of it, so a harvest that is stopped anywhere goes on where it was.
    /// </summary>
    /// <param name="remotes">The remotes.</param>
    /// <param name="all">True to ask those too that are not due.</param>
    /// <param name="told">Told each outcome as it comes.</param>
    /// <param name="cancellation">Stops between remotes, and nothing of the one under way stays.</param>
    /// <exception cref="StoreException">The store cannot take anything.</exception>
    public IReadOnlyList<Harvested> Harvest(IReadOnlyList<Remote> remotes, bool all, Action<Harvested>? told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(remotes);
        var held = Store.Remotes().ToDictionary(state => state.Id);
        var done = new List<Harvested>();
        using var files = new RemoteFiles(RemoteLimits, clock);
        foreach (var remote in remotes)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = held.GetValueOrDefault(remote.Id);
            var declaration = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(remote.Declaration)));
            // Asked or read otherwise than before, it is another remote.
            if (before?.Declaration != declaration)
                before = null;
            var failed = before?.Outcome is RemoteOutcome.Down or RemoteOutcome.Late or RemoteOutcome.Wrong;
            var one = all || failed || remote.IsDue(before?.AnsweredAt, clock.GetUtcNow())
                ? Ask(files, remote, declaration, before, cancellation)
                : new Harvested(remote, WasAsked: false, before, null);
            done.Add(one);
            told?.Invoke(one);
        }

        remoteStates = default;
        return done;
    }

    private Harvested Ask(RemoteFiles files, Remote remote, string declaration, RemoteState? before, CancellationToken cancellation)
    {
        var shown = IsAddress(remote.Data, out var address) ? RemoteFiles.Shown(address) : Path.GetFileName(remote.Data);
        var state = new RemoteState(remote.Id, remote.Name, remote.Area, shown, declaration, RemoteOutcome.Down, null, clock.GetUtcNow())
        {
            AnsweredAt = before?.AnsweredAt, Dataset = before?.Dataset, Revision = before?.Revision, LastPeriod = before?.LastPeriod, Tag = before?.Tag, Modified = before?.Modified,
        };
        try
        {
            var import = new SdmxImport(remote.Options) { Structure = remote.Structure, Accept = remote.Accept };
            using var answer = Fetch(files, remote.Data, import, before, cancellation);
            if (answer.Content is null)
                return new(remote, WasAsked: true, Remember(Judged(remote, state with { Outcome = RemoteOutcome.Unchanged, AnsweredAt = answer.RetrievedAt })), null);
            var kept = Take(
                files, remote.Data, import, answer,
                (message, revisions) => state = Judged(remote, state with
                {
                    Outcome = revisions.Any(one => one.IsNew) ? RemoteOutcome.Taken : RemoteOutcome.Unchanged,
                    AnsweredAt = answer.RetrievedAt,
                    Dataset = message.Definition?.Id ?? state.Dataset,
                    Revision = revisions.Count > 0 ? revisions[^1].Part.Revision.Id : state.Revision,
                    LastPeriod = Last(message)?.ToString() ?? state.LastPeriod,
                    Tag = answer.Tag,
                    Modified = answer.Modified,
                }),
                progress: null, cancellation);
            return new(remote, WasAsked: true, state, kept);
        }
        catch (RemoteException e)
        {
            return new(remote, WasAsked: true, Remember(state with { Outcome = e.Outcome, Reason = e.Explanation }), null);
        }
        catch (InputException e)
        {
            // The structure of a remote that is down is not there either.
            var outcome = e.InnerException is RemoteException inner ? inner.Outcome : RemoteOutcome.Wrong;
            return new(remote, WasAsked: true, Remember(state with { Outcome = outcome, Reason = e.Explanation }), null);
        }
    }

    private RemoteState Remember(RemoteState state)
    {
        using var writer = Store.BeginWrite();
        writer.Put(state);
        writer.Commit();
        return state;
    }

    /// <summary>Late is also whose last period ended longer ago than agreed.</summary>
    private RemoteState Judged(Remote remote, RemoteState state)
    {
        if (remote.Within is not { } days || state.LastPeriod is not { } text || !TimePeriod.TryParse(text, out var last))
            return state;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // The next period as long as the last one should be here once it is over and the days are past.
        var expected = last.LastDay.AddDays(last.LastDay.DayNumber - last.FirstDay.DayNumber + 1 + days);
        return today <= expected ? state : state with
        {
            Outcome = RemoteOutcome.Late,
            Reason = new(
                $"sus cifras acaban en {last}; se esperaban posteriores a más tardar el {expected:yyyy-MM-dd}.", $"its figures end with {last}; later ones were expected by {expected:yyyy-MM-dd}.", $"ses chiffres s’arrêtent à {last} ; de plus récents étaient attendus au plus tard le {expected:yyyy-MM-dd}."),
        };
    }

    private static TimePeriod? Last(CollectedMessage message)
    {
        TimePeriod? last = null;
        foreach (var changes in message.Revisions.Select(one => one.Changes))
        {
            for (var c = 0; c < changes.Count; c++)
            {
                if (changes[c] is { Action: not FigureAction.Remove, Time: { } time } && (last is not { } before || time.LastDay > before.LastDay))
                    last = time;
            }
        }

        return last;
    }

    private static string WholeText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }
}
