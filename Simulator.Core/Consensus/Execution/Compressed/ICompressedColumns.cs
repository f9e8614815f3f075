namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Runs the column programs on compressed columns.</summary>
internal unsafe interface ICompressedColumns
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <inheritdoc cref="LaneRows{T}.Normalize"/>
    void NormalizeRow(uint* codes, int count);

    /// <summary>Fills consensus, incentive, shares and new bonds from the rest; once, for it spends the cells.</summary>
    void Run(CompressedEpoch epoch);

    /// <summary>The trust and the dividend of a row, I32F32.</summary>
    (long Trust, long Dividend) SumRow(in EntryTile row);
}
