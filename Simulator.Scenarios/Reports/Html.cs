namespace Simulator.Scenarios.Reports;

/// <summary>A piece of a page: markup written here, with everything that came from elsewhere escaped.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Html(string Text)
{
    /// <summary>No markup.</summary>
    public static readonly Html None = new("");

    /// <summary>Markup with inserted values: text is escaped, markup is not.</summary>
    public static Html Of(HtmlWriter markup) => new(markup.Written);

    /// <summary>Pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.Text)));
}
