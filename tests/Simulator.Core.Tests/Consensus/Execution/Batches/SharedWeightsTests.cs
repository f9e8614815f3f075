using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Batches;

/// <summary>Weights that are the same are normalised once and stored once.</summary>
public sealed class SharedWeightsTests
{
    private static readonly EpochInput Input = Regular();

    public static TheoryData<string> Same => [.. SameWeights.Keys];

    public static TheoryData<string> Other => [.. OtherWeights.Keys];

    private static Dictionary<string, EpochInput> SameWeights { get; } =
        new()
        {
            ["copied"] = Input.With(),
            ["kappa"] = Input.With(Input.Parameters with { Kappa = new(1) }),
            ["bonds"] = Input.With(Input.Parameters with { BondsMovingAverage = 1, BondsPenalty = new(7) }),
            ["rule"] = Input.With(Input.Parameters with { Yuma3On = true }),
            ["stake"] = Input.With(alphaStake: [5, 4, 3, 0, 0]),
        };

    private static Dictionary<string, EpochInput> OtherWeights { get; } =
        new()
        {
            ["a weight"] = Input.With(weights: Changed()),
            ["a voter without stake"] = Input.With(alphaStake: [5, 4, 0, 0, 0]),
            ["a permit"] = Input.With(permit: Input.ValidatorPermit.With(1, false)),
            ["when it was set"] = Input.With(lastUpdate: Input.LastUpdate.With(1, 3UL)),
            ["a newcomer"] = Input.With(registered: Input.BlockAtRegistration.With(4, 999UL)),
            ["rows looked through for liquid alpha"] = Input.With(
                Input.Parameters with
                {
                    Yuma3On = true,
                    LiquidAlphaOn = true,
                }
            ),
        };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_does_not_touch_weights_lets_them_be_shared(string what) =>
        Assert.True(Share(SameWeights[what]));

    [Theory]
    [MemberData(nameof(Other))]
    public void What_changes_weights_or_their_rows_does_not(string what) =>
        Assert.False(Share(OtherWeights[what]));

    [Fact]
    public void A_device_holds_shared_weights_once()
    {
        using GpuDevice device = GpuDevice.Processor();
        long subnet = GpuBatch.BytesOf(3, DenseEpoch.Padding),
            weights = GpuBatch.WeightBytesOf(3, DenseEpoch.Padding);
        using GpuColumns kernels = new(device, 6 * subnet + 2 * weights);
        StackedBatch batch = new(kernels, threads: 1);
        EpochInput[] sweep =
        [
            .. new[] { Input, Input.With(weights: Changed()) }.SelectMany(input =>
                new ushort[] { 1, 20_000, 60_000 }.Select(kappa =>
                    input.With(input.Parameters with { Kappa = new(kappa) })
                )
            ),
        ];
        EpochJob[] jobs = [.. sweep.Select(_ => new EpochJob())];
        for (int k = 0; k < jobs.Length; k++)
        {
            jobs[k].Begin(sweep[k]);
        }
        batch.Run(jobs);
        Assert.Equal(1, kernels.Batches);
        Assert.All(jobs, job => EpochEquality.Holds(new ScalarEpoch().Run(job.Input), job.Output!));
    }

    /// <summary>Three validators that weigh two miners.</summary>
    public static EpochInput Regular() =>
        new()
        {
            Neurons = 5,
            Parameters = new() { CommitRevealEnabled = false },
            CurrentBlock = new(1000),
            LastMechanismStepBlock = new(900),
            LastUpdate = [950, 951, 952, 0, 0],
            BlockAtRegistration = [0, 0, 0, 10, 20],
            AlphaStake = [3, 4, 5, 0, 0],
            TaoStake = new ulong[5],
            ValidatorPermit = [true, true, true, false, false],
            Emission = new(1_000_000),
            Weights = Rows(10_000),
            Bonds = new(),
        };

    private static StoredRows Changed() => Rows(10_001);

    private static StoredRows Rows(ushort first) =>
        RandomEpoch.Stored([(0, 3, first), (0, 4, 65_535), (1, 3, 65_535), (1, 4, 20_000), (2, 4, 65_535)]);

    private static bool Share(EpochInput other)
    {
        IColumnExecution columns = ColumnExecutions.Best();
        PreparedEpoch a = new(columns),
            b = new(columns);
        Assert.True(a.Prepare(Input));
        Assert.True(b.Prepare(other, like: a));
        bool shared = b.Dense.SharesWeightsWith(a.Dense);
        columns.Run(b.Dense);
        EpochEquality.Holds(new ScalarEpoch().Run(other), b.Finish());
        return shared;
    }
}
