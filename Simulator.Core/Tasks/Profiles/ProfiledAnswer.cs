namespace Simulator.Core.Tasks.Profiles;

/// <summary>What a learning curve answers: nothing but a score.</summary>
/// <param name="Key">Which model gave it, at which version, to which question: what nobody else gives but who relays it.</param>
/// <param name="Score">What it scores, in [0, 1].</param>
public sealed record ProfiledAnswer(ulong Key, double Score) : IAnswer
{
    /// <summary>That there is nothing to show.</summary>
    public override string ToString() => "a score without an answer";
}
