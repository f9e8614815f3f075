using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Tells validators how their questions went, once the deadline has passed.</summary>
internal sealed class JudgementDriver(World world) : IEventHandler
{
    private readonly List<Round> _rounds = [];
    private readonly Stack<int> _free = [];

    /// <summary>An empty round of a validator.</summary>
    public Round NewRound(Participant validator)
    {
        if (!_free.TryPop(out int index))
        {
            _rounds.Add(new() { Validator = validator, Index = _rounds.Count });
            return _rounds[^1];
        }
        Round round = _rounds[index];
        round.Clear();
        round.Validator = validator;
        return round;
    }

    /// <summary>Lets a round be judged at a time.</summary>
    public void Schedule(Round round, SimTime at) =>
        world.Loop.Schedule(at, Phase.Judgement, this, round.Index);

    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        Round round = _rounds[(int)argument];
        world.Acting = round.Validator;
        foreach ((Hotkey miner, Judgement judgement, QuestionScores questions) in round.Judgements)
        {
            // A slot that changed hands meanwhile: the answers were somebody else's.
            if (world.Roster[judgement.Miner] is { } asked && asked.Hotkey == miner)
            {
                // A judgement that is only repeated makes the mean no surer.
                if (questions.Count > 0)
                {
                    asked.Scores.Add(judgement.Score, questions);
                }
                round.Validator.Validator!.Observe(judgement);
            }
        }
        world.Acting = null;
        _free.Push(round.Index);
    }
}
