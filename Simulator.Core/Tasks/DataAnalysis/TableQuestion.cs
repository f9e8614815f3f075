namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>What belongs to this row? Answered by a <see cref="NumberAnswer"/>.</summary>
public sealed class TableQuestion : IQuestion
{
    internal TableQuestion(TableSet table, int index)
    {
        Table = table;
        Index = index;
    }

    /// <summary>Number of the row among the held-out ones, from 0.</summary>
    public int Index { get; }

    /// <summary>The table the row comes from.</summary>
    internal TableSet Table { get; }

    /// <summary>Number of the row in its table.</summary>
    internal int Row => Table.TrainingCount + Index;

    /// <summary>The features of the row, in units of their standard deviation over the rows to train on; 0 where those do not
    /// vary.</summary>
    /// <returns>A new array.</returns>
    public float[] Features() => Table.Features(Row).ToArray();

    /// <summary>The features of the row as its file gives them.</summary>
    /// <returns>A new array.</returns>
    public double[] RawFeatures() => Table.RawFeatures(Row);

    /// <summary>Table and number, such as <c>weather 17</c>.</summary>
    public override string ToString() => $"{Table.Name} {Index}";
}
