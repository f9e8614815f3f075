using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Which keys have a meaning beside a choice, such as a strategy; a key that no choice names fits all of them.</summary>
/// <param name="Choice">The word that was chosen.</param>
/// <param name="Keys">The keys that it reads, of those that not all choices do.</param>
internal sealed record KeyFit(string Choice, IReadOnlyList<string> Keys)
{
    /// <summary>Notes every key of a map that the choice does not read: it would do nothing, silently.</summary>
    /// <param name="map">The map.</param>
    /// <param name="path">Its path.</param>
    /// <param name="chooser">The key that makes the choice.</param>
    /// <param name="chosen">The word that was chosen.</param>
    /// <param name="fits">What each choice reads.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    public static void Check(
        MapNode map,
        string path,
        string chooser,
        string chosen,
        IReadOnlyList<KeyFit> fits,
        Problems problems
    )
    {
        foreach (var entry in map.Entries.Where(e => !Fits(e.Key, chosen, fits)))
        {
            var readers = Show.Names(fits.Where(f => f.Keys.Contains(entry.Key)).Select(f => f.Choice));
            problems.Add(
                entry.Place,
                Show.Path(path, entry.Key),
                $"means nothing with '{chooser}: {chosen}'; only {readers} has it"
            );
        }
    }

    /// <summary>The written map without the keys that the choice does not read.</summary>
    public static JsonObject Fitting(JsonObject written, string chosen, IReadOnlyList<KeyFit> fits)
    {
        foreach (var key in written.Select(p => p.Key).Where(k => !Fits(k, chosen, fits)).ToList())
        {
            written.Remove(key);
        }
        return written;
    }

    private static bool Fits(string key, string chosen, IReadOnlyList<KeyFit> fits) =>
        !fits.Any(f => f.Keys.Contains(key)) || fits.Any(f => f.Choice == chosen && f.Keys.Contains(key));
}
