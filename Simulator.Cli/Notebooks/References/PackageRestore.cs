using System.ComponentModel;
using System.Diagnostics;
using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Cli.Notebooks.References;

/// <summary>Finds the assemblies of a package that this program does not carry, by letting the SDK restore it.</summary>
internal static partial class PackageRestore
{
    /// <summary>Paths of the assemblies of a package and of all it needs, in the package folder of the machine.</summary>
    /// <param name="package">The line that asks for it.</param>
    /// <param name="folder">Folder of the notebook: a nuget.config there or above says where packages come from.</param>
    /// <exception cref="CellException">It cannot be restored; the message is the SDK's.</exception>
    public static IReadOnlyList<string> AssembliesOf(ReferenceDirective package, string folder)
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("sim-notebook-");
        try
        {
            string project = Path.Combine(place.FullName, "notebook.csproj");
            File.WriteAllText(project, Project(package, folder));
            Restore(project, package);
            return Read(File.ReadAllText(Path.Combine(place.FullName, "obj", "project.assets.json")));
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static string Project(ReferenceDirective package, string folder) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{SecurityElement.Escape(package.Package)}" Version="{Version(
                package
            )}" />
              </ItemGroup>
            </Project>
            """;

    private static string? Version(ReferenceDirective package) =>
        package.Version.Length == 0 ? "*" : SecurityElement.Escape(package.Version);

    private static void Restore(string project, ReferenceDirective package)
    {
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["restore", project, "--nologo", "-v", "q"]
        )
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new CellException(package.Line, FirstError(output));
            }
        }
        catch (Win32Exception e)
        {
            throw new CellException(package.Line, $"restoring a package needs the .NET SDK: {e.Message}", e);
        }
    }

    private static string FirstError(string output) =>
        Error().Match(output) is { Success: true } error
            ? error.Groups["message"].Value.Trim()
            : $"the package cannot be restored: {output.Trim()}";

    private static List<string> Read(string assets)
    {
        using JsonDocument document = JsonDocument.Parse(assets);
        string[] folders =
        [
            .. document
                .RootElement.GetProperty("packageFolders")
                .EnumerateObject()
                .Select(folder => folder.Name),
        ];
        JsonElement libraries = document.RootElement.GetProperty("libraries");
        List<string> found = [];
        foreach (JsonProperty target in document.RootElement.GetProperty("targets").EnumerateObject())
        {
            foreach (JsonProperty library in target.Value.EnumerateObject())
            {
                if (library.Value.TryGetProperty("runtime", out JsonElement runtime))
                {
                    string path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
                    found.AddRange(
                        from file in runtime.EnumerateObject()
                        where file.Name.EndsWith(".dll", StringComparison.Ordinal)
                        select folders.Select(f => Path.Combine(f, path, file.Name)).First(File.Exists)
                    );
                }
            }
        }
        return found;
    }

    [GeneratedRegex(@"\berror (?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
