using System.CommandLine;
using System.Diagnostics;
using Simulator.Cli.Notebooks;
using Simulator.Cli.Notebooks.Pages;
using Simulator.Cli.Notebooks.Running;

namespace Simulator.Cli.Commands;

/// <summary><c>sim notebook run FILE…</c>: runs notebooks cell by cell.</summary>
internal static class NotebookCommand
{
    public static Command Create(Terminal terminal) =>
        new("notebook", "Run C# notebooks without an interactive kernel.") { RunVerb(terminal) };

    private static Command RunVerb(Terminal terminal)
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Notebooks, .ipynb with C# cells.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> html = new("--html")
        {
            Description = "Folder for the executed pages, one .html each; made where there is none.",
            HelpName = "DIR",
        };
        Command run = new("run", "Run every C# cell in order. Exit code 0: all ran, 3: a cell failed.")
        {
            files,
            html,
        };
        run.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(html), terminal));
        return run;
    }

    private static int Run(string[] files, string? pages, Terminal terminal)
    {
        List<Notebook> notebooks = [];
        foreach (string file in files)
        {
            try
            {
                notebooks.Add(Notebook.Read(file));
            }
            catch (NotebookFormatException e)
            {
                terminal.Error.WriteLine(e.Message);
            }
        }
        if (notebooks.Count < files.Length)
        {
            return ExitCode.BadInput;
        }
        int failed = notebooks.Count(notebook => !Passes(notebook, pages, terminal));
        terminal.Out.WriteLine($"{notebooks.Count - failed} passed, {failed} failed");
        return failed == 0 ? ExitCode.Ok : ExitCode.RunFailed;
    }

    private static bool Passes(Notebook notebook, string? pages, Terminal terminal)
    {
        long began = Stopwatch.GetTimestamp();
        NotebookRun run = NotebookRun.Of(notebook).GetAwaiter().GetResult();
        if (pages is not null)
        {
            WritePage(run, pages);
        }
        if (run.Failure is { } failure)
        {
            terminal.Out.WriteLine($"FAIL {notebook.Path}\n{failure.Text}");
            return false;
        }
        int cells = run.Cells.Count(cell => cell.Cell.Language == CellLanguage.CSharp);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        terminal.Out.WriteLine(
            FormattableString.Invariant($"PASS {notebook.Path} ({cells} cells, {seconds:F1} s)")
        );
        return true;
    }

    private static void WritePage(NotebookRun run, string pages)
    {
        Directory.CreateDirectory(pages);
        string name = Path.ChangeExtension(Path.GetFileName(run.Notebook.Path), ".html");
        File.WriteAllText(Path.Combine(pages, name), NotebookPage.Of(run));
    }
}
