using System.Globalization;

namespace Simulator.Scenarios.Files;

/// <summary>Counts the values of all files of one scenario; an alias costs what it stands for.</summary>
/// <param name="most">How many there may be.</param>
internal sealed class NodeBudget(int most = FileLimits.Nodes)
{
    private readonly int _most = most;
    private int _left = most;

    /// <summary>Takes some values from the budget.</summary>
    /// <exception cref="ScenarioException">There are too many.</exception>
    public void Spend(int nodes, Place place, string path, Problems problems)
    {
        if (nodes > _left)
        {
            throw problems.Fatal(
                place,
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"more than {_most} values once aliases are expanded"
                )
            );
        }
        _left -= nodes;
    }
}
