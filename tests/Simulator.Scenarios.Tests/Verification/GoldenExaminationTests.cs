using System.Text.Json.Nodes;
using Simulator.Core.Consensus.Execution;
using Simulator.Scenarios.Verification;

namespace Simulator.Scenarios.Tests.Verification;

public sealed class GoldenExaminationTests : IDisposable
{
    private const string Case = "p-random_dense-4";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-golden-");
    private readonly List<string> _lines = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_execution_of_the_machine_is_compared_and_what_was_not_is_named()
    {
        Write("chain/epoch-few/cases.jsonl", ChainVectors.Line(ChainVectors.Cases, Case).ToJsonString());
        Write("economy/burn/cases.jsonl", "{}");

        Assert.True(Run());

        string[] executions =
        [
            "reference, with stages",
            .. ColumnExecutions.All().Reverse().Select(x => x.Name),
        ];
        Assert.Equal(
            [
                $"goldens    {_folder.FullName}",
                .. executions.Select(name => $"ok         {name}: 1 cases and 0 epochs in a row, 156 values"),
                "none       gpu: there is no device; the self test above runs kernels on the processor",
                "none       rules of the papers: no folder here has a paramsets.json",
                "skipped    not compared, being neither epochs nor rules of the papers: economy/burn",
            ],
            _lines
        );
    }

    [Fact]
    public void A_difference_is_shown_for_each_execution()
    {
        JsonNode line = ChainVectors.Line(ChainVectors.Cases, Case);
        int wrong = (int)line["out"]!["incentive"]![4]! + 1;
        line["out"]!["incentive"]![4] = wrong;
        Write("epoch-few/cases.jsonl", line.ToJsonString());

        Assert.False(Run());

        int failed = _lines.Count(text => text.StartsWith("FAILED     ", StringComparison.Ordinal));
        Assert.Equal(1 + ColumnExecutions.All().Count(), failed);
        Assert.Equal(
            failed,
            _lines.Count(text =>
                text.StartsWith(
                    $"           {Case}: incentive uid 4: expected {wrong}, found ",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Fact]
    public void A_folder_with_nothing_to_compare_is_no_agreement()
    {
        Assert.False(Run());
        Assert.Equal(
            [
                $"goldens    {_folder.FullName}",
                "none       epochs of the chain: no folder 'epoch-…' or 'guarantees' here has vector files",
                "none       rules of the papers: no folder here has a paramsets.json",
            ],
            _lines
        );
    }

    private bool Run() => GoldenExamination.Run(_folder.FullName, Backend.Cpu, _lines.Add);

    private void Write(string path, string text)
    {
        string file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
