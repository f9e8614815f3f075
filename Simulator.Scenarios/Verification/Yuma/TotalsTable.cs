using System.Globalization;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Reads sums of dividends over all epochs, and tells everything in the table that is wrong.</summary>
internal static class TotalsTable
{
    private const string Total = "total_dividend_per_1000tao";
    private const string Percent = "percent_vs_base";

    private static readonly string[] Heads =
    [
        "paramset",
        "version",
        "dtype",
        "case",
        "validator_index",
        "validator",
        Total,
        Percent,
    ];

    /// <summary>The rows; none when anything is wrong with the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cases">The cases by id; null for one that cannot be read.</param>
    /// <param name="problem">Takes what is wrong, with the line.</param>
    public static IReadOnlyList<TotalsRow> Read(
        CsvTable table,
        IReadOnlyDictionary<string, YumaCase?> cases,
        Action<int?, string> problem
    )
    {
        bool failed = false;
        void Tell(int? line, string message)
        {
            failed = true;
            problem(line, message);
        }
        foreach (string head in Heads.Where(head => table.Place(head) < 0))
        {
            Tell(1, $"column '{head}' is missing");
        }
        if (failed)
        {
            return [];
        }
        List<TotalsRow> rows = [];
        foreach ((int line, string[] cells) in table.Rows)
        {
            if (Row(line, head => cells[table.Place(head)], cases, message => Tell(line, message)) is { } row)
            {
                rows.Add(row);
            }
        }
        return failed ? [] : rows;
    }

    private static TotalsRow? Row(
        int line,
        Func<string, string> cell,
        IReadOnlyDictionary<string, YumaCase?> cases,
        Action<string> problem
    )
    {
        YumaRunKey run = new(cell("paramset"), cell("version"), cell("case"));
        if (PaperRule.Find(run.Version) is null)
        {
            problem($"version: '{run.Version}' is no rule; known are {YumaTableName.Versions}");
            return null;
        }
        if (!cases.TryGetValue(run.Case, out YumaCase? input))
        {
            problem($"case: no file in cases has the id '{run.Case}'");
            return null;
        }
        if (input is null)
        {
            return null;
        }
        bool isPrecision = cell("dtype") is "f64" or "f32";
        if (!isPrecision)
        {
            problem($"dtype: '{cell("dtype")}' is neither f64 nor f32");
        }
        bool isValidator =
            int.TryParse(
                cell("validator_index"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int validator
            )
            && validator < input.Validators.Count;
        if (!isValidator)
        {
            problem(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"validator_index: '{cell("validator_index")}' is not an integer from 0 to {input.Validators.Count - 1}"
                )
            );
        }
        bool isTotal = Number(Total, cell, problem, out double total);
        bool isPercent = Number(Percent, cell, problem, out double percent);
        return isPrecision && isValidator && isTotal && isPercent
            ? new(run, line, cell("dtype") == "f32", validator, total, percent)
            : null;
    }

    private static bool Number(
        string head,
        Func<string, string> cell,
        Action<string> problem,
        out double number
    )
    {
        bool isNumber = GoldenNumber.TryRead(cell(head), out number);
        if (!isNumber)
        {
            problem($"{head}: '{cell(head)}' is not a number");
        }
        return isNumber;
    }
}
