using Simulator.Core.Randomness;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Random weights in a few variants that are taken by turns, so that medians are never those of the epoch before.</summary>
internal sealed class MovingWeights
{
    private const int Variants = 4;
    private readonly double[][] _weights = new double[Variants][];
    private int _next;

    public MovingWeights(int validators, int miners)
    {
        Rng rng = new(3);
        for (int k = 0; k < Variants; k++)
        {
            _weights[k] = [.. Enumerable.Range(0, validators * miners).Select(_ => rng.NextDouble())];
        }
        Stakes = [.. Enumerable.Range(0, validators).Select(_ => 0.5 + rng.NextDouble())];
    }

    public double[] Stakes { get; }

    public double[] Next() => _weights[_next++ % Variants];
}
