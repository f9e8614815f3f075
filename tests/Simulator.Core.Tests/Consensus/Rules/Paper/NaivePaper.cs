using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

/// <summary>The formulas of the paper rules, one number at a time, with sums as they come and a median by sorting.</summary>
internal sealed class NaivePaper(string id, PaperParameters p, int v, int m)
{
    private const double Eps = 1e-6;
    private double[,] _bonds = new double[v, m];
    private double[,]? _previousWeights;
    private double[]? _previousConsensus;

    public double[] Consensus { get; private set; } = [];

    public double[] Incentive { get; private set; } = [];

    public double[] Dividends { get; private set; } = [];

    public double[,] Bonds => _bonds;

    public void Step(double[] weights, double[] stakes)
    {
        double[,] w = Matrix((i, j) => weights[i * m + j] / (Row(k => weights[i * m + k], m) + Eps));
        double[] s = [.. stakes.Select(stake => stake / stakes.Sum())];
        double[] median = [.. Enumerable.Range(0, m).Select(j => Median(w, s, j))];
        double[] c = [.. median.Select(x => Math.Truncate(x / median.Sum() * 65535) / 65535)];
        double[,] judged = id == "yuma2b" && _previousWeights is not null ? _previousWeights : w;
        double[,] clipped = Matrix((i, j) => Math.Min(judged[i, j], c[j]));
        double[] rank = [.. Enumerable.Range(0, m).Select(j => Row(i => s[i] * clipped[i, j], v))];
        double[] incentive = [.. rank.Select(r => r / rank.Sum())];
        double beta = id == "yuma3_pkg" ? 0 : p.BondPenalty;
        double[,] mixed = Matrix((i, j) => (1 - beta) * judged[i, j] + beta * clipped[i, j]);
        double[,] shares = Advance(w, mixed, s, c);
        double[] reward =
        [
            .. Enumerable
                .Range(0, v)
                .Select(i =>
                    (id.StartsWith("yuma3", StringComparison.Ordinal) ? s[i] : 1)
                    * Row(j => shares[i, j] * incentive[j], m)
                ),
        ];
        Dividends = [.. reward.Select(d => d / (reward.Sum() + Eps))];
        (Consensus, Incentive) = (c, incentive);
        (_previousWeights, _previousConsensus) = (w, c);
    }

    private double[,] Advance(double[,] w, double[,] mixed, double[] s, double[] c)
    {
        double[,] old = _bonds;
        if (id == "yuma2c")
        {
            _bonds = Matrix(
                (i, j) =>
                {
                    double cap = s[i] * Math.ScaleB(1, 64);
                    double power = Math.Min(p.CapacityAlpha * cap, Math.Max(0, cap - old[i, j]));
                    return Math.Min((1 - p.DecayRate) * old[i, j] + power * w[i, j], cap);
                }
            );
            return Normalised(_bonds);
        }
        if (id.StartsWith("yuma3", StringComparison.Ordinal))
        {
            _bonds = Matrix(
                (i, j) =>
                {
                    double rate = Rate(w, old, c, i, j, modes: true);
                    double kept = (1 - rate) * old[i, j];
                    return Math.Min(kept + Math.Min(rate * mixed[i, j], Math.Max(0, 1 - kept)), 1);
                }
            );
            return Normalised(_bonds);
        }
        double eps = id is "yuma2_pkg" or "yuma2b" ? 0 : Eps;
        double[,] from = id == "yuma2_web" ? Normalised(old) : old;
        _bonds = Matrix(
            (i, j) =>
            {
                double fresh = s[i] * mixed[i, j] / (Row(k => s[k] * mixed[k, j], v) + eps);
                double rate =
                    _previousConsensus is null ? 1
                    : id == "yuma1" && !p.LiquidAlpha ? 1
                    : Rate(w, old, c, i, j, modes: false);
                return rate * fresh + (1 - rate) * from[i, j];
            }
        );
        _bonds = id is "yuma1" or "yuma2_web" ? Normalised(_bonds) : _bonds;
        return _bonds;
    }

    private double Rate(double[,] w, double[,] bonds, double[] c, int i, int j, bool modes)
    {
        if (!p.LiquidAlpha || _previousConsensus is null)
        {
            return 1 - p.BondMovingAverage;
        }
        double reference =
            !modes || p.ConsensusMode == ConsensusMode.Current ? c[j]
            : p.ConsensusMode == ConsensusMode.Previous ? _previousConsensus[j]
            : Math.Max(c[j], _previousConsensus[j]);
        double distance = w[i, j] >= bonds[i, j] ? w[i, j] - reference : bonds[i, j] - w[i, j];
        double x = p.AlphaSigmoidSteepness * (Math.Clamp(distance, 0, 1) - 0.5);
        double sigmoid = 1 / (1 + Core.Randomness.Elementary.Exp(-x));
        return Math.Clamp(p.AlphaLow + sigmoid * (p.AlphaHigh - p.AlphaLow), p.AlphaLow, p.AlphaHigh);
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

    private double[,] Normalised(double[,] bonds) =>
        Matrix((i, j) => bonds[i, j] / (Row(k => bonds[k, j], v) + Eps));

    private double[,] Matrix(Func<int, int, double> cell)
    {
        double[,] matrix = new double[v, m];
        for (int i = 0; i < v; i++)
        {
            for (int j = 0; j < m; j++)
            {
                matrix[i, j] = cell(i, j);
            }
        }
        return matrix;
    }

    private static double Row(Func<int, double> cell, int count) => Enumerable.Range(0, count).Sum(cell);
}
