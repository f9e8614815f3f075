using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class TextTrainingTests
{
    public static TheoryData<string> Kinds => TextKind.All;

    // Counting: 64 characters a step, 8 operations a character and 20 for each longer context. The network: a step is two
    // characters of h · (c + 79) + 975 and h · (2 · c + 160) + 117 operations, with h = 13 and c = 4.
    [Theory]
    [InlineData("order-1", 64 * 8)]
    [InlineData("ngram", 64 * (8 + 4 * 20))]
    [InlineData("char-net", 2 * (13 * 83 + 975 + 13 * 168 + 117))]
    public void A_step_costs_what_the_model_states(string kind, long price)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen());
        Assert.Equal((0, 0), (model.Train(price - 1), model.Version));
        Assert.Equal((price, 1), (model.Train(1), model.Version));
        Assert.Equal((3 * price, 2), (model.Train(4 * price - 1), model.Version));
        Assert.Equal((price, 3), (model.Train(1), model.Version));
    }

    // 63 predictions: 32 of the truth and 32 of the completion, of which the first is the same. Blending one context takes
    // 119 operations where all counts are kept, and 85 from the table.
    [Fact]
    public void An_answer_costs_63_predictions()
    {
        TextShard shard = TextKind.Austen();
        Assert.Equal(63 * 2 * 119, new PairModel(shard).AnswerOperations);
        Assert.Equal(63 * (2 * 119 + 4 * 85), new NgramModel(shard, 5, 1 << 18).AnswerOperations);
        Assert.Equal(
            63 * (13 * 83 + 975),
            new CharacterNetwork(shard, 4, 13, 0.1, new Rng(1)).AnswerOperations
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Small_budgets_add_up_to_the_same_steps_as_one_large(string kind)
    {
        IModel large = TextKind.Make(kind, TextKind.Austen());
        IModel small = TextKind.Make(kind, TextKind.Austen());
        long spent = large.Train(1_000_000);
        long sum = 0;
        for (int i = 0; i < 1_000; i++)
        {
            sum += small.Train(1_000);
        }
        Assert.Equal(spent, sum);
        Assert.Equal(TextKind.Answers(large), TextKind.Answers(small));
    }

    [Theory]
    [InlineData("order-1")]
    [InlineData("ngram")]
    public void What_has_been_counted_once_is_not_counted_again(string kind)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen(share: 0.001));
        long once = model.Train(1_000_000_000);
        float[] answers = TextKind.Answers(model);
        Assert.InRange(once, 1, 999_999_999);
        Assert.Equal((0, 1), (model.Train(1_000_000_000), model.Version));
        Assert.Equal(answers, TextKind.Answers(model));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_negative_budget_is_refused(string kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "budget",
            () => TextKind.Make(kind, TextKind.Austen()).Train(-1)
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Answers_given_before_training_are_forgotten(string kind)
    {
        IModel asked = TextKind.Make(kind, TextKind.Austen());
        IModel twin = TextKind.Make(kind, TextKind.Austen());
        float[] early = TextKind.Answers(asked);
        Assert.Equal(early, TextKind.Answers(asked));
        asked.Train(1_000_000);
        twin.Train(1_000_000);
        Assert.NotEqual(early, TextKind.Answers(asked));
        Assert.Equal(TextKind.Answers(twin), TextKind.Answers(asked));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_question_of_another_task_gets_no_answer(string kind) =>
        Assert.Same(
            NoAnswer.Instance,
            TextKind.Make(kind, TextKind.Austen()).Answer(ImageRecognition.Digits.HeldOut[0])
        );

    // One of each kind; the hash holds on every processor, with wide vectors or without.
    [Theory]
    [InlineData("order-1", "E419D3D42452D6B31DFD6984AD30E1C517443E0E154699C6A599FE0399023EE7")]
    [InlineData("ngram", "A491BA65C980D98B802634214BF347D634B8B761948CDADE9F420C46AA965643")]
    [InlineData("char-net", "2A9CFCAFB9BE00F014AD2D2219D7AD7FF7E041CA21B992F0D775DFE7A91E3FCD")]
    public void A_known_model_states_known_probabilities_to_the_last_bit(string kind, string hash)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen(noise: 0.1));
        model.Train(20_000_000);
        Assert.Equal(
            hash,
            Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(TextKind.Answers(model).AsSpan())))
        );
    }

    [Fact]
    public void Models_trained_on_many_threads_equal_those_trained_on_one()
    {
        string[] kinds = [.. TextKind.All.Select(kind => kind.Data)];
        float[][] serial = new float[12][];
        float[][] parallel = new float[12][];
        for (int i = 0; i < serial.Length; i++)
        {
            serial[i] = Trained(i);
        }
        Parallel.For(0, parallel.Length, i => parallel[i] = Trained(i));
        Assert.Equal(serial, parallel);

        float[] Trained(int i)
        {
            IModel model = TextKind.Make(kinds[i % 3], TextKind.Austen(0.01, 0.1, (ulong)i), (ulong)i);
            model.Train(5_000_000);
            return TextKind.Answers(model);
        }
    }

    [Theory]
    [InlineData(1, 256, "order", "The order lies in [2, 12].")]
    [InlineData(13, 256, "order", "The order lies in [2, 12].")]
    [InlineData(5, 31, "memory", "The memory lies in [32, 1073741824] bytes.")]
    public void An_ngram_model_of_no_size_is_refused(int order, long memory, string name, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            name,
            () => new NgramModel(TextKind.Austen(), order, memory)
        );
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 8, 0.1, "reach")]
    [InlineData(13, 8, 0.1, "reach")]
    [InlineData(4, 0, 0.1, "hidden")]
    [InlineData(4, 257, 0.1, "hidden")]
    [InlineData(4, 8, 0, "learningRate")]
    [InlineData(4, 8, double.NaN, "learningRate")]
    public void A_network_out_of_range_is_refused(int reach, int hidden, double rate, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            name,
            () => new CharacterNetwork(TextKind.Austen(), reach, hidden, rate, new Rng(1))
        );
}
