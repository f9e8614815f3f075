using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

/// <summary>Small worlds around the parity task, and runs of them.</summary>
internal static class Worlds
{
    public static Parity Task { get; } = new();

    /// <summary>Three honest validators and miners that know the parity of 100, 90 and 60 of 100 numbers.</summary>
    public static WorldPlan Small { get; } =
        new WorldPlan
        {
            Task = Task,
            Epochs = 5,
            Subnet = new() { MaxAllowedUids = 64 },
            Queries = new() { Questions = 32, Pool = 100 },
        }
            .WithValidators(3, _ => new HonestValidator(Task), Alpha.Of(1_000), "validators")
            .WithMiners(1, _ => new Pupil(100), "best")
            .WithMiners(1, _ => new Pupil(90), "good")
            .WithMiners(1, _ => new Pupil(60), "poor");

    public static RunRecorder Run(WorldPlan plan, ulong seed = 1, int threads = 1)
    {
        RunRecorder recorder = new(plan, allWeights: true);
        new Simulation(plan, seed, recorder.Observers, threads).Run();
        return recorder;
    }

    /// <summary>The value of a metric at the last epoch.</summary>
    public static double Last(this RunRecorder run, string metric, string? of = null) =>
        MetricSeries.Of(MetricCatalog.Find(metric)!, run.Epochs, run.Neurons, of).Last;

    /// <summary>Number of events of a kind, and of a reason where one is named.</summary>
    public static int Count(this RunRecorder run, string kind, string? reason = null)
    {
        Table events = run.Events;
        ReadOnlySpan<string> kinds = events["kind"].Values<string>(),
            reasons = events["reason"].Values<string>();
        int count = 0;
        for (int i = 0; i < events.Rows; i++)
        {
            count += kinds[i] == kind && (reason ?? reasons[i]) == reasons[i] ? 1 : 0;
        }
        return count;
    }

    /// <summary>Blocks of the events of a kind, in order.</summary>
    public static long[] Blocks(this RunRecorder run, string kind)
    {
        Table events = run.Events;
        List<long> blocks = [];
        for (int i = 0; i < events.Rows; i++)
        {
            if (events["kind"].Values<string>()[i] == kind)
            {
                blocks.Add(events["block"].Values<long>()[i]);
            }
        }
        return [.. blocks];
    }
}
