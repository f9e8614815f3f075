using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The rows that an epoch computes: those that vote first; those with neither stake nor weights nor bonds not at all.</summary>
internal sealed class EpochRows
{
    private bool[] _chosen = [];

    /// <summary>The uid of every row; only as many as there are rows.</summary>
    public int[] Uids { get; private set; } = [];

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them, the first ones, have stake that counts.</summary>
    public int Voters { get; private set; }

    /// <summary>Chooses the rows of another epoch.</summary>
    public void Choose(EpochInput input, EpochHead head)
    {
        int n = input.Neurons;
        if (_chosen.Length < n)
        {
            (_chosen, Uids) = (new bool[n], new int[n]);
        }
        Count = 0;
        for (int i = 0; i < n; i++)
        {
            _chosen[i] = head.ActiveStake[i] > I32F32.Zero;
            if (_chosen[i])
            {
                Uids[Count++] = i;
            }
        }
        Voters = Count;
        for (int i = 0; i < n; i++)
        {
            bool hasWeights = !head.Forbidden[i] && !input.Weights[i].IsEmpty;
            if (!_chosen[i] && (hasWeights || !input.Bonds[i].IsEmpty))
            {
                Uids[Count++] = i;
            }
        }
    }
}
