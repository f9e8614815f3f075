using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
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

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_model_that_fails_when_it_is_measured_is_named_whatever_thread_it_ran_on(int threads)
    {
        WorldPlan plan = Worlds.Small.WithMiners(5, _ => new Speechless(), "speechless");
        var e = Assert.Throws<InvariantException>(() => Worlds.Run(plan, threads: threads));
        Assert.Equal("block 360, netuid 1, uid 6: NotSupportedException: Silence.", e.Message);
    }

    [Fact]
    public void A_fault_of_ones_own_event_is_not_laid_on_whoever_acted_before_it()
    {
        Simulation run = new(Worlds.Small, 1);
        // All rounds of a tempo's questions lie in blocks before this one, and all votes in this one.
        EventLog own = new((_, _) => throw new FormatException("Mine."));
        run.Loop.Schedule(SimTime.StartOf(new(340)), Phase.Other, own);
        var e = Assert.Throws<InvariantException>(() => run.Run(TestContext.Current.CancellationToken));
        Assert.Equal("block 340, netuid 1: FormatException: Mine.", e.Message);
    }

    [Fact]
    public void A_stranger_that_registers_is_named()
    {
        Simulation run = new(Worlds.Small, 1);
        run.Network.Deposit(new(99), Tao.Of(10));
        EventLog own = new((_, _) => run.Network.Execute(new Register(new(1), new(99), new(99), Tao.Of(10))));
        run.Loop.Schedule(SimTime.StartOf(new(1)), Phase.Other, own);
        var e = Assert.Throws<InvariantException>(() => run.Run(TestContext.Current.CancellationToken));
        Assert.Equal(
            "block 1, netuid 1: InvalidOperationException: hk99 belongs to no agent of the plan; "
                + "only those can hold a slot.",
            e.Message
        );
    }

    [Fact]
    public void An_epoch_without_output_is_not_applied()
    {
        Simulation run = new(Worlds.Small, 1);
        Assert.True(run.AdvanceToEpoch(TestContext.Current.CancellationToken));
        var e = Assert.Throws<InvalidOperationException>(run.Apply);
        Assert.Equal("Block 360: the epoch of subnet 1, mechanism 0 has no output.", e.Message);
        Assert.Equal((0, 1), (run.Epochs, run.Due.Count));
    }

    private sealed class Speechless : IMiner, IModel
    {
        public string Strategy => "speechless";

        public string Name => "speechless";

        public int Version => 0;

        public IModel Model => this;

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question) => throw new NotSupportedException("Silence.");

        public Reply Answer(IQuestion question, IPeers peers) => new(NoAnswer.Instance, 0);
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
