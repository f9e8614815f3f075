namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>One chart of the page with the words around it.</summary>
/// <param name="Id">Its name in the page, in kebab-case.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">How to read it: what one sees, and the unit.</param>
/// <param name="Chart">The chart; null where there is nothing to draw, and the caption says why.</param>
internal sealed record Figure(string Id, string Title, string Caption, Chart? Chart);
