using Simulator.Cli.Notebooks.Pages;

namespace Simulator.Cli.Tests.Notebooks;

/// <summary>Markdown as pages show it.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# One", "<h1>One</h1>\n")]
    [InlineData("### Three ###", "<h3>Three</h3>\n")]
    [InlineData("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n")]
    [InlineData("- a\n  b\n- c", "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>\n")]
    [InlineData("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("```\nx < *y*\n```\nz", "<pre><code>x &lt; *y*</code></pre>\n<p>z</p>\n")]
    [InlineData("```\nnever closed", "<pre><code>never closed</code></pre>\n")]
    [InlineData("*em* and **strong**", "<p><em>em</em> and <strong>strong</strong></p>\n")]
    [InlineData("2 * 3 * 4", "<p>2 * 3 * 4</p>\n")]
    [InlineData("`a*b*c` & `<d>`", "<p><code>a*b*c</code> &amp; <code>&lt;d&gt;</code></p>\n")]
    [InlineData("a ` b", "<p>a ` b</p>\n")]
    [InlineData("[docs](docs/results.md)", "<p><a href=\"docs/results.md\">docs</a></p>\n")]
    [InlineData("[no](javascript:alert(1))", "<p>[no](javascript:alert(1))</p>\n")]
    [InlineData("", "")]
    public void Markdown_becomes_html(string text, string html) => Assert.Equal(html, Markdown.ToHtml(text));
}
