using Simulator.Core.Agents;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

/// <summary>Nobody to ask.</summary>
internal sealed class NoPeers : IPeers
{
    public SimTime Now { get; init; }

    public IReadOnlyList<Uid> Miners => [];

    public ushort Incentive(Uid uid) => 0;

    public Reply? Ask(Uid uid, IQuestion question) => null;
}
