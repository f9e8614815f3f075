using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A value that is written as one word or text.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal abstract class ScalarKind<T> : ValueKind
    where T : notnull
{
    /// <summary>Whether quotes around the value are allowed; numbers and flags in quotes are text in YAML.</summary>
    protected virtual bool MayBeQuoted => true;

    /// <inheritdoc/>
    public sealed override object? Read(Node node, string path, Problems problems)
    {
        if (node is not ScalarNode { IsNull: false } scalar)
        {
            return Mismatch(node, path, problems);
        }
        if (!scalar.Plain && !MayBeQuoted)
        {
            problems.Add(
                node.Place,
                path,
                $"{scalar.Kind} in quotes is text, not {Expected}; remove the quotes"
            );
            return null;
        }
        if (Parse(scalar.Text, out var value) is not { } complaint)
        {
            return value;
        }
        problems.Add(node.Place, path, complaint);
        return null;
    }

    /// <summary>Reads the text; returns a complaint, or nothing when <paramref name="value"/> is good.</summary>
    protected abstract string? Parse(string text, out T value);
}
