using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>The one epoch of a retention map in double, from the formulas of the chain's consensus document.</summary>
/// <param name="majority">Stake that has to back a weight.</param>
/// <param name="floorShares">Whether shares of stake are floored to 2⁻³² as the chain's are; all else stays double.</param>
internal sealed class EpochInDouble(double majority, bool floorShares = false)
{
    private const double Rao = 1e15;
    private const double One = 1L << 32;

    /// <summary>Emission by slot, in units that only their ratios give a meaning; penalty 1, no bonds from before.</summary>
    public EpochOutput Run(EpochInput input)
    {
        int n = input.Neurons;
        double all = input.AlphaStake.Sum(rao => (double)rao);
        double[] stake = [.. input.AlphaStake.Select(rao => Share(rao / all))];
        double[] incentive = new double[n],
            dividends = new double[n];
        double[][] weights = [.. Enumerable.Range(0, n).Select(uid => Row(input, uid))];
        double[] rank = new double[n];
        for (int j = 0; j < n; j++)
        {
            double consensus = Consensus(stake, weights, j);
            foreach (double[] row in weights)
            {
                row[j] = Math.Min(row[j], consensus);
            }
            rank[j] = Enumerable.Range(0, n).Sum(i => stake[i] * weights[i][j]);
        }
        double ranks = rank.Sum();
        for (int j = 0; j < n; j++)
        {
            incentive[j] = ranks > 0 ? rank[j] / ranks : 0;
            for (int i = 0; i < n && rank[j] > 0; i++)
            {
                dividends[i] += stake[i] * weights[i][j] / rank[j] * incentive[j];
            }
        }
        EpochOutput output = new(n);
        for (int uid = 0; uid < n; uid++)
        {
            output.ServerEmission[uid] = (ulong)(Rao * incentive[uid]);
            output.ValidatorEmission[uid] = (ulong)(Rao * (ranks > 0 ? dividends[uid] : stake[uid]));
        }
        return output;
    }

    private double Share(double share) => floorShares ? Math.Floor(share * One) / One : share;

    private static double[] Row(EpochInput input, int uid)
    {
        double[] row = new double[input.Neurons];
        double sum = 0;
        foreach (WeightEntry entry in input.Weights[uid])
        {
            sum += entry.Value;
        }
        foreach (WeightEntry entry in input.Weights[uid])
        {
            row[entry.Uid] = sum > 0 ? entry.Value / sum : 0;
        }
        return row;
    }

    /// <summary>The largest weight of a column that enough stake backs; 0 where none is.</summary>
    private double Consensus(double[] stake, double[][] weights, int column)
    {
        double backing = 0;
        foreach (int i in Backers(stake).OrderByDescending(i => weights[i][column]))
        {
            backing += stake[i];
            if (backing >= majority)
            {
                return weights[i][column];
            }
        }
        return 0;
    }

    private static IEnumerable<int> Backers(double[] stake) =>
        Enumerable.Range(0, stake.Length).Where(i => stake[i] > 0);
}
