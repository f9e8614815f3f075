using CsCheck;

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
