using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

/// <summary>A market whose miners and account a test sets.</summary>
internal sealed class Bazaar : IMarket
{
    public double LaterShare { get; set; }

    public Uid Self { get; init; }

    public Account Account { get; set; }

    public IMiner?[] Slots { get; init; } = [];

    /// <summary>Slots of the one that decides.</summary>
    public Uid[] Own { get; init; } = [];

    public IReadOnlyList<Uid> Miners =>
        [.. Enumerable.Range(0, Slots.Length).Select(i => new Uid((ushort)i))];

    public ushort Incentive(Uid uid) => uid.Index;

    public IMiner? Miner(Uid uid) => Slots[uid.Index];

    public bool IsOwn(Uid uid) => Own.Contains(uid);
}
