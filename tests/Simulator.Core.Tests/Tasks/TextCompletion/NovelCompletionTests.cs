using System.Text;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class NovelCompletionTests
{
    private static readonly NovelCompletion Task = NovelCompletion.Austen;

    // log₂ 39 = 5.2854; with probabilities of ½ each character costs one bit.
    [Theory]
    [InlineData(1f, 1)]
    [InlineData(0.5f, 1 - 1 / 5.285402218862249)]
    [InlineData(0.25f, 1 - 2 / 5.285402218862249)]
    [InlineData(0.01f, 0)]
    [InlineData(0f, 0)]
    [InlineData(-0.5f, 0)]
    [InlineData(1.5f, 0)]
    [InlineData(float.NaN, 0)]
    public void The_score_falls_with_the_bits_that_the_truth_costs(float probability, double score) =>
        Assert.Equal(score, Task.Score(Task.HeldOut[5], Stating(probability, 32)), 1e-12);

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void An_answer_of_another_length_scores_nothing(int length) =>
        Assert.Equal(0, Task.Score(Task.HeldOut[5], Stating(1, length)));

    [Fact]
    public void An_answer_of_another_kind_or_without_numbers_scores_nothing()
    {
        Assert.Equal(0, Task.Score(Task.HeldOut[5], NoAnswer.Instance));
        Assert.Equal(0, Task.Score(Task.HeldOut[5], LabelAnswer.Of(3)));
        Assert.Equal(0, Task.Score(Task.HeldOut[5], new TextAnswer("", default)));
        Assert.Equal(0, Task.Score(ImageRecognition.Digits.HeldOut[5], Stating(1, 32)));
    }

    [Fact]
    public void A_guess_scores_nothing() =>
        Assert.Equal(0, Task.Score(Task.HeldOut[5], Task.Guess(new Rng(1))), 1e-6);

    // b in bits: English in 39 characters costs between 3 and 4 bits when only the last one is known.
    [Fact]
    public void Skill_over_the_baseline_is_one_less_the_ratio_of_bits()
    {
        double b = (1 - Task.Baseline) * 5.285402218862249;
        double score = Task.Score(Task.HeldOut[5], Stating(0.25f, 32));
        Assert.InRange(b, 3, 4);
        Assert.Equal(1 - 2 / b, (score - Task.Baseline) / (1 - Task.Baseline), 1e-9);
    }

    [Fact]
    public void Each_held_out_passage_gives_eight_questions_in_its_own_words()
    {
        Assert.Equal(8 * 319, Task.HeldOut.Count);
        var question = (TextQuestion)Task.HeldOut[9];
        Assert.Equal((9, 64, "austen 9"), (question.Index, question.Prompt.Length, $"{question}"));
        Assert.Equal("EMMA", question.Novel);
        Assert.Equal(Alphabet.TextOf(Task.Novels.HeldOut(1)).Substring(128, 64), question.Prompt);
    }

    [Fact]
    public void A_text_that_repeats_itself_is_completed_to_the_letter()
    {
        string text = "# LOOP\n" + string.Concat(Enumerable.Repeat("the cat sat on a mat; ", 1_200));
        var task = new NovelCompletion(NovelFormat.Read("austen", Encoding.UTF8.GetBytes(text)));
        var model = new NgramModel(TextShard.Draw(task.Novels, 1, 0, new Rng(1)), 6, 1 << 16);
        model.Train(long.MaxValue);

        var question = (TextQuestion)task.HeldOut[3];
        var answer = (TextAnswer)model.Answer(question);
        Assert.Equal(Alphabet.TextOf(question.Text[64..]), answer.Text);
        Assert.InRange(answer.BitsPerCharacter, 0, 0.2);
    }

    private static TextAnswer Stating(float probability, int length) =>
        new("", [.. Enumerable.Repeat(probability, length)]);
}
