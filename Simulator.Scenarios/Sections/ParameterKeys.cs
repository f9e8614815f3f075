using Simulator.Core.Chain;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The keys of the two sections that hold the chain's parameters.</summary>
internal static class ParameterKeys
{
    /// <summary>The keys of <c>subnet</c>.</summary>
    public static IReadOnlyList<ParameterKey<Hyperparameters>> Subnet { get; } =
    [
        .. ParameterCatalog.Subnet.Select(Of),
        new(
            "mechanism_emission_split",
            "Shares of the mechanisms in the emission; empty divides evenly.",
            new ListKind(Kinds.Share, "shares"),
            p => p.MechanismEmissionSplit.Select(raw => new PerU16(raw)).ToArray(),
            (p, value) =>
                p with
                {
                    MechanismEmissionSplit = [.. ((object[])value).Select(share => ((PerU16)share).Raw)],
                }
        ),
    ];

    /// <summary>The keys of <c>network</c>.</summary>
    public static IReadOnlyList<ParameterKey<GlobalParameters>> Network { get; } =
    [.. ParameterCatalog.Global.Select(Of)];

    private static ParameterKey<TRecord> Of<TRecord>(ParameterOf<TRecord> parameter) =>
        new(
            parameter.Name,
            parameter.Meaning,
            ParameterValues.Of(parameter),
            record => parameter.Get(record),
            (record, raw) => parameter.Set(record, (Int128)raw)
        );
}
