using System.Runtime.CompilerServices;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Where the next row of entries is written, behind the rows that are complete.</summary>
/// <param name="entries">The rows, with room for one more.</param>
internal unsafe struct EntrySpot(EntryRows entries)
{
    private readonly ushort* _columns = entries.Columns + entries.Count;
    private readonly uint* _codes = entries.Codes + entries.Count;
    private readonly ushort* _bonds = entries.Bonds + entries.Count;

    /// <summary>Number of entries written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes an entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ushort column, uint code, ushort bond)
    {
        int at = Count;
        _columns[at] = column;
        _codes[at] = code;
        _bonds[at] = bond;
        Count = at + 1;
    }

    /// <summary>Writes many; without codes or without bonds they have none.</summary>
    public void Copy(ushort* columns, uint* codes, ushort* bonds, int count)
    {
        new ReadOnlySpan<ushort>(columns, count).CopyTo(new(_columns + Count, count));
        Span<uint> toCodes = new(_codes + Count, count);
        Span<ushort> toBonds = new(_bonds + Count, count);
        if (codes is null)
        {
            toCodes.Clear();
        }
        else
        {
            new ReadOnlySpan<uint>(codes, count).CopyTo(toCodes);
        }
        if (bonds is null)
        {
            toBonds.Clear();
        }
        else
        {
            new ReadOnlySpan<ushort>(bonds, count).CopyTo(toBonds);
        }
        Count += count;
    }
}
