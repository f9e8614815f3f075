using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Tests.Reports.Data;

public sealed class GroupListTests
{
    [Fact]
    public void Miners_come_first_and_each_group_keeps_the_place_of_its_first_member()
    {
        var groups = new GroupList([("v", true), ("b", false), ("a", false), ("b", false)]);
        Assert.Equal(["b", "a", "v"], groups.All.Select(g => g.Label));
        Assert.Equal([0, 1, 2], groups.All.Select(g => g.Index));
        Assert.Same(groups.All[1], groups.Of("a", isValidator: false));
    }

    [Fact]
    public void One_name_for_miners_and_validators_is_two_groups()
    {
        var groups = new GroupList([("x", true), ("x", false), ("", false)]);
        Assert.Equal(["x", "(no group)", "x (validators)"], groups.All.Select(g => g.Label));
    }
}
