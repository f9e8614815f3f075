namespace Simulator.Scenarios.Catalogs;

/// <summary>Kinds of machines that every scenario may name; a scenario may describe others.</summary>
/// <remarks>Speeds are those of the makers' data sheets for 16-bit floating point without sparsity; prices an hour are typical of rented machines and move: a scenario that depends on them gives its own.</remarks>
internal static class HardwareCatalog
{
    private const double Tera = 1e12;
    private const double Giga = 1e9;
    private const double Gibi = 1L << 30;

    /// <summary>All of them, the slowest first.</summary>
    public static HardwareEntry[] All { get; } =
    [
        new(new("laptop", 4 * Tera, 8 * Gibi, 100 * Giga, 60, 0.03), "A laptop with a small graphics unit."),
        new(
            new("rtx-4090", 165 * Tera, 24 * Gibi, 1_008 * Giga, 450, 0.35),
            "A graphics card for games, 24 GiB."
        ),
        new(
            new("a100", 312 * Tera, 80 * Gibi, 2_039 * Giga, 400, 1.3),
            "A card of a data centre, two generations old, 80 GiB."
        ),
        new(new("h100", 989 * Tera, 80 * Gibi, 3_350 * Giga, 700, 2.3), "A card of a data centre, 80 GiB."),
    ];
}
