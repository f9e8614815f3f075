using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Simulator.Scenarios.Reports;

/// <summary>Writes an interpolated string as markup: its literal parts as they stand, its values escaped by their type.</summary>
/// <remarks>Escaping is what happens unless a value is an <see cref="Html"/>: no section can forget it.</remarks>
[InterpolatedStringHandler]
internal readonly struct HtmlWriter
{
    private readonly StringBuilder _markup;

    /// <summary>A writer for so much text.</summary>
    public HtmlWriter(int literalLength, int formattedCount) =>
        _markup = new StringBuilder(literalLength + 16 * formattedCount);

    /// <summary>What was written.</summary>
    public string Written => _markup.ToString();

    /// <summary>Writes a part of the pattern.</summary>
    public void AppendLiteral(string literal) => _markup.Append(literal);

    /// <summary>Writes text, escaped.</summary>
    public void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text));

    /// <summary>Writes markup.</summary>
    public void AppendFormatted(Html markup) => _markup.Append(markup.Text);

    /// <summary>Writes a whole number.</summary>
    public void AppendFormatted(long number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Writes a whole number without a sign.</summary>
    public void AppendFormatted(ulong number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Writes a number with all its digits.</summary>
    public void AppendFormatted(double number) =>
        _markup.Append(number.ToString("R", CultureInfo.InvariantCulture));
}
