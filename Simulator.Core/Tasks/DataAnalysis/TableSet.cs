using System.Runtime.CompilerServices;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>A table: the first rows to train on, the rest held out. Never changes, so every thread may read it.</summary>
/// <remarks>
/// Models see features in units of their standard deviation over the rows to train on, and learn what the baseline does not
/// say: for numbers the distance of the target from it, in such units too, for classes the logarithm of the odds beyond
/// those of the baseline. A model that learned nothing says 0, and so answers what the baseline does.
/// </remarks>
public sealed class TableSet
{
    // How it looks to those who learned from another table: worked out once for all of them.
    private readonly ConditionalWeakTable<TableSet, TableSet> _seenFrom = [];
    private readonly TableRow[] _rows;
    private readonly FeatureScale _scale;
    private readonly float[] _features;
    private readonly double _mean;

    /// <summary>Takes over the rows of a file.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="kind">What is asked about it.</param>
    /// <param name="rows">The rows, those to train on first.</param>
    /// <param name="training">How many those are.</param>
    internal TableSet(string name, TableKind kind, TableRow[] rows, int training)
    {
        Name = name;
        Kind = kind;
        TrainingCount = training;
        FeatureCount = rows[0].Features.Length;
        _rows = rows;
        _mean = rows.Take(training).Sum(row => row.Target) / training;
        BaselineLogOdds = kind == TableKind.Classification ? Elementary.Log(_mean / (1 - _mean)) : 0;
        Scale = Math.Sqrt(
            rows.Take(training).Select((row, i) => row.Target - Baseline(i)).Sum(d => d * d) / training
        );
        _scale = new(rows, training);
        _features = Scaled(rows, _scale);
        Bins = new(this);
    }

    private TableSet(TableSet asked, TableSet learned)
    {
        (Name, Kind, FeatureCount, TrainingCount) = (
            asked.Name,
            asked.Kind,
            asked.FeatureCount,
            asked.TrainingCount
        );
        _rows = asked._rows;
        (_mean, BaselineLogOdds, Scale) = (learned._mean, learned.BaselineLogOdds, learned.Scale);
        _scale = learned._scale;
        _features = Scaled(_rows, _scale);
        Bins = new(this, learned.Bins);
    }

    /// <summary>A table of the caller's own, whose rows have no order in time.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="isOfClasses">Whether targets are class 0 or 1; numbers otherwise.</param>
    /// <param name="features">What a model may look at of each row: finite numbers, of every row as many; rows to train on
    /// first.</param>
    /// <param name="targets">What belongs to each row; among the rows to train on not all the same.</param>
    /// <param name="training">How many rows are there to train on; at least one row is left to ask about.</param>
    /// <exception cref="ArgumentException">The rows are no such table.</exception>
    public static TableSet Of(
        string name,
        bool isOfClasses,
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> targets,
        int training
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        OwnRows.Check(isOfClasses, features, targets, training);
        return new(
            name,
            isOfClasses ? TableKind.Classification : TableKind.Regression,
            [.. features.Select((row, i) => new TableRow([.. row], targets[i]))],
            training
        );
    }

    /// <summary>Name of the table as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>What is asked about its rows.</summary>
    public TableKind Kind { get; }

    /// <summary>Numbers that a model sees of a row.</summary>
    public int FeatureCount { get; }

    /// <summary>Rows to train on; they come first, and in a forecast all of them are earlier than the others.</summary>
    public int TrainingCount { get; }

    /// <summary>Rows held out from training; they come after those to train on.</summary>
    public int HeldOutCount => _rows.Length - TrainingCount;

    /// <summary>Root of the mean squared distance between target and baseline over the rows to train on.</summary>
    internal double Scale { get; }

    /// <summary>Logarithm of the odds that the baseline gives to class 1; 0 where the target is a number.</summary>
    internal double BaselineLogOdds { get; }

    /// <summary>The features of every row, each in one of a few bins.</summary>
    internal FeatureBins Bins { get; }

    /// <summary>What is true of a row: a number, or class 0 or 1.</summary>
    /// <param name="row">Number of the row: training rows first, then held-out ones.</param>
    public double Target(int row) => _rows[row].Target;

    /// <summary>The features of a row as its file gives them.</summary>
    /// <param name="row">Number of the row: training rows first, then held-out ones.</param>
    /// <returns>A new array.</returns>
    public double[] RawFeatures(int row) => [.. _rows[row].Features];

    /// <summary>What the baseline says of a row: its last known value, the mean, or the probability of class 1.</summary>
    /// <param name="row">Number of the row: training rows first, then held-out ones.</param>
    public double Baseline(int row) => Kind == TableKind.Forecast ? _rows[row].Latest : _mean;

    /// <summary>Whether another table has as many columns, and asks for the same kind of thing.</summary>
    internal bool HasColumnsOf(TableSet other) => (FeatureCount, Kind) == (other.FeatureCount, other.Kind);

    /// <summary>This table as it looks to who learned from another one: its own rows, in the other's units and with what the
    /// other's mean says.</summary>
    /// <param name="learned">The other one, of the same columns; or this one.</param>
    internal TableSet SeenFrom(TableSet learned) =>
        learned == this ? this : _seenFrom.GetValue(learned, other => new(this, other));

    /// <summary>Places that a forecast is about.</summary>
    internal int Places => _rows.Max(row => row.Day.Place) + 1;

    /// <summary>When and where a forecast's target falls.</summary>
    internal CalendarDay Day(int row) => _rows[row].Day;

    /// <summary>The features of a row as models see them.</summary>
    internal ReadOnlySpan<float> Features(int row) => _features.AsSpan(row * FeatureCount, FeatureCount);

    /// <summary>A target as models learn it.</summary>
    internal double ToLearn(int row, double target) =>
        Kind == TableKind.Classification ? target : (target - Baseline(row)) / Scale;

    /// <summary>What a model's output means for a row: a number, or the probability of class 1.</summary>
    internal double ToAnswer(int row, double output) =>
        Kind == TableKind.Classification ? Probability(output) : Baseline(row) + Scale * output;

    /// <summary>How much half the squared error, or the log-loss, grows with a model's output.</summary>
    internal double Error(double output, double toLearn) =>
        (Kind == TableKind.Classification ? Probability(output) : output) - toLearn;

    /// <summary>How much that error grows with the output.</summary>
    internal double Curvature(double output)
    {
        if (Kind != TableKind.Classification)
        {
            return 1;
        }
        double probability = Probability(output);
        return probability * (1 - probability);
    }

    private double Probability(double output) => 1 / (1 + Elementary.Exp(-(BaselineLogOdds + output)));

    private static float[] Scaled(TableRow[] rows, FeatureScale scale)
    {
        int count = rows[0].Features.Length;
        var features = new float[rows.Length * count];
        for (int at = 0; at < features.Length; at++)
        {
            features[at] = scale.Of(at % count, rows[at / count].Features[at % count]);
        }
        return features;
    }
}
