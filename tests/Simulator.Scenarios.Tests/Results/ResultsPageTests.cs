using Simulator.Core.Chain;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>docs/results.md says what the code does.</summary>
public sealed class ResultsPageTests
{
    private static string Page => File.ReadAllText(ResultsPage.File);

    [Fact]
    public void The_page_describes_the_tables_that_runs_write()
    {
        string page = Page;
        string current = ResultsPage.Current(page);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(ResultsPage.File, current);
            page = current;
        }
        Assert.True(page == current, "docs/results.md is out of date; run the tests with UPDATE_DOCS=1.");
    }

    [Fact]
    public void Every_kind_and_reason_of_events_is_explained()
    {
        string page = Page;
        string[] names = [.. Enum.GetNames<ChainEventKind>(), .. Enum.GetNames<ChainReason>()];
        Assert.All(names, n => Assert.Contains($"\n| `{n}` | ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_member_of_a_manifest_is_explained_in_order()
    {
        string page = Page;
        string text = ManifestText.Of(Manifest.Of(SampleRun.Of(), [], SampleRun.Times));
        int[] places =
        [
            .. JsonText
                .ParseObject(text)
                .Select(m => page.IndexOf($"\n| `{m.Key}` | ", StringComparison.Ordinal)),
        ];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void The_page_names_the_format_and_the_size_of_row_groups()
    {
        Assert.Contains(Manifest.Format, Page, StringComparison.Ordinal);
        Assert.Contains($"row groups of {ParquetTable.RowsPerGroup:N0} rows", Page, StringComparison.Ordinal);
    }
}
