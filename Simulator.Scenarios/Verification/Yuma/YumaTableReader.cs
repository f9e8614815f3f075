using System.Globalization;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Turns a table into rows of runs, and tells everything in it that is wrong.</summary>
/// <param name="table">The table.</param>
/// <param name="cases">The cases by id; null for one that cannot be read.</param>
/// <param name="named">What the name of the file says of its runs.</param>
/// <param name="problem">Takes what is wrong, with the line.</param>
internal sealed class YumaTableReader(
    CsvTable table,
    IReadOnlyDictionary<string, YumaCase?> cases,
    YumaTableName named,
    Action<int?, string> problem
)
{
    private static readonly string[] Keys =
    [
        "paramset",
        "version",
        "case",
        "epoch",
        "validator",
        "degenerate",
        "sens",
    ];

    private readonly List<YumaColumn> _columns = [];
    private readonly HashSet<(YumaRunKey, int, int)> _seen = [];
    private bool _failed;

    /// <summary>The rows with their runs, in the order of the table; none when anything is wrong with it.</summary>
    public IReadOnlyList<(YumaRunKey Run, YumaRow Row)> Read()
    {
        ReadHeads();
        if (_failed)
        {
            return [];
        }
        List<(YumaRunKey, YumaRow)> rows = [];
        foreach ((int line, string[] cells) in table.Rows)
        {
            if (Row(line, cells) is { } row)
            {
                rows.Add(row);
            }
        }
        return _failed ? [] : rows;
    }

    private void ReadHeads()
    {
        bool rowsNameValidator = table.Place("validator") >= 0;
        for (int i = 0; i < table.Heads.Length; i++)
        {
            string head = table.Heads[i];
            if (Keys.Contains(head))
            {
                continue;
            }
            if (YumaColumn.Read(head, i, rowsNameValidator) is { } column)
            {
                _columns.Add(column);
            }
            else
            {
                Tell(1, $"unknown column '{head}'");
            }
        }
        foreach (string wanted in named.Columns.Where(wanted => table.Place(wanted) < 0))
        {
            Tell(1, $"column '{wanted}' is missing");
        }
    }

    private (YumaRunKey, YumaRow)? Row(int line, string[] cells)
    {
        YumaRunKey run = new(
            Text(cells, "paramset") ?? named.Set,
            Text(cells, "version") ?? named.Version ?? "",
            Text(cells, "case") ?? named.Case ?? ""
        );
        if (PaperRule.Find(run.Version) is null)
        {
            Tell(line, $"version: '{run.Version}' is no rule; known are {YumaTableName.Versions}");
            return null;
        }
        if (!cases.TryGetValue(run.Case, out YumaCase? input))
        {
            Tell(line, $"case: no file in cases has the id '{run.Case}'");
            return null;
        }
        if (input is null)
        {
            // The file of the case has been complained of.
            return null;
        }
        int? epoch = Index(line, cells, "epoch", input.Epochs);
        int? validator = Index(line, cells, "validator", input.Validators.Count);
        int? degenerate = Index(line, cells, "degenerate", 2);
        int? sensitivity = Index(line, cells, "sens", 8);
        List<(YumaColumn, double?)> values = Values(line, cells, input);
        if (epoch is { } known && !_seen.Add((run, known, validator ?? -1)))
        {
            Tell(line, "epoch: the table has this row before");
        }
        return _failed
            ? null
            : (
                run,
                new(
                    table.File,
                    line,
                    epoch!.Value,
                    validator,
                    degenerate is { } flag ? flag == 1 : null,
                    sensitivity,
                    values
                )
            );
    }

    private List<(YumaColumn, double?)> Values(int line, string[] cells, YumaCase input)
    {
        List<(YumaColumn, double?)> values = new(_columns.Count);
        foreach (YumaColumn column in _columns)
        {
            string cell = cells[column.Place];
            bool isThere =
                (column.Validator ?? 0) < input.Validators.Count && (column.Miner ?? 0) < input.Miners;
            if (cell.Length == 0)
            {
                // A table of several cases has columns for the largest; rates are blank where there are none.
                if (isThere && column.Quantity != YumaQuantity.Rate)
                {
                    Tell(line, $"{column.Name}: the value is missing");
                }
                else if (isThere)
                {
                    values.Add((column, null));
                }
            }
            else if (!GoldenNumber.TryRead(cell, out double value))
            {
                Tell(line, $"{column.Name}: '{cell}' is not a number");
            }
            else if (!isThere)
            {
                Tell(
                    line,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{column.Name}: '{cell}' is given, but {input.Id} has {input.Validators.Count} validators and {input.Miners} miners"
                    )
                );
            }
            else
            {
                values.Add((column, value));
            }
        }
        return values;
    }

    private string? Text(string[] cells, string head) =>
        table.Place(head) is >= 0 and int i ? cells[i] : null;

    private int? Index(int line, string[] cells, string head, int count)
    {
        if (Text(cells, head) is not { } cell)
        {
            return null;
        }
        if (
            int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < count
        )
        {
            return index;
        }
        Tell(
            line,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{head}: '{cell}' is not an integer from 0 to {count - 1}"
            )
        );
        return null;
    }

    private void Tell(int? line, string message)
    {
        _failed = true;
        problem(line, message);
    }
}
