using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>In which order the questions of one round come in where they are answered.</summary>
/// <remarks>
/// All of them leave at the same time. A question that is passed on has the way of who relays it behind it, so that it waits
/// behind those that were put to its source at once; of relays the one with the shortest way comes first, of equals the first uid.
/// </remarks>
internal static class AskingOrder
{
    /// <summary>Places among the miners of a round, in order.</summary>
    /// <param name="roster">Who holds which slot.</param>
    /// <param name="miners">Slots of those who are asked, in ascending order.</param>
    public static int[] Of(Roster roster, IReadOnlyList<Uid> miners) =>
        [.. Enumerable.Range(0, miners.Count).OrderBy(m => Way(roster[miners[m]]!.Miner!))];

    /// <summary>Ticks that a question is on its way, beyond those of one that is answered where it is put.</summary>
    private static long Way(IMiner miner) => miner.Relays ? 1 + (miner.Machine?.Hardware.Latency ?? 0) : 0;
}
