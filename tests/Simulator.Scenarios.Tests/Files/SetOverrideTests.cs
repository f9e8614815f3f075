using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class SetOverrideTests
{
    private const string Scenario = "a: {b: [1, {c: 2}]}\nd: 3\n";

    [Theory]
    [InlineData("d=4", "{a: {b: [1, {c: 2}]}, d: 4}")]
    [InlineData("a.b[1].c=x y", "{a: {b: [1, {c: x y}]}, d: 3}")]
    [InlineData("a.b=[7, {e: '8'}]", "{a: {b: [7, {e: '8'}]}, d: 3}")]
    [InlineData("new.deep=1", "{a: {b: [1, {c: 2}]}, d: 3, new: {deep: 1}}")]
    [InlineData("d=", "{a: {b: [1, {c: 2}]}}")]
    [InlineData("a.b=null", "{a: {}, d: 3}")]
    [InlineData("d=a=b", "{a: {b: [1, {c: 2}]}, d: a=b}")]
    [InlineData("d", "--set: 'd' has no '='; write key=value")]
    [InlineData("a..b=1", "--set: 'a..b' is not a key; write such as miners[0].count")]
    [InlineData("a.b[x]=1", "--set: 'a.b[x]' is not a key; write such as miners[0].count")]
    [InlineData(
        "a.b[99999999999]=1",
        "--set: 'a.b[99999999999]' is not a key; write such as miners[0].count"
    )]
    [InlineData("a.b[2]=1", "--set: a.b[2]: the list has 2 entries, counted from 0; there is no [2]")]
    [InlineData("a.b.c=1", "--set: a.b.c: there is no map to hold 'c'; found a list")]
    [InlineData("d[0]=1", "--set: d[0]: there is no list to index; found '3'")]
    [InlineData("d=[1, 2", "--set: d: this '[' is not closed, or a ',' is missing")]
    [InlineData("d=*x", "--set: d: no anchor '&x' stands above this alias")]
    [InlineData("d={x: 1, x: 2}", "--set: d.x: this key stands twice")]
    public void An_override_writes_into_the_tree(string text, string tree)
    {
        var problems = new Problems();
        Assert.Equal(
            tree,
            Trees.Shown(
                problems,
                () => SetOverride.Apply(Trees.Map(Scenario), text, problems, new NodeBudget())
            )
        );
    }
}
