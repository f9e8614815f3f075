using CsCheck;
using Microsoft.ML.OnnxRuntime;

namespace Simulator.Models.Onnx.Tests;

public sealed class FileSurveyTests
{
    [Fact]
    public void Parameters_of_graphs_inside_graphs_count()
    {
        OnnxWriter inside = new OnnxWriter().Weights("v", [2, 3], new float[6]);
        OnnxWriter outside = new OnnxWriter().Weights("w", [5], new float[5]).Nested("Loop", "y", inside);

        Assert.Equal(11, FileSurvey.Of(outside.ToFile()).Parameters);
    }

    [Fact]
    public void An_operator_inside_a_graph_inside_a_graph_is_found()
    {
        OnnxWriter inside = new OnnxWriter().Node("Bernoulli", ["x"], "z");

        ModelFileException refusal = Assert.Throws<ModelFileException>(() =>
            FileSurvey.Of(new OnnxWriter().Nested("Loop", "y", inside).ToFile())
        );
        Assert.Equal(
            "its operator 'Bernoulli' draws random numbers of its own: equal runs would differ",
            refusal.Message
        );
    }

    [Theory]
    [InlineData(false, "x")]
    [InlineData(false, "x", "half")]
    [InlineData(false, "x", "half", "")]
    [InlineData(false, "x", "half", "no")]
    [InlineData(false, "x", "", "no here")]
    [InlineData(false, "x", "none", "yes")]
    [InlineData(true, "x", "half", "yes")]
    [InlineData(true, "x", "half", "yes here")]
    [InlineData(true, "x", "", "yes")]
    [InlineData(true, "x", "half", "turned")]
    public void Dropout_is_refused_where_it_draws(bool draws, params string[] inputs)
    {
        OnnxWriter network = Dropping(inputs);

        if (!draws)
        {
            using InferenceSession opened = new Network(network.ToFile()).Session;
            return;
        }
        Assert.Equal(
            "its operator 'Dropout' draws random numbers, since its input 'training_mode' is not false: equal runs would differ",
            Assert.Throws<ModelFileException>(() => new Network(network.ToFile())).Message
        );
    }

    [Fact]
    public void A_mode_that_is_false_in_one_graph_only_is_no_constant()
    {
        OnnxWriter network = Dropping("x", "half", "no")
            .Nested("Loop", "z", new OnnxWriter().Flag("no", true));
        Assert.Throws<ModelFileException>(() => FileSurvey.Of(network.ToFile()));
    }

    // What the survey is for: the runtime opens such a file, and drops other numbers each time.
    [Fact]
    public void What_is_refused_draws_indeed()
    {
        using InferenceSession session = new(Dropping("x", "half", "yes").ToFile());
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(
            [.. Enumerable.Repeat(1f, 1_000)],
            [1, 1_000]
        );
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> one = session.Run(options, ["x"], [input], ["y"]),
            other = session.Run(options, ["x"], [input], ["y"]);
        Assert.NotEqual(
            one[0].GetTensorDataAsSpan<float>().ToArray(),
            other[0].GetTensorDataAsSpan<float>().ToArray()
        );
    }

    [Fact]
    public void Graphs_nested_without_end_are_refused()
    {
        OnnxWriter network = new();
        for (int depth = 0; depth < 1_000; depth++)
        {
            network = new OnnxWriter().Nested("Loop", "y", network);
        }

        Assert.Equal(
            "it nests graphs more than 64 levels deep",
            Assert.Throws<ModelFileException>(() => FileSurvey.Of(network.ToFile())).Message
        );
    }

    [Fact]
    public void A_tensor_that_claims_more_numbers_than_there_can_be_is_no_crash() =>
        Assert.Equal(
            1_000_000_000_000,
            FileSurvey
                .Of(new OnnxWriter().Weights("w", [long.MaxValue, long.MaxValue], []).ToFile())
                .Parameters
        );

    private static OnnxWriter Dropping(params string[] inputs) =>
        new OnnxWriter()
            .Input("x", [1, 1_000])
            .Weights("half", [], [0.5f])
            .Weights("none", [], [0])
            .Flag("no", false)
            .Flag("yes", true)
            .Flag("no here", false, isNode: true)
            .Flag("yes here", true, isNode: true)
            .Node("Not", ["no"], "turned")
            .Node("Dropout", inputs, "y")
            .Output("y", [1, 1_000]);

    [Fact]
    public void Any_damage_is_a_complaint_and_no_crash()
    {
        byte[] good = Networks.Constant(3, -1, 8).Nested("Loop", "y", Networks.NotANumber(2)).ToFile();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[1, good.Length])
            .Sample(
                (at, value, length) =>
                {
                    byte[] damaged = [.. good];
                    damaged[at] = value;
                    try
                    {
                        return FileSurvey.Of(damaged.AsSpan(0, length)).Parameters >= 0;
                    }
                    catch (ModelFileException)
                    {
                        return true;
                    }
                },
                iter: 20_000,
                threads: 1
            );
    }
}
