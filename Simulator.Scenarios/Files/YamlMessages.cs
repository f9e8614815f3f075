using YamlDotNet.Core;

namespace Simulator.Scenarios.Files;

/// <summary>Says in plain words what the YAML parser complains about, at the place where a person would look.</summary>
internal static class YamlMessages
{
    private static readonly (string Complaint, string Words)[] Known =
    [
        ("invalid tab as indentation", "a tab indents a line; YAML allows only spaces"),
        ("tab character that violate indentation", "a tab indents a line; YAML allows only spaces"),
        (
            "multiline plain scalar, found invalid mapping",
            "no key may start here; does the line above lack a space after its ':'?"
        ),
        ("scalar value, found invalid mapping", "a second ': ' in one value; put the text in quotes"),
        (
            "character that cannot start any token",
            "no value can start with this character; put the text in quotes"
        ),
        (
            "did not find expected key",
            "this line's indentation fits no section above; or is a space missing after its ':'?"
        ),
        ("did not find expected '-'", "the list above goes on with '- '; found something else"),
        ("quoted scalar, found wrong indentation", "the quote that opens here is not closed"),
        ("quoted scalar, found unexpected", "the quote that opens here is not closed"),
        (
            "unknown escape character",
            "an unknown escape after '\\' in double quotes; use single quotes for plain text"
        ),
        (
            "expected hexadecimal number",
            "an escape after '\\' in double quotes lacks its digits; use single quotes for plain text"
        ),
        ("did not find expected node content", "a value is missing here"),
        ("incompatible YAML document", "this %YAML version is not 1.1 or 1.2"),
        ("Did not find expected <document start>", "the text goes on after its only value"),
    ];

    // Where these complaints' own start is the opening of the text, the end says where the scanner gave up.
    private static readonly string[] AtEnd = ["unknown escape character", "tab character"];

    /// <summary>Whether the complaint may come from a bracket that is not closed.</summary>
    public static bool MayBeUnclosed(YamlException e) =>
        e.Message.Contains("expected ','", StringComparison.Ordinal)
        || e.Message.Contains("expected ']'", StringComparison.Ordinal)
        || e.Message.Contains("expected '}'", StringComparison.Ordinal);

    /// <summary>Place and words for a complaint.</summary>
    public static (Mark Place, string Words) Translate(YamlException e)
    {
        var place = AtEnd.Any(c => e.Message.Contains(c, StringComparison.Ordinal)) ? e.End : e.Start;
        foreach (var (complaint, words) in Known)
        {
            if (e.Message.Contains(complaint, StringComparison.Ordinal))
            {
                return (place, words);
            }
        }
        return (place, $"not YAML: {e.Message.TrimEnd('.')}");
    }
}
