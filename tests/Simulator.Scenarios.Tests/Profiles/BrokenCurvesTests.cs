namespace Simulator.Scenarios.Tests.Profiles;

/// <summary>Every mistake of a file of learning curves, and of a scenario that it does not fit.</summary>
public sealed class BrokenCurvesTests(FittedMarket market) : IClassFixture<FittedMarket>
{
    private string Good => market.Book.Text;

    [Fact]
    public void A_file_that_is_not_there() =>
        Assert.Equal(
            ["profiled.yaml(15,22): error: fidelity.profile: 'curves.yaml' is not a file beside this one"],
            market.Mistakes(null)
        );

    [Theory]
    [InlineData("../curves.yaml", "a path must stay below the folder of this file")]
    [InlineData("/curves.yaml", "a path must be relative to this file")]
    public void A_file_elsewhere(string path, string complaint) =>
        Assert.Equal(
            [$"profiled.yaml(15,22): error: fidelity.profile: '{path}': {complaint}"],
            market.Mistakes(Good, "{ profile: curves.yaml }", $"{{ profile: {path} }}")
        );

    [Theory]
    [InlineData(
        "",
        "(1,1): error: fidelity.profile: the file is empty; learning curves start with 'schema: sim/curves/v1'"
    )]
    [InlineData(
        "- 1",
        "(1,1): error: fidelity.profile: a list is not a map of keys; learning curves start with 'schema: sim/curves/v1'"
    )]
    [InlineData("a: [1", "(1,4): error: fidelity.profile: a: this '[' is not closed, or a ',' is missing")]
    [InlineData(
        "a:\n\t- 1",
        "(2,1): error: fidelity.profile: a tab indents this line; YAML allows only spaces"
    )]
    public void A_file_that_holds_none(string text, string mistake) =>
        Assert.Equal(["curves.yaml" + mistake], market.Mistakes(text));

    [Fact]
    public void A_file_of_another_version() =>
        Assert.Equal(
            [
                "curves.yaml(4,9): error: fidelity.profile: schema: 'sim/curves/v9' is not sim/curves/v1, the version of learning curves that this program reads",
            ],
            market.Mistakes(Good.Replace("curves/v1", "curves/v9", StringComparison.Ordinal))
        );

    [Fact]
    public void A_file_with_several_mistakes_shows_them_all_beside_those_of_the_scenario()
    {
        const string Curves = """
            schema: sim/curves/v1
            scenario: market
            plan_hash: 12
            seed: 3
            task: digits
            epochs: 0
            groups:
              - name: able
                model: none
                curves:
                  - { first: 2, best: nan, scale: -1, power: 1, spread: 0.4, residual: 0, bytes: 1, answer_operations: 1, color: 3 }

            """;
        Assert.Equal(
            [
                "curves.yaml(1,1): error: fidelity.profile: questions: missing; write a whole number from 1 to 1024",
                "curves.yaml(3,12): error: fidelity.profile: plan_hash: '12' is not a digest of 64 hex digits",
                "curves.yaml(6,9): error: fidelity.profile: epochs: 0 is not a whole number from 1 to 1000000",
                "curves.yaml(9,12): error: fidelity.profile: groups[0].model: 'none' is not a map of keys as in a group of miners",
                "curves.yaml(11,18): error: fidelity.profile: groups[0].curves[0].first: 2 is not a number from 0 to 1",
                "curves.yaml(11,27): error: fidelity.profile: groups[0].curves[0].best: 'nan' is not a finite number",
                "curves.yaml(11,39): error: fidelity.profile: groups[0].curves[0].scale: -1 is not a number from 0.0000001 to 1000000000000000000000",
                "curves.yaml(11,111): error: fidelity.profile: groups[0].curves[0].color: unknown key; known are first, best, scale, power, spread, residual, bytes, answer_operations and limit",
                "profiled.yaml(4,9): error: epochs: 0 is outside 1 to 1000000",
            ],
            market.Mistakes(Curves, "epochs: 10", "epochs: 0")
        );
    }

    [Fact]
    public void A_group_without_curves_or_twice()
    {
        string twice = Good.Replace("name: weak", "name: able", StringComparison.Ordinal);
        Assert.Equal(
            [
                "curves.yaml(19,11): error: fidelity.profile: groups[1].name: another group is called 'able' too",
            ],
            market.Mistakes(twice)
        );
        string empty = Good[..Good.IndexOf("    curves:\n", StringComparison.Ordinal)] + "    curves: []\n";
        Assert.Equal(
            ["curves.yaml(14,13): error: fidelity.profile: groups[0].curves: holds no curve"],
            market.Mistakes(empty)
        );
    }

    [Fact]
    public void Curves_of_another_task() =>
        Assert.Equal(
            [
                "profiled.yaml(5,7): error: task: digits-turned here, but the curves of curves.yaml are of digits",
            ],
            market.Mistakes(Good, "task: digits", "task: digits-turned")
        );

    [Fact]
    public void A_group_of_which_there_are_none() =>
        Assert.Equal(
            [
                "profiled.yaml(11,13): error: miners[0].name: curves.yaml has no curves of 'abel'; did you mean 'able'?",
            ],
            market.Mistakes(Good, "name: able", "name: abel")
        );

    [Fact]
    public void Groups_whose_models_are_others() =>
        Assert.Equal(
            [
                "profiled.yaml(11,56): error: miners[0].hidden: 32 here, but 16 in the run from which curves.yaml was fitted",
                "profiled.yaml(11,72): error: miners[0].data_share: [0.1, 0.6] here, but [0.1, 0.5] in the run from which curves.yaml was fitted",
            ],
            market.Mistakes(Good, "hidden: 16, data_share: [0.1, 0.5]", "hidden: 32, data_share: [0.1, 0.6]")
        );

    [Fact]
    public void Another_kind_of_model_is_one_mistake() =>
        Assert.Equal(
            [
                "profiled.yaml(13,38): error: miners[2].model: softmax here, but nearest-neighbours in the run from which curves.yaml was fitted",
            ],
            market.Mistakes(Good, "model: nearest-neighbours, data_share: 0.1, stored: 80", "model: softmax")
        );

    [Fact]
    public void A_file_that_is_another_than_was_meant()
    {
        string other = new('0', 64);
        Assert.Equal(
            [
                $"profiled.yaml(15,43): error: fidelity.sha256: the file has {market.Sha256}: it is not the file that was meant",
            ],
            market.Mistakes(Good, "{ profile: curves.yaml }", $"{{ profile: curves.yaml, sha256: {other} }}")
        );
    }

    [Theory]
    [InlineData("{ }", "(15,11): error: fidelity: says nothing; write 'sampled' or 'profile'")]
    [InlineData(
        "{ profile: curves.yaml, sampled: 5 }",
        "(15,44): error: fidelity.sampled: stands beside 'profile'; a run has one of them"
    )]
    [InlineData(
        "{ sampled: 5, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }",
        "(15,25): error: fidelity.sha256: means nothing without 'profile', whose file it is of"
    )]
    public void A_section_that_contradicts_itself(string section, string mistake) =>
        Assert.Equal(["profiled.yaml" + mistake], market.Mistakes(Good, "{ profile: curves.yaml }", section));

    [Fact]
    public void Firms_that_move_to_larger_models() =>
        Assert.Equal(
            [
                "profiled.yaml(12,111): error: miners[1].upgrade_after: means nothing with 'model: softmax': it reads none of 'hidden', 'order' and 'memory', which make a model larger",
                "profiled.yaml(12,111): error: miners[1].upgrade_after: means nothing with learning curves, which know no larger models",
            ],
            market.Mistakes(
                Good,
                "strategy: lazy, model: softmax, data_share: 0.1, label_noise: 0.2, compute: 1 MFLOP }",
                "strategy: firm, model: softmax, data_share: 0.1, label_noise: 0.2, upgrade_after: 3 }"
            )
        );

    [Fact]
    public void Models_that_do_not_fit_their_machine()
    {
        long bytes = market.Book.Group("able")!.Curves.Max(curve => curve.Profile.Bytes);
        string mistake = Assert.Single(
            market.Mistakes(
                Good,
                "miners:\n  - { name: able, count: 4, model: perceptron, hidden: 16, data_share: [0.1, 0.5], compute: 8 MFLOP }",
                "hardware: [{ name: tiny, speed: 1 TFLOP/s, memory: 0.001 GiB, bandwidth: 1 GB/s, power: 1 W, price: 1 USD/h }]\n"
                    + "miners:\n  - { name: able, count: 4, model: perceptron, hidden: 16, data_share: [0.1, 0.5], hardware: tiny }"
            )
        );
        Assert.Contains(
            $"the largest perceptron of the group takes {bytes} bytes",
            mistake,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Firms_that_go_on_from_other_models() =>
        Assert.Equal(
            [
                "profiled.yaml(12,113): error: miners[1].fine_tune_after: means nothing with learning curves, which know no other data",
            ],
            market.Mistakes(
                Good,
                "strategy: lazy, model: softmax, data_share: 0.1, label_noise: 0.2, compute: 1 MFLOP }",
                "strategy: firm, model: softmax, data_share: 0.1, label_noise: 0.2, fine_tune_after: 3 }"
            )
        );

    [Fact]
    public void A_world_that_moves() =>
        Assert.Equal(
            [
                "profiled.yaml(4,8): error: drift: learning curves know one world only; a world that moves needs models that are trained",
            ],
            market.Mistakes(Good, "epochs: 10", "drift: { to: digits-turned }")
        );
}
