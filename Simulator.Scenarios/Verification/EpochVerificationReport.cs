using System.Globalization;

namespace Simulator.Scenarios.Verification;

/// <summary>What a verification compared and where it found differences.</summary>
public sealed class EpochVerificationReport
{
    /// <summary>How many disagreements and how many problems are kept; the others are only counted.</summary>
    public const int Shown = 10;

    private readonly List<EpochDisagreement> _disagreements = [];
    private readonly List<string> _problems = [];

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
    public long Disagreements { get; private set; }

    /// <summary>Number of lines and files that cannot be read.</summary>
    public long Problems { get; private set; }

    /// <summary>The first disagreements.</summary>
    public IReadOnlyList<EpochDisagreement> FirstDisagreements => _disagreements;

    /// <summary>The first problems, each as <c>file:line: error: what</c>.</summary>
    public IReadOnlyList<string> FirstProblems => _problems;

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
        WriteFirst(errors, _problems, Problems, "problems");
        WriteFirst(results, _disagreements, Disagreements, "disagreements");
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

    internal void Add(EpochDisagreement disagreement)
    {
        Disagreements++;
        if (_disagreements.Count < Shown)
        {
            _disagreements.Add(disagreement);
        }
    }

    internal void AddProblem(string file, int? line, string message)
    {
        Problems++;
        if (_problems.Count < Shown)
        {
            string place = line is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{file}:{number}")
                : file;
            _problems.Add($"{place}: error: {message}");
        }
    }

    private static void WriteFirst<T>(TextWriter writer, List<T> first, long count, string what)
    {
        foreach (T item in first)
        {
            writer.WriteLine(item);
        }
        if (count > first.Count)
        {
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"… and {count - first.Count} more {what}")
            );
        }
    }
}
