namespace Simulator.Models.Onnx.Tests;

/// <summary>What the page on models of one's own shows is true.</summary>
public sealed class GuideTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Root(), "docs", "models-of-your-own.md")
    );

    [Fact]
    public void The_scenario_of_the_page_has_no_mistakes()
    {
        using OnnxFolder folder = new();
        folder
            .With("small.onnx", Networks.Constant(3, -1, 196))
            .With("larger.onnx", Networks.Constant(4, -1, 196));
        string scenario = Page.Split("## ONNX files")[1].Split("```yaml\n")[1].Split("```")[0];
        File.WriteAllText(folder["mine.yaml"], scenario);

        (int code, string output, string error) = folder.Run("check", folder["mine.yaml"]);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("mine: no mistakes; ", output, StringComparison.Ordinal);
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Sim.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }
}
