using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Runs of a world of 64 validators and 192 miners without models, every validator with new weights in each tempo.</summary>
internal static class ManyRuns
{
    private static readonly WorldPlan Plan = new WorldPlan { Epochs = 10 }
        .WithValidators(64, rng => new Opinionated(rng), Alpha.Of(50_000))
        .WithMiners(192, _ => new Silent());

    /// <summary>The runs of the first seeds, at their first block.</summary>
    public static Simulation[] Of(int count) =>
        [.. Enumerable.Range(1, count).Select(seed => new Simulation(Plan, (ulong)seed))];

    private sealed class Opinionated(Rng rng) : IValidator
    {
        public string Strategy => "opinionated";

        public bool Queries => false;

        public void Observe(in Judgement judgement) { }

        public Vote? Vote(IChainView chain, Uid self) =>
            Core.Agents.Vote.Of(
                Enumerable
                    .Range(64, 192)
                    .Select(miner => (new Uid((ushort)miner), miner + (20 * rng.NextDouble())))
            );
    }

    private sealed class Silent : IMiner
    {
        public string Strategy => "silent";

        public void Work() { }

        public Reply Answer(IQuestion question, IPeers peers) => new(NoAnswer.Instance, 0);
    }
}
