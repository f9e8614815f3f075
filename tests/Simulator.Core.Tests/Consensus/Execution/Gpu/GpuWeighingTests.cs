using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Doctor;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Execution.Gpu;

/// <summary>Kernels from scores to dividends against the scalar run, on ILGPU's stand-in for a device.</summary>
public sealed class GpuWeighingTests
{
    private const int Batches = 500;
    private static readonly int[] Validators = [1, 2, 3, 63, 64, 65];
    private static readonly int[] Miners = [1, 31, 32, 33];

    [Fact]
    public void Epochs_from_scores_and_draws_have_the_bits_of_the_scalar_run()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns columns = new(device);
        using GpuWeighing kernels = new(device, columns);
        Rng rng = new RandomStreams(12).For("batches");
        for (int k = 0; k < Batches; k++)
        {
            BondRule rule = (BondRule)rng.NextInt(3);
            // Every shape in turn; of a batch all subnets but the first are smaller.
            int rows = Validators[k % Validators.Length];
            int miners = Miners[k / Validators.Length % Miners.Length];
            Assert.Equal(0, Differences(kernels, rng, 3, rule, rows, miners));
        }
        Assert.Equal(Batches, columns.Batches);
    }

    [Fact]
    public void Weights_alone_have_the_bits_of_the_scalar_run()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns columns = new(device);
        using GpuWeighing kernels = new(device, columns);
        Rng rng = new RandomStreams(13).For("weights");
        for (int k = 0; k < 60; k++)
        {
            DenseEpoch expected = SampleEpoch.Draw(
                new(1),
                BondRule.Yuma2,
                1 + rng.NextInt(20),
                1 + rng.NextInt(70)
            );
            DenseEpoch found = SampleEpoch.Draw(new(1), BondRule.Yuma2, expected.Rows, expected.Columns);
            DenseScores scores = SampleScores.Draw(rng, expected);
            if (k % 2 == 0)
            {
                kernels.Weigh(scores, found);
                ScoreExecutions.Scalar().Weigh(scores, expected);
            }
            else
            {
                ulong key = rng.NextUInt64();
                SampleScores.FillSent(new(key), found);
                SampleScores.FillSent(new(key), expected);
                kernels.Store(scores, found);
                ScoreExecutions.Scalar().Store(scores, expected);
            }
            for (int i = 0; i < expected.Rows; i++)
            {
                Assert.Equal(
                    SampleScores.Codes(expected, i).ToArray(),
                    SampleScores.Codes(found, i).ToArray()
                );
            }
        }
    }

    [Fact]
    public void What_does_not_fit_at_once_runs_in_parts()
    {
        using GpuDevice device = GpuDevice.Processor();
        long bytes = GpuBatch.BytesOf(5, 32) + GpuBatch.WeightBytesOf(5, 32) + GpuScoreBatch.BytesOf(5, 32);
        using GpuColumns columns = new(device, 2 * bytes);
        using GpuWeighing kernels = new(device, columns);
        Assert.Equal(0, Differences(kernels, new RandomStreams(14).For("parts"), 7, BondRule.Yuma3, 5, 20));
        Assert.Equal(4, columns.Batches);
    }

    [Fact]
    public void Lists_of_different_lengths_are_refused()
    {
        using GpuDevice device = GpuDevice.Processor();
        using GpuColumns columns = new(device);
        using GpuWeighing kernels = new(device, columns);
        DenseEpoch epoch = SampleEpoch.Draw(new(1), BondRule.Yuma2, 5, 20);
        Assert.StartsWith(
            "0 scores for 1 epochs.",
            Assert.Throws<ArgumentException>(() => kernels.Run([epoch], [])).Message,
            StringComparison.Ordinal
        );
    }

    private static long Differences(
        GpuWeighing kernels,
        Rng rng,
        int count,
        BondRule rule,
        int rows,
        int columns
    )
    {
        List<DenseEpoch> expected = [];
        List<DenseEpoch> found = [];
        List<DenseScores> scores = [];
        for (int k = 0; k < count; k++)
        {
            int someRows = k == 0 ? rows : 1 + rng.NextInt(rows);
            int someColumns = k == 0 ? columns : 1 + rng.NextInt(columns);
            ulong key = rng.NextUInt64();
            expected.Add(SampleEpoch.Draw(new(key), rule, someRows, someColumns));
            found.Add(SampleEpoch.Draw(new(key), rule, someRows, someColumns));
            scores.Add(SampleScores.Draw(rng, expected[k]));
        }
        kernels.Run(found, scores);
        for (int k = 0; k < count; k++)
        {
            ScoreExecutions.Scalar().Weigh(scores[k], expected[k]);
            new ScalarColumns().Run(expected[k]);
        }
        return expected.Zip(found, SampleEpoch.Differences).Sum();
    }
}
