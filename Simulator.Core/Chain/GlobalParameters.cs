using Simulator.Core.Chain.Parameters;
using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The parameters that hold for all subnets, under the chain's names.</summary>
/// <remarks>Source: spec §3.2. Meaning, unit, bounds and setter of each stand in <see cref="ParameterCatalog"/>.</remarks>
public sealed record GlobalParameters
{
    /// <summary>Most commits of one hotkey that may wait to be revealed.</summary>
    public const int MaxUnrevealedCommits = 10;

    /// <summary>Most mechanisms of a subnet that the chain allows at all.</summary>
    public const int MaxMechanisms = 16;

    /// <summary>Blocks without an epoch after which one is due whatever the tempo.</summary>
    public const ulong LongestStep = 50_400;

    /// <summary>Weight of root TAO in stake, out of 2⁶⁴ − 1.</summary>
    public ulong TaoWeight { get; init; } = 971_718_665_099_567_868;

    /// <summary>The owner's share of a subnet's emission.</summary>
    public PerU16 SubnetOwnerCut { get; init; } = new(11_796);

    /// <summary>Stake, alpha and weighted root TAO together, below which a neuron counts as having none.</summary>
    public Alpha StakeThreshold { get; init; }

    /// <summary>Most epochs that run in one block; the others wait.</summary>
    public uint MaxEpochsPerBlock { get; init; } = 2;

    /// <summary>The share of dividends that a hotkey's owner takes from its nominators.</summary>
    public PerU16 DefaultDelegateTake { get; init; } = new(11_796);

    /// <summary>Balance that an account keeps whatever it pays.</summary>
    public Tao ExistentialDeposit { get; init; } = new(500);

    /// <summary>Alpha created in each block for each subnet, in place of the pools' emission curve.</summary>
    public Alpha AlphaEmission { get; init; } = Alpha.Of(1);

    /// <summary>Everything that even root could not set, one problem each.</summary>
    /// <param name="path">Where these parameters stand in the description, such as <c>network</c>.</param>
    public IEnumerable<Problem> Problems(string path) =>
        from parameter in ParameterCatalog.Global
        let complaint = parameter.Complaint(parameter.Get(this))
        where complaint is not null
        select new Problem($"{path}.{parameter.Name}", complaint);
}
