using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class NodeReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: [x, 'y', {z: ~}]\n", "{a: 1, b: [x, 'y', {z: null}]}")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n", "{a: 1}")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}")]
    [InlineData(
        "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\n",
        "{a: {b: 1}, c: {b: 2, d: 3}, e: {b: 1, d: 3}}"
    )]
    [InlineData("a: &x 1\nb: *x\n", "{a: 1, b: 1}")]
    [InlineData("a: 1\t# a tab after the value is none of indentation\n", "{a: 1}")]
    [InlineData("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}")]
    [InlineData("# only a comment\n", "-")]
    public void A_text_becomes_a_tree(string text, string tree) => Assert.Equal(tree, Trees.Read(text));

    [Theory]
    [InlineData(
        "a: 1\na: 2\nb: {c: 1, c: 2}\n",
        "t.yaml(2,1): error: a: this key stands twice; first in line 1\nt.yaml(3,11): error: b.c: this key stands twice; first in line 3"
    )]
    [InlineData(
        "a: 1\n\tb: 2\n  \tc: 3\n",
        "t.yaml(2,1): error: a tab indents this line; YAML allows only spaces\nt.yaml(3,3): error: a tab indents this line; YAML allows only spaces"
    )]
    [InlineData(
        "alpha: &xs 1\nb: *xz\n",
        "t.yaml(2,4): error: b: no anchor '&xz' stands above this alias; did you mean '*xs'?"
    )]
    [InlineData("a: &x [1, *x]\n", "t.yaml(1,11): error: a[1]: the alias '*x' stands inside its own anchor")]
    [InlineData(
        "a: 1\n---\nb: 2\n",
        "t.yaml(2,1): error: a second document starts here; a scenario is one document"
    )]
    [InlineData(
        "a: !!int 3\n",
        "t.yaml(1,4): error: a: the tag 'tag:yaml.org,2002:int' has no use here; remove it"
    )]
    [InlineData("? [1, 2]\n: 3\n", "t.yaml(1,3): error: a key must be a single word; found a list")]
    [InlineData(": 1\n", "t.yaml(1,1): error: a key is missing before this ':'")]
    [InlineData(
        "a: {<<: 3}\n",
        "t.yaml(1,5): error: a.<<: '<<' takes the alias of a map or a list of such; found '3'"
    )]
    [InlineData("a: [1, 2\nb: 3\n", "t.yaml(1,4): error: a: this '[' is not closed, or a ',' is missing")]
    [InlineData(
        "a: {x: 1\nb: 3\n",
        "t.yaml(1,4): error: a: this '{' is not closed, or a ',' or ':' is missing"
    )]
    [InlineData("a: {x: 1\n", "t.yaml(1,4): error: a: this '{' is not closed, or a ',' or ':' is missing")]
    [InlineData("a: \"abc\nb: 2\n", "t.yaml(1,4): error: the quote that opens here is not closed")]
    [InlineData("a: 'abc", "t.yaml(1,4): error: the quote that opens here is not closed")]
    [InlineData(
        "a:\n    b: 1\n  c: 2\n",
        "t.yaml(3,3): error: this line's indentation fits no section above; or is a space missing after its ':'?"
    )]
    [InlineData(
        "question: why: because\n",
        "t.yaml(1,14): error: a second ': ' in one value; put the text in quotes"
    )]
    [InlineData(
        "a: @x\n",
        "t.yaml(1,4): error: no value can start with this character; put the text in quotes"
    )]
    [InlineData(
        "a:1\nb: 2\n",
        "t.yaml(2,2): error: no key may start here; does the line above lack a space after its ':'?"
    )]
    [InlineData(
        "a:\n  - 1\n  b: 2\n",
        "t.yaml(3,3): error: the list above goes on with '- '; found something else"
    )]
    [InlineData(
        "a: \"\\q\"\n",
        "t.yaml(1,5): error: an unknown escape after '\\' in double quotes; use single quotes for plain text"
    )]
    [InlineData("a: [1,,2]\n", "t.yaml(1,7): error: a value is missing here")]
    [InlineData("a: }\n", "t.yaml(1,4): error: a value is missing here")]
    [InlineData("%YAML 2.0\n---\na: 1\n", "t.yaml(1,1): error: this %YAML version is not 1.1 or 1.2")]
    [InlineData("a: 1\n\t\nb: 2\n", "t.yaml(2,1): error: a tab indents this line; YAML allows only spaces")]
    public void A_broken_text_is_explained_at_its_place(string text, string problems) =>
        Assert.Equal(problems, Trees.Read(text));

    [Fact]
    public void Nesting_is_counted_before_it_can_hurt()
    {
        Assert.Equal(64, Trees.Read(new string('[', 64) + new string(']', 64)).Count(c => c == '['));
        Assert.Equal(
            "t.yaml(1,65): error: "
                + string.Concat(Enumerable.Repeat("[0]", 20))
                + "…: more than 64 levels of lists and maps",
            Trees.Read(new string('[', 1_000_000))
        );
    }

    [Fact]
    public void Aliases_cost_what_they_stand_for()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var i = 1; i < 10; i++)
        {
            bomb += $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n";
        }
        Assert.Equal(
            "t.yaml(4,45): error: a3[7]: more than 10000 values once aliases are expanded",
            Trees.Read(bomb)
        );
    }

    [Fact]
    public void A_long_key_is_refused() =>
        Assert.Equal(
            "t.yaml(1,1): error: a key of 200 characters; at most 128 are allowed",
            Trees.Read(new string('k', 200) + ": 1\n")
        );

    [Fact]
    public void Places_count_from_one()
    {
        var map = Trees.Map("a: 1\nb:\n  - c: 2\n");
        var list = (ListNode)map.Find("b")!.Value;
        Assert.Equal(new Place("t.yaml", 2, 1), map.Find("b")!.Place);
        Assert.Equal(new Place("t.yaml", 3, 8), ((MapNode)list.Items[0]).Find("c")!.Value.Place);
    }
}
