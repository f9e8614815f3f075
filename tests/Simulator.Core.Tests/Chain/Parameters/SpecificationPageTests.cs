using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Tests.House;

namespace Simulator.Core.Tests.Chain.Parameters;

public sealed class SpecificationPageTests
{
    [Fact]
    public void Every_section_that_a_parameter_acts_in_stands_on_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/specification.md"));
        HashSet<(int, int)> told = [.. Ranges(page)];
        IEnumerable<Parameter> all = [.. ParameterCatalog.Subnet, .. ParameterCatalog.Global];
        foreach (Parameter parameter in all)
        {
            Assert.All(Ranges(parameter.ActsIn), section => Assert.Contains(section, told));
        }
    }

    /// <summary>Chapter and number of each section named, those of a range included: §4.3 – §4.6, or §4.3–4.6.</summary>
    private static IEnumerable<(int Chapter, int Number)> Ranges(string text) =>
        from match in Regex.Matches(text, @"§(\d+)\.(\d+)(?:[\d.]*)(?: ?– ?§?\d+\.(\d+))?")
        let first = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
        let last = match.Groups[3].Success
            ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture)
            : first
        from number in Enumerable.Range(first, last - first + 1)
        select (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), number);
}
