using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Doctor;

namespace Simulator.Core.Tests.Doctor;

public sealed class SelfTestTests
{
    [Fact]
    public void An_execution_that_leaves_one_epoch_out_is_found()
    {
        LeavesOneOut execution = new();
        Assert.NotEqual(0, new SelfTest(6).Differences(execution));
        Assert.Equal(6, execution.Runs);
    }

    [Fact]
    public void The_scalar_run_agrees_with_itself() =>
        Assert.Equal(0, new SelfTest(6).Differences(new ScalarColumns()));

    [Fact]
    public void Weights_that_one_epoch_leaves_out_are_found()
    {
        Assert.Equal(0, new SelfTest(6).Differences(ScoreExecutions.Scalar()));
        Assert.NotEqual(0, new SelfTest(6).Differences(new LeavesOneUnweighed()));
    }

    private sealed class LeavesOneUnweighed : IScoreExecution
    {
        private readonly IScoreExecution _scalar = ScoreExecutions.Scalar();
        private int _runs;

        public string Name => "leaves one unweighed";

        public void Weigh(DenseScores scores, DenseEpoch epoch)
        {
            if (_runs++ != 4)
            {
                _scalar.Weigh(scores, epoch);
            }
        }

        public void Store(DenseScores masks, DenseEpoch epoch) => _scalar.Store(masks, epoch);
    }

    private sealed class LeavesOneOut : IColumnExecution
    {
        private readonly ScalarColumns _scalar = new();

        public string Name => "leaves one out";

        public int Runs { get; private set; }

        public void NormalizeRows(DenseEpoch epoch) => _scalar.NormalizeRows(epoch);

        public void Run(DenseEpoch epoch)
        {
            if (Runs++ != 4)
            {
                _scalar.Run(epoch);
            }
        }
    }
}
