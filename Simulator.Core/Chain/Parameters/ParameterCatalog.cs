using System.Collections.Immutable;

namespace Simulator.Core.Chain.Parameters;

/// <summary>Every parameter of the chain at this stage, inert ones included: the one list that files, explanations and checks read.</summary>
/// <remarks>The division of emission among mechanisms is a list and stands in <see cref="Hyperparameters.MechanismEmissionSplit"/> alone.</remarks>
public static class ParameterCatalog
{
    /// <summary>Parameters of a subnet, in the order of the specification.</summary>
    public static ImmutableArray<ParameterOf<Hyperparameters>> Subnet { get; } =
    [.. ScheduleParameters.All, .. ConsensusParameters.All, .. LifeParameters.All];

    /// <summary>Parameters of all subnets together.</summary>
    public static ImmutableArray<ParameterOf<GlobalParameters>> Global { get; } = NetworkParameters.All;

    /// <summary>The parameter of a name, of a subnet or of all of them; null where there is none.</summary>
    public static Parameter? Find(string name) =>
        Subnet.FirstOrDefault(p => p.Name == name) ?? (Parameter?)Global.FirstOrDefault(p => p.Name == name);
}
