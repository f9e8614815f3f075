using System.Collections.Immutable;
using System.Globalization;

namespace Simulator.Scenarios.Files;

/// <summary>The left side of <c>--set a.b[2].c=value</c>.</summary>
/// <param name="Steps">Keys (text) and list indices (numbers), outermost first.</param>
internal sealed record SetPath(ImmutableArray<object> Steps)
{
    /// <summary>The path of a text, or nothing when it is not one.</summary>
    public static SetPath? Parse(string text)
    {
        var steps = ImmutableArray.CreateBuilder<object>();
        foreach (var part in text.Split('.'))
        {
            var bracket = part.IndexOf('[');
            var key = bracket < 0 ? part : part[..bracket];
            if (
                key.Length is 0 or > FileLimits.KeyLength
                || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            )
            {
                return null;
            }
            steps.Add(key);
            for (var rest = bracket < 0 ? "" : part[bracket..]; rest.Length > 0; )
            {
                var close = rest.IndexOf(']');
                if (
                    rest[0] != '['
                    || close < 0
                    || !int.TryParse(
                        rest[1..close],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var index
                    )
                )
                {
                    return null;
                }
                steps.Add(index);
                rest = rest[(close + 1)..];
            }
        }
        return steps.Count <= FileLimits.Nesting ? new(steps.ToImmutable()) : null;
    }
}
