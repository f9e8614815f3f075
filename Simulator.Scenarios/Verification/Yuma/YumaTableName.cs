using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>What the name of a table says of its contents.</summary>
internal sealed record YumaTableName
{
    private const string Builtin = "builtin/";
    private const string Random = "random/";

    /// <summary>Golden ids of all rules.</summary>
    public static string Versions { get; } =
        string.Join(", ", PaperRule.All.Select(rule => rule.Id["paper/".Length..]));

    /// <summary>The parameter set, where it is the same in all rows and not that of the case.</summary>
    public string? Set { get; private init; }

    /// <summary>The version, where it is the same in all rows.</summary>
    public string? Version { get; private init; }

    /// <summary>The case, where it is the same in all rows.</summary>
    public string? Case { get; private init; }

    /// <summary>Whether every neuron is a row and a column.</summary>
    public bool IsFullMatrix { get; private init; }

    /// <summary>Whether rows are sums over all epochs.</summary>
    public bool IsTotals { get; private init; }

    /// <summary>Whether values are in single precision; null where each row says.</summary>
    public bool? IsSingle { get; private init; }

    /// <summary>Columns that rows need to be told apart.</summary>
    public IReadOnlyList<string> Columns { get; private init; } = [];

    /// <summary>Reads the name of a table.</summary>
    /// <param name="file">Path in the folder, with <c>/</c>.</param>
    /// <param name="problem">What is wrong with it, if null is returned; null for a file that holds no rows of runs.</param>
    public static YumaTableName? Read(string file, out string? problem)
    {
        problem = null;
        string name = file.EndsWith(".gz", StringComparison.Ordinal) ? file[..^3] : file;
        if (!name.EndsWith(".csv", StringComparison.Ordinal) || name == "f32-vs-f64.csv")
        {
            return null;
        }
        if (name == "total_dividends.csv")
        {
            return new() { IsTotals = true };
        }
        string[] parts = name[..^".csv".Length].Split('.');
        bool? single = parts[^1] switch
        {
            "f32" => true,
            "f64" => false,
            _ => null,
        };
        string stem = string.Join('.', parts[..^1]);
        if (single is not null && stem == "builtin-full-matrix")
        {
            return new()
            {
                IsFullMatrix = true,
                IsSingle = single,
                Columns = ["paramset", "version", "case", "epoch"],
            };
        }
        YumaTableName? read =
            single is null || stem.Length == 0 ? null
            : stem.StartsWith(Builtin, StringComparison.Ordinal) ? OfBuiltin(stem[Builtin.Length..], single)
            : stem.StartsWith(Random, StringComparison.Ordinal) ? OfRandom(stem[Random.Length..], single)
            : null;
        problem = read is null
            ? "the name is none of builtin/<set>.<version>.<f64|f32>.csv, random/<case>.[bonds.]<f64|f32>.csv, "
                + $"builtin-full-matrix.f64.csv and total_dividends.csv, with <version> one of {Versions}"
            : null;
        return read;
    }

    private static YumaTableName? OfBuiltin(string stem, bool? single)
    {
        int dot = stem.LastIndexOf('.');
        return dot > 0 && PaperRule.Find(stem[(dot + 1)..]) is not null
            ? new()
            {
                Set = stem[..dot],
                Version = stem[(dot + 1)..],
                IsSingle = single,
                Columns = ["case", "epoch"],
            }
            : null;
    }

    private static YumaTableName OfRandom(string stem, bool? single)
    {
        const string bonds = ".bonds";
        bool ofBonds = stem.EndsWith(bonds, StringComparison.Ordinal);
        return new()
        {
            Case = ofBonds ? stem[..^bonds.Length] : stem,
            IsSingle = single,
            Columns = ofBonds ? ["version", "epoch", "validator"] : ["version", "epoch"],
        };
    }
}
