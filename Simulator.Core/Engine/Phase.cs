namespace Simulator.Core.Engine;

/// <summary>What happens first among events of one tick, in this order.</summary>
public enum Phase : byte
{
    /// <summary>The chain starts a block: prices, reveals, emission, due epochs.</summary>
    Block,

    /// <summary>Income of the last epoch is sold.</summary>
    Sale,

    /// <summary>Miners train.</summary>
    Work,

    /// <summary>Newcomers register.</summary>
    Registration,

    /// <summary>Validators question miners.</summary>
    Question,

    /// <summary>Validators judge the answers.</summary>
    Judgement,

    /// <summary>Validators reveal what they committed.</summary>
    Reveal,

    /// <summary>Validators publish or commit weights.</summary>
    Vote,

    /// <summary>Everything of the user's own; the phase of processes unless they ask for another.</summary>
    Other,
}
