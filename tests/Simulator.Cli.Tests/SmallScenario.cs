namespace Simulator.Cli.Tests;

/// <summary>A scenario of ten agents and three epochs: everything that quickstart has, in a tenth of a second.</summary>
internal static class SmallScenario
{
    public const string Question = "Are better models paid more?";

    private const string Text = $$"""
        schema: sim/v1
        name: small
        question: {{Question}}
        seed: 7
        epochs: 3
        task: digits
        subnet: { tempo: 360 blocks, max_allowed_uids: 12, min_allowed_uids: 8, immunity_period: 720 blocks }
        validators:
          - { name: validators, count: 2, strategy: honest, stake: 1000 alpha }
        miners:
          - { name: honest, count: 5, model: softmax, data_share: [0.1, 0.5], compute: 2 MFLOP }
          - { name: copycats, count: 1, strategy: copycat }
          - { name: guessers, count: 1, strategy: random }
        arrivals:
          per_day: 20
          miners:
            - { name: newcomers, hidden: [8, 16], data_share: [0.1, 0.3], compute: 2 MFLOP, balance: 100 TAO }
        expect:
          - { metric: incentive_share, of: guessers, at: last, max: 0.5 }

        """;

    /// <summary>Writes it as a file.</summary>
    /// <param name="folder">Where.</param>
    /// <returns>Its path.</returns>
    public static string Write(DirectoryInfo folder)
    {
        string file = Path.Combine(folder.FullName, "small.yaml");
        File.WriteAllText(file, Text);
        return file;
    }
}
