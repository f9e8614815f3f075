namespace Simulator.Cli.Notebooks;

/// <summary>Text that a notebook wants shown as HTML.</summary>
/// <param name="Markup">The HTML, shown as it is.</param>
public sealed record HtmlFragment(string Markup);
