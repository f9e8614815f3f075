using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The columns of one step in memory.</summary>
/// <typeparam name="T">Numbers of the step's columns.</typeparam>
internal readonly unsafe struct LaneColumn<T>(DenseEpoch epoch, LaneScratch scratch, long* reciprocals, int j)
    : IColumn<T>
    where T : struct, IVectorLane<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly uint* _codes = scratch.Tile;
    private readonly long* _held = scratch.Held;
    private readonly long* _trust = scratch.Trust;
    private readonly long* _stakes = scratch.Stakes;
    private readonly long* _shares = epoch.Shares + j;
    private readonly ushort* _bonds = epoch.Bonds + j;
    private readonly ushort* _newBonds = epoch.NewBonds + j;
    private readonly nint _stride = epoch.Stride;

    public int Rows { get; } = epoch.Rows;

    [MethodImpl(Inline)]
    public T Reciprocal(int n) => T.Repeated(unchecked(reciprocals + n));

    [MethodImpl(Inline)]
    public T Code(int row) => T.LoadCodes(unchecked(_codes + (nint)row * T.Columns));

    [MethodImpl(Inline)]
    public T Stake(int row) => T.Repeated(unchecked(_stakes + row));

    [MethodImpl(Inline)]
    public void Clip(int row, T clipped)
    {
        long* trust = unchecked(_trust + (nint)row * T.Columns);
        T.Hold(T.Held(trust) + clipped, trust);
    }

    [MethodImpl(Inline)]
    public T Bond(int row) => T.LoadUnits(unchecked(_bonds + row * _stride));

    [MethodImpl(Inline)]
    public void SetBond(int row, T units) => T.StoreUnits(units, unchecked(_newBonds + row * _stride));

    [MethodImpl(Inline)]
    public T Held(int row) => T.Held(unchecked(_held + (nint)row * T.Columns));

    [MethodImpl(Inline)]
    public void Hold(int row, T bond) => T.Hold(bond, unchecked(_held + (nint)row * T.Columns));

    [MethodImpl(Inline)]
    public void SetShare(int row, T share) => T.Store(share, unchecked(_shares + row * _stride));
}
