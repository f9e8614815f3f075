namespace Simulator.Core.Consensus.Columns;

/// <summary>The rows that vote in the median: only those with positive active stake.</summary>
internal interface IVotes<U>
    where U : struct
{
    int Voters { get; }
    U Code(int row);
    U Votes(int row);
}
