using Simulator.Core.Units;

namespace Simulator.Core.Chain.Extrinsics;

/// <summary>Sells staked alpha at the subnet's fixed price; the owner's balance is credited.</summary>
/// <param name="NetUid">Subnet whose token is sold.</param>
/// <param name="Hotkey">Key that holds the stake.</param>
/// <param name="Amount">How much.</param>
/// <remarks>Differs from subtensor: there alpha is sold to the subnet's pool (spec §7.3).</remarks>
public sealed record Sell(NetUid NetUid, Hotkey Hotkey, Alpha Amount) : Extrinsic(NetUid, default, Hotkey);
