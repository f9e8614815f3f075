using System.Globalization;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Doctor;
using Simulator.Scenarios.Verification.Yuma;

namespace Simulator.Scenarios.Verification;

/// <summary>Compares a folder of golden data with every execution of this machine, and says what it had no use for.</summary>
/// <remarks>
/// Vector files (.jsonl, .jsonl.gz) in folders named <c>epoch-…</c> and <c>guarantees</c> are epochs of the chain; a folder with
/// <c>paramsets.json</c> has tables of the papers' rules, which are plain double on every machine and are compared once.
/// </remarks>
public sealed class GoldenExamination
{
    private const string Settings = "paramsets.json";

    private readonly string _folder;
    private readonly Action<string> _write;
    private bool _agrees = true;

    private GoldenExamination(string folder, Action<string> write) => (_folder, _write) = (folder, write);

    /// <summary>Compares a folder.</summary>
    /// <param name="folder">The folder, searched with all that it holds.</param>
    /// <param name="backend">What must be there: <see cref="Backend.Auto"/> takes a device if there is one.</param>
    /// <param name="write">Takes the findings line by line.</param>
    /// <returns>Whether there was something to compare, all of it could be read, and all agrees.</returns>
    /// <exception cref="Core.Consensus.Execution.Gpu.DeviceException">A device is asked for and cannot be used.</exception>
    /// <exception cref="IOException">The folder cannot be searched.</exception>
    public static bool Run(string folder, Backend backend, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(write);
        return new GoldenExamination(folder, write).Compare(backend);
    }

    private bool Compare(Backend backend)
    {
        Line("goldens", _folder);
        string[] files =
        [
            .. Directory
                .EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
        string[] vectors = [.. files.Where(IsVectors)];
        string[] papers = [.. files.Where(f => Path.GetFileName(f) == Settings).Select(FolderOf)];
        CompareChain(vectors, backend);
        foreach (string folder in papers)
        {
            Report("papers, double", YumaVerification.Run(folder));
            Report("papers, single", YumaVerification.Run(folder, single: true));
        }
        if (papers.Length == 0)
        {
            Line("none", $"rules of the papers: no folder here has a {Settings}");
        }
        WriteRest(files.Except(vectors).Where(f => !papers.Any(p => IsWithin(f, p))));
        return _agrees && vectors.Length + papers.Length > 0;
    }

    private void CompareChain(string[] vectors, Backend backend)
    {
        if (vectors.Length == 0)
        {
            Line("none", "epochs of the chain: no folder 'epoch-…' or 'guarantees' here has vector files");
            return;
        }
        Report("reference, with stages", EpochVerification.Run(vectors));
        using MachineExecutions machine = new(backend);
        foreach (MachineExecution execution in machine.All)
        {
            Report(execution.Name, EpochVerification.Run(vectors, execution.Epochs));
        }
        if (!machine.HasDevice)
        {
            Line("none", "gpu: there is no device; the self test above runs kernels on the processor");
        }
    }

    private void Report(string name, EpochVerificationReport report) =>
        Report(
            name,
            report.ExitCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Cases} cases and {report.Epochs} epochs in a row, {report.Values} values"
            ),
            report.WriteTo
        );

    private void Report(string name, YumaVerificationReport report) =>
        Report(
            name,
            // A folder may well have tables of one precision alone.
            report is { Tables: 0, Problems: 0 }
                ? null
                : report.ExitCode,
            string.Create(CultureInfo.InvariantCulture, $"{report.Tables} tables, {report.Values} values"),
            report.WriteTo
        );

    private void Report(string name, int? exitCode, string extent, Action<TextWriter, TextWriter> details)
    {
        string verdict = exitCode switch
        {
            0 => "ok",
            null => "none",
            _ => "FAILED",
        };
        Line(verdict, $"{name}: {extent}");
        if (verdict == "FAILED")
        {
            _agrees = false;
            using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            details(text, text);
            foreach (string line in text.ToString().TrimEnd('\n').Split('\n'))
            {
                _write($"           {line}");
            }
        }
    }

    /// <summary>Names the folders whose files were not compared.</summary>
    private void WriteRest(IEnumerable<string> files)
    {
        string[] folders =
        [
            .. files
                .Where(file => Path.GetExtension(file) is ".gz" or ".jsonl" or ".csv")
                .Select(file => Path.GetRelativePath(_folder, FolderOf(file)))
                .Distinct(StringComparer.Ordinal),
        ];
        if (folders.Length > 0)
        {
            Line(
                "skipped",
                $"not compared, being neither epochs nor rules of the papers: {string.Join(", ", folders)}"
            );
        }
    }

    private static bool IsVectors(string file)
    {
        string folder = Path.GetFileName(FolderOf(file));
        return (folder.StartsWith("epoch-", StringComparison.Ordinal) || folder == "guarantees")
            && (
                file.EndsWith(".jsonl", StringComparison.Ordinal)
                || file.EndsWith(".jsonl.gz", StringComparison.Ordinal)
            );
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;

    private static bool IsWithin(string file, string folder) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void Line(string name, string text) => _write($"{name, -10} {text}");
}
