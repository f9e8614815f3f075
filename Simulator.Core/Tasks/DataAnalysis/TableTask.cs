using System.Collections.Immutable;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Saying what belongs to a row of a table: how much less the answers err than a baseline that learned nothing.</summary>
/// <remarks>
/// Numbers score 1 − RMSE / RMSE of the baseline, classes 1 − log-loss / log-loss of the baseline, both over the same
/// questions and never below 0. An answer that is missing, not finite or of another kind counts as the baseline's: nobody
/// gains by leaving hard questions out. Where the baseline never errs there is nothing to gain, and the score is 0.
/// </remarks>
public sealed class TableTask : ITask
{
    // One confident mistake costs 6.9, ten times the log-loss of a coin: it hurts, but does not outweigh a whole round.
    private const double LeastProbability = 0.001;

    private static readonly Lazy<TableTask> WeatherOnce = new(() => new(DataCatalog.Weather));
    private static readonly Lazy<TableTask> ConcreteOnce = new(() => new(DataCatalog.Concrete));
    private static readonly Lazy<TableTask> CancerOnce = new(() => new(DataCatalog.BreastCancer));

    private static readonly Lazy<TableTask> SeattleOnce = new(() => new(DataCatalog.Seattle));
    private static readonly Lazy<TableTask> NewYorkOnce = new(() => new(DataCatalog.NewYork));

    /// <summary>The questions about a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentNullException">There is no table.</exception>
    public TableTask(TableSet table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        HeldOut = ImmutableArray.CreateRange<IQuestion>(
            Enumerable.Range(0, table.HeldOutCount).Select(index => new TableQuestion(table, index))
        );
    }

    /// <summary>The highest temperature of the next day in two cities, measured against persistence.</summary>
    public static TableTask Weather => WeatherOnce.Value;

    /// <summary>The highest temperature of the next day in Seattle.</summary>
    public static TableTask Seattle => SeattleOnce.Value;

    /// <summary>The highest temperature of the next day in New York.</summary>
    public static TableTask NewYork => NewYorkOnce.Value;

    /// <summary>The strength of concrete, measured against the mean.</summary>
    public static TableTask Concrete => ConcreteOnce.Value;

    /// <summary>Whether a breast mass is benign, measured against the share of those that are.</summary>
    public static TableTask BreastCancer => CancerOnce.Value;

    /// <summary>The rows to train on and those asked about.</summary>
    public TableSet Table { get; }

    /// <inheritdoc/>
    public string Name => Table.Name;

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut { get; }

    /// <summary>0: scores are gains over the baseline already.</summary>
    public double Baseline => 0;

    /// <summary>The gain over the baseline on one question; of several together, ask for them together.</summary>
    public double Score(IQuestion question, IAnswer answer) => Score([new(question, answer)]);

    /// <inheritdoc/>
    public bool IsMeanOverQuestions => false;

    /// <inheritdoc/>
    public double Score(ReadOnlySpan<Answered> answers)
    {
        (double loss, double baseline) = (0, 0);
        foreach ((IQuestion question, IAnswer answer) in answers)
        {
            if (question is TableQuestion asked && asked.Table == Table)
            {
                double least = Loss(asked.Row, Table.Baseline(asked.Row));
                baseline += least;
                loss +=
                    answer is NumberAnswer given && double.IsFinite(given.Value)
                        ? Loss(asked.Row, given.Value)
                        : least;
            }
        }
        if (baseline == 0)
        {
            return 0;
        }
        double ratio = loss / baseline;
        return Math.Max(0, 1 - (Table.Kind == TableKind.Classification ? ratio : Math.Sqrt(ratio)));
    }

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) =>
        question is TableQuestion asked && asked.Table == Table
            ? new NumberAnswer(Table.Target(asked.Row))
            : throw new ArgumentException($"{question} is no question of {Name}.", nameof(question));

    /// <summary>The target of some row to train on, each equally likely.</summary>
    /// <param name="rng">What chooses it.</param>
    public IAnswer Guess(Rng rng) => new NumberAnswer(Table.Target(rng.NextInt(Table.TrainingCount)));

    /// <summary>Squared error of a number, log-loss of a probability.</summary>
    private double Loss(int row, double said)
    {
        double target = Table.Target(row);
        if (Table.Kind != TableKind.Classification)
        {
            return (said - target) * (said - target);
        }
        double right = target > 0 ? said : 1 - said;
        return -Elementary.Log(Math.Clamp(right, LeastProbability, 1 - LeastProbability));
    }
}
