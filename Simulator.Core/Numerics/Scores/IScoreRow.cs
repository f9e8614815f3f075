namespace Simulator.Core.Numerics.Scores;

/// <summary>A validator's scores as its ranks are counted.</summary>
internal interface IScoreRow<R>
    where R : struct
{
    /// <summary>Number of miners.</summary>
    int Miners { get; }

    /// <summary>The score of one miner, in every column; −∞ where there is none.</summary>
    R Score(int miner);

    /// <summary>The weights of ranks, from 0 for the best; 0 beyond the table.</summary>
    R WeightOf(R rank);
}
