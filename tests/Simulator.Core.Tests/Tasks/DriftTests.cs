using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks;

public sealed class DriftTests
{
    public static TheoryData<string> Families => ["images", "text", "tables", "translation"];

    /// <summary>A world that moves, and a model of it; its budget is enough to learn each world in ten tempos.</summary>
    private static (DriftingTask Task, IModel Model, long Budget) Of(string family, ulong seed)
    {
        Rng rng = new(seed);
        (ITask before, ITask after, Func<ITask, IModel> learn, long budget) = family switch
        {
            "images" => (
                ImageRecognition.Digits,
                ImageRecognition.DigitsTurned,
                task => new SoftmaxRegression(
                    ImageShard.Draw(((ImageRecognition)task).Images, 0.5, 0, rng),
                    0.1,
                    rng
                ),
                2_000_000L
            ),
            "text" => (
                NovelCompletion.Austen,
                NovelCompletion.Messages,
                task => new NgramModel(
                    TextShard.Draw(((NovelCompletion)task).Novels, 0.2, 0, rng),
                    4,
                    1 << 18
                ),
                400_000L
            ),
            "tables" => (
                TableTask.Seattle,
                TableTask.NewYork,
                task => new RidgeRegression(TableShard.Draw(((TableTask)task).Table, 0.5, 0, rng), 10),
                200_000L
            ),
            _ => ((ITask, ITask, Func<ITask, IModel>, long))
                (
                    LanguageTranslation.Spanish,
                    LanguageTranslation.French,
                    task => new IbmModel1(
                        SentenceShard.Draw(((LanguageTranslation)task).Sentences, 0.05, 0, rng),
                        2
                    ),
                    400_000L
                ),
        };
        return (new(before, after), new DriftingModel(learn(before), learn(after)), budget);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Who_trains_on_stays_good_and_who_stopped_falls_behind(string family)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            (DriftingTask task, IModel steady, long budget) = Of(family, seed);
            (_, IModel lazy, _) = Of(family, seed);
            double start = 0;
            for (int tempo = 0; tempo < 30; tempo++)
            {
                double share = Math.Clamp((tempo - 10) / 10.0, 0, 1);
                steady.Move(share);
                lazy.Move(share);
                steady.Train(budget);
                lazy.Train(tempo < 10 ? budget : 0);
                if (tempo == 9)
                {
                    start = Skill(task, lazy, 0);
                    Assert.Equal(start, Skill(task, steady, 0));
                }
            }
            Assert.True(start > 0.02, $"{family}: {start}");
            (double on, double stopped) = (Skill(task, steady, 1), Skill(task, lazy, 1));
            Assert.True(on > 0.5 * start, $"{family}: {on} of {start}");
            // Days of one city teach something of the other; upright pictures teach nothing of those seen from the side.
            double most = family == "tables" ? 0.6 * on : 0.5 * Math.Min(on, start);
            Assert.True(stopped < most, $"{family}: {stopped} beside {on}");
        }
    }

    [Fact]
    public void What_is_worth_nothing_and_what_is_perfect_scores_alike_in_both_worlds()
    {
        DriftingTask task = new(LanguageTranslation.Spanish, LanguageTranslation.French);
        foreach (IQuestion question in task.HeldOut.Take(20).Concat(task.HeldOutLater.Take(20)))
        {
            Assert.Equal(1, task.Score(question, task.Truth(question)));
            Assert.Equal(0, task.Score(question, NoAnswer.Instance));
            Assert.Equal(0, task.Score(question, new FailedAnswer("It broke.")));
        }
    }

    [Theory]
    [InlineData(0.2, 0.5, 0, 0)]
    [InlineData(0.2, 0.5, 0.25, 0.1)]
    [InlineData(0.2, 0.5, 0.5, 0.2)]
    [InlineData(0.2, 0.5, 0.75, 0.6)]
    [InlineData(0.2, 0.5, 1, 1)]
    [InlineData(0.5, 0.2, 0.1, 0.25)]
    [InlineData(0.5, 0.2, 0.2, 0.5)]
    [InlineData(0, 0, 0.3, 0.3)]
    [InlineData(0.5, 0, 0, 0)]
    public void A_later_score_counts_by_where_it_lies_between_nothing_the_baseline_and_everything(
        double before,
        double after,
        double score,
        double expected
    )
    {
        foreach (bool isMean in (bool[])[true, false])
        {
            DriftingTask task = new(new Named(before, isMean), new Named(after, isMean));
            IQuestion asked = task.HeldOutLater[0];
            Assert.Equal(expected, task.Score(asked, new NumberAnswer(score)), 1e-12);
            Assert.Equal(expected, task.Score([new(asked, new NumberAnswer(score))]), 1e-12);
        }
    }

    [Fact]
    public void Few_later_questions_score_in_the_mean_what_many_do()
    {
        DriftingTask task = new(ImageRecognition.Fashion, ImageRecognition.FashionTurned);
        MajorityClass unskilled = new(ImageShard.Draw(ImageRecognition.Fashion.Images, 1, 0, new(1)));
        Answered[] answers =
        [
            .. task.HeldOutLater.Select(question => new Answered(question, unskilled.Answer(question))),
        ];
        double all = task.After.Score(answers);
        Assert.Equal(all, task.Score(answers), 1e-12);
        Assert.Equal(all, answers.Chunk(4).Average(round => task.Score(round)), 1e-12);
    }

    [Fact]
    public void A_tutorials_start_is_worth_about_the_same_in_both_worlds()
    {
        LanguageTranslation[] languages =
        [
            LanguageTranslation.Spanish,
            LanguageTranslation.German,
            LanguageTranslation.French,
        ];
        foreach (LanguageTranslation before in languages)
        {
            foreach (LanguageTranslation after in languages.Where(language => language != before))
            {
                AssertWorthItsBaseline(new(before, after), new SourceCopy());
            }
        }
        foreach (
            DriftingTask task in (DriftingTask[])
                [
                    new(NovelCompletion.Austen, NovelCompletion.Messages),
                    new(NovelCompletion.Messages, NovelCompletion.Austen),
                ]
        )
        {
            PairModel start = new(TextShard.Draw(((NovelCompletion)task.After).Novels, 1, 0, new(1)));
            start.Train(1L << 40);
            AssertWorthItsBaseline(task, start);
        }
    }

    private static void AssertWorthItsBaseline(DriftingTask task, IModel start) =>
        Assert.Equal(task.Baseline, ModelQuality.Measure(task, start, int.MaxValue, 1), 0.02);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_round_is_a_mean_over_its_questions_where_it_is_one_in_both_worlds(bool before, bool after)
    {
        ITask task = new DriftingTask(new Named(0, before), new Named(0, after));
        Assert.Equal(before && after, task.IsMeanOverQuestions);
    }

    [Fact]
    public void The_scores_of_a_round_are_shared_out_by_world()
    {
        DriftingTask task = new(TableTask.Seattle, TableTask.NewYork);
        Answered[] right = [.. task.HeldOut.Take(3).Select(q => new Answered(q, task.Truth(q)))],
            missing = [.. task.HeldOutLater.Take(1).Select(q => new Answered(q, NoAnswer.Instance))];
        Assert.Equal(0.75, task.Score([.. right, .. missing]), 1e-12);
    }

    [Fact]
    public void Until_the_world_moves_all_training_goes_into_the_old_one()
    {
        (_, IModel model, long budget) = Of("images", 1);
        (_, IModel same, _) = Of("images", 1);
        same.Move(0);
        Assert.Equal(model.Train(budget), same.Train(budget));
        Assert.All(
            ImageRecognition.Digits.HeldOut.Take(100),
            question => Assert.Same(model.Answer(question), same.Answer(question))
        );
    }

    [Fact]
    public void Room_for_the_new_world_is_counted_before_it_comes_and_read_only_after()
    {
        (_, IModel model, _) = Of("images", 1);
        long one = model.Bytes;
        Assert.Equal(2 * one, model.BytesWhenMoved);
        model.Move(0.1);
        Assert.Equal((2 * one, 2 * one), (model.Bytes, model.BytesWhenMoved));
    }

    [Fact]
    public void A_turned_set_has_the_rows_of_each_image_as_columns()
    {
        ImageSet upright = DataCatalog.Digits,
            turned = ImageRecognition.DigitsTurned.Images;
        for (int image = 0; image < 50; image++)
        {
            float[] pixels = upright.Pixels(image),
                sideways = turned.Pixels(image);
            Assert.Equal(upright.Label(image), turned.Label(image));
            for (int place = 0; place < pixels.Length; place++)
            {
                Assert.Equal(pixels[place], sideways[place % 8 * 8 + place / 8]);
            }
        }
    }

    [Fact]
    public void A_world_moves_somewhere_else() =>
        Assert.Throws<ArgumentException>(
            "after",
            () => new DriftingTask(TableTask.Seattle, TableTask.Seattle)
        );

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void Quality_is_measured_on_the_share_asked_for_even_where_few_questions_are_held_out(double share)
    {
        DriftingTask task = new(TableTask.Concrete, TableTask.BreastCancer);
        double quality = ModelQuality.Measure(task, new KnowsOnly(task, task.HeldOut), 1_000, share);
        Assert.Equal(1 - share, quality, 0.01);
    }

    private static double Skill(DriftingTask task, IModel model, double later) =>
        Math.Max(0, ModelQuality.Measure(task, model, 300, later) - task.Baseline) / (1 - task.Baseline);

    /// <summary>A task whose answers name their own score.</summary>
    private sealed class Named(double baseline, bool isMeanOverQuestions) : ITask
    {
        public string Name => "named";

        public IReadOnlyList<IQuestion> HeldOut { get; } = [new Asked()];

        public double Baseline => baseline;

        public bool IsMeanOverQuestions => isMeanOverQuestions;

        public double Score(IQuestion question, IAnswer answer) => ((NumberAnswer)answer).Value;

        public IAnswer Truth(IQuestion question) => new NumberAnswer(1);

        public IAnswer Guess(Rng rng) => new NumberAnswer(rng.NextDouble());

        private sealed class Asked : IQuestion;
    }

    /// <summary>Answers some questions with the truth, and others not at all.</summary>
    private sealed class KnowsOnly(ITask task, IReadOnlyList<IQuestion> known) : IModel
    {
        private readonly HashSet<IQuestion> _known = [.. known];

        public string Name => "knows-only";

        public int Version => 1;

        public long AnswerOperations => 0;

        public long Bytes => 0;

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question) =>
            _known.Contains(question) ? task.Truth(question) : NoAnswer.Instance;
    }
}
