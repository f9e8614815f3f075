using System.Globalization;

namespace Simulator.Scenarios.Verification;

/// <summary>Keeps the first of many things that a verification found, and counts the others.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class FirstFew<T>(int most)
{
    private readonly List<T> _items = [];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        Count++;
        if (_items.Count < most)
        {
            _items.Add(item);
        }
    }

    /// <summary>Writes a line for each that was kept, and one for how many there are beyond.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="what">What they are, in the plural.</param>
    public void WriteTo(TextWriter writer, string what)
    {
        foreach (T item in _items)
        {
            writer.WriteLine(item);
        }
        if (Count > _items.Count)
        {
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"… and {Count - _items.Count} more {what}")
            );
        }
    }
}
