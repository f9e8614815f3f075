using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class FaultTests
{
    [Fact]
    public void A_strategy_that_fails_is_named_with_block_and_slot()
    {
        WorldPlan plan = Worlds.Small.WithValidators(1, _ => new Careless(), Alpha.Of(1), "careless");
        var e = Assert.Throws<InvariantException>(() => Worlds.Run(plan));
        Assert.Equal(
            "block 340, netuid 1, uid 3: InvalidOperationException: The weight of uid 0 is NaN.",
            e.Message
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_miner_that_fails_at_work_is_named_whatever_thread_it_ran_on(int threads)
    {
        WorldPlan plan = Worlds.Small.WithMiners(5, _ => new Clumsy(), "clumsy");
        var e = Assert.Throws<InvariantException>(() => Worlds.Run(plan, threads: threads));
        Assert.Equal("block 0, netuid 1, uid 6: NotSupportedException: Never.", e.Message);
    }

    private sealed class Careless : IValidator
    {
        public string Strategy => "careless";

        public void Observe(in Judgement judgement) { }

        public Vote? Vote(IChainView chain, Uid self) => new([new(0)], [double.NaN]);
    }

    private sealed class Clumsy : IMiner
    {
        public string Strategy => "clumsy";

        public void Work() => throw new NotSupportedException("Never.");

        public Reply Answer(IQuestion question, IPeers peers) => new(NoAnswer.Instance, 0);
    }
}
