using Simulator.Core.Tests.House;

namespace Simulator.Core.Tests;

/// <summary>The order of the house: which folder may use which, which project which, and the shape of a file.</summary>
public sealed class HouseTests
{
    private const int MostLines = 300;

    private static readonly string[] Projects =
    [
        "Simulator.Core",
        "Simulator.Scenarios",
        "Simulator.Cli",
        "Simulator.Doctor",
        "Simulator.Models.Onnx",
    ];

    private static readonly string Decisions = File.ReadAllText(
        Path.Combine(Repository.Root, "DECISIONS.md")
    );

    public static TheoryData<string> ProjectNames => [.. Projects];

    [Fact]
    public void A_folder_of_Core_uses_only_what_stands_below_it() =>
        Assert.Empty(Repository.Sources("Simulator.Core").SelectMany(FolderOrder.Violations));

    [Fact]
    public void Every_folder_of_Core_has_its_place_in_the_order() =>
        Assert.Equal(
            FolderOrder.Folders.Order(StringComparer.Ordinal),
            Repository
                .Sources("Simulator.Core")
                .Select(file => file.Path.Split('/')[1])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Agents_see_the_chain_through_its_view_and_extrinsics() =>
        Assert.Empty(
            Repository
                .Sources("Simulator.Core/Agents")
                .SelectMany(file =>
                    FolderOrder.ChainInsides(file, Repository.Sources("Simulator.Core/Chain"))
                )
        );

    [Theory]
    [InlineData(
        "Units/Tao.cs",
        "using Simulator.Core.Chain;",
        "Units may not use Chain: Simulator.Core.Chain"
    )]
    [InlineData("Engine/Run.cs", "    Metrics.Table table;", "Engine may not use Metrics: Metrics.Table")]
    [InlineData(
        "Chain/Pool.cs",
        "var x = Core.Engine.Phase.Vote;",
        "Chain may not use Engine: Core.Engine.Phase.Vote"
    )]
    [InlineData(
        "Tasks/A.cs",
        "using static global::Simulator.Core.Chain.Saturating;",
        "Tasks may not use Chain: global::Simulator.Core.Chain.Saturating"
    )]
    [InlineData(
        "Consensus/Rules/A.cs",
        "using N = Simulator.Core.Chain.Subnet;",
        "Consensus may not use Chain: Simulator.Core.Chain.Subnet"
    )]
    [InlineData(
        "Numerics/A.cs",
        "using Simulator.Core.Units;",
        "Numerics may not use Units: Simulator.Core.Units"
    )]
    [InlineData("Chain/Pool.cs", "using MathNet.Numerics.LinearAlgebra;", "Chain may not use MathNet")]
    [InlineData("Consensus/Execution/A.cs", "using ILGPU;", "Consensus may not use ILGPU")]
    public void An_upward_name_is_found(string file, string line, string complaint) =>
        Assert.Equal(
            [$"Simulator.Core/{file}(2): {complaint}"],
            FolderOrder.Violations(new($"Simulator.Core/{file}", $"// Made up\n{line}\n"))
        );

    [Theory]
    [InlineData("Units/Tao.cs", "using System.Numerics;")]
    [InlineData("Units/Tao.cs", "using System.Threading.Tasks;")]
    [InlineData("Chain/Pool.cs", "/// <see cref=\"Engine.Phase\"/> and Metrics.Table")]
    [InlineData("Chain/Pool.cs", "int count = plan.Tasks.Length;")]
    [InlineData("Chain/Pool.cs", "using Simulator.Core.Chain.Weights;")]
    [InlineData("Metrics/Gini.cs", "using Simulator.Core.Engine;")]
    [InlineData("Tasks/Models/Ridge.cs", "using MathNet.Numerics.LinearAlgebra;")]
    [InlineData("Consensus/Execution/Gpu/A.cs", "using ILGPU.Runtime;")]
    public void A_name_that_points_down_or_elsewhere_is_not(string file, string line) =>
        Assert.Empty(FolderOrder.Violations(new($"Simulator.Core/{file}", $"{line}\n")));

    [Fact]
    public void An_agent_that_reaches_into_the_chain_is_found()
    {
        SourceFile[] chain =
        [
            new("Simulator.Core/Chain/Subnet.cs", "public sealed class Subnet;"),
            new("Simulator.Core/Chain/IChainView.cs", "public interface IChainView;"),
            new("Simulator.Core/Chain/Extrinsics/Register.cs", "public sealed record Register;"),
        ];
        Assert.Equal(
            ["Simulator.Core/Agents/A.cs(1): an agent sees IChainView, not Subnet"],
            FolderOrder.ChainInsides(
                new("Simulator.Core/Agents/A.cs", "Subnet Of(IChainView view, Register register);"),
                chain
            )
        );
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_file_holds_one_type_and_bears_its_name(string project) =>
        Assert.Empty(
            Repository
                .Sources(project)
                .Where(file => file.Name != "Program")
                .Where(file => file.Types is not [string only] || only != file.Name)
                .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}")
        );

    [Fact]
    public void Types_are_counted_as_the_language_writes_them() =>
        Assert.Equal(
            ["A", "B", "C", "D", "E", "F", "G"],
            new SourceFile(
                "A.cs",
                """
                public sealed class A;
                internal static partial class B { public class Nested; }
                public readonly record struct C(int X);
                public abstract record D;
                internal enum E : byte { X }
                public interface F<T>;
                public delegate void G(int x);
                file sealed class H;
                """
            ).Types
        );

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_namespace_is_its_folder(string project) =>
        Assert.Empty(
            Repository
                .Sources(project)
                .Where(file => file.Name != "Program")
                .Where(file => file.Namespace != file.FolderNamespace)
                .Select(file => $"{file.Path}: {file.Namespace}")
        );

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void No_file_holds_two_ideas(string project) =>
        Assert.Empty(
            Repository
                .Sources(project)
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{file.Path}: {file.Lines} lines, at most {MostLines}")
        );

    [Fact]
    public void Projects_point_one_way()
    {
        Assert.Empty(ProjectFile.Read("Simulator.Core").Projects);
        Assert.Equal(["Simulator.Core"], ProjectFile.Read("Simulator.Scenarios").Projects);
        Assert.Equal(["Simulator.Scenarios"], ProjectFile.Read("Simulator.Cli").Projects);
        Assert.Equal(["Simulator.Core"], ProjectFile.Read("Simulator.Doctor").Projects);
        Assert.Equal(["Simulator.Cli"], ProjectFile.Read("Simulator.Models.Onnx").Projects);
    }

    [Fact]
    public void Only_the_project_for_models_of_ones_own_carries_a_runtime_for_them() =>
        Assert.Equal(
            ["Simulator.Models.Onnx"],
            Projects.Where(project => ProjectFile.Read(project).Packages.Contains("Microsoft.ML.OnnxRuntime"))
        );

    [Fact]
    public void Core_knows_no_package_but_the_compiler_of_kernels() =>
        Assert.Equal(["ILGPU"], ProjectFile.Read("Simulator.Core").Packages);

    [Fact]
    public void Every_package_has_its_reason() =>
        Assert.DoesNotContain(
            ProjectFile.PinnedPackages(),
            package => !Decisions.Contains(package, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_departure_from_the_chain_has_its_reason() =>
        Assert.DoesNotContain(
            Repository.Sources("Simulator.Core"),
            file =>
                file.Text.Contains("Differs from subtensor", StringComparison.Ordinal)
                && !Decisions.Contains($"`{file.Name}`", StringComparison.Ordinal)
        );

    [Fact]
    public void References_are_read_from_the_project_file()
    {
        ProjectFile project = ProjectFile.Parse(
            """
            <Project>
              <ItemGroup>
                <PackageReference Include="YamlDotNet" />
                <ProjectReference Include="../Simulator.Scenarios/Simulator.Scenarios.csproj" />
                <PackageReference Include="CsvHelper" />
              </ItemGroup>
            </Project>
            """
        );
        Assert.Equal(["Simulator.Scenarios"], project.Projects);
        Assert.Equal(["CsvHelper", "YamlDotNet"], project.Packages);
    }
}
