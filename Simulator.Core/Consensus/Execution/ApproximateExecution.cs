using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>An epoch whose consensus and bonds follow an approximate rule in double; masks, permits and pay are the chain's.</summary>
/// <remarks>
/// Of the hyperparameters the rule reads κ, ρ, the bonds penalty and the bounds of liquid alpha; it asks neither whether
/// Yuma3 nor whether liquid alpha is on. Bonds are stored as those of Yuma2 are: the largest of a column is 65,535.
/// </remarks>
/// <param name="rule">The rule.</param>
public sealed class ApproximateExecution(ApproximateRule rule) : IEpochExecution
{
    /// <inheritdoc/>
    public EpochOutput Run(EpochInput input)
    {
        int n = input.Neurons;
        EpochOutput output = new(n);
        output.Bonds.CopyRowsFrom(input.Bonds, first: n);
        if (n == 0)
        {
            return output;
        }
        EpochHead head = new(input);
        ApproximateRun run = new(rule, ParametersOf(input.Parameters), n, n, neurons: n);
        LoadBonds(input, head, run);
        ApproximateEpoch epoch = run.Step(
            Weights(input, head),
            Array.ConvertAll(head.ActiveStake, share => share.ToDouble())
        );
        EpochTail tail = new(
            Fixed(epoch.Incentive),
            Fixed(epoch.Dividends),
            Fixed(epoch.Consensus),
            Fixed(epoch.ValidatorTrust)
        );
        tail.Write(head, input.Emission, output);
        StoreBonds(epoch, head, output);
        return output;
    }

    private static ApproximateParameters ParametersOf(EpochParameters p) =>
        new()
        {
            Kappa = p.Kappa.Value,
            Rho = p.Rho,
            BondsPenalty = p.BondsPenalty.Value,
            AlphaLow = p.AlphaLow.Value,
            AlphaHigh = p.AlphaHigh.Value,
        };

    /// <summary>Weights that count, as the chain masks them.</summary>
    private static double[] Weights(EpochInput input, EpochHead head)
    {
        int n = input.Neurons;
        double[] weights = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            foreach (WeightEntry entry in head.Forbidden[i] ? [] : input.Weights[i])
            {
                int j = entry.Uid;
                if (j < n && Counts(i, j))
                {
                    weights[i * n + j] = entry.Value;
                }
            }
        }
        return weights;

        bool Counts(int i, int j) =>
            (i != j || i == input.OwnerUid?.Index)
            && head.LastUpdate[i] > head.BlockAtRegistration[j]
            && (head.EarliestCommit.Length == 0 || head.EarliestCommit[i] >= head.BlockAtRegistration[j]);
    }

    private static void LoadBonds(EpochInput input, EpochHead head, ApproximateRun run)
    {
        ulong lastTempo = BondAge.LastTempo(input);
        double[] row = new double[input.Neurons];
        for (int i = 0; i < row.Length; i++)
        {
            row.AsSpan().Clear();
            foreach (WeightEntry entry in input.Bonds[i])
            {
                int j = entry.Uid;
                if (j < row.Length && lastTempo > head.BlockAtRegistration[j])
                {
                    row[j] = entry.Value;
                }
            }
            run.SetBonds(i, row);
        }
    }

    private static void StoreBonds(ApproximateEpoch epoch, EpochHead head, EpochOutput output)
    {
        int n = head.NewPermit.Length;
        double[] largest = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> bonds = epoch.Bonds(i);
            for (int j = 0; j < n; j++)
            {
                largest[j] = Math.Max(largest[j], bonds[j]);
            }
        }
        List<WeightEntry> entries = [];
        for (int i = 0; i < n; i++)
        {
            entries.Clear();
            ReadOnlySpan<double> bonds = epoch.Bonds(i);
            for (int j = 0; head.NewPermit[i] && j < n; j++)
            {
                if (bonds[j] > 0)
                {
                    entries.Add(new((ushort)j, (ushort)(bonds[j] / largest[j] * ushort.MaxValue)));
                }
            }
            output.Bonds.Set(i, [.. entries]);
        }
    }

    private static I32F32[] Fixed(ReadOnlySpan<double> shares)
    {
        I32F32[] found = new I32F32[shares.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = I32F32.FromDouble(shares[i]);
        }
        return found;
    }
}
