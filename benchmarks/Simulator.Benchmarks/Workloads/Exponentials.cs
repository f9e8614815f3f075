using Simulator.Core.Randomness;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Exponentially distributed ticks from a table, so that the engine and not the logarithm is measured.</summary>
internal sealed class Exponentials
{
    private const int Draws = 1 << 16;
    private readonly long[] _ticks = new long[Draws];
    private int _next;

    public Exponentials(double mean, ulong seed)
    {
        Rng rng = new(seed);
        for (int i = 0; i < Draws; i++)
        {
            _ticks[i] = (long)rng.Exponential(mean) + 1;
        }
    }

    public long Next() => _ticks[_next++ & (Draws - 1)];
}
