using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class QuestionTests
{
    [Fact]
    public void Every_validator_asks_once_per_interval()
    {
        RunRecorder run = Worlds.Run(Worlds.Small);
        // Five tempos of 360 blocks hold six rounds of 60 blocks each, and the run ends as its last block begins.
        Assert.Equal(3 * 5 * 6, run.Count("Queried"));
    }

    [Fact]
    public void A_late_answer_scores_zero_and_is_counted()
    {
        RunRecorder run = Worlds.Run(
            Worlds
                .Small.WithMiners(1, _ => new Pupil(100, latency: 4_000), "in time")
                .WithMiners(1, _ => new Pupil(100, latency: 4_001), "late")
        );
        Assert.Equal(0, run.Last("incentive_share", "late"));
        Assert.True(run.Last("incentive_share", "in time") > 0.2);
        // 32 questions of three validators, six rounds in a tempo.
        Assert.Equal(32 * 3 * 6, run.Last("late_answers"));
    }

    [Fact]
    public void An_overloaded_machine_works_until_the_deadline_and_is_charged_for_no_more()
    {
        HonestMiner? slow = null;
        WorldPlan plan = Worlds.Small with { Validators = [] };
        RunRecorder run = Worlds.Run(
            plan.WithValidators(1, _ => new HonestValidator(Worlds.Task), Alpha.Of(1), "validator")
                .WithMiners(
                    1,
                    _ =>
                        slow = new(
                            new Pupil(100) { AnswerOperations = 1_000 },
                            new() { AnswerSpeed = 1_000, Latency = 0 }
                        ),
                    "slow"
                )
        );
        // Of the 32 questions of a round, a second each, four are done in 4,000 ms.
        Assert.Equal(28 * 6, run.Last("late_answers"));
        Assert.Equal(4 * 5 * 6, slow!.Machine.Seconds);
    }

    [Fact]
    public void A_copycat_answers_like_the_best_paid_miner_but_later()
    {
        RunRecorder fast = Worlds.Run(
            Worlds.Small.WithMiners(1, _ => new CopycatMiner(new() { Latency = 3_900 }), "copycat")
        );
        double best = fast.Last("incentive_share", "best");
        Assert.Equal(best, fast.Last("incentive_share", "copycat"), best * 0.1);

        RunRecorder slow = Worlds.Run(
            Worlds.Small.WithMiners(1, _ => new CopycatMiner(new() { Latency = 3_901 }), "copycat")
        );
        Assert.Equal(0, slow.Last("incentive_share", "copycat"));
    }

    [Fact]
    public void A_copycat_asks_the_best_paid_miner_and_nobody_else()
    {
        Counter? middle = null;
        WorldPlan plan = Worlds.Small with
        {
            Miners =
            [
                new("first", 1, _ => new Pupil(60)),
                new("middle", 1, _ => middle = new(knows: 80)),
                new("best", 1, _ => new Pupil(100)),
            ],
        };
        Worlds.Run(plan);
        int without = middle!.Asked;
        Worlds.Run(plan.WithMiners(1, _ => new CopycatMiner(new()), "copycat"));
        // It asks the first one until somebody is paid, then the best one.
        Assert.Equal(without, middle.Asked);
    }

    [Fact]
    public void Copycats_alone_have_nobody_to_copy()
    {
        WorldPlan plan = Worlds.Small with { Miners = [] };
        RunRecorder run = Worlds.Run(plan.WithMiners(2, _ => new CopycatMiner(new()), "copycats"));
        Assert.Equal(0, run.Count("IncentivePaid"));
    }

    [Fact]
    public void Miners_that_ask_each_other_come_to_an_end()
    {
        RunRecorder run = Worlds.Run(Worlds.Small.WithMiners(2, _ => new Gossip(), "gossips"));
        Assert.Equal(0, run.Last("incentive_share", "gossips"));
    }

    [Fact]
    public void A_judgement_comes_at_the_deadline_and_not_before()
    {
        List<(SimTime Asked, SimTime Judged)> times = [];
        Watch? watch = null;
        Simulation run = new(
            Worlds.Small.WithValidators(1, _ => watch = new(times), Alpha.Of(1), "watch"),
            1,
            [new Clock(() => watch!)]
        );
        watch!.Loop = run.Loop;
        run.Run(TestContext.Current.CancellationToken);
        Assert.NotEmpty(times);
        Assert.All(times, t => Assert.Equal(4_000, t.Judged.Ticks - t.Asked.Ticks));
    }

    [Fact]
    public void A_new_validator_shifts_no_question_of_the_others()
    {
        List<double> alone = [],
            together = [];
        WorldPlan plan = Worlds.Small with { Validators = [] };
        Worlds.Run(plan.WithValidators(1, _ => new Notebook(alone), Alpha.Of(1), "first"));
        Worlds.Run(
            plan.WithValidators(1, _ => new Notebook(together), Alpha.Of(1), "first")
                .WithValidators(2, _ => new Notebook([]), Alpha.Of(1), "others")
        );
        Assert.NotEmpty(alone);
        Assert.Equal(alone, together);
    }

    /// <summary>Counts how often it is asked.</summary>
    private sealed class Counter(int knows) : IMiner
    {
        private readonly Pupil _pupil = new(knows);

        public int Asked { get; private set; }

        public string Strategy => "counter";

        public Reply Answer(IQuestion question, IPeers peers)
        {
            Asked++;
            return _pupil.Answer(question, peers);
        }
    }

    /// <summary>Pretends to have an answer of its own, and asks everybody.</summary>
    private sealed class Gossip : IMiner
    {
        public string Strategy => "gossip";

        public Reply Answer(IQuestion question, IPeers peers)
        {
            foreach (Uid uid in peers.Miners)
            {
                if (peers.Incentive(uid) == 0 && peers.Ask(uid, question) is { } reply)
                {
                    return reply;
                }
            }
            return new(NoAnswer.Instance, 0);
        }
    }

    /// <summary>Notes how its questions went.</summary>
    private sealed class Notebook(List<double> scores) : IValidator
    {
        public string Strategy => "notebook";

        public void Observe(in Judgement judgement) => scores.Add(judgement.Score);

        public Vote? Vote(IChainView chain, Uid self) => null;
    }

    /// <summary>Notes when it is told of its answers.</summary>
    private sealed class Watch(List<(SimTime Asked, SimTime Judged)> times) : IValidator
    {
        public string Strategy => "watch";

        public EventLoop? Loop { get; set; }

        public SimTime Asked { get; set; }

        public void Observe(in Judgement judgement) => times.Add((Asked, Loop!.Now));

        public Vote? Vote(IChainView chain, Uid self) => null;
    }

    /// <summary>Tells the watch when it asked.</summary>
    private sealed class Clock(Func<Watch> watch) : IObserver
    {
        public void OnEvent(in SimEvent line)
        {
            if (line.Fact is { Kind: ChainEventKind.Queried, Uid: 3 })
            {
                watch().Asked = watch().Loop!.Now;
            }
        }
    }
}
