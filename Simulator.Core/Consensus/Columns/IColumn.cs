using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>One column (or lane of columns) of the subnet's matrices, row = validator. Knows the storage formats.</summary>
internal interface IColumn<T>
    where T : struct, ILane<T>
{
    int Rows { get; }

    /// <summary>Table look-up of the reciprocals of a lane; where a table can lie differs most.</summary>
    T Reciprocal(int n);

    /// <summary><see cref="Columns.Logistic"/> of x; whether it is a call or part of the loop is the execution's choice.</summary>
    T Logistic(T x, in RuleParameters<T> p);

    /// <summary>Weight code (see <see cref="WeightCode"/>).</summary>
    T Code(int row);

    /// <summary>Active stake share A of the row.</summary>
    T Stake(int row);

    /// <summary>Stored bond before the epoch, in units of 1/65535 (bits 0 … 65535).</summary>
    T Bond(int row);

    /// <summary>Stored bond after the epoch, in units of 1/65535.</summary>
    void SetBond(int row, T units);

    /// <summary>Normalised bond, for the dividends; holds the not yet normalised one between two passes.</summary>
    T Share(int row);

    void SetShare(int row, T share);
}
