using System.Xml.Linq;

namespace Simulator.Core.Tests.House;

/// <summary>What a project file refers to.</summary>
/// <param name="Projects">Names of the projects it refers to, in ordinal order.</param>
/// <param name="Packages">Names of its packages, in ordinal order.</param>
internal sealed record ProjectFile(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectFile Read(string project) =>
        Parse(File.ReadAllText(Path.Combine(Repository.Root, project, $"{project}.csproj")));

    /// <summary>Names of the packages whose versions are pinned.</summary>
    public static IReadOnlyList<string> PinnedPackages() =>
        Includes(
            XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")),
            "PackageVersion",
            name => name
        );

    public static ProjectFile Parse(string xml)
    {
        XDocument document = XDocument.Parse(xml);
        return new(
            Includes(document, "ProjectReference", path => Path.GetFileNameWithoutExtension(path)),
            Includes(document, "PackageReference", name => name)
        );
    }

    private static string[] Includes(XDocument document, string element, Func<string, string> name) =>
        [
            .. document
                .Descendants(element)
                .Select(item => name(item.Attribute("Include")!.Value))
                .Order(StringComparer.Ordinal),
        ];
}
