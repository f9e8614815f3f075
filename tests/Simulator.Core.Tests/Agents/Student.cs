using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Agents;

/// <summary>A model that spends what it is given, and remembers it.</summary>
internal sealed class Student : IModel
{
    public List<long> Budgets { get; } = [];

    /// <summary>The student that it is a copy of.</summary>
    public Student? Origin { get; private init; }

    /// <summary>What it was given to learn from as a copy.</summary>
    public ITrainingData? Data { get; private init; }

    public string Name => "student";

    public int Version => Budgets.Count;

    public long AnswerOperations { get; init; }

    public long Bytes { get; init; }

    public long Train(long budget)
    {
        Budgets.Add(budget);
        return budget;
    }

    public IModel Fork(ITrainingData? data = null, Rng? rng = null) =>
        new Student { Origin = this, Data = data };

    public IAnswer Answer(IQuestion question) => NoAnswer.Instance;
}
