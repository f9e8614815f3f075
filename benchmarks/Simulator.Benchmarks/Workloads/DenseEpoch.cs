using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>An epoch in which every validator weighs every neuron at random and has the bonds of the epoch before.</summary>
internal sealed class DenseEpoch
{
    private readonly ScalarEpoch _epoch = new();
    private readonly EpochInput _input;

    public DenseEpoch(int validators, int neurons, bool yuma3)
    {
        Rng rng = new(1);
        StoredRows weights = RandomRows(validators, neurons, rng);
        EpochInput first = Input(validators, neurons, yuma3, weights, RandomRows(validators, neurons, rng));
        _input = Input(validators, neurons, yuma3, weights, _epoch.Run(first).Bonds);
    }

    public EpochOutput Run() => _epoch.Run(_input);

    private static EpochInput Input(
        int validators,
        int neurons,
        bool yuma3,
        StoredRows weights,
        StoredRows bonds
    )
    {
        EpochInput input = new()
        {
            Neurons = neurons,
            Parameters = new() { Yuma3On = yuma3, MaxAllowedValidators = (ushort)validators },
            CurrentBlock = new(10_000),
            LastMechanismStepBlock = new(9_640),
            LastUpdate = new ulong[neurons],
            BlockAtRegistration = new ulong[neurons],
            AlphaStake = new ulong[neurons],
            TaoStake = new ulong[neurons],
            ValidatorPermit = new bool[neurons],
            Emission = Alpha.Of(295),
            Weights = weights,
            Bonds = bonds,
        };
        Rng rng = new(2);
        for (int uid = 0; uid < validators; uid++)
        {
            input.LastUpdate[uid] = 9_900;
            input.ValidatorPermit[uid] = true;
            input.AlphaStake[uid] = Alpha.Of(1_000 + rng.NextInt(9_000)).Rao;
        }
        return input;
    }

    private static StoredRows RandomRows(int rows, int columns, Rng rng)
    {
        StoredRows stored = new();
        WeightEntry[] row = new WeightEntry[columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                row[j] = new((ushort)j, (ushort)rng.NextInt(ushort.MaxValue + 1));
            }
            stored.Set(i, row);
        }
        return stored;
    }
}
