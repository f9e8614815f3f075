using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Computes one run and compares it with its rows.</summary>
/// <param name="report">Takes what is found.</param>
/// <param name="run">The run.</param>
/// <param name="input">Its case.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="reset">Its reset, if it has one.</param>
internal sealed class YumaComparison(
    YumaVerificationReport report,
    YumaRunKey run,
    YumaCase input,
    PaperParameters parameters,
    (int Miner, int Epoch)? reset
)
{
    private readonly YumaTally _tally = report.Tally(run.Rule);

    /// <summary>Compares rows of epochs.</summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="fullMatrix">Whether every neuron is a row and a column.</param>
    /// <param name="lastComparable">The last epoch that need agree.</param>
    public void Epochs(IReadOnlyList<YumaRow> rows, bool fullMatrix, int lastComparable)
    {
        ILookup<int, YumaRow> byEpoch = rows.ToLookup(row => row.Epoch);
        _tally.RowsSetAside += rows.Count(row => row.Epoch > lastComparable);
        int last = Math.Min(rows.Max(row => row.Epoch), lastComparable);
        Play(
            fullMatrix,
            last,
            (e, epoch) =>
            {
                // Rows of bonds do not say it: the row of the epoch does.
                bool degenerate = byEpoch[e].Any(row => row.IsDegenerate == true);
                foreach (YumaRow row in byEpoch[e])
                {
                    Compare(row, epoch, degenerate);
                }
            }
        );
    }

    /// <summary>Dividends for 1000 TAO of each validator, added up over all epochs.</summary>
    public double[] Totals()
    {
        double[] totals = new double[input.Validators.Count];
        Play(
            fullMatrix: false,
            input.Epochs - 1,
            (_, epoch) =>
            {
                for (int i = 0; i < totals.Length; i++)
                {
                    totals[i] += epoch.DividendsPer1000[i];
                }
            }
        );
        return totals;
    }

    /// <summary>Compares one value.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="epoch">The epoch; null for a sum over all.</param>
    /// <param name="column">Name of its column.</param>
    /// <param name="expected">What the table says; null for blank.</param>
    /// <param name="found">What we say.</param>
    public void Value((string File, int Line) row, int? epoch, string column, double? expected, double? found)
    {
        double difference =
            expected is { } e && found is { } f ? GoldenNumber.Difference(e, f)
            : expected is null && found is null ? 0
            : double.PositiveInfinity;
        bool agrees = difference <= report.Tolerance;
        _tally.Add(difference, agrees);
        if (!agrees)
        {
            report.Add(
                new(
                    row.File,
                    row.Line,
                    run.Rule.Id,
                    run.Case,
                    epoch,
                    column,
                    GoldenNumber.Text(expected),
                    GoldenNumber.Text(found)
                )
            );
        }
    }

    private void Play(bool fullMatrix, int last, Action<int, PaperEpoch> use)
    {
        PaperRun paper = new(run.Rule, parameters, input.Validators.Count, input.Miners, fullMatrix);
        for (int e = 0; e <= last; e++)
        {
            if (reset is { } due && due.Epoch == e)
            {
                paper.ResetBonds(due.Miner);
            }
            use(e, paper.Step(input.Weights(e), input.Stakes(e)));
        }
    }

    private void Compare(YumaRow row, PaperEpoch epoch, bool degenerate)
    {
        _tally.Rows++;
        if (row.IsDegenerate is { } expected)
        {
            Value(
                (row.File, row.Line),
                row.Epoch,
                "degenerate",
                expected ? 1 : 0,
                epoch.IsDegenerate ? 1 : 0
            );
        }
        foreach ((YumaColumn column, double? value) in row.Values)
        {
            // Without consensus the source's numbers for these are what its processor makes of NaN.
            if (!degenerate || column.Quantity is not (YumaQuantity.Consensus or YumaQuantity.ValidatorTrust))
            {
                Value(
                    (row.File, row.Line),
                    row.Epoch,
                    column.Name,
                    value,
                    Found(epoch, column, column.Validator ?? row.Validator ?? 0, column.Miner ?? 0)
                );
            }
        }
    }

    private static double? Found(PaperEpoch epoch, YumaColumn column, int validator, int miner) =>
        column.Quantity switch
        {
            YumaQuantity.Consensus => epoch.Consensus[miner],
            YumaQuantity.Incentive => epoch.Incentive[miner],
            YumaQuantity.Trust => epoch.Trust[miner],
            YumaQuantity.ValidatorTrust => epoch.ValidatorTrust[validator],
            YumaQuantity.Dividend => epoch.Dividends[validator],
            YumaQuantity.DividendPer1000 => epoch.DividendsPer1000[validator],
            YumaQuantity.Bond => epoch.Bonds(validator)[miner],
            _ => epoch.HasRates ? epoch.Rates(validator)[miner] : null,
        };
}
