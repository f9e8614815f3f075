using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

/// <summary>
/// The paper rules in plain loops and whole passes, one number at a time, in the order of operations that the run has to
/// keep: sums over validators in their order, sums of rows by <see cref="LaneSum"/>, medians by sorting.
/// </summary>
internal sealed class PlainPaper(string id, PaperParameters p, int v, int m)
{
    private const double Eps = 1e-6;
    private readonly bool _isThird = id.StartsWith("yuma3", StringComparison.Ordinal);
    private double[,] _bonds = new double[v, m];
    private double[,]? _previousWeights;

    public double[] Consensus { get; private set; } = [];

    public double[] Incentive { get; private set; } = [];

    public double[] ValidatorTrust { get; private set; } = [];

    public double[] Dividends { get; private set; } = [];

    public double[,] Bonds => _bonds;

    public void Step(double[] weights, double[] stakes)
    {
        double[] rowSum = Rows(i => RowSum(j => weights[i * m + j]) + Eps);
        double[,] w = Matrix((i, j) => weights[i * m + j] / rowSum[i]);
        double total = LaneSum.Of(stakes);
        double[] s = Rows(i => stakes[i] / total);
        double[] c = Columns(j => Median(w, s, j));
        double all = LaneSum.Of(c);
        c = Columns(j => all > 0 ? (int)(c[j] / all * 65535) / 65535.0 : int.MinValue / 65535.0);
        double[,] judged = id == "yuma2b" && _previousWeights is not null ? _previousWeights : w;
        double[,] clipped = Matrix((i, j) => Math.Min(judged[i, j], c[j]));
        double[] ranks = Columns(j => ColumnSum(i => s[i] * clipped[i, j]));
        double[] raw = Columns(j => ColumnSum(i => s[i] * judged[i, j]));
        double rank = LaneSum.Of(ranks);
        Incentive = Columns(j => Clean(ranks[j] / rank));
        ValidatorTrust = Rows(i => RowSum(j => clipped[i, j]) / RowSum(j => w[i, j]));
        double beta =
            id == "yuma3_pkg" ? 0
            : _isThird || id != "yuma2c" ? p.BondPenalty
            : 0;
        double[,] mixed = Matrix((i, j) => (1 - beta) * judged[i, j] + beta * clipped[i, j]);
        double[] divisors = Columns(j => (1 - beta) * raw[j] + beta * ranks[j]);
        double[,] shares = Advance(w, mixed, divisors, s);
        double[] reward = Rows(i => RowSum(j => shares[i, j] * Incentive[j]) * (_isThird ? s[i] : 1));
        double rewards = LaneSum.Of(reward) + Eps;
        Dividends = Rows(i => reward[i] / rewards);
        (Consensus, _previousWeights) = (c, w);
    }

    private double[,] Advance(double[,] w, double[,] mixed, double[] divisors, double[] s)
    {
        double[,] old = _bonds;
        bool first = _previousWeights is null;
        if (id == "yuma2c" || _isThird)
        {
            _bonds = _isThird
                ? Matrix((i, j) => Relative(old[i, j], mixed[i, j]))
                : Matrix((i, j) => Capacity(old[i, j], w[i, j], s[i]));
            return Shares(_bonds, double.NaN);
        }
        double eps = id is "yuma2_pkg" or "yuma2b" ? 0 : Eps;
        double rate =
            first ? 1
            : id == "yuma1" ? 1 - 0.0
            : 1 - p.BondMovingAverage;
        double[,] from = id == "yuma2_web" && !first ? Shares(old, 0) : old;
        _bonds = Matrix(
            (i, j) => rate * OrZero(s[i] * mixed[i, j] / (divisors[j] + eps)) + (1 - rate) * from[i, j]
        );
        return _bonds = id is "yuma1" or "yuma2_web" ? Shares(_bonds, 0) : _bonds;
    }

    private double Relative(double old, double mixed)
    {
        double rate = 1 - p.BondMovingAverage;
        double decayed = (1 - rate) * old;
        return Math.Min(decayed + Math.Min(rate * mixed, Math.Max(0, 1 - decayed)), 1);
    }

    private double Capacity(double old, double weight, double stake)
    {
        double capacity = stake * Math.ScaleB(1, 64);
        double power = Math.Min(capacity * p.CapacityAlpha, Math.Max(0, capacity - old));
        return Math.Min(capacity, (1 - p.DecayRate) * old + power * weight);
    }

    private double[,] Shares(double[,] bonds, double nan)
    {
        double[] sums = Columns(j => ColumnSum(i => bonds[i, j]) + Eps);
        return Matrix((i, j) => double.IsNaN(bonds[i, j] / sums[j]) ? nan : bonds[i, j] / sums[j]);
    }

    private double Median(double[,] w, double[] s, int j)
    {
        int[] order = [.. Enumerable.Range(0, v).OrderByDescending(i => w[i, j])];
        double sum = 0;
        foreach (int i in order)
        {
            sum += s[i];
            if (sum >= p.Kappa)
            {
                return w[i, j];
            }
        }
        return w[order[0], j];
    }

    private static double OrZero(double number) => double.IsNaN(number) ? 0 : number;

    private static double Clean(double number) =>
        Math.Clamp(OrZero(number), -double.MaxValue, double.MaxValue);

    private double RowSum(Func<int, double> cell) => LaneSum.Of(Columns(cell));

    private double ColumnSum(Func<int, double> cell) =>
        Enumerable.Range(0, v).Aggregate(0.0, (a, i) => a + cell(i));

    private double[] Rows(Func<int, double> cell) => [.. Enumerable.Range(0, v).Select(cell)];

    private double[] Columns(Func<int, double> cell) => [.. Enumerable.Range(0, m).Select(cell)];

    private double[,] Matrix(Func<int, int, double> cell)
    {
        double[,] matrix = new double[v, m];
        for (int k = 0; k < v * m; k++)
        {
            matrix[k / m, k % m] = cell(k / m, k % m);
        }
        return matrix;
    }
}
