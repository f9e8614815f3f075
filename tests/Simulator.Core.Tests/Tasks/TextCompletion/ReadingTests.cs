using System.Runtime.InteropServices;
using Simulator.Core.Tasks.TextCompletion;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class ReadingTests
{
    [Fact]
    public void A_model_that_is_read_from_outside_answers_as_it_does_itself()
    {
        var model = new NgramModel(TextKind.Austen(noise: 0), order: 4, memory: 1 << 16);
        model.Train(5_000_000);
        foreach (TextQuestion question in NovelCompletion.Austen.HeldOut.Take(20).Cast<TextQuestion>())
        {
            var expected = (TextAnswer)model.Answer(question);
            TextAnswer found = Reading.Answer(question, history => Predict(model, history));
            Assert.Equal(expected.Text, found.Text);
            Assert.Equal(expected.Probabilities, found.Probabilities);
        }
    }

    [Fact]
    public void Nothing_is_shown_before_its_probability_was_stated()
    {
        var question = (TextQuestion)NovelCompletion.Austen.HeldOut[0];
        List<string> histories = [];
        Reading.Answer(
            question,
            history =>
            {
                histories.Add(history);
                return new float[Alphabet.Size];
            }
        );
        Assert.Equal(Reading.Predictions, histories.Count);
        Assert.All(
            histories,
            history => Assert.StartsWith(question.Prompt, history, StringComparison.Ordinal)
        );
        Assert.Equal(
            TextQuestion.PromptLength + TextQuestion.CompletionLength - 1,
            histories.Max(history => history.Length)
        );
    }

    [Fact]
    public void A_prediction_has_a_number_for_each_character() =>
        Assert.Equal(
            "A prediction has 39 probabilities, not 3. (Parameter 'probabilities')",
            Assert
                .Throws<ArgumentException>(() =>
                    Reading.Answer((TextQuestion)NovelCompletion.Austen.HeldOut[0], _ => new float[3])
                )
                .Message
        );

    private static float[] Predict(INextCharacter model, string history)
    {
        byte[] codes = [.. history.Select(character => Alphabet.CodeOf(character)!.Value)];
        Span<Lanes> lanes = stackalloc Lanes[Examination.Vectors];
        model.Predict(codes, lanes);
        return MemoryMarshal.Cast<Lanes, float>(lanes)[..Alphabet.Size].ToArray();
    }
}
