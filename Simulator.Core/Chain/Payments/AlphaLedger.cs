using Simulator.Core.Units;

namespace Simulator.Core.Chain.Payments;

/// <summary>The alpha of one subnet: who holds it, what waits to be paid, and where the rest of what was created went.</summary>
/// <remarks>
/// Every hotkey has one owner and no nominators at this stage, so stake is kept by hotkey alone. Nothing is minted beside
/// <see cref="Create"/> and <see cref="Grant"/>: created and granted alpha is at every moment the sum of everything else.
/// </remarks>
internal sealed class AlphaLedger
{
    private readonly Dictionary<Hotkey, ulong> _stakes = [];

    /// <summary>Alpha created by emission.</summary>
    public ulong Created { get; private set; }

    /// <summary>Alpha that was there when the run began.</summary>
    public ulong Granted { get; private set; }

    /// <summary>Alpha staked, all hotkeys together.</summary>
    public ulong Staked { get; private set; }

    /// <summary>Alpha sold out of stake.</summary>
    public ulong Sold { get; private set; }

    /// <summary>Incentive of the owner's miners that was destroyed but still counts as issued.</summary>
    public ulong Burned { get; private set; }

    /// <summary>Incentive of the owner's miners that no longer counts as issued.</summary>
    public ulong Recycled { get; private set; }

    /// <summary>
    /// What rounding, or a pot with nobody to pay it to, left behind. Incentives are paid at face value and may exceed their
    /// pot by the epoch's rounding, so this can be a little below 0.
    /// </summary>
    public long Lost { get; private set; }

    /// <summary>The miners' pot.</summary>
    public ulong PendingServer { get; private set; }

    /// <summary>The validators' pot.</summary>
    public ulong PendingValidator { get; private set; }

    /// <summary>The owner's pot.</summary>
    public ulong PendingOwnerCut { get; private set; }

    /// <summary>Alpha that exists: what was created or granted, less what was recycled.</summary>
    public ulong Issued => Created + Granted - Recycled;

    public ulong Stake(Hotkey hotkey) => _stakes.GetValueOrDefault(hotkey);

    /// <summary>Gives a hotkey stake that was not earned, when the run begins.</summary>
    public void Grant(Hotkey hotkey, ulong amount)
    {
        Granted += amount;
        Add(hotkey, amount);
    }

    /// <summary>Creates the alpha of one block and puts it into the pots.</summary>
    public void Create(in BlockShares shares)
    {
        Created += shares.Created;
        PendingServer += shares.Server;
        PendingValidator += shares.Validator;
        PendingOwnerCut += shares.OwnerCut;
        Lost += (long)(shares.Created - shares.Server - shares.Validator - shares.OwnerCut);
    }

    /// <summary>Empties the pots.</summary>
    public Pots Drain()
    {
        Pots pots = new(PendingServer, PendingValidator, PendingOwnerCut);
        PendingServer = 0;
        PendingValidator = 0;
        PendingOwnerCut = 0;
        return pots;
    }

    /// <summary>Stakes drained alpha on a hotkey.</summary>
    public void Pay(Hotkey hotkey, ulong amount) => Add(hotkey, amount);

    /// <summary>Does away with drained alpha that an owner's miner earned.</summary>
    public void Withhold(ulong amount, RecycleOrBurn fate)
    {
        if (fate == RecycleOrBurn.Recycle)
        {
            Recycled += amount;
        }
        else
        {
            Burned += amount;
        }
    }

    /// <summary>Closes a drained pot: what was not paid out of it is lost.</summary>
    public void Close(ulong pot, ulong paid) => Lost += (long)pot - (long)paid;

    /// <summary>Takes sold alpha out of a hotkey's stake.</summary>
    public void Sell(Hotkey hotkey, ulong amount)
    {
        _stakes[hotkey] = Stake(hotkey) - amount;
        Staked -= amount;
        Sold += amount;
    }

    private void Add(Hotkey hotkey, ulong amount)
    {
        _stakes[hotkey] = Stake(hotkey) + amount;
        Staked += amount;
    }
}
