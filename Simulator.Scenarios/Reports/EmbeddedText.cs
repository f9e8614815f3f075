using System.Reflection;

namespace Simulator.Scenarios.Reports;

/// <summary>Texts that travel inside an assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>A text of this assembly's pages.</summary>
    /// <param name="name">File name, such as <c>report.css</c>.</param>
    public static string Of(string name) => Of(typeof(EmbeddedText).Assembly, $"reports/{name}");

    /// <summary>A text of an assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly does not carry it.</exception>
    public static string Of(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} carries no '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
