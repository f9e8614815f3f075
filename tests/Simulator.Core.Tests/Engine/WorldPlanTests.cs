using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class WorldPlanTests
{
    private static readonly WorldPlan Empty = new();

    [Fact]
    public void A_group_without_a_recipe_is_refused()
    {
        Assert.Throws<ArgumentNullException>("recipe", () => Empty.WithMiners(1, null!));
        Assert.Throws<ArgumentNullException>("recipe", () => Empty.WithValidators(1, null!, Alpha.Of(1)));
        Assert.Throws<ArgumentNullException>("Recipe", () => new MinerGroup("a", 1, null!));
        Assert.Throws<ArgumentNullException>("Recipe", () => new ValidatorGroup("a", 1, null!));
    }

    [Fact]
    public void A_group_without_a_name_is_refused()
    {
        Assert.Throws<ArgumentNullException>("Name", () => new MinerGroup(null!, 1, _ => new Pupil(1)));
        Assert.Throws<ArgumentNullException>(
            "Name",
            () => new ValidatorGroup(null!, 1, _ => new WeightCopier())
        );
    }

    [Fact]
    public void A_group_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentNullException>("group", () => Empty.WithMiners(null!));
        Assert.Throws<ArgumentNullException>("group", () => Empty.WithValidators(null!));
    }

    [Fact]
    public void Groups_that_are_not_named_are_numbered()
    {
        WorldPlan plan = Empty
            .WithMiners(1, _ => new Pupil(1))
            .WithMiners(1, _ => new Pupil(1))
            .WithValidators(1, _ => new WeightCopier(), Alpha.Of(1));
        Assert.Equal(["miners-1", "miners-2"], plan.Miners.Select(g => g.Name));
        Assert.Equal(["validators-1"], plan.Validators.Select(g => g.Name));
    }

    [Fact]
    public void Lists_that_were_never_filled_are_empty()
    {
        WorldPlan plan = new()
        {
            Miners = default,
            Validators = default,
            Arrivals = new() { PerDay = 1, Groups = default },
        };
        Assert.Equal(
            [
                new Problem("arrivals.miners", "nobody can arrive; name at least one group"),
                new Problem("miners", "nobody takes part; name at least one miner or validator"),
            ],
            plan.Problems()
        );
        Assert.Single(plan.WithMiners(1, _ => new Pupil(1)).Miners);
        Assert.Single(plan.WithValidators(1, _ => new WeightCopier(), Alpha.Of(1)).Validators);
    }

    [Fact]
    public void A_group_of_more_than_a_million_is_a_mistake()
    {
        WorldPlan Of(int count) =>
            new()
            {
                Miners = [new("miners", 1, _ => new Pupil(1))],
                Validators = [new("voters", 1, _ => new WeightCopier())],
                Arrivals = new() { PerDay = 1, Groups = [new("newcomers", count, _ => new Pupil(1))] },
            };
        Assert.Empty(Of(1_000_000).Problems());
        Assert.Equal(
            [new Problem("arrivals.miners[0].count", "1000001 is above 1000000")],
            Of(1_000_001).Problems()
        );
        Assert.Equal(
            [
                "miners[1].count: 1000001 is above 1000000",
                "subnet.max_allowed_uids: 256 slots for 1000003 miners and validators",
            ],
            Of(1).WithMiners(1_000_001, _ => new Pupil(1)).Problems().Select(p => p.ToString())
        );
        Assert.Equal(
            [
                "validators[1].count: 1000001 is above 1000000",
                "subnet.max_allowed_uids: 256 slots for 1000003 miners and validators",
            ],
            Of(1)
                .WithValidators(1_000_001, _ => new WeightCopier(), Alpha.Zero)
                .Problems()
                .Select(p => p.ToString())
        );
    }
}
