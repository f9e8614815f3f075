using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets validators question miners, and judge the answers when the deadline has passed.</summary>
internal sealed class QuestionDriver : IEventHandler
{
    private readonly World _world;
    private readonly Peers _peers;
    private readonly JudgementDriver _judgements;
    private readonly QueryPlan _plan;
    private readonly Dictionary<Hotkey, LastRound> _lastRounds = [];
    private IQuestion[] _pool = [];
    private double _heldOut;
    private int[] _drawn = [];
    private Answered[] _answers = [];
    private long[] _latencies = [];
    private Examined[] _found = [];

    public QuestionDriver(World world)
    {
        _world = world;
        _peers = new(world);
        _plan = world.Plan.Queries;
        _judgements = new(world);
    }

    /// <summary>Schedules the first round of every validator that asks; rounds are spread over the interval.</summary>
    public void Start()
    {
        foreach (Participant validator in _world.Roster.Seated.Where(p => p.Validator is { Queries: true }))
        {
            ulong first = (ulong)validator.Rng.NextInt((int)_plan.Interval.Length);
            Schedule(new(first), validator.Hotkey);
        }
    }

    /// <summary>Begins a tempo, in which everybody's scores and questions are counted anew.</summary>
    /// <param name="epoch">Number of epochs so far.</param>
    public void BeginTempo(ulong epoch)
    {
        RefillPool(epoch);
        foreach (Participant participant in _world.Roster.Seated)
        {
            participant.Scores.Clear();
            participant.Scorer?.BeginTempo();
        }
    }

    /// <summary>Standard error of the mean of this tempo's scores of a miner.</summary>
    public double ErrorOf(ScoreTally scores) => scores.Error(_pool.Length, _heldOut);

    /// <summary>Draws the held-out questions that all validators share in the coming tempo.</summary>
    /// <param name="epoch">Number of epochs so far.</param>
    private void RefillPool(ulong epoch)
    {
        if (_world.Plan.Task is not { } task)
        {
            return;
        }
        Mixture drawn = Mixture.Of(task, _plan.Pool, _world.LaterShare);
        _heldOut = drawn.HeldOutAlike(task);
        _pool =
        [
            .. Drawn(task.HeldOut, drawn.Before, "questions.pool", epoch),
            .. Drawn(task.HeldOutLater, drawn.Later, "questions.later", epoch),
        ];
        _drawn = new int[_pool.Length];
    }

    private IEnumerable<IQuestion> Drawn(
        IReadOnlyList<IQuestion> heldOut,
        int most,
        string stream,
        ulong epoch
    )
    {
        int[] all = new int[heldOut.Count];
        int count = Math.Min(most, all.Length);
        Draw(all, count, _world.Streams.For(stream, 0, epoch));
        return all.Take(count).Select(i => heldOut[i]);
    }

    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        Participant validator = _world.Roster.Of(new((ulong)argument));
        if (validator.Uid is { } uid && _pool.Length > 0)
        {
            Ask(validator, uid);
        }
        Schedule(_world.Network.Block + _plan.Interval, validator.Hotkey);
    }

    private void Ask(Participant validator, Uid self)
    {
        Scorer scorer = validator.Scorer!;
        (int count, IReadOnlyList<Uid> miners) = scorer.Next(_plan.Questions, _world.Roster.Miners);
        count = Math.Min(count, _pool.Length);
        if (count == 0)
        {
            return;
        }
        // Drawn in rounds that repeat the last one too: the real ones ask what they would ask if all were real.
        Draw(_drawn, count, validator.Rng);
        Array.Resize(ref _answers, count);
        Array.Resize(ref _latencies, count);
        LastRound last = LastRoundOf(validator);
        bool isReal = last.Begin(_world.Plan.Fidelity);
        SpotCheck? check = scorer.Checks() && isReal ? new(_world.Plan.Task!, miners, count) : null;
        Rng? noise = scorer.NoiseOfRound();
        Round round = _judgements.NewRound(validator);
        ulong late = 0;
        ExamineAll(miners, count, last, check);
        for (int m = 0; m < miners.Count; m++)
        {
            Participant miner = _world.Roster[miners[m]]!;
            if (!last.TryRepeat(miner.Hotkey, miners[m], count, out Examined found))
            {
                found = Noisy(_found[m], scorer, noise);
                last.Keep(miner.Hotkey, found);
            }
            late += (ulong)found.Judgement.Late;
            LogFailed(miner, found);
            round.Add(miner.Hotkey, found.Judgement, found.Questions);
        }
        scorer.Count(count * (long)miners.Count);
        _world.Log(ChainEventKind.Queried, self.Index, count * (long)miners.Count, late);
        if (check is not null)
        {
            Catch(check.LongestRuns(scorer.Relays), round, last);
        }
        _judgements.Schedule(round, _world.Loop.Now + _plan.Deadline);
    }

    /// <summary>Puts the questions to all whose last judgement is not repeated, and keeps by place how each did.</summary>
    private void ExamineAll(IReadOnlyList<Uid> miners, int count, LastRound last, SpotCheck? check)
    {
        Array.Resize(ref _found, miners.Count);
        foreach (int m in AskingOrder.Of(_world.Roster, miners))
        {
            Participant miner = _world.Roster[miners[m]]!;
            if (!last.TryRepeat(miner.Hotkey, miners[m], count, out _))
            {
                _world.Acting = miner;
                _found[m] = Examine(miner, miners[m], count);
                check?.Keep(m, _answers, _latencies);
            }
        }
        _world.Acting = null;
    }

    private void LogFailed(Participant miner, in Examined found)
    {
        if (found.Failed > 0)
        {
            _world.Log(
                ChainEventKind.AnswersFailed,
                found.Judgement.Miner.Index,
                (long)miner.Hotkey.Id,
                (ulong)found.Failed
            );
        }
    }

    private LastRound LastRoundOf(Participant validator)
    {
        if (!_lastRounds.TryGetValue(validator.Hotkey, out LastRound? last))
        {
            _lastRounds[validator.Hotkey] = last = new();
        }
        return last;
    }

    private static Examined Noisy(in Examined found, Scorer scorer, Rng? noise) =>
        found with
        {
            Judgement = found.Judgement with { Score = scorer.Noisy(found.Judgement.Score, noise) },
        };

    private Examined Examine(Participant miner, Uid uid, int count)
    {
        int late = 0,
            failed = 0;
        for (int q = 0; q < count; q++)
        {
            IQuestion question = _pool[_drawn[q]];
            Reply reply = miner.Miner!.Answer(question, _peers);
            bool isLate = reply.Latency > _plan.Deadline;
            late += isLate ? 1 : 0;
            _latencies[q] = reply.Latency;
            failed += !isLate && reply.Answer is FailedAnswer ? 1 : 0;
            _answers[q] = new(question, isLate ? NoAnswer.Instance : reply.Answer);
        }
        return new(new(uid, _world.Plan.Task!.Score(_answers), late), ScoresOfQuestions(), failed);
    }

    /// <summary>How the answers that were just given are scored one by one.</summary>
    private QuestionScores ScoresOfQuestions()
    {
        ITask task = _world.Plan.Task!;
        if (!task.IsMeanOverQuestions)
        {
            return new(_answers.Length, double.NaN, double.NaN);
        }
        double sum = 0,
            squares = 0;
        foreach ((IQuestion question, IAnswer answer) in _answers)
        {
            double score = task.Score(question, answer);
            sum += score;
            squares += score * score;
        }
        return new(_answers.Length, sum, squares);
    }

    /// <summary>Gives no score for the round to those who share too many mistakes with a faster miner.</summary>
    private void Catch(int[] longestRuns, Round round, LastRound last)
    {
        for (int m = 0; m < longestRuns.Length; m++)
        {
            if (longestRuns[m] >= RelayRuns.EqualMistakes)
            {
                (Hotkey hotkey, Judgement judgement, _) = round.Judgements[m];
                round.Void(m);
                last.Void(hotkey);
                _world.Log(
                    ChainEventKind.RelayCaught,
                    judgement.Miner.Index,
                    (long)hotkey.Id,
                    (ulong)longestRuns[m]
                );
            }
        }
    }

    private void Schedule(Block block, Hotkey validator) =>
        _world.Loop.Schedule(SimTime.StartOf(block), Phase.Question, this, (long)validator.Id);

    /// <summary>Puts a random choice of the numbers below the length, in random order, to the front.</summary>
    private static void Draw(int[] items, int count, Rng rng)
    {
        // From the same order each time: what one validator draws must not hang on what others drew before it.
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = i;
        }
        for (int i = 0; i < count; i++)
        {
            int j = i + rng.NextInt(items.Length - i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
