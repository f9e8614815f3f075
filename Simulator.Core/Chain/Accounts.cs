using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>What belongs to keys rather than to slots: balances, owners, and stake on root.</summary>
internal sealed class Accounts
{
    private readonly Dictionary<Coldkey, Tao> _balances = [];
    private readonly Dictionary<Hotkey, Coldkey> _owners = [];
    private readonly Dictionary<Hotkey, Tao> _rootStakes = [];

    public Tao Balance(Coldkey coldkey) => _balances.GetValueOrDefault(coldkey);

    public void Credit(Coldkey coldkey, Tao amount) => _balances[coldkey] = Balance(coldkey) + amount;

    public void Debit(Coldkey coldkey, Tao amount) => _balances[coldkey] = Balance(coldkey) - amount;

    public Coldkey? Owner(Hotkey hotkey) => _owners.TryGetValue(hotkey, out Coldkey owner) ? owner : null;

    public void SetOwner(Hotkey hotkey, Coldkey coldkey) => _owners[hotkey] = coldkey;

    public Tao RootStake(Hotkey hotkey) => _rootStakes.GetValueOrDefault(hotkey);

    public void StakeOnRoot(Hotkey hotkey, Tao amount) => _rootStakes[hotkey] = RootStake(hotkey) + amount;
}
