using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Who holds which slot of the subnet, kept by listening to the chain.</summary>
internal sealed class Roster : IObserver
{
    private readonly List<Participant?> _byUid = [];
    private readonly Dictionary<Hotkey, Participant> _byHotkey = [];
    private readonly List<Uid> _miners = [];
    private bool _isChanged;

    /// <summary>Number of slots in use.</summary>
    public int Slots => _byUid.Count;

    /// <summary>Slots of miners in ascending order.</summary>
    public IReadOnlyList<Uid> Miners
    {
        get
        {
            if (_isChanged)
            {
                _miners.Clear();
                _miners.AddRange(_byUid.Where(p => p?.Miner is not null).Select(p => p!.Uid!.Value));
                _isChanged = false;
            }
            return _miners;
        }
    }

    /// <summary>Those who hold slots now, in ascending order of these.</summary>
    public IEnumerable<Participant> Seated => _byUid.OfType<Participant>();

    /// <summary>Who holds a slot, or null.</summary>
    public Participant? this[Uid uid] => uid.Index < _byUid.Count ? _byUid[uid.Index] : null;

    /// <summary>The participant of a hotkey, whether it holds a slot or not.</summary>
    /// <exception cref="InvalidOperationException">It is not of the run's agents.</exception>
    public Participant Of(Hotkey hotkey) =>
        _byHotkey.TryGetValue(hotkey, out Participant? participant)
            ? participant
            : throw new InvalidOperationException(
                $"{hotkey} belongs to no agent of the plan; only those can hold a slot."
            );

    /// <summary>Makes a participant known; it holds no slot yet.</summary>
    public void Add(Participant participant) => _byHotkey.Add(participant.Hotkey, participant);

    /// <summary>Notes that a participant took a slot.</summary>
    public void Seat(Participant participant, Uid uid)
    {
        while (_byUid.Count <= uid.Index)
        {
            _byUid.Add(null);
        }
        _byUid[uid.Index] = participant;
        participant.Uid = uid;
        participant.Scores.Clear();
        _isChanged = true;
        foreach (Participant seated in Seated)
        {
            seated.Validator?.Forget(uid);
            seated.Scorer?.Relays.Forget(uid);
        }
    }

    /// <inheritdoc/>
    public void OnEvent(in SimEvent line)
    {
        ChainEvent fact = line.Fact;
        switch (fact.Kind)
        {
            case ChainEventKind.Pruned:
                Of(HotkeyOf(fact)).Uid = null;
                _byUid[fact.Uid] = null;
                _isChanged = true;
                break;
            case ChainEventKind.Registered when fact.Uid >= 0:
                Seat(Of(HotkeyOf(fact)), new((ushort)fact.Uid));
                Of(HotkeyOf(fact)).Books.Entry += fact.Amount;
                break;
            case ChainEventKind.IncentivePaid or ChainEventKind.DividendPaid:
                Participant paid = Of(HotkeyOf(fact));
                paid.Income += fact.Amount;
                paid.Books.Income += fact.Amount;
                break;
        }
    }

    private static Hotkey HotkeyOf(in ChainEvent fact) => new((ulong)fact.Other);
}
