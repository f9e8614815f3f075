using System.Globalization;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Collects the mistakes of one file, so that all are shown at once.</summary>
/// <param name="file">The file as the user named it.</param>
internal sealed class Complaints(string file)
{
    private const int Shown = 20;

    private readonly List<MetagraphProblem> _found = [];
    private int _more;

    /// <summary>The file as the user named it.</summary>
    public string File => file;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>The mistakes in the order they were found; beyond twenty they are only counted.</summary>
    public IEnumerable<MetagraphProblem> All =>
        _more == 0
            ? _found
            : _found.Append(
                new(file, "", string.Create(CultureInfo.InvariantCulture, $"and {_more} more mistakes"))
            );

    /// <summary>Notes a mistake and lets reading go on.</summary>
    /// <param name="place">The record and field; empty for the file as a whole.</param>
    /// <param name="message">What was found and what is allowed.</param>
    /// <param name="at">Line and column from 1, where they are known.</param>
    public void Add(string place, string message, (int Line, int Column)? at = null)
    {
        if (_found.Count < Shown)
        {
            _found.Add(new(file, place, message) { At = at });
        }
        else
        {
            _more++;
        }
    }

    /// <summary>Whether a number is one that a stake or a weight can be.</summary>
    public static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;

    /// <summary>Notes a number that no stake or weight can be.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="value">The number.</param>
    public void AddAmount(string place, double value) =>
        Add(
            place,
            string.Create(CultureInfo.InvariantCulture, $"{value:R} is not a finite number of at least 0")
        );

    /// <summary>Ends the work when there is a mistake.</summary>
    /// <exception cref="MetagraphException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new MetagraphException(All);
        }
    }
}
