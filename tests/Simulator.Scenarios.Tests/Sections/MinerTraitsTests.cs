using Simulator.Core.Agents.Miners;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Scenarios.Tests.Sections;

public sealed class MinerTraitsTests
{
    [Theory]
    // 207 numbers for each of 64 hidden units or 32, and 10 biases; the shed holds 53,687 bytes.
    [InlineData("", (207 * 64 + 10) * 4)]
    [InlineData("drift: { to: fashion-turned }", 2 * (207 * 32 + 10) * 4)]
    public void Larger_models_are_made_as_long_as_the_machine_can_hold_them_in_the_world_to_come(
        string drift,
        long bytes
    )
    {
        Scenario scenario = ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: growing
            task: fashion
            {{drift}}
            hardware:
              - { name: shed, memory: 1 GiB }
            validators:
              - { name: validators, stake: 10 alpha }
            miners:
              - { name: firms, strategy: firm, hidden: 16, hardware: shed, upgrade_after: 1 }
            """,
            "growing.yaml"
        );
        var firm = (FirmMiner)scenario.World.Miners[0].Recipe(new Rng(1));
        IModel last = firm.Model;
        while (firm.NextModel() is { } larger)
        {
            last = larger;
        }
        last.Move(1);
        Assert.Equal(bytes, last.Bytes);
    }

    [Theory]
    [InlineData("fashion", "perceptron, hidden: 64", 2)] // 128 and 256
    [InlineData("fashion", "perceptron, hidden: 256", 0)]
    [InlineData("austen", "ngram, order: 10, memory: 1048576 KiB", 2)] // 11 and 12
    [InlineData("austen", "ngram, order: 12, memory: 262144 KiB", 2)] // 512 MiB and 1 GiB
    [InlineData("austen", "char-net, order: 12, hidden: 256, learning_rate: 0.1", 0)]
    public void Of_the_largest_model_there_is_no_larger_one(string task, string model, int larger)
    {
        Scenario scenario = ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: grown
            task: {{task}}
            validators:
              - { name: validators, stake: 10 alpha }
            miners:
              - { name: firms, strategy: firm, model: {{model}}, upgrade_after: 1 }
            """,
            "grown.yaml"
        );
        var firm = (FirmMiner)scenario.World.Miners[0].Recipe(new Rng(1));
        int made = 0;
        while (made <= larger && firm.NextModel() is not null)
        {
            made++;
        }
        Assert.Equal(larger, made);
    }
}
