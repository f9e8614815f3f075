namespace Simulator.Core.Chain.Parameters;

/// <summary>Who may change a parameter on the chain.</summary>
public enum ParameterSetter : byte
{
    /// <summary>Nobody: it is a constant of the chain, or the chain moves it itself.</summary>
    Nobody,

    /// <summary>Root (governance) alone.</summary>
    Root,

    /// <summary>The subnet's owner within the owner's bounds, and root.</summary>
    OwnerAndRoot,
}
