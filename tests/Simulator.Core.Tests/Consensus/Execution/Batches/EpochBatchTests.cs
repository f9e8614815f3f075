using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Tests.Consensus.Execution.Batches;

public sealed class EpochBatchTests
{
    // Sweeps over parameters, their points in any order: every epoch stands there with other points of the same weights.
    private static readonly Gen<EpochInput[]> Sweeps = RandomEpoch
        .Inputs.Array[1, 4]
        .SelectMany(inputs =>
            Gen.Shuffle(
                inputs
                    .SelectMany(x =>
                        new[]
                        {
                            x,
                            x.With(),
                            x.With(x.Parameters with { Kappa = new(50_000) }),
                            x.With(x.Parameters with { Yuma3On = true, LiquidAlphaOn = true }),
                            x.With(alphaStake: [.. x.AlphaStake.Select(stake => 2 * stake)]),
                        }
                    )
                    .ToArray()
            )
        );

    public static TheoryData<string, int> Processors =>
        [
            .. from columns in ColumnExecutions.All()
            from threads in new[] { 1, 3 }
            select (columns.Name, threads),
        ];

    [Theory]
    [MemberData(nameof(Processors))]
    public void Epochs_spread_over_threads_are_those_of_the_reference(string name, int threads) =>
        Compare(new SpreadBatch(threads, () => Execution(name)), samples: 500);

    [Theory]
    [MemberData(nameof(Processors))]
    public void Epochs_stacked_in_one_call_are_those_of_the_reference(string name, int threads) =>
        Compare(new StackedBatch(Execution(name), threads), samples: 500);

    [Fact]
    public void Epochs_stacked_in_kernels_are_those_of_the_reference()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        Compare(new StackedBatch(kernels, 2), samples: 40);
        Assert.NotEqual(0, kernels.Batches);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_job_that_fails_leaves_the_others_whole(int threads)
    {
        EpochInput good = SharedWeightsTests.Regular(),
            bad = good.With(neurons: -1);
        foreach (
            IEpochBatch batch in new IEpochBatch[]
            {
                new SpreadBatch(threads),
                new StackedBatch(ColumnExecutions.Best(), threads),
            }
        )
        {
            EpochJob[] jobs = JobsOf([good, bad, good, good, bad, good]);
            batch.Run(jobs);
            Assert.Equal(
                [1, 4],
                Enumerable.Range(0, jobs.Length).Where(k => jobs[k].Fault is OverflowException)
            );
            foreach (EpochJob job in jobs.Where(job => job.Fault is null))
            {
                EpochEquality.Holds(new ScalarEpoch().Run(job.Input), job.Output!);
            }
        }
    }

    [Fact]
    public void A_batch_allocates_what_its_epochs_do_alone()
    {
        EpochInput input = SharedWeightsTests.Regular();
        EpochJob[] jobs = JobsOf([input, input.With(), input.With(input.Parameters with { Kappa = new(1) })]);
        LaneEpoch alone = new();
        IEpochBatch[] batches = [new SpreadBatch(1), new StackedBatch(ColumnExecutions.Best(), 1)];
        long[] bytes =
        [
            .. batches.Select(batch => Allocation.Least(() => batch.Run(jobs))),
            Allocation.Least(() => Array.ForEach(jobs, job => alone.Run(job.Input))),
        ];
        // No buffer is made anew; the compiler may keep a small object of an epoch on the stack in one place and not in another.
        const int Small = 100;
        Assert.InRange(bytes[0], 0, bytes[2] + Small * jobs.Length);
        Assert.InRange(bytes[1], 0, bytes[2] + Small * jobs.Length);
    }

    private static void Compare(IEpochBatch batch, int samples) =>
        Sweeps.Sample(
            inputs =>
            {
                EpochJob[] jobs = JobsOf(inputs);
                batch.Run(jobs);
                foreach (EpochJob job in jobs)
                {
                    Assert.Null(job.Fault);
                    EpochEquality.Holds(new ScalarEpoch().Run(job.Input), job.Output!);
                }
            },
            iter: samples,
            threads: 1
        );

    private static EpochJob[] JobsOf(IEnumerable<EpochInput> inputs) =>
        [
            .. inputs.Select(input =>
            {
                EpochJob job = new();
                job.Begin(input);
                return job;
            }),
        ];

    private static IColumnExecution Execution(string name) =>
        ColumnExecutions.All().Single(x => x.Name == name);
}
