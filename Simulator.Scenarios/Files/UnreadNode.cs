namespace Simulator.Scenarios.Files;

/// <summary>A value that could not be read and was complained about; what binds it stays silent.</summary>
/// <param name="place">Where it stands.</param>
internal sealed class UnreadNode(Place place) : Node(place, 1)
{
    /// <inheritdoc/>
    public override string Kind => "nothing readable";
}
