namespace Simulator.Core.Units;

/// <summary>One mistake in a description: where it is and what is allowed instead.</summary>
/// <param name="Path">The key concerned, such as <c>subnet.kappa</c>.</param>
/// <param name="Message">What was found and what is allowed.</param>
public readonly record struct Problem(string Path, string Message)
{
    /// <summary>Path and message, as <c>path: message</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
