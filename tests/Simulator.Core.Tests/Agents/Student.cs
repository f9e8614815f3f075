using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Agents;

/// <summary>A model that spends what it is given, and remembers it.</summary>
internal sealed class Student : IModel
{
    public List<long> Budgets { get; } = [];

    public string Name => "student";

    public int Version => Budgets.Count;

    public long AnswerOperations { get; init; }

    public long Bytes { get; init; }

    public long Train(long budget)
    {
        Budgets.Add(budget);
        return budget;
    }

    public IAnswer Answer(IQuestion question) => NoAnswer.Instance;
}
