using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Changes;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Cli.Commands;

/// <summary><c>sim import metagraph FILES…</c>: makes a replay file of stakes and weights that a chain had.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal) =>
        new("import", "Make data files of what others have measured.") { Metagraph(terminal) };

    private static Command Metagraph(Terminal terminal)
    {
        Argument<string[]> files = new("FILE")
        {
            Description =
                "Snapshots of one subnet: .pt dumps, or pairs NAME_neurons.csv and NAME_weights.csv; or one replay file, .json.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> output = new("--out")
        {
            Description =
                "The replay file to write, with a scenario beside it; without it, the subnet and blocks name a file here.",
            HelpName = "FILE",
        };
        Option<double?> minStake = ImportOptions.MinStake();
        Option<AddedValidator[]> add = ImportOptions.Add();
        Option<string[]> drop = ImportOptions.Drop();
        Option<int?> epochs = ImportOptions.Epochs();
        Option<string?> shifted = ImportOptions.Shifted();
        Option<DelayPlan?> delayed = ImportOptions.Delayed();
        Option<CopierPlan[]> copiers = ImportOptions.Copiers();
        Command metagraph = new(
            "metagraph",
            "Make a replay file of real stakes and weights. Nothing is written when a file has a mistake."
        )
        {
            files,
            output,
            minStake,
            add,
            drop,
            epochs,
            shifted,
            delayed,
            copiers,
        };
        metagraph.SetAction(parsed =>
            Run(
                new ImportPlan
                {
                    Files = [.. parsed.GetRequiredValue(files)],
                    MinStake = parsed.GetValue(minStake),
                    Add = [.. parsed.GetRequiredValue(add)],
                    Drop = [.. parsed.GetRequiredValue(drop)],
                    Epochs = parsed.GetValue(epochs),
                    Shifted = parsed.GetValue(shifted),
                    Delayed = parsed.GetValue(delayed),
                    Copiers = [.. parsed.GetRequiredValue(copiers)],
                },
                parsed.GetValue(output),
                terminal
            )
        );
        return metagraph;
    }

    private static int Run(ImportPlan plan, string? output, Terminal terminal)
    {
        (ImportedFiles files, Metagraph series) = MetagraphImport.Run(plan);
        string path = output ?? UsualName(files, series);
        CheckTarget(path, plan.Files);
        string sha256 = ReplayFile.Write(path, series, files.Origins);
        ImportSummary.Write(files, series, terminal.Out);
        terminal.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"written: {path}, sha256 {sha256}")
        );
        string scenario = ReplayScenario.PathBeside(path);
        terminal.Out.WriteLine(
            ReplayScenario.WriteOnce(scenario, path, series)
                ? $"written: {scenario}, a scenario of it; 'sim run {scenario}' runs every variant of its list"
                : $"kept: {scenario}, which is there already; 'sim run {scenario}' runs it"
        );
        return ExitCode.Ok;
    }

    // The id in a replay file is anybody's text, and no name of a file.
    private static string UsualName(ImportedFiles files, Metagraph series) =>
        files.Series is null
            ? $"{series.Id}.json"
            : $"{Path.GetFileNameWithoutExtension(files.Origins[0].Name)}_replay.json";

    private static void CheckTarget(string path, IReadOnlyCollection<string> files)
    {
        if (files.Any(file => Path.GetFullPath(file) == Path.GetFullPath(path)))
        {
            throw new InputException($"--out: {path} is one of the files to read; name another");
        }
    }
}
