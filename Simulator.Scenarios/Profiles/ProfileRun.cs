using System.Text.Json.Nodes;
using Simulator.Core.Engine;

namespace Simulator.Scenarios.Profiles;

/// <summary>Runs a scenario with models that are really trained, and fits learning curves to what they did.</summary>
public static class ProfileRun
{
    /// <summary>Why learning curves cannot be fitted from a scenario; null where they can.</summary>
    public static string? Refusal(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Retention is not null || scenario.Replay is not null)
        {
            return $"{scenario.Name} is a study, in which no model learns";
        }
        if (!scenario.World.Fidelity.IsFull)
        {
            return $"{scenario.Name} runs with fidelity {scenario.World.Fidelity.Title}; curves are fitted from full runs";
        }
        if (scenario.World.Drift is not null)
        {
            return $"{scenario.Name} has a world that moves (drift); a learning curve knows one world only";
        }
        JsonObject[] learners = [.. Groups(scenario).Where(group => CurveKeys.Of(group) is not null)];
        return learners.Length == 0 ? $"{scenario.Name} has no miners whose models learn"
            : learners.FirstOrDefault(group => group["upgrade_after"] is not null) is { } upgrading
                ? $"the models of '{upgrading["name"]}' are replaced by larger ones (upgrade_after); a learning curve knows one model only"
            : null;
    }

    /// <summary>Runs a scenario, and fits a curve to each model of its miners.</summary>
    /// <param name="scenario">The scenario, ready to run, at full fidelity.</param>
    /// <param name="threads">Threads that training may use, at least 1; the curves are the same for any number.</param>
    /// <param name="progress">Is told the number of whole epochs after each of them.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>The curves; nothing of a run that was stopped.</returns>
    /// <exception cref="ArgumentException"><see cref="Refusal"/> says why.</exception>
    public static CurveBook? Of(
        Scenario scenario,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        if (Refusal(scenario) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(scenario));
        }
        WatchedModels watched = new(scenario.World, progress);
        Simulation run = new(
            scenario.World,
            scenario.Seed,
            [watched],
            // What is outside is asked one thing at a time, in one order.
            scenario.External.IsEmpty
                ? threads
                : 1
        );
        watched.Begin(run);
        run.Run(cancel);
        return run.Epochs == scenario.World.Epochs ? Book(scenario, watched) : null;
    }

    private static CurveBook Book(Scenario scenario, WatchedModels watched)
    {
        JsonObject plan = scenario.Resolved;
        ILookup<string, GroupCurve> curves = watched.Fitted().ToLookup(fit => fit.Group, fit => fit.Curve);
        return new()
        {
            Scenario = scenario.Name,
            PlanHash = scenario.PlanHash,
            Seed = scenario.Seed,
            Epochs = scenario.World.Epochs,
            Questions = scenario.World.Queries.Questions,
            Task = plan["task"]!.DeepClone(),
            Groups =
            [
                .. Groups(scenario)
                    .Select(group => (Name: group["name"]!.GetValue<string>(), Model: CurveKeys.Of(group)))
                    .Where(group => group.Model is not null && curves.Contains(group.Name))
                    .Select(group => new CurveGroup
                    {
                        Name = group.Name,
                        Model = group.Model!,
                        Curves = [.. curves[group.Name]],
                    }),
            ],
        };
    }

    /// <summary>The groups of miners with every default written out.</summary>
    private static IEnumerable<JsonObject> Groups(Scenario scenario)
    {
        JsonObject plan = scenario.Resolved;
        return (plan["miners"] as JsonArray ?? [])
            .Concat(plan["arrivals"]?["miners"] as JsonArray ?? [])
            .OfType<JsonObject>();
    }
}
