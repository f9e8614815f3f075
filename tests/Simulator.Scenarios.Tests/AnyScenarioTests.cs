using CsCheck;

namespace Simulator.Scenarios.Tests;

public sealed class AnyScenarioTests
{
    private const string Seed = """
        schema: sim/v1
        name: any
        task: digits
        subnet: { tempo: 360 blocks, kappa: 0.5, mechanism_emission_split: [u16:65535] }
        network: { tao_weight: 0.18 }
        commit_reveal: { mode: timelock, round_delay: 2 blocks }
        prices: { alpha: 0.02 TAO, tao: 400 USD }
        validators: [{ name: voters, strategy: honest, stake: 10 alpha, memory: 0.5 }]
        miners:
          - &m { name: workers, count: 2, model: perceptron, hidden: [4, 8], latency: 10 ms }
          - { <<: *m, name: others, strategy: lazy, owner: owner }
        arrivals: { per_day: 2, miners: [{ name: late, weight: 2, strategy: copycat }] }
        expect: [{ metric: incentive_share, of: workers, at: mean, max: 0.5 }]
        """;

    private static readonly string[] Words =
    [
        .. Seed.Split([' ', '\n', ',', '{', '}', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Distinct(),
        "",
        "null",
        "-1",
        "1e9",
        "[]",
        "{}",
        "*m",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    /// <summary>Words put in each other's places give texts that are YAML, and seldom a scenario.</summary>
    [Fact]
    public void A_scenario_of_shuffled_words_is_read_or_explained() =>
        Gen.Select(Word, Word)
            .Array[1, 3]
            .Sample(
                swaps =>
                {
                    string text = swaps.Aggregate(
                        Seed,
                        (t, swap) =>
                            swap.Item1.Length == 0
                                ? t
                                : t.Replace(swap.Item1, swap.Item2, StringComparison.Ordinal)
                    );
                    AssertReadOrExplained(text);
                },
                iter: 3_000
            );

    private static void AssertReadOrExplained(string text)
    {
        try
        {
            Scenario scenario = ScenarioFile.Parse(text);
            Assert.Empty(scenario.World.Problems());
            string resolved = scenario.Resolved.ToJsonString();
            Assert.Equal(resolved, ScenarioFile.Parse(resolved).Resolved.ToJsonString());
        }
        catch (ScenarioException e)
        {
            Assert.NotEmpty(e.Problems);
            Assert.All(e.Problems, p => Assert.True(p.Line > 0 && p.Message.Length > 0));
        }
    }
}
