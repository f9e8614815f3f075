namespace Simulator.Scenarios.Files;

/// <summary>A single value: text, a number, a flag or nothing.</summary>
/// <param name="place">Where it was written.</param>
/// <param name="text">The text after escapes and folding.</param>
/// <param name="plain">Whether it was written without quotes; only then can it be a number, a flag or nothing.</param>
internal sealed class ScalarNode(Place place, string text, bool plain) : Node(place, 1)
{
    /// <summary>The text after escapes and folding.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it was written without quotes.</summary>
    public bool Plain { get; } = plain;

    /// <summary>Whether it is YAML's null.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : Show.Quoted(Text);
}
