namespace Simulator.Scenarios.Files;

/// <summary>A list of values.</summary>
/// <param name="place">Where it starts.</param>
/// <param name="items">The values, in order.</param>
internal sealed class ListNode(Place place, IReadOnlyList<Node> items)
    : Node(place, 1 + items.Sum(i => i.Size))
{
    /// <summary>The values, in order.</summary>
    public IReadOnlyList<Node> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";
}
