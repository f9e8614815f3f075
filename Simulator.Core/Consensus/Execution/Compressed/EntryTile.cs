namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>One row's entries with what belongs to their columns.</summary>
/// <remarks>Behind the last entry, up to a whole vector, consensus and shares are 0, so that whatever else stands there counts nothing.</remarks>
/// <param name="codes">Weight codes.</param>
/// <param name="count">Number of entries.</param>
/// <param name="numbers">Consensus, incentives and shares of the columns' bonds, I32F32, one behind the other.</param>
/// <param name="room">Room for each of the three.</param>
internal readonly unsafe struct EntryTile(uint* codes, int count, long* numbers, int room)
{
    public uint* Codes => codes;

    public int Count => count;

    public long* Consensus => numbers;

    public long* Incentive => numbers + room;

    public long* Shares => numbers + (2L * room);
}
