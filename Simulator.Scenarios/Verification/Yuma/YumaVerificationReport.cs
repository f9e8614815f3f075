using System.Globalization;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>What a verification of paper rules compared, rule by rule, and where it found differences.</summary>
public sealed class YumaVerificationReport
{
    /// <summary>How many disagreements and how many problems are kept; the others are only counted.</summary>
    public const int Shown = 20;

    private static readonly string[] Heads =
    [
        "rule",
        "rows",
        "set aside",
        "values",
        "disagreements",
        "greatest difference",
    ];

    private readonly FirstFew<YumaDisagreement> _disagreements = new(Shown);
    private readonly FirstFew<string> _problems = new(Shown);

    internal YumaVerificationReport(double tolerance) => Tolerance = tolerance;

    /// <summary>How far values may differ: relative, below 1 absolute.</summary>
    public double Tolerance { get; }

    /// <summary>Agreement of each rule, in the order of the catalog.</summary>
    public IReadOnlyList<YumaTally> Tallies { get; } =
    [.. PaperRule.All.Select(rule => new YumaTally(rule.Id))];

    /// <summary>Number of tables that were compared.</summary>
    public int Tables { get; internal set; }

    /// <summary>Number of values that were compared.</summary>
    public long Values => Tallies.Sum(tally => tally.Values);

    /// <summary>Number of values that differ by more than is allowed.</summary>
    public long Disagreements => Tallies.Sum(tally => tally.Disagreements);

    /// <summary>Number of mistakes in the files of the folder.</summary>
    public long Problems => _problems.Count;

    /// <summary>The first disagreements.</summary>
    public IReadOnlyList<YumaDisagreement> FirstDisagreements => _disagreements.Items;

    /// <summary>The first problems, each as <c>file:line: error: what</c>.</summary>
    public IReadOnlyList<string> FirstProblems => _problems.Items;

    /// <summary>0 where all agree, 10 where some disagree, 2 where something is unreadable or nothing was compared.</summary>
    public int ExitCode =>
        Problems > 0 || Values == 0 ? 2
        : Disagreements > 0 ? 10
        : 0;

    /// <summary>Writes disagreements and a table of the rules, and apart from them what could not be compared.</summary>
    /// <param name="results">Takes the disagreements and the table.</param>
    /// <param name="errors">Takes the problems; may be the same writer.</param>
    public void WriteTo(TextWriter results, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(errors);
        _problems.WriteTo(errors, "problems");
        _disagreements.WriteTo(results, "disagreements");
        WriteTable(results);
        results.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Tables} tables: {Values} values compared at {Tolerance:0e0}, {Disagreements} disagreements"
            )
        );
        if (Problems == 0 && Values == 0)
        {
            errors.WriteLine(
                "error: nothing to compare: the folder has no table of this precision with a row"
            );
        }
    }

    internal YumaTally Tally(PaperRule rule) => Tallies.First(tally => tally.Rule == rule.Id);

    internal void Add(YumaDisagreement disagreement) => _disagreements.Add(disagreement);

    internal void AddProblem(string file, int? line, string message) =>
        _problems.Add(ProblemLine.Of(file, line, message));

    private void WriteTable(TextWriter writer)
    {
        List<string[]> rows = [Heads];
        rows.AddRange(Tallies.Where(tally => tally.Rows + tally.RowsSetAside > 0).Select(Cells));
        int[] widths = [.. Heads.Select((_, i) => rows.Max(row => row[i].Length))];
        foreach (string[] row in rows.Where(_ => rows.Count > 1))
        {
            IEnumerable<string> cells = row.Select(
                (cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])
            );
            writer.WriteLine(string.Join("  ", cells));
        }
    }

    private static string[] Cells(YumaTally tally) =>
        [
            tally.Rule,
            tally.Rows.ToString(CultureInfo.InvariantCulture),
            tally.RowsSetAside.ToString(CultureInfo.InvariantCulture),
            tally.Values.ToString(CultureInfo.InvariantCulture),
            tally.Disagreements.ToString(CultureInfo.InvariantCulture),
            tally.GreatestDifference.ToString("0.0e0", CultureInfo.InvariantCulture),
        ];
}
