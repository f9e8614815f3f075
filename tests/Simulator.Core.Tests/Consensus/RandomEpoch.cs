using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Small random epochs that reach every branch; no two stakes are equal, so that permits have no ties.</summary>
internal static class RandomEpoch
{
    private const int MaxNeurons = 12;

    private static readonly Gen<EpochParameters> Parameters = Gen.Select(
        Gen.Bool,
        Gen.Bool,
        Among<ushort>(0, 20_000, 32_767, 65_535),
        Among<ushort>(0, 1, 30_000, 65_535),
        Among<ulong>(0, 500_000, 900_000, 1_000_000),
        Gen.UShort[0, MaxNeurons + 1],
        Among<short>(-1000, 0, 10, 1000),
        Gen.Bool,
        (yuma3, liquid, kappa, penalty, memory, validators, steepness, commitReveal) =>
            new EpochParameters
            {
                Tempo = 100,
                ActivityCutoffFactorMilli = 5000,
                TaoWeight = 1UL << 60,
                Yuma3On = yuma3,
                LiquidAlphaOn = liquid,
                Kappa = new(kappa),
                BondsPenalty = new(penalty),
                BondsMovingAverage = memory,
                MaxAllowedValidators = validators,
                AlphaSigmoidSteepness = steepness,
                CommitRevealEnabled = commitReveal,
            }
    );

    /// <summary>Inputs.</summary>
    public static Gen<EpochInput> Inputs { get; } = OfSize(Gen.Int[1, MaxNeurons]);

    /// <summary>Inputs of given sizes.</summary>
    public static Gen<EpochInput> OfSize(Gen<int> neurons) => Of(neurons, Rows);

    /// <summary>Inputs of given sizes with anything from no entry to every second cell one, weights and bonds apart.</summary>
    public static Gen<EpochInput> ThinOfSize(Gen<int> neurons) => Of(neurons, ThinRows);

    private static Gen<EpochInput> Of(Gen<int> neurons, Func<int, Gen<StoredRows>> rows) =>
        neurons.SelectMany(n =>
            Gen.Select(
                Parameters,
                Gen.Select(Gen.ULong[400, 1000].Array[n], Gen.ULong[0, 950].Array[n]),
                Gen.Select(Stakes(n), RootStakes(n)),
                Gen.Bool.Array[n],
                Gen.Int[-1, n - 1],
                rows(n),
                rows(n),
                Gen.ULong[0, 1_000_000_000_000],
                (parameters, blocks, stakes, permit, owner, weights, bonds, emission) =>
                    new EpochInput
                    {
                        Neurons = n,
                        Parameters = parameters,
                        CurrentBlock = new(1000),
                        LastMechanismStepBlock = new(900),
                        LastUpdate = blocks.Item1,
                        BlockAtRegistration = blocks.Item2,
                        AlphaStake = stakes.Item1,
                        TaoStake = stakes.Item2,
                        ValidatorPermit = permit,
                        OwnerUid = owner < 0 ? null : new Uid((ushort)owner),
                        EarliestLiveCommit = [.. blocks.Item1.Select(x => x % 3 == 0 ? x : LiveCommits.None)],
                        Emission = new(emission),
                        Weights = weights,
                        Bonds = bonds,
                    }
            )
        );

    /// <summary>Rows with the entries given, by column.</summary>
    public static StoredRows Stored(IEnumerable<(int Row, int Column, ushort Value)> entries)
    {
        StoredRows rows = new();
        foreach (var row in entries.GroupBy(x => x.Row))
        {
            rows.Set(
                row.Key,
                [.. row.OrderBy(x => x.Column).Select(x => new WeightEntry((ushort)x.Column, x.Value))]
            );
        }
        return rows;
    }

    /// <summary>The entries of rows.</summary>
    public static IEnumerable<(int Row, int Column, ushort Value)> Entries(StoredRows rows) =>
        Enumerable
            .Range(0, rows.Height)
            .SelectMany(i => rows[i].ToArray().Select(x => (i, (int)x.Uid, x.Value)));

    /// <summary>The epoch after another, with the same weights.</summary>
    public static EpochInput Following(EpochInput input, EpochOutput output) =>
        new()
        {
            Neurons = input.Neurons,
            Parameters = input.Parameters,
            CurrentBlock = input.CurrentBlock,
            LastMechanismStepBlock = input.LastMechanismStepBlock,
            LastUpdate = input.LastUpdate,
            BlockAtRegistration = input.BlockAtRegistration,
            AlphaStake = input.AlphaStake,
            TaoStake = input.TaoStake,
            ValidatorPermit = output.ValidatorPermit,
            OwnerUid = input.OwnerUid,
            EarliestLiveCommit = input.EarliestLiveCommit,
            Emission = input.Emission,
            Weights = input.Weights,
            Bonds = output.Bonds,
        };

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // All stake together is below 2³², so that stakes which differ by a rao are not equal shares; they differ in their
    // last two digits, to which root stake at a weight of 1/16 adds nothing.
    private static Gen<ulong[]> Stakes(int n) =>
        Gen.Select(Among<ulong>(0, 1, 100), Gen.ULong[0, 1000])
            .Array[n]
            .Select(x =>
                x.Select((y, i) => y.Item1 == 0 ? (ulong)i : (y.Item1 * y.Item2 + 1) * 100 + (ulong)i)
                    .ToArray()
            );

    private static Gen<ulong[]> RootStakes(int n) => Gen.ULong[0, 600].Select(x => x * 1600).Array[n];

    private static Gen<StoredRows> ThinRows(int n) =>
        Gen.Int[0, 10]
            .SelectMany(kept =>
                Gen.Select(Gen.Int[0, 19], Gen.UShort)
                    .Array[n * n]
                    .Select(cells =>
                        Stored(
                            cells
                                .Select((cell, k) => (k / n, k % n, cell.Item1, cell.Item2))
                                .Where(x => x.Item3 < kept)
                                .Select(x => (x.Item1, x.Item2, x.Item3 % 3 == 1 ? (ushort)0 : x.Item4))
                        )
                    )
            );

    private static Gen<StoredRows> Rows(int n) =>
        Gen.Select(Gen.Int[0, 2], Gen.UShort)
            .Array[n * n]
            .Select(cells =>
                Stored(
                    cells
                        .Select(
                            (cell, k) => (k / n, k % n, cell.Item1 == 1 ? (ushort)0 : cell.Item2, cell.Item1)
                        )
                        .Where(x => x.Item4 > 0)
                        .Select(x => (x.Item1, x.Item2, x.Item3))
                )
            );
}
