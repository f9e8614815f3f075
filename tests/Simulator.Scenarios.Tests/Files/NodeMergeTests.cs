using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class NodeMergeTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n", "b: 3\nc: 4\n", "{a: 1, b: 3, c: 4}")]
    [InlineData("a: {x: 1, y: 2}\n", "a: {y: 3, z: 4}\n", "{a: {x: 1, y: 3, z: 4}}")]
    [InlineData("a: [1, 2]\n", "a: [3]\n", "{a: [3]}")]
    [InlineData("a: {x: 1, y: 2}\nb: 1\n", "a: {x: null}\nb: ~\n", "{a: {y: 2}}")]
    [InlineData("a: {x: 1}\n", "a: 5\n", "{a: 5}")]
    [InlineData("a: 1\n", "b: null\n", "{a: 1, b: null}")]
    public void Maps_merge_lists_replace_and_null_removes(string lower, string upper, string merged) =>
        Assert.Equal(merged, Trees.Show(NodeMerge.Over(Trees.Map(lower), Trees.Map(upper))));
}
