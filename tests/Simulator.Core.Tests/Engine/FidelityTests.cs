using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Engine.Drivers;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

/// <summary>What is left out where only one round in several is real, and what is not.</summary>
public sealed class FidelityTests
{
    private const int RoundsOfRun = 5 * 6;

    [Theory]
    [InlineData(1, RoundsOfRun)]
    [InlineData(5, RoundsOfRun / 5)]
    [InlineData(1_000_000, 1)]
    public void A_miner_is_asked_in_real_rounds_alone(int sampled, int realRounds)
    {
        Counter? counter = null;
        RunRecorder run = Worlds.Run(
            Sampled(Worlds.Small.WithMiners(1, _ => counter = new(), "counter"), sampled)
        );

        Assert.Equal(32 * 3 * realRounds, counter!.Asked);
        // The validators' own books know nothing of it.
        Assert.Equal(3 * RoundsOfRun, run.Count("Queried"));
        Assert.Equal(5, counter.Worked);
    }

    [Fact]
    public void A_model_is_measured_when_it_is_new_in_every_fifth_epoch_and_in_the_last_one()
    {
        Counter? counter = null;
        WorldPlan plan = Worlds.Small with { Epochs = 7 };

        Worlds.Run(Sampled(plan.WithMiners(1, _ => counter = new(), "counter"), 5));

        // Epochs 1, 5 and 7.
        Assert.Equal(3 * Worlds.Task.HeldOut.Count, counter!.Measured);
    }

    [Fact]
    public void Real_rounds_ask_what_they_ask_if_all_are_real_and_the_others_repeat_them()
    {
        double[] full = Scores(1),
            sampled = Scores(5);

        Assert.True(full.Distinct().Count() > 5);
        Assert.Equal(full.Length, sampled.Length);
        for (int i = 0; i < full.Length; i++)
        {
            Assert.Equal(full[i - i % 5], sampled[i]);
        }
    }

    [Fact]
    public void A_newcomer_is_asked_at_once()
    {
        List<Counter> newcomers = [];
        WorldPlan plan = Worlds.Small with
        {
            Arrivals = new()
            {
                PerDay = 10,
                Groups = [new("newcomers", 1, _ => Noted(new Counter())) { Balance = Tao.Of(1_000) }],
            },
        };

        RunRecorder run = Worlds.Run(Sampled(plan, 1_000_000));

        Assert.True(run.Last("incentive_share", "newcomers") > 0);
        Assert.Contains(newcomers, miner => miner.Asked == 32 * 3);

        Counter Noted(Counter miner)
        {
            newcomers.Add(miner);
            return miner;
        }
    }

    [Fact]
    public void Two_threads_give_the_bits_of_one() =>
        Assert.Equal(
            Worlds.Run(Sampled(Worlds.Small, 5)).Digest,
            Worlds.Run(Sampled(Worlds.Small, 5), threads: 2).Digest
        );

    [Fact]
    public void Who_was_caught_scores_nothing_until_the_next_real_round()
    {
        LastRound last = new();
        FidelityPlan plan = new() { Sampled = 2 };
        Hotkey miner = new(7);

        Assert.True(last.Begin(plan));
        last.Keep(miner, new(new(new(1), 0.9, 6), new(8, 7.2, 7), 5));
        last.Void(miner);

        Assert.False(last.Begin(plan));
        Assert.True(last.TryRepeat(miner, new(2), 4, out Examined repeated));
        Assert.Equal(new Examined(new(new(2), 0, 4), default, 4), repeated);
        Assert.True(last.Begin(plan));
        Assert.False(last.TryRepeat(miner, new(2), 4, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_plan_that_no_run_can_have_is_refused(int sampled) =>
        Assert.Equal(
            [$"fidelity.sampled: {sampled} is outside 1 to 1000000"],
            Sampled(Worlds.Small, sampled).Problems().Select(p => p.ToString())
        );

    private static WorldPlan Sampled(WorldPlan plan, int sampled) =>
        plan with
        {
            Fidelity = new() { Sampled = sampled },
        };

    /// <summary>Scores that a validator took down of the only miner, in order.</summary>
    private static double[] Scores(int sampled)
    {
        List<double> scores = [];
        WorldPlan plan = Worlds.Small with { Validators = [], Miners = [] };
        Worlds.Run(
            Sampled(
                plan.WithMiners(1, _ => new Pupil(60))
                    .WithValidators(1, _ => new Notebook(scores), Alpha.Of(1)),
                sampled
            )
        );
        return [.. scores];
    }

    /// <summary>Knows half of the answers, and counts how often it is asked, and how often its model.</summary>
    private sealed class Counter : IMiner, IModel
    {
        private readonly Pupil _pupil = new(50);

        public string Strategy => "counter";

        public string Name => "counter";

        public IModel Model => this;

        public int Version => _pupil.Version;

        public int Worked => _pupil.Worked;

        public int Asked { get; private set; }

        public int Measured { get; private set; }

        public void Work() => _pupil.Work();

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question)
        {
            Measured++;
            return _pupil.Answer(question);
        }

        public Reply Answer(IQuestion question, IPeers peers)
        {
            Asked++;
            return _pupil.Answer(question, peers);
        }
    }

    /// <summary>Notes how its questions went.</summary>
    private sealed class Notebook(List<double> scores) : IValidator
    {
        public string Strategy => "notebook";

        public void Observe(in Judgement judgement) => scores.Add(judgement.Score);

        public Vote? Vote(IChainView chain, Uid self) => null;
    }
}
