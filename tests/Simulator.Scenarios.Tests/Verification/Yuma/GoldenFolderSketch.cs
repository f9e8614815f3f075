using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Tests.Verification.Yuma;

/// <summary>A small golden folder: three epochs of case 1 under one rule.</summary>
/// <remarks>Rows from golden/yuma/builtin/chart_b0.99.yuma3_liquid_pkg.f64.csv.gz and total_dividends.csv.gz.</remarks>
internal sealed class GoldenFolderSketch : IDisposable
{
    public const string Table = "builtin/chart_b0.99.yuma3_liquid_pkg.f64.csv";

    public const string Rows =
        "case,epoch,degenerate,sens,consensus_0,consensus_1,consensus_2,incentive_0,incentive_1,incentive_2,trust_0,trust_1,trust_2,vtrust_0,vtrust_1,vtrust_2,dividend_0,dividend_1,dividend_2,div1000_0,div1000_1,div1000_2,bond_0_0,bond_0_1,bond_0_2,bond_1_0,bond_1_1,bond_1_2,bond_2_0,bond_2_1,bond_2_2,alpha_0_0,alpha_0_1,alpha_0_2,alpha_1_0,alpha_1_1,alpha_1_2,alpha_2_0,alpha_2_1,alpha_2_2\n"
        + "case01,0,0,0,1,0,,1,0,,1,0,,1,1,1,0.799997599975,0.0999996999969,0.0999996999969,0.0409998769987,0.0409998769987,0.0409998769987,0.024999975,0,,0.024999975,0,,0.024999975,0,,,,,,,,,,\n"
        + "case01,1,0,0,0,1,,0,1,,0,1,,1,0,0,0.999998749989,0,0,0.0512499359369,0,0,0.0224570901265,0.101338468846,,0.123804982125,0,,0.123804982125,0,,0.101715496658,0.101338570185,,0.101338570185,0.101338570185,,0.101338570185,0.101338570185,\n"
        + "case01,2,0,0,0,1,,0,1,,0,1,,1,1,0,0.938229094215,0.0617691153015,0,0.0480842410785,0.0253253372736,0,0.0201738152576,0.192407442155,,0.110862146351,0.101338468846,,0.385490328649,0,,0.101672783784,0.101338570185,,0.104542123846,0.101338570185,,0.298661416519,0.101338570185,\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-yuma-");

    public GoldenFolderSketch()
    {
        Write("cases/case01.json", Case().ToJsonString());
        Write("paramsets.json", Sets().ToJsonString());
        Write(Table, Rows);
    }

    public string Path => _folder.FullName;

    public static JsonNode Case() =>
        JsonNode.Parse(
            """
            {
              "id": "case01", "source": "web", "num_epochs": 4,
              "validators": ["Big vali.", "Small lazy vali.", "Small lazier vali."], "miners": ["Server 1", "Server 2"],
              "base_validator": "Big vali.",
              "weights_unique": [[[1, 0], [1, 0], [1, 0]], [[0, 1], [1, 0], [1, 0]], [[0, 1], [0, 1], [1, 0]], [[0, 1], [0, 1], [0, 1]]],
              "weights_index": [0, 1, 2, 3],
              "stakes_unique": [[0.8, 0.1, 0.1]], "stakes_index": [0, 0, 0, 0],
              "reset_bonds": null, "config_overrides": {}
            }
            """
        )!;

    public static JsonNode Sets() =>
        JsonNode.Parse(
            """
            {"chart_b0.99": {"reset_bonds_applied": true, "params_by_version": {"yuma3_liquid_pkg": {
              "kappa": 0.5, "bond_penalty": 0.99, "liquid_alpha_consensus_mode": "MIXED", "bond_moving_avg": 0.975,
              "alpha_low": 0.1, "alpha_high": 0.3, "liquid_alpha": true}}}}
            """
        )!;

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(file))!);
        File.WriteAllText(Full(file), text);
    }

    public void WritePacked(string file, string text, int cut = 0)
    {
        using MemoryStream packed = new();
        using (GZipStream packer = new(packed, CompressionLevel.Optimal))
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }
        File.WriteAllBytes(Full(file), packed.ToArray()[..^cut]);
    }

    public void Delete(string file) => File.Delete(Full(file));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Full(string file) => System.IO.Path.Combine(Path, file);
}
