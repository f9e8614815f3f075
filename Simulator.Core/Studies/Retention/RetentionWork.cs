using Simulator.Core.Consensus.Execution;
using Simulator.Core.Randomness;

namespace Simulator.Core.Studies.Retention;

/// <summary>Spreads the work of a retention map over threads; every piece has its own slot in the result.</summary>
/// <param name="plan">The plan of the map.</param>
/// <param name="streams">Where the random numbers come from.</param>
/// <param name="execution">Computes the epochs; no other thread holds it.</param>
internal sealed class RetentionWork(RetentionPlan plan, RandomStreams streams, IEpochExecution execution)
{
    private RetentionDraw? _draw;
    private RetentionSubnet? _subnet;
    private int _drawNumber = -1;
    private int _stakeNumber = -1;

    /// <summary>Does every piece, each with tools that no other thread holds.</summary>
    /// <param name="plan">The plan of the map, without mistakes.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="piece">Does the piece of a number.</param>
    /// <param name="executions">Make what computes the epochs; the processor's if left out.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Do(
        RetentionPlan plan,
        ulong seed,
        int pieces,
        int threads,
        Action<RetentionWork, int> piece,
        EpochExecutions? executions,
        CancellationToken cancel
    )
    {
        RandomStreams streams = new(seed);
        Parallel.For(
            0,
            pieces,
            new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            () => new RetentionWork(plan, streams, executions?.New() ?? new LaneEpoch()),
            (number, _, work) =>
            {
                piece(work, number);
                return work;
            },
            _ => { }
        );
    }

    /// <summary>The subnet of a draw and a share of stake; valid until the next call.</summary>
    public RetentionSubnet Subnet(int draw, int stake)
    {
        if (_draw is null || draw != _drawNumber)
        {
            (_draw, _drawNumber, _subnet) = (new(plan, streams, draw), draw, null);
        }
        if (_subnet is null || stake != _stakeNumber)
        {
            (_subnet, _stakeNumber) = (new(plan, _draw, plan.HonestStakes[stake], execution.Run), stake);
        }
        return _subnet;
    }
}
