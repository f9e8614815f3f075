using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Cli.Notebooks.Pages;

/// <summary>The part of Markdown that notebooks use: headings, paragraphs, lists, code, emphasis and links.</summary>
internal static partial class Markdown
{
    private const string Fence = "```";

    /// <summary>A text as HTML.</summary>
    public static string ToHtml(string text)
    {
        StringBuilder html = new();
        Queue<string> lines = new(text.Split('\n'));
        while (lines.TryDequeue(out string? line))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                html.Append("<pre><code>")
                    .Append(WebUtility.HtmlEncode(Fenced(lines)))
                    .Append("</code></pre>\n");
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                int level = heading.Groups["level"].Length;
                html.Append($"<h{level}>{Inline(heading.Groups["text"].Value)}</h{level}>\n");
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                string list = char.IsDigit(item.Groups["mark"].Value[0]) ? "ol" : "ul";
                html.Append($"<{list}>\n");
                foreach (string entry in Items(item.Groups["text"].Value, lines))
                {
                    html.Append($"<li>{Inline(entry)}</li>\n");
                }
                html.Append($"</{list}>\n");
            }
            else if (line.Trim().Length > 0)
            {
                html.Append($"<p>{Inline(Continued(line, lines))}</p>\n");
            }
        }
        return html.ToString();
    }

    private static string Fenced(Queue<string> lines)
    {
        List<string> code = [];
        while (lines.TryDequeue(out string? line) && !line.StartsWith(Fence, StringComparison.Ordinal))
        {
            code.Add(line);
        }
        return string.Join('\n', code);
    }

    private static List<string> Items(string first, Queue<string> lines)
    {
        List<string> items = [Continued(first, lines)];
        while (lines.TryPeek(out string? line) && Item().Match(line) is { Success: true } item)
        {
            lines.Dequeue();
            items.Add(Continued(item.Groups["text"].Value, lines));
        }
        return items;
    }

    /// <summary>A line and those after it that belong to the same paragraph.</summary>
    private static string Continued(string first, Queue<string> lines)
    {
        StringBuilder paragraph = new(first.Trim());
        while (
            lines.TryPeek(out string? line)
            && line.Trim().Length > 0
            && !line.StartsWith(Fence, StringComparison.Ordinal)
            && !Heading().IsMatch(line)
            && !Item().IsMatch(line)
        )
        {
            paragraph.Append('\n').Append(lines.Dequeue().Trim());
        }
        return paragraph.ToString();
    }

    private static string Inline(string text)
    {
        // Code first and in pieces, so that nothing inside it is read as a mark.
        string[] pieces = text.Split('`');
        bool closed = pieces.Length % 2 == 1;
        for (int i = 0; i < pieces.Length; i++)
        {
            string encoded = WebUtility.HtmlEncode(pieces[i]);
            pieces[i] =
                closed && i % 2 == 1
                    ? $"<code>{encoded}</code>"
                    : Link()
                        .Replace(
                            Emphasis()
                                .Replace(Strong().Replace(encoded, "<strong>$1</strong>"), "<em>$1</em>"),
                            "<a href=\"$2\">$1</a>"
                        );
        }
        return string.Join(closed ? "" : "`", pieces);
    }

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<text>.*?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}(?<mark>[-*+]|\d{1,3}\.)\s+(?<text>.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\*(?!\s)(.+?)(?<!\s)\*", RegexOptions.Singleline)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[([^\]]+)\]\((https?://[^\s)]+|[^\s:)]+)\)")]
    private static partial Regex Link();
}
