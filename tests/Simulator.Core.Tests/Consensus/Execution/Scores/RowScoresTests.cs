using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Doctor;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Execution.Scores;

/// <summary>The row program on the processor: against the long way, and lanes against it.</summary>
public sealed class RowScoresTests
{
    private const int RowsOfAll = 100_000;

    public static TheoryData<string> Executions =>
        [.. ScoreExecutions.All().Select(execution => execution.Name)];

    [Theory]
    [MemberData(nameof(Executions))]
    public void Weights_are_those_of_a_vote_that_is_sent_stored_and_masked(string name)
    {
        IScoreExecution execution = ScoreExecutions.All().Single(each => each.Name == name);
        Rng rng = new RandomStreams(11).For("scores");
        DenseEpoch epoch = new();
        DenseScores scores = new();
        int rows = 0;
        int entries = 0;
        while (rows < RowsOfAll)
        {
            epoch.Reset(1 + rng.NextInt(100), 0, 1 + rng.NextInt(70));
            SampleScores.Fill(rng, epoch, scores);
            execution.Weigh(scores, epoch);
            for (int i = 0; i < epoch.Rows; i++)
            {
                ReadOnlySpan<uint> codes = SampleScores.Codes(epoch, i);
                Assert.Equal(PlainWeights.Of(scores, i), codes[..epoch.Columns].ToArray());
                Assert.False(codes[epoch.Columns..].ContainsAnyExcept(0U), "what pads a row must stay empty");
                entries += codes.Length - codes.Count(0U);
            }
            rows += epoch.Rows;
        }
        Assert.InRange(entries, 10 * RowsOfAll / 3, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Executions))]
    public void Weights_that_were_sent_are_stored_and_masked_as_in_fixed_point(string name)
    {
        IScoreExecution execution = ScoreExecutions.All().Single(each => each.Name == name);
        Rng rng = new RandomStreams(15).For("sent");
        DenseEpoch epoch = new();
        DenseScores scores = new();
        for (int rows = 0; rows < RowsOfAll / 5; rows += epoch.Rows)
        {
            epoch.Reset(1 + rng.NextInt(100), 0, 1 + rng.NextInt(70));
            SampleScores.Fill(rng, epoch, scores);
            SampleScores.FillSent(rng, epoch);
            uint[][] expected =
            [
                .. Enumerable
                    .Range(0, epoch.Rows)
                    .Select(i =>
                        PlainWeights.Stored(
                            scores,
                            i,
                            SampleScores.Codes(epoch, i)[..epoch.Columns].ToArray()
                        )
                    ),
            ];
            execution.Store(scores, epoch);
            for (int i = 0; i < epoch.Rows; i++)
            {
                Assert.Equal(expected[i], SampleScores.Codes(epoch, i)[..epoch.Columns].ToArray());
            }
        }
    }

    [Fact]
    public void A_steady_state_allocates_nothing()
    {
        IScoreExecution execution = ScoreExecutions.Best();
        DenseEpoch epoch = new();
        DenseScores scores = new();
        epoch.Reset(64, 64, 256);
        ScoreMap[] maps = [ScoreMap.Power(3), ScoreMap.Softmax(1), ScoreMap.Falling(9)];
        WeighAll();
        Assert.Equal(0, Allocation.Least(WeighAll));

        void WeighAll()
        {
            foreach (ScoreMap map in maps)
            {
                Weigh(map);
            }
        }

        void Weigh(ScoreMap map)
        {
            scores.Reset(epoch, map);
            scores.Drawn = (1, 0.5);
            execution.Weigh(scores, epoch);
        }
    }

    [Fact]
    public void A_score_that_is_not_a_number_is_refused_with_its_place()
    {
        DenseEpoch epoch = new();
        epoch.Reset(2, 0, 3);
        DenseScores scores = new();
        scores.Reset(epoch, ScoreMap.Power(1));
        Assert.StartsWith(
            "The score of row 1 and miner 2 is NaN: a score is a number, or −∞ for none.",
            Assert.Throws<ArgumentException>(() => scores.SetRow(1, [0, 1, double.NaN])).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "2 scores for 3 miners.",
            Assert.Throws<ArgumentException>(() => scores.SetRow(1, [0, 1])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Shapes_that_do_not_agree_are_refused()
    {
        DenseEpoch small = new();
        small.Reset(2, 0, 3);
        DenseEpoch large = new();
        large.Reset(2, 0, 40);
        DenseScores scores = new();
        scores.Reset(small, ScoreMap.Power(1));
        Assert.StartsWith(
            "Scores of 2 validators and 3 miners for an epoch of 2 validators and 40 miners.",
            Assert.Throws<ArgumentException>(() => ScoreExecutions.Best().Weigh(scores, large)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_weight_counts_from_the_block_after_its_miner_came_and_not_past_a_hidden_commit()
    {
        DenseEpoch epoch = new();
        epoch.Reset(4, 0, 3);
        DenseScores scores = new();
        scores.Reset(epoch, ScoreMap.TopK(3));
        for (int i = 0; i < 4; i++)
        {
            scores.SetRow(i, [1, 1, 1]);
        }
        (scores.Registered[0], scores.Registered[1], scores.Registered[2]) = (4, 5, 6);
        scores.SetMask(0, -1, permitted: true, lastUpdate: 6, LiveCommits.None);
        scores.SetMask(1, -1, permitted: true, lastUpdate: 9, earliestCommit: 4);
        scores.SetMask(2, -1, permitted: false, lastUpdate: 9, LiveCommits.None);
        scores.SetMask(3, 1, permitted: true, lastUpdate: 9, LiveCommits.None);
        ScoreExecutions.Best().Weigh(scores, epoch);
        bool[] counts = [.. Enumerable.Range(0, 12).Select(k => SampleScores.Codes(epoch, k / 3)[k % 3] > 0)];
        Assert.Equal([true, true, false, true, false, false, false, false, false, true, false, true], counts);
    }
}
