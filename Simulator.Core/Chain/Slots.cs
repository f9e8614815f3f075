using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The neurons of one subnet by uid: who holds each slot and what the last epoch stored for it.</summary>
/// <remarks>Every vector is exactly as long as there are slots in use, so that an epoch can read it as it is.</remarks>
internal sealed class Slots
{
    private readonly Dictionary<Hotkey, ushort> _uids = [];
    private int[]? _byHotkey;

    public Hotkey[] Hotkeys = [];
    public Coldkey[] Coldkeys = [];
    public ulong[] RegisteredAt = [];
    public bool[] Active = [];
    public bool[] ValidatorPermit = [];
    public ulong[] Emission = [];
    public ushort[] StakeWeight = [];
    public ushort[] Consensus = [];
    public ushort[] Dividends = [];
    public ushort[] ValidatorTrust = [];

    /// <summary>Number of slots in use.</summary>
    public int Count => Hotkeys.Length;

    /// <summary>The uids in ascending order of their hotkeys, which is the chain's order of payment.</summary>
    public ReadOnlySpan<int> ByHotkey
    {
        get
        {
            if (_byHotkey is null)
            {
                _byHotkey = [.. Enumerable.Range(0, Count)];
                Array.Sort(_byHotkey, (a, b) => Hotkeys[a].CompareTo(Hotkeys[b]));
            }
            return _byHotkey;
        }
    }

    public ushort? UidOf(Hotkey hotkey) => _uids.TryGetValue(hotkey, out ushort uid) ? uid : null;

    public bool Contains(Hotkey hotkey) => _uids.ContainsKey(hotkey);

    /// <summary>Adds a slot.</summary>
    public ushort Append(Hotkey hotkey, Coldkey coldkey, Block now)
    {
        ushort uid = (ushort)Count;
        Grow(ref Hotkeys);
        Grow(ref Coldkeys);
        Grow(ref RegisteredAt);
        Grow(ref Active);
        Grow(ref ValidatorPermit);
        Grow(ref Emission);
        Grow(ref StakeWeight);
        Grow(ref Consensus);
        Grow(ref Dividends);
        Grow(ref ValidatorTrust);
        Take(uid, hotkey, coldkey, now);
        return uid;
    }

    /// <summary>Gives a slot to a newcomer and forgets what the last epoch stored for its old neuron.</summary>
    /// <remarks>Source: spec §5.5.</remarks>
    public void Replace(ushort uid, Hotkey hotkey, Coldkey coldkey, Block now)
    {
        _uids.Remove(Hotkeys[uid]);
        ValidatorPermit[uid] = false;
        Emission[uid] = 0;
        StakeWeight[uid] = 0;
        Consensus[uid] = 0;
        Dividends[uid] = 0;
        ValidatorTrust[uid] = 0;
        Take(uid, hotkey, coldkey, now);
    }

    private void Take(ushort uid, Hotkey hotkey, Coldkey coldkey, Block now)
    {
        _uids.Add(hotkey, uid);
        _byHotkey = null;
        Hotkeys[uid] = hotkey;
        Coldkeys[uid] = coldkey;
        RegisteredAt[uid] = now.Height;
        Active[uid] = true;
    }

    private static void Grow<T>(ref T[] values) => Array.Resize(ref values, values.Length + 1);
}
