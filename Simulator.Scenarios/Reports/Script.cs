using System.Security.Cryptography;
using System.Text;

namespace Simulator.Scenarios.Reports;

/// <summary>A program inside a page, and the hash by which the page's policy lets it run.</summary>
/// <param name="Element">The script element.</param>
/// <param name="Source">Its source in a content security policy: <c>'sha256-…'</c>.</param>
internal sealed record Script(Html Element, string Source)
{
    /// <summary>The script of a program.</summary>
    public static Script Of(string program)
    {
        // Inside a script element only these two end it or make its end invisible; both are legal in strings only.
        string safe = program
            .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
            .Replace("<!--", "<\\!--", StringComparison.Ordinal);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(safe)));
        return new Script(new Html($"<script>{safe}</script>\n"), $"'sha256-{hash}'");
    }
}
