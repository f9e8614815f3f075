using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>What one validator found when it last really asked, so that the rounds between can repeat it.</summary>
internal sealed class LastRound
{
    private readonly Dictionary<Hotkey, Examined> _found = [];
    private long _rounds;

    /// <summary>Begins a round; where it is a real one, nothing of earlier ones is left to repeat.</summary>
    /// <param name="fidelity">Which rounds are real.</param>
    /// <returns>Whether it is a real one.</returns>
    public bool Begin(FidelityPlan fidelity)
    {
        bool isReal = _rounds++ % fidelity.Sampled == 0;
        if (isReal)
        {
            _found.Clear();
        }
        return isReal;
    }

    /// <summary>Keeps how a miner did.</summary>
    public void Keep(Hotkey miner, in Examined found) => _found[miner] = found;

    /// <summary>How a miner did when it was last asked, as this round repeats it.</summary>
    /// <param name="miner">The miner.</param>
    /// <param name="uid">Its slot now.</param>
    /// <param name="count">Questions of the round; no more than these can be late or fail.</param>
    /// <param name="repeated">The round; without scores of questions, for none was asked.</param>
    /// <returns>Whether it was asked at all since the last real round began.</returns>
    public bool TryRepeat(Hotkey miner, Uid uid, int count, out Examined repeated)
    {
        bool isKnown = _found.TryGetValue(miner, out Examined found);
        repeated = new(
            found.Judgement with
            {
                Miner = uid,
                Late = Math.Min(found.Judgement.Late, count),
            },
            default,
            Math.Min(found.Failed, count)
        );
        return isKnown;
    }

    /// <summary>Gives a miner's answers no score, as long as they are repeated.</summary>
    public void Void(Hotkey miner)
    {
        Examined found = _found[miner];
        _found[miner] = found with { Judgement = found.Judgement with { Score = 0 } };
    }
}
