using System.Text.Json;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Externals;

namespace Simulator.Scenarios.Tests.Externals;

/// <summary>Scenarios with models outside, and one model of them.</summary>
internal static class Outside
{
    /// <summary>A small scenario whose last two miners ask a program.</summary>
    /// <param name="mode">How the program behaves.</param>
    /// <param name="task">The task.</param>
    /// <param name="more">More keys of the section <c>external</c>.</param>
    /// <param name="startup">How much longer the first answer may take.</param>
    public static Scenario Scenario(
        string mode,
        string task = "digits",
        string more = "",
        string startup = "120 s"
    ) =>
        OfSection(
            $"command: {JsonSerializer.Serialize(OutsideProgram.Command(mode))}, {more}",
            task,
            startup
        );

    /// <summary>The same with a section of one's own.</summary>
    public static Scenario OfSection(string external, string task = "digits", string startup = "120 s") =>
        ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: outside
            seed: 7
            epochs: 2
            task: {{task}}
            queries: { pool: 32, measured: 40 }
            validators:
              - { name: validators, count: 2, stake: 1000 alpha }
            miners:
              - { name: guessers, count: 2, strategy: random }
              - { name: mine, count: 2, model: external, external: { {{external}} startup: {{startup}} } }
            """
        );

    /// <summary>The model of a new miner of the group that asks.</summary>
    public static IModel Model(Scenario scenario, ExternalModels models) =>
        ((HonestMiner)scenario.With(models).World.Miners[1].Recipe(new Rng(1))).Model;

    /// <summary>What a program that behaves so answers to the first question of a task.</summary>
    public static IAnswer Answer(string mode, string task = "digits")
    {
        Scenario scenario = Scenario(mode, task);
        using ExternalModels models = ExternalModels.Live(scenario);
        return Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0]);
    }
}
