namespace Simulator.Scenarios.Files;

/// <summary>One value of a scenario file, with its place. Nodes never change, so aliases may share them.</summary>
/// <param name="place">Where it was written.</param>
/// <param name="size">Number of values in it, itself included, aliases counted as what they stand for.</param>
internal abstract class Node(Place place, int size)
{
    /// <summary>Where it was written.</summary>
    public Place Place { get; } = place;

    /// <summary>Number of values in it, itself included, aliases counted as what they stand for.</summary>
    public int Size { get; } = size;

    /// <summary>What it is in a message, such as <c>a list</c>.</summary>
    public abstract string Kind { get; }
}
