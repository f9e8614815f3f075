using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>The name of an experiment: equal plans have equal hashes, in whatever order their members stand.</summary>
public static class PlanHash
{
    /// <summary>SHA-256 of the plan as canonical JSON (members in ordinal order, no white space, UTF-8), in lower-case hex.</summary>
    /// <param name="plan">The resolved scenario.</param>
    public static string Of(JsonObject plan) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Canonical(plan))));
}
