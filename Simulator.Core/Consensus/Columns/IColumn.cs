using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>One column (or lane of columns) of the subnet's matrices, row = validator. Knows the storage formats.</summary>
internal interface IColumn<T> : IReciprocals<T>
    where T : struct, ILane<T>
{
    int Rows { get; }

    /// <summary>Weight code (see <see cref="WeightCode"/>).</summary>
    T Code(int row);

    /// <summary>Active stake share A of the row.</summary>
    T Stake(int row);

    /// <summary>Counts a clipped weight towards the row's trust, where an execution adds that up column by column.</summary>
    void Clip(int row, T clipped);

    /// <summary>Stored bond before the epoch, in units of 1/65535 (bits 0 … 65535).</summary>
    T Bond(int row);

    /// <summary>Stored bond after the epoch, in units of 1/65535.</summary>
    void SetBond(int row, T units);

    /// <summary>What a pass over the rows leaves to the next one: a bond that is no share yet.</summary>
    T Held(int row);

    void Hold(int row, T bond);

    /// <summary>Normalised bond, for the dividends; set last, once, and may lie where <see cref="Held"/> does.</summary>
    void SetShare(int row, T share);
}
