namespace Simulator.Scenarios.Files;

/// <summary>How large a scenario may be. Beyond these a file is broken or hostile, and reading it would cost more
/// than an error message may.</summary>
internal static class FileLimits
{
    /// <summary>Bytes of one file: 4 MiB.</summary>
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Levels of lists and maps; reading recurses, so this bounds the stack.</summary>
    public const int Nesting = 64;

    /// <summary>Values of all files of one scenario together, each alias counted as what it stands for.</summary>
    public const int Nodes = 10_000;

    /// <summary>Characters of a key.</summary>
    public const int KeyLength = 128;

    /// <summary>Generations of <c>extends</c>.</summary>
    public const int Generations = 8;

    /// <summary>Entries of all <c>extends</c> of one scenario together.</summary>
    public const int Parents = 64;
}
