using System.Text.RegularExpressions;
using Simulator.Cli.Tests.Notebooks;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim notebook run</c>: what it prints, writes and exits with.</summary>
[Collection(ProcessWide.Name)]
public sealed partial class NotebookTests
{
    [Fact]
    public void A_notebook_whose_cells_all_run_passes()
    {
        using NotebookFolder folder = new();
        string path = folder.Notebook("int x = 1;", "x + 1");

        Sim run = Sim.Call("notebook", "run", path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"PASS {path} (2 cells, N s)\n1 passed, 0 failed\n", Seconds().Replace(run.Out, "N s"));
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_named_with_every_mistake()
    {
        using NotebookFolder folder = new();
        string path = folder.Notebook("int x = 1;", "\nint y = \"s\";\nunknown();");

        Assert.Equal(
            new Sim(
                3,
                $"""
                FAIL {path}
                cell 2, line 2: CS0029: Cannot implicitly convert type 'string' to 'int'
                    int y = "s";
                cell 2, line 3: CS0103: The name 'unknown' does not exist in the current context
                    unknown();
                0 passed, 1 failed

                """,
                ""
            ),
            Sim.Call("notebook", "run", path)
        );
    }

    [Fact]
    public void A_cell_that_throws_is_named_with_the_line_where_it_stood()
    {
        using NotebookFolder folder = new();
        string path = folder.Notebook(
            "int Half(int x) => 10 / x;",
            "// one\n// two\nvar half = Half(0);",
            "1"
        );

        Assert.Equal(
            new Sim(
                3,
                $"""
                FAIL {path}
                cell 2, line 3: DivideByZeroException: Attempted to divide by zero.
                    var half = Half(0);
                0 passed, 1 failed

                """,
                ""
            ),
            Sim.Call("notebook", "run", path)
        );
    }

    [Fact]
    public void One_notebook_that_fails_does_not_keep_the_next_from_running()
    {
        using NotebookFolder folder = new();
        string bad = folder.Write(
            "bad.ipynb",
            NotebookFolder.Json(NotebookFolder.Code("throw new Exception();"))
        );
        string good = folder.Write("good.ipynb", NotebookFolder.Json(NotebookFolder.Code("1")));

        Sim run = Sim.Call("notebook", "run", bad, good);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"\nPASS {good} (1 cells, ", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 1 failed\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_notebooks_are_all_named_and_nothing_is_run()
    {
        using NotebookFolder folder = new();
        string good = folder.Notebook("File.WriteAllText(\"ran.txt\", \"\");");
        string missing = folder.At("missing.ipynb");
        string broken = folder.Write("broken.ipynb", "{ \"cells\": [,] }");
        string other = folder.Write("other.ipynb", "[]");
        string old = folder.Write("old.ipynb", "{ \"nbformat\": 3 }");
        string python = folder.Write(
            "python.ipynb",
            "{ \"nbformat\": 4, \"metadata\": { \"kernelspec\": { \"name\": \"python3\" } } }"
        );
        string empty = folder.Write(
            "empty.ipynb",
            "{ \"nbformat\": 4, \"metadata\": { \"kernelspec\": { \"name\": \".net-csharp\" } } }"
        );

        Assert.Equal(
            new Sim(
                2,
                "",
                $"""
                {missing}: error: there is no such file
                {broken}(1,13): error: not a notebook: not JSON
                {other}: error: not a notebook: no 'nbformat'
                {old}: error: nbformat 3; only 4 is read
                {python}: error: kernel 'python3'; only '.net-csharp' is run
                {empty}: error: not a notebook: no list 'cells'

                """
            ),
            Sim.Call("notebook", "run", good, missing, broken, other, old, python, empty)
        );
        Assert.False(File.Exists(folder.At("ran.txt")));
    }

    [Fact]
    public void The_page_holds_texts_code_outputs_and_one_copy_of_the_chart_library()
    {
        using NotebookFolder folder = new();
        string path = folder.Write(
            "page.ipynb",
            NotebookFolder.Json(
                NotebookFolder.Markdown("# Title\ntext"),
                NotebookFolder.OtherLanguage("fsharp", "let x = 1"),
                NotebookFolder.Code("#r \"nuget: Plotly.NET.CSharp\"\nusing Plotly.NET.CSharp;"),
                NotebookFolder.Code(
                    "var c = Chart.Line<int, int, string>([1], [2], Name: \"</script>\");\nc.Display(); c"
                )
            )
        );

        Sim run = Sim.Call("notebook", "run", path, "--html", folder.At("pages/deep"));
        string page = File.ReadAllText(folder.At("pages/deep/page.html"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("<h1>Title</h1>\n<p>text</p>\n", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"code\">let x = 1</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<div id=\"chart-4-0\" class=\"chart\"></div>", page, StringComparison.Ordinal);
        Assert.Contains("<div id=\"chart-4-1\" class=\"chart\"></div>", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("</script>").Length - 1);
        Assert.Single(Library().Matches(page));
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_notebook_that_failed_ends_with_the_failure()
    {
        using NotebookFolder folder = new();
        string path = folder.Notebook("Console.WriteLine(\"so far\"); throw new Exception(\"a < b\");", "1");

        Assert.Equal(3, Sim.Call("notebook", "run", path, "--html", folder.At("pages")).ExitCode);
        Assert.EndsWith(
            "<div class=\"output\"><pre class=\"text\">so far</pre></div>\n"
                + "<pre class=\"failure\">cell 1, line 1: Exception: a &lt; b\n"
                + "    Console.WriteLine(&quot;so far&quot;); throw new Exception(&quot;a &lt; b&quot;);</pre>\n"
                + "</body>\n</html>\n",
            File.ReadAllText(folder.At("pages/test.html")),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(@"\d+\.\d s")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"plotly\.js v\d")]
    private static partial Regex Library();
}
