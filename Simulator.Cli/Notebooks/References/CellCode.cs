using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Simulator.Cli.Notebooks.References;

/// <summary>A cell's C# with the lines blanked that C# scripting does not read as .NET Interactive does.</summary>
/// <param name="Code">What is left; lines keep their numbers.</param>
/// <param name="References">What the blanked lines refer to.</param>
internal sealed partial record CellCode(string Code, ImmutableArray<ReferenceDirective> References)
{
    /// <summary>Takes a cell's source apart.</summary>
    /// <exception cref="CellException">A magic command that only the interactive kernel knows.</exception>
    public static CellCode Of(string source)
    {
        string[] lines = source.Split('\n');
        ImmutableArray<ReferenceDirective>.Builder references =
            ImmutableArray.CreateBuilder<ReferenceDirective>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (Reference().Match(lines[i]) is { Success: true } reference)
            {
                references.Add(new(i + 1, reference.Groups["target"].Value));
                lines[i] = "";
            }
            else if (Magic().Match(lines[i]) is { Success: true } magic)
            {
                if (magic.Value is not ("#!csharp" or "#!c#"))
                {
                    throw new CellException(
                        i + 1,
                        $"{magic.Value} is a command of the interactive kernel; only C# is run"
                    );
                }
                lines[i] = "";
            }
        }
        return new(string.Join('\n', lines), references.ToImmutable());
    }

    [GeneratedRegex("""^\s*#r\s+"\s*(?<target>[^"]+?)\s*"\s*;?\s*$""")]
    private static partial Regex Reference();

    [GeneratedRegex("""^(?:#!\S+|#i(?=\s))""")]
    private static partial Regex Magic();
}
