using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;

namespace Simulator.Core.Doctor;

/// <summary>Subnets in which every validator weighs and holds bonds of every miner, with their weights as stored.</summary>
internal sealed unsafe class StoredBatch
{
    private const long One = 1L << 32;

    private readonly uint[][] _weights;

    /// <summary>Draws subnets.</summary>
    /// <param name="rule">The bond rule.</param>
    /// <param name="subnets">How many.</param>
    /// <param name="validators">Rows, all of which vote.</param>
    /// <param name="miners">Columns.</param>
    public StoredBatch(BondRule rule, int subnets, int validators, int miners)
    {
        RandomStreams streams = new(0);
        Epochs = [.. Enumerable.Range(0, subnets).Select(_ => new DenseEpoch { Rule = rule })];
        for (int k = 0; k < subnets; k++)
        {
            Epochs[k].Reset(validators, validators, miners);
            Fill(Epochs[k], streams.For("benchmark", (ulong)k));
        }
        _weights = Array.ConvertAll(Epochs, epoch => Codes(epoch).ToArray());
    }

    /// <summary>The subnets.</summary>
    public DenseEpoch[] Epochs { get; }

    /// <summary>Puts the weights back as they are stored, in place of their shares.</summary>
    /// <param name="count">Of how many subnets; of all if left out.</param>
    public void StoreWeights(int? count = null)
    {
        for (int k = 0; k < (count ?? Epochs.Length); k++)
        {
            _weights[k].CopyTo(Codes(Epochs[k]));
        }
    }

    private static Span<uint> Codes(DenseEpoch epoch) => new(epoch.Codes, epoch.Rows * epoch.Stride);

    private static void Fill(DenseEpoch epoch, Rng rng)
    {
        for (int i = 0; i < epoch.Rows; i++)
        {
            for (int j = 0; j < epoch.Columns; j++)
            {
                long at = (long)i * epoch.Stride + j;
                epoch.Codes[at] = 1U + (uint)rng.NextInt(65536);
                epoch.Bonds[at] = (ushort)rng.NextInt(65536);
            }
            epoch.Stake[i] = One / epoch.Rows;
            epoch.Votes[i] = (uint)(One / epoch.Rows);
        }
        epoch.Minority = (uint)(One / 2);
        epoch.Parameters = new()
        {
            Penalty = One,
            KeepZeros = 1,
            Rate = One / 10,
            RateLow = One / 10 * 7,
            RateHigh = One / 10 * 9,
            Slope = -10 * One,
        };
    }
}
