using System.Globalization;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Recomputes the paper rules on a golden folder and compares every value that its tables state.</summary>
/// <remarks>
/// The folder holds inputs in <c>cases/</c> and <c>paramsets.json</c>, and tables in <c>builtin/</c>, <c>random/</c>,
/// <c>builtin-full-matrix.f64.csv</c> and <c>total_dividends.csv</c>, each plain or gzip'ed; any of them may be missing.
/// </remarks>
public sealed class YumaVerification
{
    /// <summary>How far values in double precision may differ: relative, below 1 absolute.</summary>
    public const double DoubleTolerance = 1e-9;

    /// <summary>How far values may differ from those in single precision.</summary>
    public const double SingleTolerance = 2e-6;

    /// <summary>Most neurons of a case whose full matrices are computed: each takes as many rows as columns.</summary>
    private const int MostNeurons = 4096;

    private readonly GoldenFolder _folder;
    private readonly YumaVerificationReport _report;
    private readonly YumaInputs _inputs;
    private readonly bool _single;
    private readonly Dictionary<YumaRunKey, int> _lastComparable = [];

    private YumaVerification(GoldenFolder folder, YumaVerificationReport report, bool single)
    {
        _folder = folder;
        _report = report;
        _single = single;
        _inputs = YumaInputs.Read(folder, report);
    }

    /// <summary>Verifies a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="single">
    /// Whether tables in single precision are compared, not those in double: outside the epochs in which a decision may
    /// flip, and outside all later ones of such a run.
    /// </param>
    public static YumaVerificationReport Run(string folder, bool single = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        YumaVerificationReport report = new(single ? SingleTolerance : DoubleTolerance);
        try
        {
            if (!Directory.Exists(folder))
            {
                string what = File.Exists(folder) ? "it is a file, not a folder" : "there is no such folder";
                report.AddProblem(folder, null, what);
                return report;
            }
            new YumaVerification(GoldenFolder.Open(folder), report, single).Compare();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.AddProblem(folder, null, e.Message);
        }
        return report;
    }

    private void Compare()
    {
        // Sums last: whether they can be compared follows from the rows of their runs.
        List<(string File, YumaTableName Name)> totals = [];
        List<(YumaTableName Name, YumaRunKey Run, YumaRow Row)> rows = [];
        foreach (string file in _folder.Files)
        {
            if (YumaTableName.Read(file, out string? problem) is not { } name)
            {
                if (problem is not null)
                {
                    _report.AddProblem(file, null, problem);
                }
            }
            else if (name.IsTotals)
            {
                totals.Add((file, name));
            }
            else if (name.IsSingle == _single && Table(file) is { } table)
            {
                YumaTableReader reader = new(
                    table,
                    _inputs.Cases,
                    name,
                    (line, message) => _report.AddProblem(file, line, message)
                );
                rows.AddRange(reader.Read().Select(row => (name, row.Run, row.Row)));
                _report.Tables++;
            }
        }
        foreach (var run in rows.GroupBy(row => (row.Run, row.Name.IsFullMatrix)))
        {
            CompareEpochs(run.Key.Run, [.. run.Select(row => row.Row)], run.Key.IsFullMatrix);
        }
        foreach ((string file, YumaTableName _) in totals)
        {
            CompareTotals(file);
        }
    }

    private CsvTable? Table(string file)
    {
        CsvTable? table = null;
        _folder.TryRead(
            file,
            _report,
            path =>
                table = CsvTable.Read(path, file, (line, message) => _report.AddProblem(file, line, message))
        );
        return table;
    }

    private void CompareEpochs(YumaRunKey run, IReadOnlyList<YumaRow> rows, bool fullMatrix)
    {
        int lastComparable = LastComparable(rows);
        YumaCase input = _inputs.Cases[run.Case]!;
        if (fullMatrix && input.Validators.Count + (long)input.Miners > MostNeurons)
        {
            _report.AddProblem(
                rows[0].File,
                rows[0].Line,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"case: '{run.Case}' has more than {MostNeurons} neurons: its full matrices are too large"
                )
            );
            return;
        }
        if (!fullMatrix)
        {
            _lastComparable[run] = lastComparable;
        }
        Comparison(run, rows[0].File, rows[0].Line)?.Epochs(rows, fullMatrix, lastComparable);
    }

    /// <summary>The last epoch before one in which single precision may decide otherwise; −1 where no row tells.</summary>
    private int LastComparable(IReadOnlyList<YumaRow> rows)
    {
        if (!_single)
        {
            return int.MaxValue;
        }
        if (rows.All(row => row.Sensitivity is null))
        {
            return -1;
        }
        return rows.Where(row => row.Sensitivity > 0).Select(row => row.Epoch - 1).Append(int.MaxValue).Min();
    }

    private void CompareTotals(string file)
    {
        if (Table(file) is not { } table)
        {
            return;
        }
        IReadOnlyList<TotalsRow> all = TotalsTable.Read(
            table,
            _inputs.Cases,
            (line, message) => _report.AddProblem(file, line, message)
        );
        _report.Tables++;
        foreach (
            IGrouping<YumaRunKey, TotalsRow> run in all.Where(row => row.IsSingle == _single)
                .GroupBy(row => row.Run)
        )
        {
            CompareTotals(file, run.Key, [.. run]);
        }
    }

    private void CompareTotals(string file, YumaRunKey run, IReadOnlyList<TotalsRow> rows)
    {
        YumaTally tally = _report.Tally(run.Rule);
        if (_single && _lastComparable.GetValueOrDefault(run, -1) < int.MaxValue)
        {
            tally.RowsSetAside += rows.Count;
            return;
        }
        if (Comparison(run, file, rows[0].Line) is not { } comparison)
        {
            return;
        }
        double[] totals = comparison.Totals();
        double own = totals[_inputs.Cases[run.Case]!.BaseValidator];
        // The source's guard against a base validator that earns nothing.
        double comparedTo = own > 0 ? own : 1e-6;
        foreach (TotalsRow row in rows)
        {
            tally.Rows++;
            double found = totals[row.Validator];
            comparison.Value((file, row.Line), null, "total_dividend_per_1000tao", row.Total, found);
            // As shares, like all others: 100 times the error is no other error.
            comparison.Value(
                (file, row.Line),
                null,
                "percent_vs_base / 100",
                row.Percent / 100,
                (found - own) / comparedTo
            );
        }
    }

    private YumaComparison? Comparison(YumaRunKey run, string file, int line)
    {
        if (_inputs.Of(run, out string? problem) is { } settings)
        {
            return new(_report, run, _inputs.Cases[run.Case]!, settings.Parameters, settings.Reset);
        }
        if (problem is not null)
        {
            _report.AddProblem(file, line, problem);
        }
        return null;
    }
}
