using System.Collections.Immutable;

namespace Simulator.Cli.Notebooks.Running;

/// <summary>A notebook that was run to its end or to its first failure.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Cells">The cells up to there, those that are only shown included.</param>
internal sealed record NotebookRun(Notebook Notebook, ImmutableArray<RunCell> Cells)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public CellFailure? Failure => Cells.LastOrDefault()?.Failure;

    /// <summary>Runs every C# cell, one after the other, until one fails.</summary>
    /// <remarks>The working directory is the notebook's folder meanwhile, as in the interactive kernel.</remarks>
    public static async Task<NotebookRun> Of(Notebook notebook)
    {
        string path = Path.GetFullPath(notebook.Path);
        string before = Directory.GetCurrentDirectory();
        ImmutableArray<RunCell>.Builder done = ImmutableArray.CreateBuilder<RunCell>();
        using NotebookSession session = new(path);
        Directory.SetCurrentDirectory(Path.GetDirectoryName(path)!);
        try
        {
            foreach (Cell cell in notebook.Cells)
            {
                done.Add(
                    cell.Language == CellLanguage.CSharp ? await session.Run(cell) : new(cell, [], null)
                );
                if (done[^1].Failure is not null)
                {
                    break;
                }
            }
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
        return new(notebook, done.ToImmutable());
    }
}
