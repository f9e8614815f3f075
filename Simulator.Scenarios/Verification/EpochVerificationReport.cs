using System.Globalization;

namespace Simulator.Scenarios.Verification;

/// <summary>What a verification compared and where it found differences.</summary>
public sealed class EpochVerificationReport
{
    /// <summary>How many disagreements and how many problems are kept; the others are only counted.</summary>
    public const int Shown = 10;

    private readonly FirstFew<EpochDisagreement> _disagreements = new(Shown);
    private readonly FirstFew<string> _problems = new(Shown);

    /// <summary>Number of cases that were computed.</summary>
    public int Cases { get; internal set; }

    /// <summary>Number of trajectories that were computed.</summary>
    public int Trajectories { get; internal set; }

    /// <summary>Number of epochs in these trajectories.</summary>
    public int Epochs { get; internal set; }

    /// <summary>Number of <c>out</c> fields that were compared.</summary>
    public long Fields { get; internal set; }

    /// <summary>Number of intermediate results that were compared.</summary>
    public long Stages { get; internal set; }

    /// <summary>Number of single values in these fields and stages.</summary>
    public long Values { get; internal set; }

    /// <summary>Number of stage lines whose case is in none of the files.</summary>
    public int StagesWithoutCase { get; internal set; }

    /// <summary>Number of values that differ.</summary>
    public long Disagreements => _disagreements.Count;

    /// <summary>Number of lines and files that cannot be read.</summary>
    public long Problems => _problems.Count;

    /// <summary>The first disagreements.</summary>
    public IReadOnlyList<EpochDisagreement> FirstDisagreements => _disagreements.Items;

    /// <summary>The first problems, each as <c>file:line: error: what</c>.</summary>
    public IReadOnlyList<string> FirstProblems => _problems.Items;

    /// <summary>0 where all agree, 10 where some disagree, 2 where something is unreadable or nothing was compared.</summary>
    public int ExitCode =>
        Problems > 0 || Fields + Stages == 0 ? 2
        : Disagreements > 0 ? 10
        : 0;

    /// <summary>Writes disagreements and totals as lines of text, and apart from them what could not be compared.</summary>
    /// <param name="results">Takes the disagreements and the totals.</param>
    /// <param name="errors">Takes the problems; may be the same writer.</param>
    public void WriteTo(TextWriter results, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(errors);
        _problems.WriteTo(errors, "problems");
        _disagreements.WriteTo(results, "disagreements");
        if (StagesWithoutCase > 0)
        {
            results.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{StagesWithoutCase} stage lines have no case in these files and were not compared"
                )
            );
        }
        results.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Cases} cases, {Trajectories} trajectories ({Epochs} epochs): {Fields} fields and {Stages} stages compared ({Values} values), {Disagreements} disagreements"
            )
        );
        if (Problems == 0 && Fields + Stages == 0)
        {
            errors.WriteLine(
                "error: nothing to compare: no line holds an 'out' field or a stage that is known here"
            );
        }
    }

    internal void Add(EpochDisagreement disagreement) => _disagreements.Add(disagreement);

    internal void AddProblem(string file, int? line, string message) =>
        _problems.Add(ProblemLine.Of(file, line, message));
}
