using Simulator.Core.Units;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Externals;

/// <summary>What only a group can get wrong whose model is outside.</summary>
internal static class ExternalRules
{
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Every rule that a group breaks, by path.</summary>
    public static IEnumerable<Problem> Problems(MinerSection group, string path)
    {
        if (!group.Strategy.HasModel || group.Model != ModelCatalog.External)
        {
            yield break;
        }
        string at = $"{path}.external";
        if (group.External is not { } external)
        {
            yield return new(at, "missing; 'model: external' needs a 'command' or a 'url'");
            yield break;
        }
        if (external.Command is null == external.Url is null)
        {
            yield return external.Url is null
                ? new(at, "asks nobody; give a 'command' or a 'url'")
                : new($"{at}.url", "stands beside 'command'; a model has one of them");
        }
        if (external.Command is { } command && (command.IsEmpty || command[0].Length == 0))
        {
            yield return new(
                $"{at}.command",
                "no program; write it and its arguments, as in [python3, model.py]"
            );
        }
        if (external.Url is { } url && !IsLocal(url))
        {
            yield return new(
                $"{at}.url",
                $"{Show.Quoted(url)} is not an address on this machine, such as http://localhost:8080/answer; hosts may be localhost, 127.0.0.1 and [::1]"
            );
        }
    }

    private static bool IsLocal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttp
        && LocalHosts.Contains(address.Host)
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0;
}
