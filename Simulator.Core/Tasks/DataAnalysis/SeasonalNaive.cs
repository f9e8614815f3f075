using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Forecasts a day as the same days of earlier years, plus the part of the latest departure from them that lasts.</summary>
/// <remarks>
/// It reads each row of its shard once, 32 in a step. What is usual on a day is the mean of the targets read within a
/// window of days around it, at the same place and in any year, drawn towards the mean of all by the weight of one row; at a
/// place of which it has read none, that is the mean of all. A departure from the usual lasts by the factor that fits the
/// rows read best, drawn towards 1, which is persistence, by the weight of 32 rows. A step of n rows that makes it r rows
/// costs 5 n + 5,856 + 6 r operations; an answer costs 4. When every row is read there is nothing left to learn. Sums run by
/// ascending place in doubles: the same bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class SeasonalNaive : IModel, ITableLearner
{
    private const int BatchSize = 32;
    private const int LongestWindow = 182;
    private const int Year = CalendarDay.PerYear;

    // For each day and place: two sums enter the window, two leave it, and a sum, a product and a quotient make the mean.
    private const int OperationsPerDay = 8;

    private readonly TableShard _shard;
    private readonly int _window;
    private readonly int _places;
    private readonly double[] _sums;
    private readonly int[] _counts;
    private readonly double[] _usual;
    private readonly TableTrainer _trainer;
    private double _total;
    private double _lasting = 1;
    private int _read;

    // Rows that another model had read whose copy this one is, and the part that lasted by them.
    private int _others;
    private double _inherited = 1;

    /// <summary>An untrained model, which says that nothing changes.</summary>
    /// <param name="shard">What it learns from: rows of a forecast.</param>
    /// <param name="window">Days on either side that count as the same season, in [0, 182].</param>
    /// <exception cref="ArgumentException">The table of the shard is no forecast.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is outside its range.</exception>
    public SeasonalNaive(TableShard shard, int window)
    {
        if (shard.Table.Kind != TableKind.Forecast)
        {
            throw new ArgumentException($"The rows of {shard.Table.Name} have no season.", nameof(shard));
        }
        if (window is < 0 or > LongestWindow)
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window lies in [0, 182] days.");
        }
        _shard = shard;
        _window = window;
        _places = shard.Table.Places;
        _sums = new double[_places * Year];
        _counts = new int[_sums.Length];
        _usual = new double[_sums.Length];
        _trainer = new(this, shard.Table);
    }

    private SeasonalNaive(SeasonalNaive other, TableShard? shard)
    {
        _shard = shard ?? other._shard;
        (_window, _places, _total, _lasting) = (other._window, other._places, other._total, other._lasting);
        (_read, _others, _inherited) = shard is null
            ? (other._read, other._others, other._inherited)
            : (0, other.RowsRead, other._lasting);
        _sums = [.. other._sums];
        _counts = [.. other._counts];
        _usual = [.. other._usual];
        _trainer = new(this, other._trainer, isSame: shard is null);
    }

    /// <inheritdoc/>
    public string Name => "seasonal-naive";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => 4;

    /// <summary>The part of a departure that lasts to the next day.</summary>
    internal double Lasting => _lasting;

    long? ITableLearner.NextStep =>
        _read == _shard.Count
            ? null
            : 5L * BatchCount + OperationsPerDay * (long)_sums.Length + 6L * (RowsRead + BatchCount);

    private int RowsRead => _others + _read;

    private int BatchCount => Math.Min(BatchSize, _shard.Count - _read);

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new SeasonalNaive(this, (TableShard?)data) : null;

    /// <inheritdoc/>
    public long Bytes => (long)_sums.Length * (2 * sizeof(double) + sizeof(int));

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    /// <summary>What is usual on a day, in the unit of the target.</summary>
    internal double Usual(CalendarDay day) =>
        day.Place < _places ? _usual[Cell(day)] : _total / Math.Max(1, RowsRead);

    double ITableLearner.Output(TableSet table, int row) =>
        RowsRead == 0 ? 0 : table.ToLearn(row, Usual(table.Day(row)) + _lasting * Departure(table, row));

    void ITableLearner.Step()
    {
        TableSet table = _shard.Table;
        for (int end = _read + BatchCount; _read < end; _read++)
        {
            int row = _shard.Row(_read);
            double target = table.ToAnswer(row, _shard.ToLearn(_read));
            _sums[Cell(table.Day(row))] += target;
            _counts[Cell(table.Day(row))]++;
            _total += target;
        }
        for (int place = 0; place < _places; place++)
        {
            Smooth(place * Year, _total / RowsRead);
        }
        FitLasting();
    }

    /// <summary>Slides a window over the days of a place, around the end of the year.</summary>
    private void Smooth(int start, double mean)
    {
        (double sum, int count) = (mean, 1);
        for (int day = -_window; day <= _window; day++)
        {
            sum += _sums[start + (day + Year) % Year];
            count += _counts[start + (day + Year) % Year];
        }
        for (int day = 0; day < Year; day++)
        {
            _usual[start + day] = sum / count;
            int entering = start + (day + _window + 1) % Year;
            int leaving = start + (day - _window + Year) % Year;
            sum += _sums[entering] - _sums[leaving];
            count += _counts[entering] - _counts[leaving];
        }
    }

    private void FitLasting()
    {
        TableSet table = _shard.Table;
        // As if 32 rows of the usual size had been read whose departures lasted whole; and those that another model read.
        double prior = (BatchSize + _others) * table.Scale * table.Scale;
        (double products, double squares) = (_inherited * prior, prior);
        for (int i = 0; i < _read; i++)
        {
            int row = _shard.Row(i);
            double before = Departure(table, row);
            products += before * (table.ToAnswer(row, _shard.ToLearn(i)) - Usual(table.Day(row)));
            squares += before * before;
        }
        _lasting = products / squares;
    }

    /// <summary>How far the day before a row's was from what is usual.</summary>
    private double Departure(TableSet table, int row)
    {
        CalendarDay day = table.Day(row);
        CalendarDay before = day with { OfYear = (day.OfYear + Year - 1) % Year };
        return table.Baseline(row) - Usual(before);
    }

    private static int Cell(CalendarDay day) => day.Place * Year + day.OfYear;
}
