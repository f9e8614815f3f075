using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

public sealed class NetworkTests
{
    private readonly Network _network = new(new(), new EventList());

    [Fact]
    public void Subnets_stand_in_the_order_of_their_numbers()
    {
        _network.AddSubnet(new(7), new(), new(5));
        _network.AddSubnet(new(2), new(), new(5));

        Assert.Equal([new NetUid(2), new NetUid(7)], _network.Subnets.Select(subnet => subnet.NetUid));
    }

    [Fact]
    public void Root_and_a_number_taken_are_refused()
    {
        _network.AddSubnet(new(2), new(), new(5));

        Assert.StartsWith(
            "Subnet 2 is root or exists already.",
            Assert.Throws<ArgumentException>(() => _network.AddSubnet(new(2), new(), new(5))).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Subnet 0 is root or exists already.",
            Assert.Throws<ArgumentException>(() => _network.AddSubnet(new(0), new(), new(5))).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "There is no subnet 3.",
            Assert.Throws<ArgumentException>(() => _network.View(new(3))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_plan_that_root_could_not_make_is_refused_with_all_of_its_problems()
    {
        Hyperparameters mistaken = new() { RevealPeriodEpochs = 0, MinBurn = Tao.Of(2) };

        PlanException exception = Assert.Throws<PlanException>(() =>
            _network.AddSubnet(new(1), mistaken, new(5))
        );

        Assert.Equal(
            ["subnet 1.reveal_period_epochs", "subnet 1.min_burn"],
            exception.Problems.Select(problem => problem.Path)
        );
        _network.AddSubnet(new(1), new(), new(5));
        Assert.Throws<PlanException>(() => _network.Change(new(1), mistaken));
    }

    [Fact]
    public void A_hotkey_is_enrolled_once_and_for_its_own_coldkey()
    {
        _network.AddSubnet(new(1), new(), new(5), ownerHotkey: new(100));
        _network.Enroll(new(1), new(100), new(5));

        Assert.StartsWith(
            "hk100 holds a slot of subnet 1 already.",
            Assert.Throws<ArgumentException>(() => _network.Enroll(new(1), new(100), new(5))).Message,
            StringComparison.Ordinal
        );
        _network.AddSubnet(new(2), new(), new(5));
        Assert.StartsWith(
            "hk100 belongs to ck5, not to ck6.",
            Assert.Throws<ArgumentException>(() => _network.Enroll(new(2), new(100), new(6))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_block_without_an_epoch_allocates_nothing()
    {
        OneSubnet chain = new OneSubnet().WithNeurons(8).GoTo(400);
        chain.CommitTimelocked(0, round: 0, (1, 1));
        chain.GoTo(410);
        ulong to = 410;

        Assert.Equal(0, Allocation.Least(() => chain.GoTo(to += 36)));
    }
}
