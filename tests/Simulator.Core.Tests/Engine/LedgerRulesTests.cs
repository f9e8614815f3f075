using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class LedgerRulesTests
{
    private static readonly WorldPlan Plan = new() { Miners = [new("miners", 1, _ => new Pupil(1))] };

    [Fact]
    public void Groups_may_hold_all_that_can_exist_and_no_rao_more()
    {
        WorldPlan whole = Plan with
        {
            Validators =
            [
                new("voters", 3, _ => new WeightCopier())
                {
                    Stake = Alpha.Of(7_000_000),
                    RootStake = Tao.Of(7_000_000),
                },
            ],
        };
        WorldPlan beyond = whole.WithMiners(new("more", 1, _ => new Pupil(1)) { Stake = new(1) });

        Assert.Empty(whole.Problems());
        Assert.Equal(
            [
                new Problem(
                    "miners[1].stake",
                    "with this the groups have more than 21000000 alpha, all that can ever exist"
                ),
            ],
            beyond.Problems()
        );
    }

    [Fact]
    public void Income_stays_within_the_ledger()
    {
        WorldPlan dear = Plan with { Prices = new() { AlphaInTao = Tao.Of(1_000_000) } };
        WorldPlan plenty = Plan with
        {
            Network = new() { AlphaEmission = Alpha.Of(1_000) },
            Epochs = 20_000,
        };

        // 360 blocks x 40 epochs x 1 alpha.
        Assert.Equal(
            [
                new Problem(
                    "prices.alpha",
                    "at 1000000 TAO the alpha of 14400 blocks is worth more than a ledger can hold"
                ),
            ],
            dear.Problems()
        );
        Assert.Equal(
            [
                new Problem(
                    "network.alpha_emission",
                    "1000 alpha in each of 7200000 blocks is more than a ledger can hold"
                ),
            ],
            plenty.Problems()
        );
    }
}
