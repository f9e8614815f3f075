using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks;

public sealed class SharedModelTests
{
    private const long Budget = 3_000_000;
    private static readonly ImageShard Digits = ImageShard.Draw(DataCatalog.Digits, 0.2, 0, new(1));

    private readonly SharedModel _model = new(new Perceptron(Digits, 16, 0.1, new Rng(1)));

    public SharedModelTests() => _model.Train(Budget);

    [Fact]
    public void Copies_that_do_not_learn_are_one_model()
    {
        IModel one = _model.Fork()!,
            ofOne = one.Fork()!;
        Assert.Same(_model.Core, one.Core);
        Assert.Same(_model.Core, ofOne.Core);
        Assert.Equal(0, one.Train(0));
        Assert.Same(_model.Core, one.Core);
        Assert.Equal(
            (_model.Name, _model.Version, _model.Bytes, _model.AnswerOperations),
            (one.Name, one.Version, one.Bytes, one.AnswerOperations)
        );
    }

    [Fact]
    public void Whoever_learns_gets_a_core_of_its_own_once()
    {
        IModel copy = _model.Fork()!;
        object common = _model.Core;
        _model.Train(Budget);
        Assert.NotSame(common, _model.Core);
        Assert.Same(common, copy.Core);
        object own = _model.Core;
        _model.Train(Budget);
        Assert.Same(own, _model.Core);
    }

    [Fact]
    public void A_copy_keeps_what_was_known_while_the_model_learns_as_if_it_had_none()
    {
        SharedModel alone = new(new Perceptron(Digits, 16, 0.1, new Rng(1)));
        alone.Train(Budget);
        double before = Quality(alone);
        IModel copy = _model.Fork()!;
        Assert.Equal(alone.Train(Budget), _model.Train(Budget));
        Assert.Equal(before, Quality(copy));
        Assert.Equal(Quality(alone), Quality(_model));
        Assert.NotEqual(before, Quality(_model));
    }

    [Fact]
    public void Copies_with_streams_of_their_own_learn_apart()
    {
        IModel one = _model.Fork(null, new Rng(2))!,
            other = _model.Fork(null, new Rng(3))!;
        one.Train(Budget);
        other.Train(Budget);
        Assert.NotEqual(Quality(one), Quality(other));
    }

    [Fact]
    public void What_cannot_be_copied_says_so_when_it_should_learn()
    {
        SharedModel model = new(new Answerless());
        IModel copy = model.Fork()!;
        var refusal = Assert.Throws<InvalidOperationException>(() => copy.Train(1));
        Assert.Equal("A model of kind answerless cannot be copied.", refusal.Message);
    }

    private static double Quality(IModel model) => ModelQuality.Measure(ImageRecognition.Digits, model, 400);

    private sealed class Answerless : IModel
    {
        public string Name => "answerless";

        public int Version => 0;

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question) => NoAnswer.Instance;
    }
}
