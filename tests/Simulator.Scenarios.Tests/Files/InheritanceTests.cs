using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class InheritanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenarios").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parents_merge_from_left_to_right_under_the_child()
    {
        Write("one.yaml", "a: 1\nb: 1\nc: {x: 1, y: 1}\n");
        Write("base/two.yaml", "extends: three.yaml\nb: 2\nc: {y: 2}\n");
        Write("base/three.yaml", "d: 3\ne: 3\n");
        Write("child.yaml", "extends: [one.yaml, base/two.yaml]\nc: {y: null, z: 4}\ne: 4\n");
        Assert.Equal("{a: 1, b: 2, c: {x: 1, z: 4}, d: 3, e: 4}", Load("child.yaml"));
    }

    [Fact]
    public void A_problem_in_a_parent_names_the_parent()
    {
        Write("base/two.yaml", "a: 1\na: 2\n");
        Write("child.yaml", "extends: base/two.yaml\nb: *x\n");
        Assert.Equal(
            "child.yaml(2,4): error: b: no anchor '&x' stands above this alias\n"
                + "base/two.yaml(2,1): error: a: this key stands twice; first in line 1",
            Load("child.yaml")
        );
    }

    [Fact]
    public void A_circle_is_shown_as_one()
    {
        Write("a.yaml", "extends: b.yaml\n");
        Write("b.yaml", "x: 1\nextends: [c.yaml]\n");
        Write("c.yaml", "extends: a.yaml\n");
        Assert.Equal(
            "c.yaml(1,10): error: extends: a circle: a.yaml extends b.yaml extends c.yaml extends a.yaml",
            Load("a.yaml")
        );
    }

    [Fact]
    public void Eight_generations_are_the_most()
    {
        for (var i = 0; i < 10; i++)
        {
            Write($"g{i}.yaml", i == 9 ? "x: 1\n" : $"extends: g{i + 1}.yaml\n");
        }
        Assert.Equal("{x: 1}", Load("g1.yaml"));
        Assert.Equal("g8.yaml(1,10): error: extends: more than 8 generations", Load("g0.yaml"));
    }

    [Fact]
    public void A_family_tree_cannot_grow_without_bound()
    {
        for (var i = 0; i < 8; i++)
        {
            Write($"g{i}.yaml", $"extends: [{string.Join(", ", Enumerable.Repeat($"g{i + 1}.yaml", 9))}]\n");
        }
        Write("g8.yaml", "x: 1\n");
        Assert.Equal("g7.yaml(1,74): error: extends[7]: more than 64 files in one scenario", Load("g0.yaml"));
    }

    [Theory]
    [InlineData("../outside.yaml", "a path must stay below the folder of this file")]
    [InlineData("sub/../../outside.yaml", "a path must stay below the folder of this file")]
    [InlineData("/etc/passwd.yaml", "a path must be relative to this file")]
    [InlineData("C:/x.yaml", "a path must be relative to this file")]
    [InlineData("sub\\x.yaml", "write '/' between folders")]
    [InlineData("missing.yaml", "there is no such file beside this one")]
    public void A_path_stays_below_the_folder(string path, string complaint)
    {
        Write("child.yaml", $"extends: '{path}'\n");
        Assert.Equal($"child.yaml(1,10): error: extends: '{path}': {complaint}", Load("child.yaml"));
    }

    [Fact]
    public void A_link_does_not_lead_out_of_the_folder()
    {
        Write("inside/child.yaml", "extends: base/secret.yaml\n");
        Write("outside/secret.yaml", "x: 1\n");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "inside/base"), "../outside");
        Assert.Equal(
            "inside/child.yaml(1,10): error: extends: 'base/secret.yaml': a link leads this path out of the folder of this file",
            Load("inside/child.yaml")
        );
    }

    [Fact]
    public void A_link_inside_the_folder_is_followed()
    {
        Write("real/base.yaml", "x: 1\n");
        Write("child.yaml", "extends: linked/base.yaml\n");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "linked"), "real");
        Assert.Equal("{x: 1}", Load("child.yaml"));
    }

    [Theory]
    [InlineData(
        "extends: [quikstart, [2]]\n",
        "child.yaml(1,11): error: extends[0]: the library has no 'quikstart', and a path ends with .yaml; did you mean 'quickstart'?\nchild.yaml(1,22): error: extends[1]: a library scenario or a path is expected; found a list"
    )]
    [InlineData(
        "extends:\n",
        "child.yaml(1,9): error: extends: a library scenario or a path is expected; found nothing"
    )]
    public void What_extends_names_is_text(string text, string problems)
    {
        Write("child.yaml", text);
        Assert.Equal(problems, Load("child.yaml"));
    }

    [Theory]
    [InlineData("", "child.yaml(1,1): error: the file is empty; a scenario starts with 'schema: sim/v1'")]
    [InlineData(
        "- a\n",
        "child.yaml(1,1): error: a scenario is a map of keys such as 'name: …'; found a list"
    )]
    [InlineData(
        "hello\n",
        "child.yaml(1,1): error: a scenario is a map of keys such as 'name: …'; found 'hello'"
    )]
    public void A_scenario_is_a_map(string text, string problem)
    {
        Write("child.yaml", text);
        Assert.Equal(problem, Load("child.yaml"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Load(string name)
    {
        var problems = new Problems();
        return Trees.Shown(
            problems,
            () => new Inheritance(problems, new NodeBudget()).Load(new(name, Path.Combine(_folder, name)))
        );
    }
}
