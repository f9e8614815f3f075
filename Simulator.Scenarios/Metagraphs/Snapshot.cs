using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>A subnet at one block: every neuron with its stake and its weights on every neuron.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="Block">The block.</param>
/// <param name="Hotkeys">Hotkeys by uid; n of them.</param>
/// <param name="Stake">Stake by uid, in TAO; n of them.</param>
/// <param name="Weights">Weights from uid to uid, row after row; n × n of them.</param>
internal sealed record Snapshot(
    int NetUid,
    long Block,
    ImmutableArray<string> Hotkeys,
    ImmutableArray<double> Stake,
    ImmutableArray<double> Weights
)
{
    /// <summary>Number of neurons.</summary>
    public int Neurons => Hotkeys.Length;

    /// <summary>Number of weights above 0.</summary>
    public int SetWeights => Weights.Count(w => w > 0);

    /// <summary>Number of neurons with a weight above 0.</summary>
    public int Setters => Enumerable.Range(0, Neurons).Count(uid => Row(uid).AsSpan().ContainsAnyExcept(0.0));

    /// <summary>The neuron as a validator of an epoch.</summary>
    /// <param name="uid">The neuron.</param>
    /// <param name="miners">Number of miners of the epoch; uids that this snapshot has not get no weight.</param>
    public ValidatorRow Validator(int uid, int miners) =>
        new(uid, Hotkeys[uid], Stake[uid], [.. Row(uid), .. new double[miners - Neurons]]);

    /// <summary>Notes what is wrong with a snapshot that has just been put together.</summary>
    public void Check(Complaints complaints)
    {
        if (NetUid is < 0 or > ushort.MaxValue)
        {
            complaints.Add("netuid", $"{NetUid} is not a subnet; allowed are 0 to {ushort.MaxValue}");
        }
        if (Block < 0)
        {
            complaints.Add("block", $"{Block} is below 0");
        }
        Dictionary<string, int> holders = new(StringComparer.Ordinal);
        for (int uid = 0; uid < Neurons; uid++)
        {
            if (Hotkeys[uid].Length == 0)
            {
                complaints.Add($"hotkeys[{uid}]", "it is empty");
            }
            else if (!holders.TryAdd(Hotkeys[uid], uid))
            {
                complaints.Add(
                    $"hotkeys[{uid}]",
                    $"{Files.Show.Quoted(Hotkeys[uid])} is the hotkey of uid {holders[Hotkeys[uid]]} too"
                );
            }
        }
    }

    private ImmutableArray<double> Row(int uid) => Weights.Slice(uid * Neurons, Neurons);
}
