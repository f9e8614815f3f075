namespace Simulator.Core.Tasks.Translation;

/// <summary>What a translation scored.</summary>
/// <param name="Question">The sentence that it translates.</param>
/// <param name="Score">Its chrF2.</param>
/// <remarks>One object, so that threads that judge the same answer at once see a whole verdict.</remarks>
internal sealed record Verdict(TranslationQuestion Question, double Score);
