using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Benchmarks.Workloads;

/// <summary>An epoch in which every validator weighs every neuron at random and has the bonds of the epoch before.</summary>
internal sealed class DenseRows
{
    private readonly IEpochExecution _epoch;
    private readonly EpochInput _input;

    public DenseRows(
        IEpochExecution execution,
        int validators,
        int neurons,
        BondRule rule,
        int seed = 1,
        PerU16? kappa = null
    )
    {
        _epoch = execution;
        Rng rng = new((ulong)seed);
        StoredRows weights = RandomRows(validators, neurons, rng);
        EpochInput first = InputOf(
            validators,
            neurons,
            rule,
            weights,
            RandomRows(validators, neurons, rng),
            kappa
        );
        _input = InputOf(validators, neurons, rule, weights, _epoch.Run(first).Bonds, kappa);
    }

    /// <summary>What the epoch reads.</summary>
    public EpochInput Input => _input;

    public EpochOutput Run() => _epoch.Run(_input);

    /// <summary>An epoch of validators with random stakes.</summary>
    public static EpochInput InputOf(
        int validators,
        int neurons,
        BondRule rule,
        StoredRows weights,
        StoredRows bonds,
        PerU16? kappa = null
    )
    {
        EpochInput input = new()
        {
            Neurons = neurons,
            Parameters = new()
            {
                Yuma3On = rule != BondRule.Yuma2,
                LiquidAlphaOn = rule == BondRule.Yuma3Liquid,
                Kappa = kappa ?? new EpochParameters().Kappa,
                MaxAllowedValidators = (ushort)validators,
            },
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
