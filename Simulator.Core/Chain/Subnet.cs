using Simulator.Core.Chain.Payments;
using Simulator.Core.Chain.Registrations;
using Simulator.Core.Chain.Weights;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The state of one subnet: its slots, its mechanisms, its alpha and its clock.</summary>
/// <remarks>Only the chain changes it. Its pool joins it when pools come; until then its token has a fixed price.</remarks>
public sealed class Subnet
{
    private ulong _decayFactor;
    private BlockSpan _decayHalfLife;

    internal Subnet(
        NetUid netuid,
        Hyperparameters hyperparameters,
        Coldkey owner,
        Hotkey? ownerHotkey,
        Block now
    )
    {
        NetUid = netuid;
        Owner = owner;
        OwnerHotkey = ownerHotkey;
        Hyperparameters = hyperparameters;
        Burn = hyperparameters.Burn;
        Schedule = new(netuid, hyperparameters.Tempo, now);
        Mechanisms = [];
        ResizeMechanisms(hyperparameters.MechanismCount);
        NoteHalfLife();
    }

    /// <summary>Its number.</summary>
    public NetUid NetUid { get; }

    /// <summary>The key that owns it.</summary>
    public Coldkey Owner { get; }

    /// <summary>The hotkey that gets the owner's cut, if it has one.</summary>
    public Hotkey? OwnerHotkey { get; }

    /// <summary>The hyperparameters in force.</summary>
    public Hyperparameters Hyperparameters { get; private set; }

    /// <summary>Price of a registration now.</summary>
    public Tao Burn { get; internal set; }

    /// <summary>What one alpha sells for, fixed until pools come; nothing can be sold for 0.</summary>
    public Tao AlphaPrice { get; set; }

    /// <summary>TAO paid for registrations so far; it stays with the subnet.</summary>
    public Tao RegistrationIncome { get; internal set; }

    /// <summary>Registrations in this block.</summary>
    public int RegistrationsThisBlock { get; internal set; }

    /// <summary>The share of the last epoch's incentive that went to the owner's miners and was withheld.</summary>
    public U96F32 MinerBurned { get; internal set; }

    /// <summary>Alpha that exists.</summary>
    public Alpha Issued => new(Alpha.Issued);

    internal Slots Slots { get; } = new();

    internal MechanismState[] Mechanisms { get; private set; }

    internal AlphaLedger Alpha { get; } = new();

    internal EpochSchedule Schedule { get; }

    /// <summary>Changes hyperparameters while the chain runs.</summary>
    /// <remarks>Source: spec §2.1, §2.10.</remarks>
    /// <exception cref="PlanException">Even root could not set these.</exception>
    internal void Change(Hyperparameters hyperparameters, Block now)
    {
        bool isResized = hyperparameters.MechanismCount != Mechanisms.Length;
        if (isResized)
        {
            hyperparameters = hyperparameters with { MechanismEmissionSplit = [] };
        }
        Problem[] problems = [.. hyperparameters.Problems($"subnet {NetUid}")];
        if (problems.Length > 0)
        {
            throw new PlanException(problems);
        }
        if (isResized)
        {
            ResizeMechanisms(hyperparameters.MechanismCount);
        }
        if (hyperparameters.Tempo != Hyperparameters.Tempo)
        {
            Schedule.LastEpoch = now;
        }
        Hyperparameters = hyperparameters;
        NoteHalfLife();
    }

    /// <summary>Whether an epoch is due in a block.</summary>
    internal bool IsDue(Block block) => Schedule.IsDue(block, Hyperparameters.Tempo);

    /// <summary>The epoch that commits and reveals of a block belong to.</summary>
    internal ulong CommitEpoch(Block block) => Schedule.CommitEpoch(block, Hyperparameters.Tempo);

    /// <summary>The mechanism of a number, or null.</summary>
    internal MechanismState? Mechanism(MechId id) =>
        id.Index < Mechanisms.Length ? Mechanisms[id.Index] : null;

    /// <summary>Slot of the owner's hotkey, if it holds one.</summary>
    internal Uid? OwnerUid() =>
        OwnerHotkey is { } hotkey && Slots.UidOf(hotkey) is { } uid ? new Uid(uid) : null;

    /// <summary>Lets the price of a registration fall for one block.</summary>
    /// <remarks>Source: spec §5.2; the clamp holds in every block (§11.2.4).</remarks>
    internal void DecayBurn(Block block)
    {
        RegistrationsThisBlock = 0;
        Tao price =
            block.Height > 1 && _decayHalfLife.Length > 0 ? BurnPrice.Decayed(Burn, _decayFactor) : Burn;
        Burn = BurnPrice.Clamped(price, Hyperparameters);
    }

    /// <summary>Lets the price of a registration rise after one.</summary>
    internal void BumpBurn() =>
        Burn = BurnPrice.Clamped(BurnPrice.Bumped(Burn, Hyperparameters.BurnIncreaseMult), Hyperparameters);

    /// <summary>Adds a slot for a hotkey.</summary>
    internal Uid Append(Hotkey hotkey, Coldkey coldkey, Block now)
    {
        Uid uid = new(Slots.Append(hotkey, coldkey, now));
        foreach (MechanismState mechanism in Mechanisms)
        {
            mechanism.Append(now);
        }
        return uid;
    }

    /// <summary>Gives a slot to another hotkey; the owner's hotkey keeps its slot.</summary>
    /// <remarks>Source: spec §5.5.</remarks>
    /// <returns>Whether the slot changed hands.</returns>
    internal bool Replace(Uid uid, Hotkey hotkey, Coldkey coldkey, Block now)
    {
        if (Slots.Hotkeys[uid.Index] == OwnerHotkey)
        {
            return false;
        }
        Slots.Replace(uid.Index, hotkey, coldkey, now);
        foreach (MechanismState mechanism in Mechanisms)
        {
            mechanism.Replace(uid.Index, now);
        }
        return true;
    }

    private void ResizeMechanisms(int count)
    {
        MechanismState[] old = Mechanisms;
        Mechanisms = new MechanismState[count];
        for (int m = 0; m < count; m++)
        {
            Mechanisms[m] = m < old.Length ? old[m] : new(Slots.Count);
        }
    }

    private void NoteHalfLife()
    {
        if (_decayHalfLife != Hyperparameters.BurnHalfLife || _decayFactor == 0)
        {
            _decayHalfLife = Hyperparameters.BurnHalfLife;
            _decayFactor = BurnPrice.DecayFactor(_decayHalfLife);
        }
    }
}
