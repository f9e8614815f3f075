namespace Simulator.Models.Onnx.Tests;

/// <summary>What <c>sim check</c> says of scenarios whose models do not fit: the place, what was found and what is allowed.</summary>
public sealed class ScenarioMistakeTests : IDisposable
{
    private readonly OnnxFolder _folder = new();

    [Fact]
    public void A_missing_file_is_named_in_its_place() =>
        AssertRefused(
            "    onnx: { files: [none.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'none.onnx' is not a file beside this one"
        );

    [Fact]
    public void A_file_outside_the_folder_is_not_read() =>
        AssertRefused(
            "    onnx: { files: [../x.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: '../x.onnx': a path must stay below the folder of this file"
        );

    [Fact]
    public void A_file_that_is_no_network_is_refused()
    {
        _folder.With("garbage.onnx", "this is a text, and no network"u8.ToArray());
        AssertRefused(
            "    onnx: { files: [garbage.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'garbage.onnx': it is cut off, or no ONNX file"
        );
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        _folder.With("empty.onnx", []);
        AssertRefused(
            "    onnx: { files: [empty.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'empty.onnx': it is empty"
        );
    }

    [Fact]
    public void A_network_cut_off_is_refused()
    {
        _folder.With("cut.onnx", Networks.Constant(3, -1, 64).ToFile()[..200]);
        AssertRefused(
            "    onnx: { files: [cut.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'cut.onnx': it is cut off, or no ONNX file"
        );
    }

    [Fact]
    public void A_file_without_a_network_is_refused()
    {
        _folder.With("bare.onnx", [0x08, 0x08]);
        (int code, _, string error) = Check("    onnx: { files: [bare.onnx] }");
        Assert.Equal(2, code);
        Assert.StartsWith(
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'bare.onnx': ONNX Runtime cannot open it: ",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Weights_in_another_file_are_refused()
    {
        _folder.With(
            "outside.onnx",
            new OnnxWriter()
                .Input("x", [-1, 64])
                .Node("MatMul", ["x", "w"], "y")
                .WeightsElsewhere("w", [64, 10], "w.bin")
                .Output("y", [-1, 10])
        );
        _folder.With("w.bin", new byte[64 * 10 * sizeof(float)]);
        AssertRefused(
            "    onnx: { files: [outside.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'outside.onnx': its weights lie in another file; they must be in this one"
        );
    }

    [Fact]
    public void A_network_that_draws_random_numbers_is_refused()
    {
        _folder.With(
            "dice.onnx",
            new OnnxWriter().Input("x", [-1, 64]).Node("RandomNormalLike", ["x"], "y").Output("y", [-1, 64])
        );
        AssertRefused(
            "    onnx: { files: [dice.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'dice.onnx': its operator 'RandomNormalLike' draws random numbers of its own: equal runs would differ"
        );
    }

    [Fact]
    public void A_file_that_a_parent_names_lies_beside_the_parent()
    {
        Directory.CreateDirectory(_folder["below"]);
        _folder.With("below/good.onnx", Networks.Constant(3, -1, 64));
        string scenario = _folder.Scenario(
            """
            task: digits
            miners: [{ name: mine, model: onnx, onnx: { files: [good.onnx, none.onnx], prices: [0 MFLOP, 1 MFLOP] } }]
            """
        );
        File.Move(scenario, _folder["below/parent.yaml"]);
        (int code, _, string error) = _folder.Run("check", _folder.Scenario("extends: below/parent.yaml"));
        Assert.Equal(2, code);
        Assert.Equal(
            "below/parent.yaml(4,64): error: miners[0].onnx.files[1]: 'none.onnx' is not a file beside this one\n",
            error
        );
    }

    [Fact]
    public void An_operator_that_is_unknown_is_named()
    {
        _folder.With(
            "strange.onnx",
            new OnnxWriter().Input("x", [-1, 64]).Node("Guess", ["x"], "y").Output("y", [-1, 10])
        );
        (int code, _, string error) = Check("    onnx: { files: [strange.onnx] }");
        Assert.Equal(2, code);
        Assert.StartsWith(
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'strange.onnx': ONNX Runtime cannot open it: ",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("Guess", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_of_another_shape_is_shown_beside_the_right_one()
    {
        _folder.With("large.onnx", Networks.Constant(3, -1, 196));
        AssertRefused(
            "    onnx: { files: [large.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'large.onnx': its input 'pixels' has the shape [N, 196]; questions have [N, 64]"
        );
    }

    [Fact]
    public void An_output_of_another_shape_is_shown_beside_the_right_one()
    {
        _folder.With(
            "wide.onnx",
            new OnnxWriter().Input("x", [-1, 64]).Node("Relu", ["x"], "y").Output("y", [-1, 64])
        );
        AssertRefused(
            "    onnx: { files: [wide.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'wide.onnx': its output 'y' has the shape [1, 64] for a batch of 1; answers have [1, 10]"
        );
    }

    [Fact]
    public void An_input_of_another_type_is_refused()
    {
        _folder.With(
            "whole.onnx",
            new OnnxWriter()
                .Input("x", [-1, 64], OnnxWriter.Int64)
                .Node("Identity", ["x"], "y")
                .Output("y", [-1, 64], OnnxWriter.Int64)
        );
        AssertRefused(
            "    onnx: { files: [whole.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'whole.onnx': its input 'x' takes Int64; questions are Float"
        );
    }

    [Fact]
    public void A_tensor_of_another_name_is_shown_those_there_are()
    {
        _folder.With("good.onnx", Networks.Constant(3, -1, 64));
        AssertRefused(
            "    onnx: { files: [good.onnx], input: picture }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'good.onnx': it has no input 'picture'; it has 'pixels' [N, 64]"
        );
    }

    [Fact]
    public void A_network_with_two_inputs_is_refused()
    {
        _folder.With(
            "two.onnx",
            new OnnxWriter()
                .Input("x", [-1, 64])
                .Input("h", [-1, 64])
                .Node("Add", ["x", "h"], "y")
                .Output("y", [-1, 64])
        );
        AssertRefused(
            "    onnx: { files: [two.onnx] }",
            "mine.yaml(8,21): error: miners[0].onnx.files[0]: 'two.onnx': it needs 'x' [N, 64] and 'h' [N, 64]; only one input can be fed"
        );
    }

    [Fact]
    public void Another_file_than_the_one_meant_is_refused()
    {
        _folder.With("good.onnx", Networks.Constant(3, -1, 64));
        string hash = new('0', 64);
        (int code, _, string error) = Check($"    onnx: {{ files: [good.onnx], sha256: [{hash}] }}");
        Assert.Equal(2, code);
        Assert.Matches(
            @"^mine\.yaml\(8,42\): error: miners\[0\]\.onnx\.sha256\[0\]: 'good\.onnx' has [0-9a-f]{64}: it is not the file that was meant\n$",
            error
        );
    }

    [Theory]
    [InlineData(
        "files: [a.onnx], window: 8",
        "(8,38): error: miners[0].onnx.window: means nothing with 'task: digits'; it counts characters of a text"
    )]
    [InlineData(
        "files: [a.onnx], sha256: [0000000000000000000000000000000000000000000000000000000000000000, 0000000000000000000000000000000000000000000000000000000000000000]",
        "(8,38): error: miners[0].onnx.sha256: there are 2 for 1 files; each file has one, or none has"
    )]
    [InlineData("files: []", "(8,20): error: miners[0].onnx.files: names no file; write one or more")]
    [InlineData(
        "files: [a.onnx, b.onnx]",
        "(8,11): error: miners[0].onnx.prices: there are 0 for 2 files; each file has one"
    )]
    [InlineData(
        "files: [a.onnx, b.onnx], prices: [2 MFLOP, 2 MFLOP]",
        "(8,56): error: miners[0].onnx.prices[1]: is not above the price before it; prices count all that training spent"
    )]
    [InlineData(
        "files: [a.onnx], reads: columns",
        "(8,37): error: miners[0].onnx.reads: 'columns' does not fit 'task: digits'; what does is pixels, pixels-nchw and pixels-nhwc"
    )]
    [InlineData(
        "files: [a.onnx], says: logits",
        "(8,36): error: miners[0].onnx.says: 'logits' does not fit 'task: digits'; what does is scores"
    )]
    public void A_section_that_contradicts_itself_is_refused_unread(string onnx, string complaint) =>
        AssertRefused($"    onnx: {{ {onnx} }}", $"mine.yaml{complaint}");

    [Fact]
    public void A_file_that_does_not_fit_into_the_machine_is_refused()
    {
        byte[] network = Networks.Constant(3, -1, 64).ToFile();
        _folder.With("good.onnx", network);
        (int code, _, string error) = _folder.Run(
            "check",
            _folder.Scenario(
                """
                task: digits
                scale: { memory: 1000000000 kB }
                validators: [{ name: validators, stake: 100 alpha }]
                miners:
                  - { name: mine, strategy: firm, hardware: a100, model: onnx, onnx: { files: [good.onnx] } }
                """
            )
        );
        Assert.Equal(2, code);
        Assert.StartsWith(
            $"mine.yaml(7,45): error: miners[0].hardware: the largest onnx of the group takes {network.Length} bytes, more than the ",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_firm_buys_files_and_no_larger_models()
    {
        _folder.With("good.onnx", Networks.Constant(3, -1, 64));
        (int code, _, string error) = _folder.Run(
            "check",
            _folder.Scenario(
                """
                task: digits
                validators: [{ name: validators, stake: 100 alpha }]
                miners:
                  - { name: mine, strategy: firm, upgrade_after: 5, model: onnx, onnx: { files: [good.onnx] } }
                """
            )
        );
        Assert.Equal(
            "mine.yaml(6,50): error: miners[0].upgrade_after: means nothing with 'model: onnx': training buys the next file\n",
            error
        );
        Assert.Equal(2, code);
    }

    [Theory]
    [InlineData(
        "data_share: 0.5",
        "files: [good.onnx, good.onnx], prices: [0 MFLOP, 1 MFLOP]",
        "data_share: means nothing with 'model: onnx', which is given no data to learn from"
    )]
    [InlineData(
        "label_noise: 0.1",
        "files: [good.onnx], prices: [1 MFLOP]",
        "label_noise: means nothing with 'model: onnx', which is given no data to learn from"
    )]
    [InlineData(
        "compute: 5 MFLOP",
        "files: [good.onnx]",
        "compute: means nothing with a single file that costs nothing: no training makes it better"
    )]
    [InlineData(
        "training: steady",
        "files: [good.onnx]",
        "training: means nothing with a single file that costs nothing: no training makes it better"
    )]
    public void A_key_that_the_files_leave_without_a_meaning_is_refused(
        string key,
        string onnx,
        string complaint
    )
    {
        _folder.With("good.onnx", Networks.Constant(3, -1, 64));
        (int code, _, string error) = _folder.Run(
            "check",
            _folder.Scenario(
                $$"""
                task: digits
                validators: [{ name: validators, stake: 100 alpha }]
                miners:
                  - { name: mine, model: onnx, strategy: firm, {{key}}, onnx: { {{onnx}} } }
                """
            )
        );
        Assert.Equal(2, code);
        Assert.EndsWith($": error: miners[0].{complaint}\n", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_group_without_files_is_told_what_it_needs() =>
        AssertRefused(
            "    count: 2",
            "mine.yaml(7,12): error: miners[0].model: 'onnx' needs a section 'onnx' that names its files"
        );

    public void Dispose() => _folder.Dispose();

    private void AssertRefused(string onnx, string complaint)
    {
        (int code, string output, string error) = Check(onnx);
        Assert.Equal(complaint + "\n", error);
        Assert.Equal((2, ""), (code, output));
    }

    private (int Code, string Out, string Error) Check(string onnx) =>
        _folder.Run(
            "check",
            _folder.Scenario(
                $"""
                task: digits
                validators: [{"{"} name: validators, stake: 100 alpha {"}"}]
                miners:
                  - name: mine
                    model: onnx
                {onnx}
                """
            )
        );
}
