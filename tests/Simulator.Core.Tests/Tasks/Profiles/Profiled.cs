using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

/// <summary>Learning curves over the digits, for tests.</summary>
internal static class Profiled
{
    public static ProfiledTask Digits { get; } = new(ImageRecognition.Digits);

    public static ModelProfile Profile { get; } =
        new()
        {
            Curve = new(0.1, 0.9, 1e6, 1),
            Spread = 0.3,
            Bytes = 1_234,
            AnswerOperations = 567,
        };

    public static ProfiledModel Model(ulong key = 1, ModelProfile? profile = null) =>
        new(profile ?? Profile, Digits, key);

    public static double Score(this IAnswer answer) => ((ProfiledAnswer)answer).Score;
}
