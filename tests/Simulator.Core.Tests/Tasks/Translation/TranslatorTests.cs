using System.Security.Cryptography;
using System.Text;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class TranslatorTests
{
    public static TheoryData<string> Kinds => Translator.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Small_budgets_add_up_to_the_same_model_as_one_large(string kind)
    {
        SentenceShard shard = Translator.Shard(0.02);
        IModel large = Translator.Make(kind, shard);
        IModel small = Translator.Make(kind, shard);
        long budget = large.Train(long.MaxValue);
        long sum = 0;
        for (int i = 0; i < 100; i++)
        {
            sum += small.Train((budget / 100) + 1);
            Assert.True(sum <= (i + 1) * ((budget / 100) + 1));
        }
        Assert.Equal(budget, sum);
        Assert.Equal(Translator.Answers(large, 50), Translator.Answers(small, 50));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void When_everything_is_learned_nothing_more_is_spent(string kind)
    {
        IModel model = Translator.Trained(kind, Translator.Shard(0.01));
        Assert.Equal(1, model.Version);
        Assert.Equal(0, model.Train(1_000_000));
        Assert.Equal(1, model.Version);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_untrained_model_copies_the_sentence(string kind)
    {
        IModel model = Translator.Make(kind, Translator.Shard());
        Assert.Equal(
            Translator.Task.HeldOut.Take(20).Select(question => question.ToString()),
            Translator.Answers(model, 20)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Answers_given_before_training_are_forgotten(string kind)
    {
        IModel asked = Translator.Make(kind, Translator.Shard());
        string[] early = Translator.Answers(asked, 100);
        asked.Train(long.MaxValue);
        Assert.NotEqual(early, Translator.Answers(asked, 100));
        Assert.Equal(
            Translator.Answers(Translator.Trained(kind, Translator.Shard()), 100),
            Translator.Answers(asked, 100)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_question_of_another_task_gets_no_answer(string kind)
    {
        IModel model = Translator.Make(kind, Translator.Shard(0.01));
        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Digits.HeldOut[0]));
        Assert.Same(NoAnswer.Instance, model.Answer(LanguageTranslation.German.HeldOut[0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_negative_budget_is_refused(string kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "budget",
            () => Translator.Make(kind, Translator.Shard(0.01)).Train(-1)
        );

    [Fact]
    public void Models_trained_on_many_threads_equal_those_trained_on_one()
    {
        string[][] serial = new string[9][];
        string[][] parallel = new string[9][];
        for (int i = 0; i < serial.Length; i++)
        {
            serial[i] = Answers(i);
        }
        Parallel.For(0, parallel.Length, i => parallel[i] = Answers(i));
        Assert.Equal(serial, parallel);

        static string[] Answers(int i)
        {
            string kind = Kinds.ElementAt(i % 3).Data;
            return Translator.Answers(Translator.Trained(kind, Translator.Shard(0.02, 0.1, (ulong)i)), 50);
        }
    }

    // Worked out once; the same with AVX-512 and AVX2 switched off, which the build checks run under both switches.
    [Theory]
    [InlineData("ibm-model-1", "F61E878FD847DB8C")]
    [InlineData("phrase-memory", "98FB4EBBCEEAC09B")]
    [InlineData("nearest-sentence", "EAEFDA7DBFBA13B6")]
    public void Answers_are_the_same_bytes_on_every_machine(string kind, string hash)
    {
        IModel model = Translator.Trained(kind, Translator.Shard(0.05, 0.1));
        byte[] answers = Encoding.UTF8.GetBytes(string.Join('\n', Translator.Answers(model, 200)));
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(answers))[..16]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_answer_costs_the_mean_of_those_worked_out(string kind)
    {
        (long first, long second) = (Cost(kind, 0), Cost(kind, 1));
        Assert.True(first > 0 && second > 0 && first != second, $"{first}, {second}");
        IModel model = Translator.Trained(kind, Translator.Shard(0.02));
        Assert.Equal(0, model.AnswerOperations);
        model.Answer(Translator.Task.HeldOut[0]);
        model.Answer(Translator.Task.HeldOut[0]);
        Assert.Equal(first, model.AnswerOperations);
        model.Answer(Translator.Task.HeldOut[1]);
        // The second may find words that the first has looked up.
        Assert.InRange(model.AnswerOperations, first / 2 + 1, (first + second) / 2);
    }

    // One word each, so 6 · (1 + 1) · 1 operations in each of two passes, and 8 · (1 + 1) for the language model in the first.
    [Fact]
    public void A_pair_costs_what_the_model_states()
    {
        var set = SentenceSet.Read("es", "test.tsv", "file\tarchivo\n"u8.ToArray(), 1);
        Assert.Equal(1, set.TrainingCount);
        var model = new IbmModel1(SentenceShard.Draw(set, 1, 0, new Rng(1)), passes: 2);
        Assert.Equal(0, model.Train(27));
        Assert.Equal(28, model.Train(1));
        Assert.Equal(12, model.Train(1_000));
        Assert.Equal(0, model.Train(1_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void A_number_of_passes_outside_its_range_is_refused(int passes) =>
        Assert.Equal(
            $"The number of passes lies in [1, 20]. (Parameter 'passes')\nActual value was {passes}.",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => new IbmModel1(Translator.Shard(0.01), passes))
                .Message.ReplaceLineEndings("\n")
        );

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_longest_run_outside_its_range_is_refused(int longest) =>
        Assert.Equal(
            $"The longest run has 1 to 4 words. (Parameter 'longest')\nActual value was {longest}.",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new PhraseMemory(Translator.Shard(0.01), 5, longest)
                )
                .Message.ReplaceLineEndings("\n")
        );

    /// <summary>What a model's only answer so far cost it.</summary>
    private static long Cost(string kind, int question)
    {
        IModel model = Translator.Trained(kind, Translator.Shard(0.02));
        model.Answer(Translator.Task.HeldOut[question]);
        return model.AnswerOperations;
    }
}
