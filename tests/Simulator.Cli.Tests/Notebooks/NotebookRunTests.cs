using System.Collections.Immutable;
using Simulator.Cli.Notebooks;
using Simulator.Cli.Notebooks.Outputs;
using Simulator.Cli.Notebooks.Running;

namespace Simulator.Cli.Tests.Notebooks;

/// <summary>What cells can do, and what they show.</summary>
[Collection(ProcessWide.Name)]
public sealed class NotebookRunTests
{
    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared() =>
        Assert.Equal(
            [new CellOutput(OutputKind.Text, "7")],
            await Outputs(
                "int Twice(int x) => 2 * x;\nrecord Pair(int A, int B);",
                "Twice(new Pair(3, 4).A) + 1"
            )
        );

    [Fact]
    public async Task Outputs_stand_in_the_order_in_which_they_were_made() =>
        Assert.Equal(
            [
                new CellOutput(OutputKind.Text, "first\n"),
                new CellOutput(OutputKind.Html, "<b>second</b>"),
                new CellOutput(OutputKind.Text, "third\n"),
                new CellOutput(OutputKind.Text, "fourth"),
                new CellOutput(OutputKind.Text, "5.5"),
            ],
            await Outputs(
                """
                Console.WriteLine("first");
                display(HTML("<b>second</b>"));
                Console.WriteLine("third");
                await Task.Yield();
                "fourth".Display();
                5.5
                """
            )
        );

    [Fact]
    public async Task A_statement_shows_nothing() => Assert.Empty(await Outputs("var x = 5;"));

    [Fact]
    public async Task A_list_of_records_is_a_table_and_its_text_is_escaped() =>
        Assert.Equal(
            [
                new CellOutput(
                    OutputKind.Html,
                    "<table>\n<tr><th>Name</th><th>Share</th></tr>\n"
                        + "<tr><td>a &lt; b</td><td>0.5</td></tr>\n<tr><td>c</td><td></td></tr>\n</table>\n"
                ),
            ],
            await Outputs(
                """
                record Row(string Name, double? Share);
                new[] { new Row("a < b", 0.5), new Row("c", null) }
                """
            )
        );

    [Fact]
    public async Task A_long_list_says_how_much_of_it_is_not_shown()
    {
        CellOutput output = Assert.Single(await Outputs("Enumerable.Range(0, 1_000)"));

        Assert.Equal(50, output.Content.Split("<tr>").Length - 1);
        Assert.EndsWith(
            "</table>\n<p class=\"more\">950 more rows</p>\n",
            output.Content,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_table_of_results_shows_names_and_units()
    {
        CellOutput output = Assert.Single(
            await Outputs(
                """
                #r "nuget: Simulator.Core"
                using Simulator.Core.Metrics;
                Column uid = new("uid", ColumnType.Int64, "", "Slot.");
                Column quality = new("quality", ColumnType.Double, "share", "Right answers.");
                uid.Add(3L);
                quality.Add(0.75);
                new Table("small", "One row.", uid, quality)
                """
            )
        );
        Assert.Equal(
            "<table>\n<tr><th>uid</th><th>quality<br>share</th></tr>\n<tr><td>3</td><td>0.75</td></tr>\n</table>\n",
            output.Content
        );
    }

    [Fact]
    public async Task The_working_directory_is_the_notebook_s_folder_and_comes_back()
    {
        using NotebookFolder folder = new();
        folder.Write("numbers.txt", "42");
        string before = Directory.GetCurrentDirectory();

        NotebookRun run = await Run(folder, """File.ReadAllText("numbers.txt")""");

        Assert.Equal([new CellOutput(OutputKind.Text, "42")], run.Cells[^1].Outputs);
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task Cells_after_a_failure_are_not_run()
    {
        using NotebookFolder folder = new();

        NotebookRun run = await Run(folder, "int zero = 0;", "1 / zero", "2");

        Assert.Equal([1, 2], run.Cells.Select(cell => cell.Cell.Number));
        Assert.NotNull(run.Failure);
    }

    private static async Task<ImmutableArray<CellOutput>> Outputs(params string[] cells)
    {
        using NotebookFolder folder = new();
        NotebookRun run = await Run(folder, cells);
        Assert.Null(run.Failure);
        return run.Cells[^1].Outputs;
    }

    private static Task<NotebookRun> Run(NotebookFolder folder, params string[] cells) =>
        NotebookRun.Of(Notebook.Read(folder.Notebook(cells)));
}
