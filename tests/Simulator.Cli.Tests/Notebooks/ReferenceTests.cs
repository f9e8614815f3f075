using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Simulator.Cli.Notebooks;
using Simulator.Cli.Notebooks.Outputs;
using Simulator.Cli.Notebooks.Running;
using OutputKind = Simulator.Cli.Notebooks.Outputs.OutputKind;

namespace Simulator.Cli.Tests.Notebooks;

/// <summary>What <c>#r</c> finds, and what it says when it finds nothing.</summary>
[Collection(ProcessWide.Name)]
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("nuget: Simulator.Scenarios, 0.1.0")]
    [InlineData("nuget:Simulator.Scenarios")]
    [InlineData("nuget: simulator.core")]
    [InlineData("Simulator.Core.dll")]
    public async Task What_sim_carries_is_found_without_a_restore(string target)
    {
        NotebookRun run = await Run($"#r \"{target}\"", "Simulator.Core.Units.Tao.Of(3)");

        Assert.Null(run.Failure);
        Assert.Equal([new CellOutput(OutputKind.Text, "3 TAO")], run.Cells[^1].Outputs);
    }

    [Fact]
    public async Task A_package_brings_what_it_needs()
    {
        NotebookRun run = await Run(
            "#r \"nuget: Plotly.NET.CSharp, 0.14.0\"",
            "Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4])"
        );

        Assert.Null(run.Failure);
        CellOutput chart = Assert.Single(run.Cells[^1].Outputs);
        Assert.Equal(OutputKind.Chart, chart.Kind);
        Assert.StartsWith("{\"data\":[{\"type\":\"scatter\"", chart.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_sought_from_the_notebook_s_folder_and_what_it_needs_beside_it()
    {
        using NotebookFolder folder = new();
        Directory.CreateDirectory(folder.At("bin"));
        Compile(
            folder.At("bin/Inner.dll"),
            "public static class Inner { public static int Answer() => 42; }"
        );
        Compile(
            folder.At("bin/Outer.dll"),
            "public static class Outer { public static int Answer() => Inner.Answer(); }",
            folder.At("bin/Inner.dll")
        );

        NotebookRun run = await Run(folder, "#r \"bin/Outer.dll\"", "Outer.Answer()");

        Assert.Null(run.Failure);
        Assert.Equal([new CellOutput(OutputKind.Text, "42")], run.Cells[^1].Outputs);
    }

    [Fact]
    public async Task A_package_that_sim_does_not_carry_is_restored()
    {
        NotebookRun run = await Run(
            "#r \"nuget: BenchmarkDotNet.Annotations, 0.15.8\"",
            "new BenchmarkDotNet.Attributes.BenchmarkAttribute().Description = \"found\""
        );

        Assert.Null(run.Failure);
        Assert.Equal([new CellOutput(OutputKind.Text, "found")], run.Cells[^1].Outputs);
    }

    [Fact]
    public async Task A_package_that_nobody_has_is_said_in_the_words_of_the_sdk()
    {
        using NotebookFolder folder = new();
        folder.Write(
            "nuget.config",
            "<configuration><packageSources><clear /><add key=\"here\" value=\".\" /></packageSources></configuration>"
        );

        NotebookRun run = await Run(folder, "\n#r \"nuget: No.Such.Package, 1.0.0\"");

        Assert.Equal(
            "cell 1, line 2: NU1101: Unable to find package No.Such.Package. No packages exist with this id in "
                + "source(s): here\n    #r \"nuget: No.Such.Package, 1.0.0\"",
            run.Failure?.Text
        );
    }

    [Theory]
    [InlineData(
        "\n#r \"nuget: Simulator.Core, 9.9.9\"",
        "cell 1, line 2: #r \"nuget: Simulator.Core, 9.9.9\": sim has Simulator.Core 0.1.0 with it, "
            + "and one program holds one version\n    #r \"nuget: Simulator.Core, 9.9.9\""
    )]
    [InlineData(
        "#r \"Missing.dll\"",
        "cell 1, line 1: #r \"Missing.dll\": no such file\n    #r \"Missing.dll\""
    )]
    [InlineData(
        "#!time\n1 + 1",
        "cell 1, line 1: #!time is a command of the interactive kernel; only C# is run\n    #!time"
    )]
    [InlineData(
        "#i \"nuget:https://example.org/feed\"",
        "cell 1, line 1: #i is a command of the interactive kernel; only C# is run\n"
            + "    #i \"nuget:https://example.org/feed\""
    )]
    public async Task What_cannot_be_done_is_said(string cell, string message) =>
        Assert.Equal(message, (await Run(cell)).Failure?.Text);

    [Fact]
    public async Task A_file_that_is_no_assembly_is_said()
    {
        using NotebookFolder folder = new();
        folder.Write("text.dll", "not an assembly");

        NotebookRun run = await Run(folder, "#r \"text.dll\"");

        Assert.Equal(
            "cell 1, line 1: #r \"text.dll\": not a .NET assembly\n    #r \"text.dll\"",
            run.Failure?.Text
        );
    }

    private static async Task<NotebookRun> Run(params string[] cells)
    {
        using NotebookFolder folder = new();
        return await Run(folder, cells);
    }

    private static Task<NotebookRun> Run(NotebookFolder folder, params string[] cells) =>
        NotebookRun.Of(Notebook.Read(folder.Notebook(cells)));

    private static void Compile(string path, string source, params string[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(source)],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                .. references.Select(reference => MetadataReference.CreateFromFile(reference)),
            ],
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.True(compilation.Emit(path).Success);
    }
}
