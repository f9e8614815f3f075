using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>The scenario that is written beside an imported replay file, to be run and edited.</summary>
internal static class ReplayScenario
{
    private const int LongestName = 64;

    /// <summary>The scenario's file: that of the replay with another ending.</summary>
    public static string PathBeside(string replay)
    {
        string beside = Path.ChangeExtension(replay, ".yaml");
        return beside == replay ? replay + ".yaml" : beside;
    }

    /// <summary>Writes the scenario, unless a file of that name is there: it may hold somebody's own.</summary>
    /// <param name="path">The scenario's file.</param>
    /// <param name="replay">The replay file beside it.</param>
    /// <param name="series">What it holds.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ResultException">The system refused.</exception>
    public static bool WriteOnce(string path, string replay, Metagraph series)
    {
        if (File.Exists(path))
        {
            return false;
        }
        DiskTrouble.At(path, "be written", () => File.WriteAllText(path, TextOf(replay, series)));
        return true;
    }

    private static string TextOf(string replay, Metagraph series)
    {
        string file = Path.GetFileName(replay);
        string quoted = file.Replace("'", "''", StringComparison.Ordinal);
        return $$"""
            # The stakes and weights of a replay file under rules side by side. Each variant is a rule with the parameters
            # that differ from its own defaults; docs/scenarios.md lists both.
            schema: sim/v1
            name: {{NameOf(replay)}}
            question: What would each rule have paid these {{series.Validators.Length}} validators?

            replay:
              source: '{{quoted}}'
              variants:
                - rule: yuma2
                - rule: yuma3
                - { rule: yuma3, label: yuma3 liquid, liquid_alpha: true }
                - { rule: paper/yuma1, bond_penalty: 0.99 }
                - { rule: paper/yuma2b, bond_penalty: 0.99 }
                - { rule: paper/yuma3_web, bond_penalty: 0.99, bond_moving_avg: 0.975 }

            """;
    }

    /// <summary>The file's name in the letters that a scenario's name may have.</summary>
    private static string NameOf(string replay)
    {
        string name = string.Concat(
            Path.GetFileNameWithoutExtension(replay)
                .ToLowerInvariant()
                .Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')
        );
        name = name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) ? name : $"replay{name}";
        return name[..Math.Min(name.Length, LongestName)];
    }
}
