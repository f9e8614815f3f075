using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx.Tests;

/// <summary>How questions become numbers, and numbers answers.</summary>
public sealed class FormTests
{
    private static readonly ImageQuestion Image = (ImageQuestion)ImageRecognition.Digits.HeldOut[7];

    [Fact]
    public void Pixels_are_shifted_and_scaled()
    {
        // Class 4 scores the sum of all pixels as they are read, and all others score nothing.
        OnnxWriter network = Linear(64, 10, (_, output) => output == 4 ? 1 : 0);
        double sum = Image.Pixels().Sum(p => (double)p);
        int At(double mean, double deviation) =>
            (
                (LabelAnswer)Answer(
                    network,
                    new ImageForm(
                        ImageRecognition.Digits.Images,
                        new()
                        {
                            Files = [],
                            Reads = TensorReads.Pixels,
                            Mean = mean,
                            Deviation = deviation,
                        }
                    ),
                    Image
                )
            ).Label;

        Assert.Equal(4, At(0, 1));
        Assert.Equal(4, At(sum / 64 - 0.01, 0.5));
        Assert.Equal(0, At(sum / 64 + 0.01, 0.5));
    }

    [Fact]
    public void Numbers_that_are_missing_are_a_failed_answer() =>
        Assert.Equal(
            "the network gave 0 numbers in place of 10",
            Assert
                .IsType<FailedAnswer>(
                    Answer(
                        Networks.Vanishing(64),
                        new ImageForm(ImageRecognition.Digits.Images, new() { Files = [] }),
                        Image
                    )
                )
                .Reason
        );

    [Fact]
    public void Raw_columns_are_those_of_the_file_and_columns_are_standardised()
    {
        TableTask task = TableTask.Concrete;
        TableQuestion question = (TableQuestion)task.HeldOut[3];
        const int age = 7;
        OnnxWriter network = Linear(task.Table.FeatureCount, 1, (input, _) => input == age ? 1 : 0);
        double Read(TensorReads reads) =>
            (
                (NumberAnswer)Answer(
                    network,
                    new TableForm(
                        task.Table,
                        new()
                        {
                            Files = [],
                            Reads = reads,
                            Says = TensorSays.Number,
                        }
                    ),
                    question
                )
            ).Value;

        Assert.Equal(question.RawFeatures()[age], Read(TensorReads.RawColumns));
        Assert.Equal(question.Features()[age], Read(TensorReads.Columns));
        Assert.Equal(0, question.RawFeatures()[age] % 1);
    }

    [Fact]
    public void Columns_of_another_table_are_read_in_the_units_of_the_one_asked_about_first()
    {
        TableTask first = TableTask.Seattle,
            later = TableTask.NewYork;
        OnnxWriter network = Linear(first.Table.FeatureCount, 1, (input, _) => input == 0 ? 1 : 0);
        TableForm form = new(
            first.Table,
            new()
            {
                Files = [],
                Reads = TensorReads.Columns,
                Says = TensorSays.Number,
            }
        );
        var asked = (TableQuestion)later.HeldOut[0];
        double value = asked.RawFeatures()[0];
        double[] known =
        [
            .. Enumerable.Range(0, first.Table.TrainingCount).Select(row => first.Table.RawFeatures(row)[0]),
        ];
        double mean = known.Average();
        double deviation = Math.Sqrt(known.Average(number => (number - mean) * (number - mean)));
        Assert.Equal((value - mean) / deviation, ((NumberAnswer)Answer(network, form, asked)).Value, 1e-5);
        Assert.False(form.Knows(asked));
    }

    [Fact]
    public void Any_text_is_read_by_who_reads_text()
    {
        TextForm form = new(NovelCompletion.Austen.Novels, new() { Files = [] });
        IQuestion known = NovelCompletion.Austen.HeldOut[0],
            strange = NovelCompletion.Messages.HeldOut[0],
            picture = Image;
        Assert.Equal([true, true, false], [form.Fits(known), form.Fits(strange), form.Fits(picture)]);
        Assert.Equal([true, false, false], [form.Knows(known), form.Knows(strange), form.Knows(picture)]);
    }

    [Fact]
    public void The_second_of_two_probabilities_is_that_of_class_1()
    {
        OnnxWriter network = Linear(30, 2, (_, _) => 0, [0.25f, 0.75f]);

        Assert.Equal(0.75, ((NumberAnswer)Diagnosis(network, TensorSays.Probabilities)).Value);
        Assert.Equal(
            "what it gives are no probabilities: they lie in [0, 1], and their sum is 1",
            Assert
                .IsType<FailedAnswer>(Diagnosis(Linear(30, 2, (_, _) => 0, [1, 1]), TensorSays.Probabilities))
                .Reason
        );
    }

    [Theory]
    [InlineData(1.5f, "1.5 is no probability")]
    [InlineData(-0.5f, "-0.5 is no probability")]
    public void A_number_outside_0_to_1_is_no_probability(float said, string reason) =>
        Assert.Equal(
            reason,
            Assert
                .IsType<FailedAnswer>(Diagnosis(Linear(30, 1, (_, _) => 0, [said]), TensorSays.Probability))
                .Reason
        );

    [Fact]
    public void Log_odds_become_a_probability() =>
        Assert.Equal(
            0.9,
            (
                (NumberAnswer)Diagnosis(
                    Linear(30, 1, (_, _) => 0, [(float)Elementary.Log(9.0)]),
                    TensorSays.LogOdds
                )
            ).Value,
            1e-6
        );

    [Fact]
    public void Equal_logits_hold_every_character_equally_probable()
    {
        TextAnswer answer = Assert.IsType<TextAnswer>(Completion(TensorReads.OneHot, TensorSays.Logits, 5));

        Assert.Equal(
            Elementary.Log((double)Alphabet.Size) / Elementary.Log(2),
            answer.BitsPerCharacter,
            1e-5
        );
    }

    [Fact]
    public void A_network_that_holds_everything_certain_has_failed() =>
        Assert.Equal(
            "what it gives are no probabilities: they lie in [0, 1], and their sum is 1",
            Assert.IsType<FailedAnswer>(Completion(TensorReads.OneHot, TensorSays.Probabilities, 1)).Reason
        );

    private static IAnswer Diagnosis(OnnxWriter network, TensorSays says) =>
        Answer(
            network,
            new TableForm(
                TableTask.BreastCancer.Table,
                new()
                {
                    Files = [],
                    Reads = TensorReads.Columns,
                    Says = says,
                }
            ),
            TableTask.BreastCancer.HeldOut[0]
        );

    // Says 1 of every character.
    private static IAnswer Completion(TensorReads reads, TensorSays says, int window)
    {
        int numbers = window * Alphabet.Size;
        OnnxWriter network = new OnnxWriter()
            .Input("characters", [-1, window, Alphabet.Size])
            .Node("Flatten", ["characters"], "flat", ("axis", 1))
            .Node("Gemm", ["flat", "w", "b"], "said")
            .Weights("w", [numbers, Alphabet.Size], new float[numbers * Alphabet.Size])
            .Weights("b", [Alphabet.Size], [.. Enumerable.Repeat(1f, Alphabet.Size)])
            .Output("said", [-1, Alphabet.Size]);
        NovelCompletion task = NovelCompletion.Austen;
        OnnxSection wanted = new()
        {
            Files = [],
            Reads = reads,
            Says = says,
            Window = window,
        };
        return Answer(network, new TextForm(task.Novels, wanted), task.HeldOut[0]);
    }

    private static OnnxWriter Linear(
        int inputs,
        int outputs,
        Func<int, int, float> weight,
        float[]? biases = null
    ) =>
        new OnnxWriter()
            .Input("x", [-1, inputs])
            .Node("Gemm", ["x", "w", "b"], "y")
            .Weights(
                "w",
                [inputs, outputs],
                [.. Enumerable.Range(0, inputs * outputs).Select(i => weight(i / outputs, i % outputs))]
            )
            .Weights("b", [outputs], biases ?? new float[outputs])
            .Output("y", [-1, outputs]);

    private static IAnswer Answer(OnnxWriter file, IQuestionForm form, IQuestion question)
    {
        Network network = new(file.ToFile());
        return new Checkpoint(network, new(network, null, null, form), form).Answer(question);
    }
}
