using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Parameters;

/// <summary>The rules that a subnet's hyperparameters keep on the chain, each alone and among each other.</summary>
/// <remarks>Source: spec §3.1, column "bounds".</remarks>
internal static class HyperparameterRules
{
    private const int MostSlotsOfAllMechanisms = 256;

    public static IEnumerable<Problem> Problems(Hyperparameters p, string path) =>
        OutOfBounds(p, path).Concat(AmongEachOther(p, path));

    public static IEnumerable<Problem> OwnerNotes(Hyperparameters p, string path) =>
        from parameter in ParameterCatalog.Subnet
        let note = parameter.OwnerNote(parameter.Get(p))
        where note is not null
        select new Problem($"{path}.{parameter.Name}", note);

    private static IEnumerable<Problem> OutOfBounds(Hyperparameters p, string path) =>
        from parameter in ParameterCatalog.Subnet
        let complaint = parameter.Complaint(parameter.Get(p))
        where complaint is not null
        select new Problem($"{path}.{parameter.Name}", complaint);

    private static IEnumerable<Problem> AmongEachOther(Hyperparameters p, string path)
    {
        Problem At(string name, FormattableString message) =>
            new($"{path}.{name}", message.ToString(CultureInfo.InvariantCulture));

        if (p.MaxAllowedUids < p.MinAllowedUids)
        {
            yield return At(
                "max_allowed_uids",
                $"{p.MaxAllowedUids} is below min_allowed_uids, which is {p.MinAllowedUids}"
            );
        }
        if (p.MechanismCount > 1 && p.MaxAllowedUids * p.MechanismCount > MostSlotsOfAllMechanisms)
        {
            yield return At(
                "mechanism_count",
                $"{p.MechanismCount} mechanisms of {p.MaxAllowedUids} slots are more than {MostSlotsOfAllMechanisms} slots"
            );
        }
        if (p.MinBurn >= p.MaxBurn)
        {
            yield return At("min_burn", $"{p.MinBurn} is not below max_burn, which is {p.MaxBurn}");
        }
        if (p.LiquidAlphaEnabled && p.AlphaLow > p.AlphaHigh)
        {
            yield return At("alpha_low", $"{p.AlphaLow} is above alpha_high, which is {p.AlphaHigh}");
        }
        if (p.MechanismEmissionSplit.IsDefaultOrEmpty)
        {
            yield break;
        }
        if (p.MechanismEmissionSplit.Length > p.MechanismCount)
        {
            yield return At(
                "mechanism_emission_split",
                $"there are {p.MechanismEmissionSplit.Length} shares, but mechanism_count is {p.MechanismCount}"
            );
        }
        int missing = PerU16.One - p.MechanismEmissionSplit.Sum(share => share);
        if (missing != 0)
        {
            // Shares such as 0.7 and 0.3 are stored rounded down and lose up to one each.
            string remedy =
                missing > 0 && missing <= p.MechanismEmissionSplit.Length
                    ? $"; each is rounded down to a whole number, so write the first as u16:{p.MechanismEmissionSplit[0] + missing}"
                    : "";
            yield return At(
                "mechanism_emission_split",
                $"the shares sum to {PerU16.One - missing}, not to {PerU16.One}{remedy}"
            );
        }
    }
}
